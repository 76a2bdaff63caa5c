/** Lines of type as Word paragraphs: sizes in points and millimetres become half-points and twips here and nowhere else. */
import { AlignmentType, LineRuleType, Paragraph, TextRun, UnderlineType, type IParagraphOptions } from "docx";
import type { Alignment } from "../model";
import type { LineStyle } from "../profiles/profile";
import { lineText } from "./line-text";

const TWIPS_PER_POINT = 20;
const TWIPS_PER_MILLIMETRE = 1440 / 25.4;

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justified: AlignmentType.JUSTIFIED,
} as const;

/** Millimetres as twips. */
export function millimetres(value: number): number {
  return Math.round(value * TWIPS_PER_MILLIMETRE);
}

/** Points as twips. */
export function points(value: number): number {
  return value * TWIPS_PER_POINT;
}

/** Text in a style. */
export function styledRun(text: string, style: LineStyle): TextRun {
  return new TextRun({
    text: lineText(text, style),
    size: style.size * 2,
    bold: style.bold === true,
    italics: style.italic === true,
    ...(style.underline === true ? { underline: { type: UnderlineType.SINGLE } } : {}),
  });
}

interface LineOptions {
  readonly align: Alignment | "justified";
  /** Points before and after. */
  readonly before?: number;
  readonly after?: number;
  /** Millimetres. */
  readonly firstLine?: number;
  /** Exact points from line to line; single when left out. */
  readonly lineSpacing?: number;
  readonly keepNext?: boolean;
}

/** One paragraph in one style. */
export function styledLine(text: string, style: LineStyle, options: LineOptions): Paragraph {
  return new Paragraph({ ...paragraphOptions(options), children: [styledRun(text, style)] });
}

function paragraphOptions(options: LineOptions): IParagraphOptions {
  return {
    alignment: ALIGNMENTS[options.align],
    keepNext: options.keepNext ?? false,
    spacing: {
      before: points(options.before ?? 0),
      after: points(options.after ?? 0),
      ...(options.lineSpacing === undefined ? {} : { line: points(options.lineSpacing), lineRule: LineRuleType.EXACT }),
    },
    ...(options.firstLine === undefined ? {} : { indent: { firstLine: millimetres(options.firstLine) } }),
  };
}
