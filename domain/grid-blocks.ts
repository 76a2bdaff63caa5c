// Blocks of cells as they travel between spreadsheets and the entry grid: read from the clipboard, set down, copied.

/** A block as it was copied: the texts of its rows, none of them cut or corrected. */
export type Block = readonly (readonly string[])[];

/** A cell of the grid, counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both corners included. */
export interface CellRange {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

export interface CellWrite extends CellPlace {
  readonly text: string;
}

/** The grid that a block is set down on. */
export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  /** Whether a cell may be written: it is asked for, and its report is open to this person. */
  readonly isOpen: (place: CellPlace) => boolean;
}

/** What becomes of a block's cells; every cell of the block is in exactly one of the four. */
export interface BlockPlan {
  readonly writes: readonly CellWrite[];
  /** Blank cells: what stands in the grid stays. */
  readonly untouched: number;
  /** Cells that hold something for a place that may not be written. */
  readonly closed: readonly CellPlace[];
  /** Cells that hold something and lie beyond the grid's last row or column. */
  readonly outside: number;
}

/** A cell and what ends it. Quotes count where a cell begins and ends with them; an inch sign inside one does not. */
const CELL = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/g;
const LAST_LINE_BREAK = /(?:\r\n|\r|\n)$/;
const NEEDS_QUOTES = /["\t\r\n]/;

/**
 * Reads what a spreadsheet puts on the clipboard: cells between tabs, rows between line breaks, a cell that holds either
 * of them in quotes with the quotes inside doubled. The line break after the last row begins no row.
 */
export function parseBlock(text: string): Block {
  const body = text.replace(LAST_LINE_BREAK, "");
  if (body === "") return [];
  const rows: string[][] = [[]];
  for (const [, cell = "", end] of body.matchAll(CELL)) {
    rows.at(-1)?.push(unquote(cell));
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}

function unquote(cell: string): string {
  const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
  return isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** Writes a block as a spreadsheet reads it; `parseBlock` reads it back. */
export function writeBlock(block: Block): string {
  return block.map((row) => row.map(quote).join("\t")).join("\n");
}

function quote(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rectangle between two of its corners, whichever they are. */
export function rangeBetween(a: CellPlace, b: CellPlace): CellRange {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

/** Whether a cell lies in a rectangle. */
export function isInRange({ from, to }: CellRange, { row, column }: CellPlace): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

/** The cells of a rectangle, row by row. */
export function placesOf({ from, to }: CellRange): CellPlace[] {
  const { rows, columns } = sizeOf({ from, to });
  return Array.from({ length: rows * columns }, (_, index) => ({
    row: from.row + Math.floor(index / columns),
    column: from.column + (index % columns),
  }));
}

function sizeOf({ from, to }: CellRange) {
  return { rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}

/**
 * Sets a block down with its first cell on the first of the chosen ones, over as many cells as it has; where the chosen
 * rectangle is a multiple of the block, the block is repeated over it, as spreadsheets do. Blank cells write nothing.
 * A text is written as it is: what it means, and whether it is wrong, is said by who reads it.
 */
export function placeBlock(block: Block, chosen: CellRange, shape: GridShape): BlockPlan {
  const plan = { writes: [] as CellWrite[], untouched: 0, closed: [] as CellPlace[], outside: 0 };
  for (const { row, column, text } of spread(block, chosen)) {
    if (text.trim() === "") plan.untouched += 1;
    else if (row >= shape.rows || column >= shape.columns) plan.outside += 1;
    else if (!shape.isOpen({ row, column })) plan.closed.push({ row, column });
    else plan.writes.push({ row, column, text });
  }
  return plan;
}

function spread(block: Block, chosen: CellRange): CellWrite[] {
  const height = block.length;
  const width = Math.max(0, ...block.map((row) => row.length));
  if (height === 0 || width === 0) return [];
  const { rows, columns } = sizeOf(chosen);
  const isMultiple = rows % height === 0 && columns % width === 0;
  const size = isMultiple ? { rows, columns } : { rows: height, columns: width };
  const to = { row: chosen.from.row + size.rows - 1, column: chosen.from.column + size.columns - 1 };
  return placesOf({ from: chosen.from, to }).map(({ row, column }) => ({
    ...{ row, column },
    text: block[(row - chosen.from.row) % height]?.[(column - chosen.from.column) % width] ?? "",
  }));
}
