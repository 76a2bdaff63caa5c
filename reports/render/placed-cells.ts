import { BLANK, type Alignment, type Cell, type Column } from "../model";

/** A cell with the columns that it covers, counted from 0, and what it prints. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly align: Alignment;
}

/** Puts a row's cells under their columns. Throws RangeError when they do not fill the row. */
export function placeCells(row: readonly Cell[], columns: readonly Column[]): PlacedCell[] {
  let next = 0;
  const placed = row.map((cell): PlacedCell => {
    const first = next;
    next += cell.span ?? 1;
    return {
      cell,
      first,
      last: next - 1,
      text: cell.type === "blank" ? BLANK : cell.text,
      align: cellAlignment(cell, columns[first]?.align ?? "left"),
    };
  });
  if (next !== columns.length) {
    throw new RangeError(`a row of ${next} columns in a table of ${columns.length}`);
  }
  return placed;
}

/** A blank stands in the middle, and so does a word in a column of numbers. */
function cellAlignment(cell: Cell, column: Alignment): Alignment {
  if (cell.type === "number") return column;
  return cell.type === "blank" || column === "right" ? "center" : column;
}

/** The place of a column by its key. Throws RangeError for a key that the table does not have. */
export function columnIndex(columns: readonly Column[], key: string): number {
  const index = columns.findIndex((column) => column.key === key);
  if (index < 0) throw new RangeError(`no column ${key}`);
  return index;
}
