// A file that somebody sent, as rows of figures, whatever kind of file it is.
import { decodeText, readCsv } from "@/domain/csv";
import { DomainError } from "@/domain/errors";
import type { ColumnNames, FileRow } from "@/domain/figure-files";
import { RowReader } from "./file-rows";
import { openWorkbook } from "./workbook-rows";

/** A file whose rows are read as often as they are asked for: 100,000 of them are not kept. */
export interface OpenedUpload {
  readonly kind: "xlsx" | "csv";
  /** The parts of a workbook's sheets, by their names. */
  readonly paths: ReadonlyMap<string, string>;
  /** Hands over one row after another. DomainError `file_too_many_rows`; `file_foreign` where no table of figures is. */
  readonly readRows: (take: (row: FileRow) => void) => Promise<ReadFacts>;
}

/** What was noticed while rows were read. */
export interface ReadFacts {
  /** What is in the file and was left alone. */
  readonly remarks: readonly UploadRemark[];
  /** How many rows hold entries that are calculated in the file: their last values were read. */
  readonly calculated: number;
}

export type UploadRemark = "macros" | "links" | "merged";

/** Something that hands over its tables to a reader of rows, again and again. */
interface Source {
  readonly kind: OpenedUpload["kind"];
  readonly paths: OpenedUpload["paths"];
  readonly readTables: (reader: RowReader) => Promise<void> | void;
  readonly remarksOf: (reader: RowReader) => readonly UploadRemark[];
}

/**
 * Opens a workbook or a plain table by what its bytes are, not by its name. DomainError `file_empty`, `file_encrypted`,
 * `file_old_kind`, `file_unknown_kind`, `file_damaged`, `file_unsafe`.
 */
export async function openUpload(bytes: Uint8Array, names: ColumnNames): Promise<OpenedUpload> {
  const source = kindOf(bytes) === "xlsx" ? await workbookOf(bytes, names) : tableOf(bytes, names);
  const { kind, paths } = source;
  const readRows: OpenedUpload["readRows"] = async (take) => {
    const reader = new RowReader(take);
    await source.readTables(reader);
    if (!reader.foundTable) throw new DomainError("file_foreign");
    return { remarks: source.remarksOf(reader), calculated: reader.calculated };
  };
  return { kind, paths, readRows };
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

async function workbookOf(bytes: Uint8Array, names: ColumnNames): Promise<Source> {
  const { hasMacros, hasLinks, sheets, readSheets } = await openWorkbook(bytes, names);
  return {
    kind: "xlsx",
    paths: new Map(sheets.map(({ name, path }) => [name, path])),
    readTables: readSheets,
    remarksOf: ({ firstRows }) => [
      ...(hasMacros ? (["macros"] as const) : []),
      ...(hasLinks ? (["links"] as const) : []),
      ...(touchesRows(sheets, firstRows) ? (["merged"] as const) : []),
    ],
  };
}

function tableOf(bytes: Uint8Array, names: ColumnNames): Source {
  const text = decodeText(bytes);
  if (text === null || text.includes("\u0000")) throw new DomainError("file_unknown_kind");
  const readTables = (reader: RowReader) => {
    const take = reader.beginTable({ sheet: null, names });
    let row = 0;
    for (const cells of readCsv(text))
      take(
        (row += 1),
        cells.map((cell) => ({ text: cell })),
      );
  };
  return { kind: "csv", paths: new Map(), readTables, remarksOf: () => [] };
}

/** Whether cells are merged over rows of figures; headings may be as they like. */
function touchesRows(
  sheets: readonly { readonly name: string; readonly merges: readonly string[] }[],
  firstRows: RowReader["firstRows"],
): boolean {
  return sheets.some(({ name, merges }) => {
    const first = firstRows.get(name);
    return first !== undefined && merges.some((merge) => Number(/[0-9]+$/u.exec(merge)?.[0]) >= first);
  });
}
