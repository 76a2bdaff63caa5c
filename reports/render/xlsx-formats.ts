/** Cell formats of the workbook, made from the same styles as the Word document. */
import { Format, FormatAlign, FormatBorder, FormatUnderline } from "wasm-xlsxwriter/nodejs";
import type { Alignment } from "../model";
import type { LineStyle, Profile } from "../profiles/profile";

/** Screens need smaller type than paper: document lines are set this many points below the profile's. */
const SMALLER = 2;

const ALIGNMENTS: Readonly<Record<Alignment, FormatAlign>> = {
  left: FormatAlign.Left,
  center: FormatAlign.Center,
  right: FormatAlign.Right,
};

export interface CellLook {
  readonly align: Alignment;
  readonly bold?: boolean;
  readonly numberCode?: string;
}

/** A bordered, wrapped cell of the table. */
export function tableFormat(profile: Profile, look: CellLook): Format {
  let format = new Format()
    .setFontName(profile.font)
    .setFontSize(profile.table.size)
    .setBorder(FormatBorder.Thin)
    .setAlign(ALIGNMENTS[look.align])
    .setAlign(FormatAlign.VerticalCenter);
  format = look.numberCode === undefined ? format.setTextWrap() : format.setNumFormat(look.numberCode);
  if (look.align !== "center") format = format.setIndent(1);
  if (look.bold === true) format = format.setBold();
  return format;
}

/** A line of the document around the table. */
export function lineFormat(profile: Profile, style: LineStyle, align: Alignment): Format {
  let format = new Format()
    .setFontName(profile.font)
    .setFontSize(lineSize(style))
    .setAlign(ALIGNMENTS[align])
    .setAlign(FormatAlign.VerticalCenter)
    .setTextWrap();
  if (style.bold === true) format = format.setBold();
  if (style.italic === true) format = format.setItalic();
  if (style.underline === true) format = format.setUnderline(FormatUnderline.Single);
  return format;
}

/** Points of a document line on the sheet. */
export function lineSize(style: LineStyle): number {
  return Math.max(11, style.size - SMALLER);
}

/** Text that a spreadsheet would take for a formula if it were typed again keeps its apostrophe. */
export function asPlainText(text: string, format: Format): Format {
  return /^[=+\-@]./u.test(text) ? format.setQuotePrefix() : format;
}
