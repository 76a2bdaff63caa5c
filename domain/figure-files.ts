// Files of figures: which columns they have, how a row is found among others, and what can be wrong with one.
import { foldCellText, type CellField, type CellTexts } from "./cell-texts";
import type { FigureProblemCode } from "./typed-figures";

/** Which report and measure a row is about, in the codes that the organisation uses. */
export interface RowKeys {
  readonly term: string;
  readonly unit: string;
  readonly period: string;
  readonly measure: string;
}

export const KEY_COLUMNS = ["term", "unit", "period", "measure"] as const satisfies readonly (keyof RowKeys)[];
export const ENTRY_COLUMNS = ["result", "total", "evidence", "note"] as const satisfies readonly CellField[];

/** What a file is read by. `before` holds what the cells held when the file was made. */
export type FileColumn = (typeof KEY_COLUMNS)[number] | (typeof ENTRY_COLUMNS)[number] | "before";

const READ_COLUMNS: readonly FileColumn[] = [...KEY_COLUMNS, ...ENTRY_COLUMNS, "before"];

/** Where the columns of a table stand, from 0; a column that is not there is not named. */
export type ColumnPlaces = Readonly<Partial<Record<FileColumn, number>>>;

/** What makes a cell unreadable before its text is looked at. */
export const cellFlawCodes = ["cell_date", "cell_error", "cell_boolean", "formula_without_value"] as const;
export type CellFlawCode = (typeof cellFlawCodes)[number];

/** What is wrong with a row as a whole, or with the report it belongs to. */
export const rowProblemCodes = [
  "no_key",
  "unknown_term",
  "unknown_unit",
  "unknown_period",
  "unknown_measure",
  "forbidden",
  "period_not_open",
  "period_locked",
  "term_closed",
  "wrong_state",
  "measure_not_applicable",
  "named_twice",
  "total_not_used",
] as const;
export type RowProblemCode = (typeof rowProblemCodes)[number];

export type UploadProblemCode = CellFlawCode | RowProblemCode | FigureProblemCode;

/** Where a row stands in its file; `row` from 1, as spreadsheets number them. */
export interface RowPlace {
  /** Null in a file without sheets. */
  readonly sheet: string | null;
  readonly row: number;
  readonly columns: ColumnPlaces;
}

/** A row of a file as it was read. */
export interface FileRow {
  readonly place: RowPlace;
  readonly keys: RowKeys;
  readonly cells: CellTexts;
  /** What the cells held when the file was made, as `writeBefore` wrote it; "" where the file does not say. */
  readonly before: string;
  readonly flaws: readonly { readonly column: CellField; readonly code: CellFlawCode }[];
}

/** The names by which a column is known, folded: its own, and its heading in every language. */
export type ColumnNames = ReadonlyMap<string, FileColumn>;

/** Headings of several languages, and the columns' own names, as they are looked up. */
export function columnNames(headings: readonly Readonly<Record<FileColumn, string>>[]): ColumnNames {
  const names = READ_COLUMNS.map((column): [string, FileColumn] => [`tiendo:${column}`, column]);
  const written = headings.flatMap((words) =>
    READ_COLUMNS.map((column): [string, FileColumn] => [foldCellText(words[column]), column]),
  );
  return new Map([...names, ...written]);
}

/** Where the columns stand, if a row names all that a figure is found by; null for any other row. */
export function readHeaderRow(texts: readonly string[], names: ColumnNames): ColumnPlaces | null {
  const places: Partial<Record<FileColumn, number>> = {};
  texts.forEach((text, place) => {
    const column = names.get(foldCellText(text));
    if (column !== undefined) places[column] ??= place;
  });
  return KEY_COLUMNS.every((column) => places[column] !== undefined) ? places : null;
}

/** `A`, `Z`, `AA`: the letters of a column, counted from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** Where a person finds a cell: `Tháng 3-2023!D7`, `D7` in a file without sheets. */
export function cellAddress({ sheet, row, columns }: RowPlace, column: FileColumn): string {
  const cell = `${columnLetters(columns[column] ?? columns.result ?? 0)}${row}`;
  return sheet === null ? cell : `${sheet}!${cell}`;
}

/** A number of a spreadsheet as a person would type it: what the program shows of it, without groups and with a comma. */
export function numberCellText(value: number): string {
  // Spreadsheets calculate in binary and show 15 digits: 0.1 + 0.2 is 0,3 to everybody who looks at it.
  const text = Number(value.toPrecision(15)).toString();
  return (/e/u.test(text) ? plainDecimal(value) : text).replace(".", ",");
}

function plainDecimal(value: number): string {
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/0+$/u, "") : BigInt(Math.round(value)).toString();
}
