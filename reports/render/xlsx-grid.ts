/** Where things stand on the sheet, and a formula's text from its meaning. Rows and columns count from 0. */
import { columnLetters } from "@/domain/figure-files";
import type { CellFormula, Operand, ReportTable } from "../model";

/** Millimetres of a column as Excel's characters of the default font. */
const MILLIMETRES_PER_CHARACTER = 1.9;
/** Letters of the report's font are narrower than the digits that Excel measures columns by. */
const LETTER_WIDTH = 0.85;
const NUMBER_PADDING = 2;
/** Capitals take this many times the room of other letters. */
const CAPITAL_WIDTH = 1.3;

/** Widths of the table's columns in characters: its share of the page, and never less than its longest number. */
export function columnCharacters(table: ReportTable): number[] {
  return table.columns.map((column, index) =>
    Math.max(column.width / MILLIMETRES_PER_CHARACTER, longestNumber(table, index)),
  );
}

/** A number does not wrap, it becomes `###`. */
function longestNumber(table: ReportTable, column: number): number {
  const lengths = table.rows.map((row) => {
    const cell = row.length === table.columns.length ? row[column] : undefined;
    return cell?.type === "number" ? cell.text.length * LETTER_WIDTH + NUMBER_PADDING : 0;
  });
  return Math.max(0, ...lengths);
}

/** Points that wrapped text needs in a cell of so many characters; merged cells do not grow by themselves. */
export function wrappedHeight(text: string, characters: number, size: number): number {
  const perLine = (characters * 11) / size;
  const lines = text.split("\n").reduce((count, line) => count + Math.max(1, Math.ceil(widthOf(line) / perLine)), 0);
  return Math.ceil(lines * size * 1.35) + 2;
}

function widthOf(line: string): number {
  const isCapitals = line === line.toUpperCase() && line !== line.toLowerCase();
  return isCapitals ? line.length * CAPITAL_WIDTH : line.length;
}

/** `A1`-style address of a cell. */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Address on another sheet. */
export function addressOnSheet(sheet: string, row: number, column: number): string {
  return `'${sheet.replaceAll("'", "''")}'!${address(row, column)}`;
}

/** The formula of a cell in a row, in functions that Excel 2010 knows. */
export function formulaText(formula: CellFormula, row: number, indexOf: (columnKey: string) => number): string {
  const operand = (value: Operand) => ("column" in value ? address(row, indexOf(value.column)) : String(value.value));
  switch (formula.op) {
    case "sum":
    case "mean": {
      const range = `${address(row, indexOf(formula.from))}:${address(row, indexOf(formula.to))}`;
      return `=${formula.op === "sum" ? "SUM" : "AVERAGE"}(${range})`;
    }
    case "ratio":
      return `=${operand(formula.of)}/${operand(formula.to)}`;
    case "difference": {
      const difference = `${operand(formula.of)}-${operand(formula.minus)}`;
      return formula.times === 1 ? `=${difference}` : `=(${difference})*${formula.times}`;
    }
  }
}
