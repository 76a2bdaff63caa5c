/**
 * What the library that writes workbooks has no call for: rules for what may be typed, a format that shows a fraction
 * where there is one, and leave to widen the columns of a protected sheet. Written into the sheet's XML, in the order
 * that its schema asks for.
 */
import { bookColumn, type EntryBook, type EntryRow, type EntrySheet } from "../entry-model";
import type { ReportLanguage } from "../model";
import { address } from "./xlsx-grid";

/** The differential formats, by their number. */
const FRACTION = 0;
const PERCENT_FRACTION = 1;
const TOO_LARGE = 2;

/** Stands for an empty text as a formula's last value, which the library would write as 0. */
export const NO_RATE = "(none)";

/** Puts the differential formats that the rules name into the styles. */
export function withFractionFormats(xml: string, language: ReportLanguage): string {
  const locale = language === "vi" ? "[$-42A]" : "";
  const numbers = [`${locale}#,##0.###`, `${locale}0.###"%"`].map(
    (code, place) => `<dxf><numFmt numFmtId="${200 + place}" formatCode="${escapeXml(code)}"/></dxf>`,
  );
  const tooLarge = `<dxf><font><b/><u/></font></dxf>`;
  const formats = [...numbers, tooLarge];
  return xml.replace(/<dxfs count="0"\/>/u, `<dxfs count="${formats.length}">${formats.join("")}</dxfs>`);
}

/** The edit of a sheet's XML that gives its open cells their rules. */
export function entryRules(book: EntryBook, { rows }: EntrySheet, firstRow: number): (xml: string) => string {
  const places = rows.map((row, place) => ({ row, at: firstRow + place })).filter(({ row }) => row.isOpen);
  const added = conditionalFormats(places) + validations(book, places);
  return (xml) =>
    xml
      .replaceAll(`<v>${NO_RATE}</v>`, "<v></v>")
      .replace("<sheetProtection ", '<sheetProtection formatColumns="0" formatRows="0" ')
      .replace(/<(?:pageMargins|printOptions)\b/u, (tag) => added + tag);
}

type Place = { readonly row: EntryRow; readonly at: number };

function isNumeric({ row }: Place): boolean {
  return row.kind === "count" || row.kind === "rate" || row.kind === "percent";
}

/** Cells of a column one under the other, as ranges; the first is what the formulas of a rule speak of. */
function ranges(places: readonly Place[], column: "result" | "total"): string {
  const spans: [number, number][] = [];
  for (const { at } of places) {
    const last = spans.at(-1);
    if (last && last[1] === at - 1) last[1] = at;
    else spans.push([at, at]);
  }
  const cell = (row: number) => address(row, bookColumn(column));
  return spans.map(([from, to]) => (from === to ? cell(from) : `${cell(from)}:${cell(to)}`)).join(" ");
}

function conditionalFormats(places: readonly Place[]): string {
  const totals = places.filter(({ row }) => row.hasTotal);
  const percents = places.filter(({ row }) => row.kind === "percent");
  const whole = places.filter((place) => isNumeric(place) && place.row.kind !== "percent");
  return [
    conditional(whole, "result", FRACTION, (cell) => `AND(ISNUMBER(${cell}),${cell}<>INT(${cell}))`),
    conditional(totals, "total", FRACTION, (cell) => `AND(ISNUMBER(${cell}),${cell}<>INT(${cell}))`),
    conditional(percents, "result", PERCENT_FRACTION, (cell) => `AND(ISNUMBER(${cell}),${cell}<>ROUND(${cell},2))`),
    conditional(
      totals,
      "result",
      TOO_LARGE,
      (cell, total) => `AND(ISNUMBER(${cell}),ISNUMBER(${total}),${cell}>${total})`,
    ),
  ].join("");
}

function conditional(
  places: readonly Place[],
  column: "result" | "total",
  format: number,
  formula: (cell: string, total: string) => string,
): string {
  const [first] = places;
  if (!first) return "";
  const text = formula(address(first.at, bookColumn(column)), address(first.at, bookColumn("total")));
  return (
    `<conditionalFormatting sqref="${ranges(places, column)}"><cfRule type="expression" dxfId="${format}" ` +
    `priority="${format + 1 + (column === "total" ? 10 : 0)}"><formula>${escapeXml(text)}</formula></cfRule></conditionalFormatting>`
  );
}

function validations({ lists, advice }: EntryBook, places: readonly Place[]): string {
  const isWord = (cell: string) => `UPPER(TRIM(${cell}))="${lists.notApplicable.toUpperCase()}"`;
  const sheet = `'${lists.sheetName.replaceAll("'", "''")}'`;
  const choice = (column: "A" | "B", words: readonly string[]) =>
    `${sheet}!$${column}$1:$${column}$${words.length + 1}`;
  const of = (isWanted: (place: Place) => boolean) => places.filter(isWanted);
  const counts = of(({ row }) => row.kind === "count");
  const shares = of((place) => isNumeric(place) && place.row.kind !== "count");
  const totals = of(({ row }) => row.hasTotal);
  const levels = of(({ row }) => row.kind === "level");
  const judged = of(({ row }) => row.kind === "judged");
  const says = (told: string) => `errorTitle="${escapeXml(advice.title)}" error="${escapeXml(told)}"`;
  const written = [
    rule("custom", counts, "result", says(advice.anyNumber), (cell) => `OR(ISNUMBER(${cell}),${isWord(cell)})`),
    rule(
      "custom",
      shares,
      "result",
      says(advice.numberOnly),
      (cell) => `OR(AND(ISNUMBER(${cell}),${cell}>=0),${isWord(cell)})`,
    ),
    rule("custom", totals, "total", says(advice.numberOnly), (cell) => `AND(ISNUMBER(${cell}),${cell}>0)`),
    rule("list", levels, "result", says(advice.choice), () => choice("A", lists.levels)),
    rule("list", judged, "result", says(advice.choice), () => choice("B", lists.judgements)),
  ].filter((text) => text !== "");
  return written.length === 0 ? "" : `<dataValidations count="${written.length}">${written.join("")}</dataValidations>`;
}

function rule(
  type: "custom" | "list",
  open: readonly Place[],
  column: "result" | "total",
  says: string,
  formula: (cell: string) => string,
): string {
  const [first] = open;
  if (!first) return "";
  const text = escapeXml(formula(address(first.at, bookColumn(column))));
  // A warning, not a stop: the server reads more than the program does, and says what it cannot read.
  return (
    `<dataValidation type="${type}" errorStyle="warning" allowBlank="1" showErrorMessage="1" ${says} ` +
    `sqref="${ranges(open, column)}"><formula1>${text}</formula1></dataValidation>`
  );
}

function escapeXml(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}
