import { Formula, type Worksheet } from "wasm-xlsxwriter/nodejs";
import type { Cell, ReportLanguage, ReportTable } from "../model";
import type { Profile } from "../profiles/profile";
import { numberCode } from "./number-codes";
import { columnIndex, placeCells, type PlacedCell } from "./placed-cells";
import { asPlainText, tableFormat } from "./xlsx-formats";
import { formulaText, wrappedHeight } from "./xlsx-grid";

const LEAST_HEIGHT = 18;

interface TablePlace {
  readonly sheet: Worksheet;
  readonly table: ReportTable;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  readonly profile: Profile;
  readonly language: ReportLanguage;
  /** Row of the headings. */
  readonly top: number;
}

/** Writes headings and rows with real numbers and formulas; returns the first row below. */
export function writeTable(place: TablePlace): number {
  const { sheet, table, widths, profile, top } = place;
  const format = tableFormat(profile, { align: "center", bold: true });
  table.columns.forEach((column, index) => {
    sheet.setColumnWidth(index, widths[index] ?? 0);
    sheet.writeStringWithFormat(top, index, column.heading, format);
  });
  const headings = table.columns.map((column, index): SizedText => [column.heading, widths[index] ?? 0]);
  sheet.setRowHeight(top, tallest(headings, profile));
  table.rows.forEach((row, index) => writeRow(place, row, top + 1 + index));
  return top + 1 + table.rows.length;
}

function writeRow(place: TablePlace, row: readonly Cell[], sheetRow: number): void {
  const placed = placeCells(row, place.table.columns);
  for (const cell of placed) writeCell(place, cell, sheetRow);
  const texts = placed
    .filter(({ cell }) => cell.type === "text")
    .map(({ text, first, last }): SizedText => [text, total(place.widths.slice(first, last + 1))]);
  place.sheet.setRowHeight(sheetRow, tallest(texts, place.profile));
}

function writeCell(place: TablePlace, placed: PlacedCell, row: number): void {
  const { sheet, table, profile, language } = place;
  const { cell, first, last, text, align } = placed;
  const look = { align, bold: cell.bold === true };
  if (cell.type !== "number") {
    const format = asPlainText(text, tableFormat(profile, look));
    if (first === last) sheet.writeStringWithFormat(row, first, text, format);
    else sheet.mergeRange(row, first, row, last, text, format);
    return;
  }
  const format = tableFormat(profile, { ...look, numberCode: numberCode(cell.format, language) });
  if (cell.formula === null) {
    sheet.writeNumberWithFormat(row, first, cell.value, format);
    return;
  }
  const formula = formulaText(cell.formula, row, (key) => columnIndex(table.columns, key));
  sheet.writeFormulaWithFormat(row, first, new Formula(formula).setResult(String(cell.value)), format);
}

/** A text and the characters that it has room for. */
type SizedText = readonly [text: string, characters: number];

function tallest(texts: readonly SizedText[], profile: Profile): number {
  const heights = texts.map(([text, characters]) => wrappedHeight(text, characters, profile.table.size));
  return Math.max(LEAST_HEIGHT, ...heights);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
