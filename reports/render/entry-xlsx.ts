/** The workbook that people fill in: one sheet a period, only the cells of entries open, codes hidden beside them. */
import { Color, DocProperties, Formula, Workbook, type Format, type Worksheet } from "wasm-xlsxwriter/nodejs";
import {
  BOOK_COLUMNS,
  bookColumn,
  type BookColumn,
  type EntryBook,
  type EntryRow,
  type EntrySheet,
  type EntryValue,
} from "../entry-model";
import type { Profile } from "../profiles/profile";
import { entryRules, NO_RATE, withFractionFormats } from "./entry-xlsx-rules";
import { finishPackage, type EntryEdits } from "./package-bytes";
import { percentCode } from "./number-codes";
import { asPlainText, lineFormat, lineSize, tableFormat } from "./xlsx-formats";
import { address, wrappedHeight } from "./xlsx-grid";

const A4 = 9;
const MARGIN_INCHES = 0.5;
const OPEN_CELL = "#FFF6D6";
const CLOSED_CELL = "#EFEDE6";
const FIRST_SHOWN = BOOK_COLUMNS.indexOf("number");
const LAST = BOOK_COLUMNS.length - 1;
const LEAST_HEIGHT = 20;

/** Widths in characters; 0 hides. */
const WIDTHS: Readonly<Record<BookColumn, number>> = {
  ...{ term: 0, unit: 0, period: 0, measure: 0, before: 0, number: 5, unitName: 16, measureName: 36, unitLabel: 12 },
  ...{ plan: 15, previous: 11, result: 13, total: 11, rate: 10, evidence: 24, note: 30 },
};

interface Page {
  readonly sheet: Worksheet;
  readonly book: EntryBook;
  readonly entry: EntrySheet;
  readonly profile: Profile;
  readonly widths: Readonly<Record<BookColumn, number>>;
  readonly formats: FormatCache;
}

/** Formats by what they are for: one for each cell would fill the memory long before the cells do. */
class FormatCache {
  readonly #made = new Map<string, Format>();

  of(key: string, make: () => Format): Format {
    const known = this.#made.get(key) ?? make();
    this.#made.set(key, known);
    return known;
  }
}

/** The book as a workbook. Equal input gives equal bytes. */
export function renderEntryXlsx(book: EntryBook, profile: Profile): Uint8Array {
  const workbook = new Workbook();
  workbook.setProperties(new DocProperties().setTitle(book.fileTitle).setAuthor(book.fileAuthor));
  const edits: Record<string, EntryEdits[string]> = {
    "xl/styles.xml": (xml) => withFractionFormats(xml, book.language),
  };
  const formats = new FormatCache();
  book.sheets.forEach((entry, place) => {
    const sheet = workbook.addWorksheet().setName(entry.name);
    const firstRow = writeSheet({ sheet, book, entry, profile, formats, widths: widthsOf(entry) });
    edits[`xl/worksheets/sheet${place + 1}.xml`] = entryRules(book, entry, firstRow);
  });
  writeLists(workbook, book);
  return finishPackage(workbook.saveToBufferSync(), edits);
}

function widthsOf({ hasUnits, rows }: EntrySheet): Page["widths"] {
  const hasEvidence = rows.some(({ kind }) => kind === "judged");
  const hasTotals = rows.some(({ hasTotal }) => hasTotal);
  return {
    ...WIDTHS,
    ...(!hasUnits && { unitName: 0 }),
    ...(!hasEvidence && { evidence: 0 }),
    ...(!hasTotals && { total: 0, rate: 0 }),
  };
}

/** Writes a sheet; answers the row of its first figure, from 0. */
function writeSheet(page: Page): number {
  const { sheet, entry, widths } = page;
  BOOK_COLUMNS.forEach((column, place) => sheet.setColumnWidth(place, widths[column]));
  // The columns' own names, hidden: headings may be changed by whoever unlocks the sheet.
  BOOK_COLUMNS.forEach((column, place) => sheet.writeString(0, place, `tiendo:${column}`));
  sheet.setRowHeight(0, 0);
  const top = writeTitle(page);
  writeHeadings(page, top);
  entry.rows.forEach((row, place) => writeRow(page, row, top + 1 + place));
  sheet
    .protect()
    .setPaperSize(A4)
    .setLandscape()
    .setPrintFitToPages(1, 0)
    .setMargins(MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES, MARGIN_INCHES / 2, MARGIN_INCHES / 2)
    .setRepeatRows(top, top)
    .setPrintArea(1, FIRST_SHOWN, top + entry.rows.length, LAST)
    .setFreezePanes(top + 1, 0);
  return top + 1;
}

function writeTitle(page: Page): number {
  const { entry, profile, widths } = page;
  const characters = BOOK_COLUMNS.reduce((sum, column) => sum + widths[column], 0);
  const lines = [
    { text: entry.owner, style: profile.body },
    { text: entry.title, style: profile.subject },
    ...entry.lines.map((text) => ({ text, style: profile.footnote })),
  ];
  lines.forEach(({ text, style }, place) => {
    const row = place + 1;
    page.sheet.mergeRange(row, FIRST_SHOWN, row, LAST, text, lineFormat(profile, style, "left"));
    page.sheet.setRowHeight(row, wrappedHeight(text, characters, lineSize(style)));
  });
  page.sheet.setRowHeight(lines.length + 1, 6);
  return lines.length + 2;
}

function writeHeadings({ sheet, book, profile }: Page, row: number): void {
  const format = tableFormat(profile, { align: "center", bold: true });
  BOOK_COLUMNS.forEach((column, place) => sheet.writeStringWithFormat(row, place, book.headings[column], format));
  sheet.setRowHeight(row, LEAST_HEIGHT * 1.5);
}

function writeRow(page: Page, row: EntryRow, at: number): void {
  const { sheet, widths, profile } = page;
  const { keys, before } = row;
  [keys.term, keys.unit, keys.period, keys.measure, before].forEach((text, place) => {
    if (text !== "") sheet.writeString(at, place, text);
  });
  const told = { number: row.number, unitName: row.unitName, measureName: row.measureName, unitLabel: row.unitLabel };
  writeTold(page, at, { ...told, plan: row.plan, previous: row.previous });
  writeEntry(page, row, at);
  const heights = (["unitName", "measureName", "unitLabel", "plan", "previous", "evidence", "note"] as const).map(
    (column) => (widths[column] === 0 ? 0 : wrappedHeight(row[column], widths[column], profile.table.size)),
  );
  sheet.setRowHeight(at, Math.max(LEAST_HEIGHT, ...heights));
}

function writeTold(page: Page, at: number, texts: Partial<Record<BookColumn, string>>): void {
  for (const [column, text] of Object.entries(texts)) {
    const align =
      column === "number" || column === "unitLabel" ? "center" : /plan|previous/u.test(column) ? "right" : "left";
    const format = textFormat(page, text, `told ${align}`, () => tableFormat(page.profile, { align }));
    page.sheet.writeStringWithFormat(at, bookColumn(column as BookColumn), text, format);
  }
}

/** The format of a text; one that a spreadsheet would calculate if it were typed again has a format of its own. */
function textFormat({ formats }: Page, text: string, key: string, make: () => Format): Format {
  const isTaken = /^[=+\-@]/u.test(text);
  return isTaken ? formats.of(`${key} quoted`, () => asPlainText(text, make())) : formats.of(key, make);
}

function writeEntry(page: Page, row: EntryRow, at: number): void {
  const isNumber = row.kind === "count" || row.kind === "rate" || row.kind === "percent";
  const isJudged = row.kind === "judged";
  const code = row.kind === "percent" ? '0.00"%"' : "#,##0";
  const numberCode = isNumber ? `${language(page.book)}${code}` : null;
  const text = (of: string): EntryValue | null => (of === "" ? null : { type: "text", text: of });
  writeValue(page, at, { column: "result", value: row.result, isOpen: row.isOpen, numberCode });
  writeValue(page, at, { column: "total", value: row.total, isOpen: row.isOpen && row.hasTotal, numberCode });
  writeRate(page, row, at);
  const evidence = { column: "evidence", value: text(row.evidence), isOpen: row.isOpen && isJudged } as const;
  writeValue(page, at, { ...evidence, numberCode: null });
  writeValue(page, at, { column: "note", value: text(row.note), isOpen: row.isOpen, numberCode: null });
}

function language({ language: of }: EntryBook): string {
  return of === "vi" ? "[$-42A]" : "";
}

function entryFormat(format: Format, isOpen: boolean): Format {
  // A colour is handed over with the call: each format needs its own.
  const filled = format.setBackgroundColor(Color.parse(isOpen ? OPEN_CELL : CLOSED_CELL));
  return isOpen ? filled.setUnlocked() : filled;
}

interface EntryCell {
  readonly column: BookColumn;
  readonly value: EntryValue | null;
  readonly isOpen: boolean;
  /** Null for a text. */
  readonly numberCode: string | null;
}

function writeValue(page: Page, at: number, { column, value, isOpen, numberCode }: EntryCell): void {
  const place = bookColumn(column);
  const look = numberCode === null ? { align: "left" as const } : { align: "right" as const, numberCode };
  const make = () => entryFormat(tableFormat(page.profile, look), isOpen);
  const format = textFormat(page, value?.type === "text" ? value.text : "", `entry ${isOpen} ${numberCode}`, make);
  if (value === null) page.sheet.writeBlank(at, place, format);
  else if (value.type === "number") page.sheet.writeNumberWithFormat(at, place, value.value, format);
  else page.sheet.writeStringWithFormat(at, place, value.text, format);
}

/** The rate follows what is typed; nothing stands there until both numbers do. */
function writeRate({ sheet, book, profile, formats }: Page, { hasTotal, result, total }: EntryRow, at: number): void {
  const make = () => tableFormat(profile, { align: "right", numberCode: percentCode(2, book.language) });
  const format = formats.of(`rate ${hasTotal}`, () => (hasTotal ? make() : entryFormat(make(), false)));
  if (!hasTotal) {
    sheet.writeBlank(at, bookColumn("rate"), format);
    return;
  }
  const [n, d] = [address(at, bookColumn("result")), address(at, bookColumn("total"))];
  const isKnown = result?.type === "number" && total?.type === "number" && total.value > 0;
  const formula = new Formula(`=IF(AND(ISNUMBER(${n}),ISNUMBER(${d})),IF(${d}>0,${n}/${d},""),"")`);
  formula.setResult(isKnown ? String(result.value / total.value) : NO_RATE);
  sheet.writeFormulaWithFormat(at, bookColumn("rate"), formula, format);
}

/** What may be chosen, on a hidden sheet: lists inside a rule may have 255 characters, and no commas. */
function writeLists(workbook: Workbook, { lists }: EntryBook): void {
  const sheet = workbook.addWorksheet().setName(lists.sheetName).setHidden(true);
  [lists.levels, lists.judgements].forEach((words, column) => {
    [...words, lists.notApplicable].forEach((word, row) => sheet.writeString(row, column, word));
  });
}
