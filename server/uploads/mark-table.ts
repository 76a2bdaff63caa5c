import { CSV_START, decodeText, readCsv, separatorOf, writeCsvRow, type CsvCell } from "@/domain/csv";

/** What is wrong in a row, in words; by its number from 1. */
export type MarkedRows = ReadonlyMap<number, string>;

/** What a spreadsheet may calculate without harm: it is a number already. */
const NUMBER = /^[-+]?[0-9][0-9., ]*%?$/u;

/** The table with one more column, which says what is wrong in a row. */
export function markTable(bytes: Uint8Array, heading: string, marks: MarkedRows): Uint8Array<ArrayBuffer> {
  const text = decodeText(bytes) ?? "";
  const separator = separatorOf(text);
  const firstMarked = Math.min(...marks.keys());
  let written = CSV_START;
  let row = 0;
  for (const cells of readCsv(text)) {
    row += 1;
    // The hint of a separator is a line of its own, and stands for itself again through the written separators.
    if (cells.length === 0) continue;
    const said = marks.get(row) ?? (row < firstMarked && isHeading(cells) ? heading : "");
    written += writeCsvRow([...cells.map(asCell), { type: "text", text: said }], separator);
  }
  return new TextEncoder().encode(written);
}

function isHeading(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== "").length > 4;
}

function asCell(text: string): CsvCell {
  return { type: NUMBER.test(text) ? "number" : "text", text };
}
