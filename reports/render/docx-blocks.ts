/** The parts of an official document around its table: head, title, recipients and signature. */
import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { HeaderLine, ReportModel } from "../model";
import type { Profile } from "../profiles/profile";
import { millimetres, points, styledLine } from "./docx-lines";

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_BORDERS = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
} as const;
/** Points left free for a name to be signed above. */
const SIGNING_SPACE = 64;

/** Issuer on the left, nation or Party on the right, in two columns without lines. */
export function documentHead(model: ReportModel, profile: Profile, width: number): Table {
  const lines = (side: readonly HeaderLine[]) =>
    side.map((line) =>
      styledLine(line.text, profile.header.lines[line.role], {
        align: "center",
        before: line.role === "placeDate" ? 6 : 0,
      }),
    );
  return twoColumns(width, [lines(model.header.left), lines(model.header.right)]);
}

/** Title, subject, what closes them, and the sentences above the table. */
export function titleBlock(model: ReportModel, profile: Profile): Paragraph[] {
  const closing =
    profile.titleEnd === "hyphens" ? styledLine("-----", profile.body, { align: "center", after: 6 }) : drawnLine();
  return [
    styledLine(model.title, profile.title, { align: "center", before: 10, keepNext: true }),
    ...model.subject.map((line) => styledLine(line, profile.subject, { align: "center", keepNext: true })),
    closing,
    ...model.lead.map((sentence) =>
      styledLine(sentence, profile.body, {
        align: "justified",
        after: 6,
        firstLine: profile.body.firstLine,
        lineSpacing: profile.body.lineSpacing,
      }),
    ),
  ];
}

/** Recipients on the left, signature on the right; never torn from each other. */
export function closingBlock(model: ReportModel, profile: Profile, width: number): Table {
  const { recipients, signature } = profile;
  const left = [
    styledLine(model.recipients.heading, recipients.heading, { align: "left" }),
    ...model.recipients.lines.map((line) => styledLine(line, recipients.line, { align: "left" })),
  ];
  const right = [
    styledLine(model.signature.onBehalfOf, signature.onBehalfOf, { align: "center" }),
    styledLine(model.signature.title, signature.title, { align: "center" }),
    styledLine(model.signature.name, signature.name, { align: "center", before: SIGNING_SPACE }),
  ];
  return twoColumns(width, [left, right]);
}

function drawnLine(): Paragraph {
  return new Paragraph({
    indent: { left: millimetres(90), right: millimetres(90) },
    spacing: { after: points(6) },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: "000000" } },
  });
}

/** The left one, which holds the long name of the issuing body, is the wider. */
const LEFT_SHARE = 0.55;

function twoColumns(width: number, [left, right]: readonly [Paragraph[], Paragraph[]]): Table {
  const total = millimetres(width);
  const leftWidth = Math.round(total * LEFT_SHARE);
  const cell = (children: Paragraph[], size: number) =>
    new TableCell({ children, width: { size, type: WidthType.DXA } });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: [leftWidth, total - leftWidth],
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [cell(left, leftWidth), cell(right, total - leftWidth)],
      }),
    ],
  });
}
