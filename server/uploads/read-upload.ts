// A file that somebody sent, as rows of figures, whatever kind of file it is.
import { decodeText, readCsv } from "@/domain/csv";
import { DomainError } from "@/domain/errors";
import type { ColumnNames, FileRow } from "@/domain/figure-files";
import { RowCollector } from "./file-rows";
import { readWorkbook } from "./workbook-rows";

/** What a file holds. */
export interface ReadUpload {
  readonly kind: "xlsx" | "csv";
  readonly rows: readonly FileRow[];
  /** What is in the file and was left alone. */
  readonly remarks: readonly UploadRemark[];
  /** The parts of a workbook's sheets, by their names. */
  readonly paths: ReadonlyMap<string, string>;
}

export type UploadRemark = "macros" | "links" | "merged";

/**
 * Reads a workbook or a plain table by what its bytes are, not by its name. DomainError `file_empty`, `file_encrypted`,
 * `file_old_kind`, `file_unknown_kind`, `file_damaged`, `file_unsafe`, `file_too_many_rows`; `file_foreign` for one
 * without a table of figures.
 */
export async function readUpload(bytes: Uint8Array, names: ColumnNames): Promise<ReadUpload> {
  const collector = new RowCollector();
  const kind = kindOf(bytes);
  const remarks: UploadRemark[] = [];
  const paths = new Map<string, string>();
  if (kind === "xlsx") {
    const { hasMacros, hasLinks, sheets } = await readWorkbook(bytes, names, collector);
    for (const { name, path } of sheets) paths.set(name, path);
    if (hasMacros) remarks.push("macros");
    if (hasLinks) remarks.push("links");
    if (touchesRows(sheets, collector.rows)) remarks.push("merged");
  } else {
    readTable(bytes, names, collector);
  }
  if (!collector.foundTable) throw new DomainError("file_foreign");
  return { kind, rows: collector.rows, remarks, paths };
}

function kindOf(bytes: Uint8Array): "xlsx" | "csv" {
  if (bytes.length === 0) throw new DomainError("file_empty");
  const start = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (start.startsWith("PK")) return "xlsx";
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
    const isEncrypted = Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new DomainError(isEncrypted ? "file_encrypted" : "file_old_kind");
  }
  return "csv";
}

function readTable(bytes: Uint8Array, names: ColumnNames, collector: RowCollector): void {
  const text = decodeText(bytes);
  if (text === null || text.includes("\u0000")) throw new DomainError("file_unknown_kind");
  const take = collector.beginTable({ sheet: null, names });
  let row = 0;
  for (const cells of readCsv(text))
    take(
      (row += 1),
      cells.map((cell) => ({ text: cell })),
    );
}

/** Whether cells are merged over rows of figures; headings may be as they like. */
function touchesRows(
  sheets: readonly { readonly name: string; readonly merges: readonly string[] }[],
  rows: readonly FileRow[],
): boolean {
  const firstRows = new Map<string | null, number>();
  for (const { place } of rows) if (!firstRows.has(place.sheet)) firstRows.set(place.sheet, place.row);
  return sheets.some(({ name, merges }) => {
    const first = firstRows.get(name);
    return first !== undefined && merges.some((merge) => Number(/[0-9]+$/u.exec(merge)?.[0]) >= first);
  });
}
