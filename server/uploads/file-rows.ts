// Tables of a file as rows of figures: the same for every kind of file, once its cells are texts.
import { areBlank, type CellField, type CellTexts } from "@/domain/cell-texts";
import {
  ENTRY_COLUMNS,
  KEY_COLUMNS,
  readHeaderRow,
  type CellFlawCode,
  type ColumnNames,
  type ColumnPlaces,
  type FileColumn,
  type FileRow,
} from "@/domain/figure-files";
import { DomainError } from "@/domain/errors";

/** Far above what an organisation reports in a term, far below what fills a memory. */
const MAX_ROWS = 150_000;

/** What is longer is refused as too long, and is not looked at to its end first. */
const MAX_CELL = 20_000;

/** A cell as it was read. */
export interface ReadCell {
  readonly text: string;
  readonly flaw?: CellFlawCode;
  readonly isCalculated?: boolean;
}

/** Where a table is read from. */
export interface TablePlace {
  readonly sheet: string | null;
  readonly names: ColumnNames;
}

const EMPTY: ReadCell = { text: "" };

/** Hands on the rows of one table after another, and keeps none of them; counts them all together. */
export class RowReader {
  readonly #hand: (row: FileRow) => void;
  /** False after tables without a row that names the columns: somebody's notes, or another file altogether. */
  foundTable = false;
  rows = 0;
  calculated = 0;
  /** Where the figures of a sheet begin. */
  readonly firstRows = new Map<string | null, number>();

  constructor(hand: (row: FileRow) => void) {
    this.#hand = hand;
  }

  /** Begins a table; the function that is answered takes its rows in their order, `row` from 1. */
  beginTable({ sheet, names }: TablePlace): (row: number, cells: readonly ReadCell[]) => void {
    let columns: ColumnPlaces | null = null;
    return (row, cells) => {
      const header = readHeaderRow(
        cells.map(({ text }) => text),
        names,
      );
      if (header !== null) {
        // Two rows name the columns, one of them hidden: what a person renamed in the other one is known from it.
        columns = { ...columns, ...header };
        this.foundTable ||= columns.result !== undefined;
      } else if (columns?.result !== undefined) {
        this.#take(cells, { sheet, row, columns });
      }
    };
  }

  #take(cells: readonly ReadCell[], place: FileRow["place"]): void {
    const at = (column: FileColumn) => cells[place.columns[column] ?? -1] ?? EMPTY;
    const [term = "", unit = "", period = "", measure = ""] = KEY_COLUMNS.map((column) => at(column).text.trim());
    const entered = ENTRY_COLUMNS.map((column): [CellField, ReadCell] => [column, at(column)]);
    const flaws = entered.flatMap(([column, { flaw }]) => (flaw === undefined ? [] : [{ column, code: flaw }]));
    const texts = Object.fromEntries(entered.map(([column, { text }]) => [column, text.slice(0, MAX_CELL)])) as Record<
      CellField,
      string
    > satisfies CellTexts;
    const hasKey = [term, unit, period, measure].some((key) => key !== "");
    if (!hasKey && flaws.length === 0 && areBlank(texts)) return;
    if (this.rows >= MAX_ROWS) throw new DomainError("file_too_many_rows", { maximum: MAX_ROWS });
    this.rows += 1;
    if (entered.some(([, cell]) => cell.isCalculated === true)) this.calculated += 1;
    if (!this.firstRows.has(place.sheet)) this.firstRows.set(place.sheet, place.row);
    this.#hand({ place, keys: { term, unit, period, measure }, cells: texts, flaws, before: at("before").text });
  }
}
