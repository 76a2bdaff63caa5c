/** What a table shows as a spreadsheet takes it in: a line a row, tabs between columns, numbers as they are written. */
export function tableText(table: HTMLTableElement): string {
  return [...table.rows].map((row) => [...row.cells].flatMap(cellTexts).join("\t")).join("\n");
}

/** A cell's text, and empty ones for the further columns that it spans; what is only operated is left out. */
function cellTexts(cell: HTMLTableCellElement): string[] {
  if (cell.closest(".screen-only") === cell) return [];
  const text = (cell.textContent ?? "").replace(/\s+/g, " ").trim();
  return [text, ...Array.from({ length: cell.colSpan - 1 }, () => "")];
}
