import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
} from "docx";
import type { ReportModel } from "../model";
import type { Profile } from "../profiles/profile";
import { closingBlock, documentHead, titleBlock } from "./docx-blocks";
import { chartParagraph } from "./docx-chart";
import { millimetres, styledLine } from "./docx-lines";
import { bodyTable } from "./docx-table";
import { finishPackage } from "./package-bytes";

/** A4, millimetres. */
const PAPER = { short: 210, long: 297 } as const;

/** The report as a Word document on landscape A4, set by the profile. Equal input gives equal bytes. */
export async function renderDocx(model: ReportModel, profile: Profile): Promise<Uint8Array> {
  const document = new Document({
    title: model.fileTitle,
    creator: model.fileAuthor,
    lastModifiedBy: model.fileAuthor,
    styles: { default: { document: { run: { font: profile.font, size: profile.body.size * 2 } } } },
    sections: [
      {
        properties: { titlePage: true, page: pageSetup(profile) },
        headers: { default: pageNumberHeader(profile), first: new Header({ children: [] }) },
        children: pageContent(model, profile),
      },
    ],
  });
  return finishPackage(await Packer.pack(document, "uint8array"));
}

function pageContent(model: ReportModel, profile: Profile): FileChild[] {
  const width = PAPER.long - profile.margins.left - profile.margins.right;
  const chart =
    model.chart === null
      ? []
      : [
          styledLine("", profile.footnote, { align: "left" }),
          chartParagraph(model.chart, profile, model.language),
          ...noteLines(model.chart.note === null ? [] : [model.chart.note], profile),
        ];
  return [
    documentHead(model, profile, width),
    ...titleBlock(model, profile),
    bodyTable(model.table, profile, width),
    ...noteLines(model.footnotes, profile),
    ...chart,
    styledLine("", profile.footnote, { align: "left" }),
    closingBlock(model, profile, width),
  ];
}

function noteLines(notes: readonly string[], profile: Profile): Paragraph[] {
  return notes.map((note) => styledLine(note, profile.footnote, { align: "left", before: 3 }));
}

function pageSetup(profile: Profile) {
  const { top, bottom, left, right } = profile.margins;
  return {
    // The library swaps the sides of a landscape page itself.
    size: {
      width: millimetres(PAPER.short),
      height: millimetres(PAPER.long),
      orientation: PageOrientation.LANDSCAPE,
    },
    margin: {
      top: millimetres(top),
      bottom: millimetres(bottom),
      left: millimetres(left),
      right: millimetres(right),
      header: millimetres(profile.pageNumber.fromEdge),
    },
  };
}

function pageNumberHeader(profile: Profile): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: profile.pageNumber.size * 2 })],
      }),
    ],
  });
}
