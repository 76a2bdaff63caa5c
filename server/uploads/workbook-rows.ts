import { streamXlsxRows } from "hucre/xlsx";
import { DomainError } from "@/domain/errors";
import { columnLetters, numberCellText, type ColumnNames } from "@/domain/figure-files";
import type { ReadCell, RowReader } from "./file-rows";
import { openGuarded } from "./package-guard";
import { readFacts, type SheetFacts, type WorkbookFacts } from "./sheet-facts";

/** Ours are some twenty columns wide; whatever lies far to the right is nobody's figure. */
const MAX_COLUMNS = 200;

/** A workbook that passed the guard. */
export interface OpenedWorkbook extends WorkbookFacts {
  /** Hands every sheet to a reader of rows. Refuses what cannot be parsed. */
  readonly readSheets: (reader: RowReader) => Promise<void>;
}

/** Opens a workbook. Refuses what the guard refuses. */
export async function openWorkbook(bytes: Uint8Array, names: ColumnNames): Promise<OpenedWorkbook> {
  const facts = await readFacts(await openGuarded(bytes));
  const readSheets: OpenedWorkbook["readSheets"] = async (reader) => {
    for (const [place, sheet] of facts.sheets.entries()) {
      const take = reader.beginTable({ sheet: sheet.name, names });
      await readSheet(bytes, place, (row, values) => {
        take(
          row,
          values.slice(0, MAX_COLUMNS).map((value, column) => readCell(value, `${columnLetters(column)}${row}`, sheet)),
        );
      });
    }
  };
  return { ...facts, readSheets };
}

async function readSheet(
  bytes: Uint8Array,
  sheet: number,
  take: (row: number, values: readonly unknown[]) => void,
): Promise<void> {
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) take(index + 1, values);
  } catch (error) {
    // What passed the guard and still cannot be parsed was cut off or written wrongly.
    throw error instanceof DomainError ? error : new DomainError("file_damaged");
  }
}

function readCell(value: unknown, address: string, { formulas, percents }: SheetFacts): ReadCell {
  const isCalculated = formulas.has(address);
  const told = isCalculated ? { isCalculated } : {};
  if (value === null || value === undefined || value === "") {
    return isCalculated ? { text: "", flaw: "formula_without_value", ...told } : { text: "" };
  }
  if (typeof value === "number") {
    const text = percents.has(address) ? `${numberCellText(value * 100)}%` : numberCellText(value);
    return { text, ...told };
  }
  if (typeof value === "boolean") return { text: String(value), flaw: "cell_boolean", ...told };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), flaw: "cell_date", ...told };
  const text = typeof value === "string" ? value : "";
  return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/u.test(text)
    ? { text, flaw: "cell_error", ...told }
    : { text, ...told };
}
