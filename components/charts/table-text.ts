/** What a table shows as a spreadsheet takes it in: a line a row, tabs between columns, numbers as they are written. */
export function tableText(table: HTMLTableElement): string {
  const rows = [...table.rows].filter((row) => !isHidden(row));
  return rows.map((row) => [...row.cells].flatMap(cellTexts).join("\t")).join("\n");
}

/** A cell's text, and empty ones for the further columns that it spans; what is only operated or only seen is left out. */
function cellTexts(cell: HTMLTableCellElement): string[] {
  if (cell.closest(".screen-only") === cell) return [];
  const read = cell.cloneNode(true) as HTMLElement;
  read.querySelectorAll("[aria-hidden=true]").forEach((part) => part.remove());
  const text = (read.textContent ?? "").replace(/\s+/g, " ").trim();
  return [text, ...Array.from({ length: cell.colSpan - 1 }, () => "")];
}

/** What repeats in another form what is read. */
function isHidden(part: Element): boolean {
  return part.getAttribute("aria-hidden") === "true";
}
