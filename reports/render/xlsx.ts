import { DocProperties, Workbook, type Worksheet } from "wasm-xlsxwriter/nodejs";
import type { Alignment, HeaderLine, ReportModel } from "../model";
import type { LineStyle, Profile } from "../profiles/profile";
import { lineText } from "./line-text";
import { fillChartCache } from "./chart-cache";
import { finishPackage } from "./package-bytes";
import { addChartSheet } from "./xlsx-chart";
import { lineFormat, lineSize } from "./xlsx-formats";
import { columnCharacters, wrappedHeight } from "./xlsx-grid";
import { writeTable } from "./xlsx-table";

const A4 = 9;
const INCHES_PER_MILLIMETRE = 1 / 25.4;
/** Points of the row in which somebody signs. */
const SIGNING_SPACE = 56;

interface Page {
  readonly sheet: Worksheet;
  readonly model: ReportModel;
  readonly profile: Profile;
  readonly lastColumn: number;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
}

interface Block {
  readonly first: number;
  readonly last: number;
}

/**
 * The report as a workbook: the table with real numbers and formulas that recalculate to what is cached, print set up
 * for landscape A4, and the chart on a second sheet. Equal input gives equal bytes.
 */
export function renderXlsx(model: ReportModel, profile: Profile): Uint8Array {
  const workbook = new Workbook();
  workbook.setProperties(new DocProperties().setTitle(model.fileTitle).setAuthor(model.fileAuthor));
  const sheet = workbook.addWorksheet().setName(model.sheetName);
  const widths = columnCharacters(model.table);
  const page: Page = { sheet, model, profile, widths, lastColumn: widths.length - 1 };
  const top = writeHeading(page);
  const below = writeTable({ sheet, table: model.table, widths, profile, language: model.language, top });
  const last = writeClosing(page, writeNotes(page, below));
  setUpPrint(page, top, last);
  const { chart, language } = model;
  if (chart === null) return finishPackage(workbook.saveToBufferSync());
  addChartSheet(workbook, model, chart, { profile, tableFirstRow: top + 1 });
  return finishPackage(workbook.saveToBufferSync(), {
    "xl/charts/chart1.xml": (xml) => fillChartCache(xml, chart, language),
  });
}

/** Document head, title and sentences; returns the row of the table's headings. */
function writeHeading(page: Page): number {
  const { model, profile, lastColumn } = page;
  const { left, right } = model.header;
  const middle = Math.floor(lastColumn / 3);
  const full: Block = { first: 0, last: lastColumn };
  const rows = Math.max(left.length, right.length);
  for (let row = 0; row < rows; row += 1) {
    const heights = [
      writeHeaderLine(page, row, { first: 0, last: middle }, left[row]),
      writeHeaderLine(page, row, { first: middle + 1, last: lastColumn }, right[row]),
    ];
    page.sheet.setRowHeight(row, Math.max(...heights));
  }
  let row = rows;
  writeLine(page, row++, full, model.title, profile.title, "center");
  for (const line of model.subject) writeLine(page, row++, full, line, profile.subject, "center");
  for (const sentence of model.lead) writeLine(page, row++, full, sentence, profile.body, "left");
  return row;
}

function writeHeaderLine(page: Page, row: number, block: Block, line: HeaderLine | undefined): number {
  return line === undefined
    ? 0
    : writeLine(page, row, block, line.text, page.profile.header.lines[line.role], "center");
}

/** Footnotes below the table; returns the first free row. */
function writeNotes(page: Page, below: number): number {
  const full: Block = { first: 0, last: page.lastColumn };
  page.model.footnotes.forEach((note, index) => {
    writeLine(page, below + index, full, note, page.profile.footnote, "left");
  });
  return below + page.model.footnotes.length + 1;
}

/** Recipients on the left, signature on the right; returns the last row written. */
function writeClosing(page: Page, top: number): number {
  const { model, profile, lastColumn } = page;
  const middle = Math.floor(lastColumn / 2);
  const left: Block = { first: 0, last: middle };
  const right: Block = { first: middle + 1, last: lastColumn };
  const { recipients, signature } = model;
  writeLine(page, top, left, recipients.heading, profile.recipients.heading, "left");
  writeLine(page, top, right, signature.onBehalfOf, profile.signature.onBehalfOf, "center");
  writeLine(page, top + 1, right, signature.title, profile.signature.title, "center");
  writeLine(page, top + 1, left, recipients.lines.join("\n"), profile.recipients.line, "left");
  page.sheet.setRowHeight(top + 1, wrappedHeight(recipients.lines.join("\n"), 1000, lineSize(profile.recipients.line)));
  page.sheet.setRowHeight(top + 2, SIGNING_SPACE);
  writeLine(page, top + 3, right, signature.name, profile.signature.name, "center");
  return top + 3;
}

/** Writes a line over a block of columns and makes its row as high as it needs; returns that height in points. */
function writeLine(page: Page, row: number, block: Block, text: string, style: LineStyle, align: Alignment): number {
  const { sheet, widths, profile } = page;
  const shown = lineText(text, style);
  const characters = widths.slice(block.first, block.last + 1).reduce((total, width) => total + width, 0);
  sheet.mergeRange(row, block.first, row, block.last, shown, lineFormat(profile, style, align));
  const height = wrappedHeight(shown, characters, lineSize(style));
  sheet.setRowHeight(row, height);
  return height;
}

function setUpPrint({ sheet, profile, lastColumn }: Page, headingRow: number, lastRow: number): void {
  const inches = (millimetres: number) => millimetres * INCHES_PER_MILLIMETRE;
  const { top, bottom, left, right } = profile.margins;
  const edge = inches(profile.pageNumber.fromEdge);
  sheet
    .setPaperSize(A4)
    .setLandscape()
    .setPrintFitToPages(1, 0)
    .setMargins(inches(left), inches(right), inches(top), inches(bottom), edge, edge)
    .setRepeatRows(headingRow, headingRow)
    .setPrintArea(0, 0, lastRow, lastColumn)
    .setFreezePanes(headingRow + 1, 0);
}
