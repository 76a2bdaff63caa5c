// Which cells of a file are marked, whatever kind of file it is.
import { groupRows } from "@/db/batches";
import type { FileRow } from "@/domain/figure-files";
import type { ToldReason } from "../loaders/upload-views";
import { markTable } from "./mark-table";
import { markWorkbook } from "./mark-workbook";
import type { ReadUpload } from "./read-upload";

/** A file to keep. */
export interface MarkedUpload {
  readonly kind: "xlsx" | "csv";
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A refused row with its reasons. */
export interface Mark {
  readonly row: FileRow;
  readonly reasons: readonly ToldReason[];
}

/** The file with its marks. */
export function markFile(
  file: Uint8Array,
  { kind, paths }: ReadUpload,
  marks: readonly Mark[],
  heading: string,
): Uint8Array<ArrayBuffer> {
  const textOf = ({ reasons }: Mark) => reasons.map(({ text }) => text).join(" ");
  if (kind === "csv") return markTable(file, heading, new Map(marks.map((mark) => [mark.row.place.row, textOf(mark)])));
  const bySheet = groupRows(marks, ({ row }) => row.place.sheet ?? "");
  return markWorkbook(
    file,
    [...bySheet].map(([sheet, ofSheet]) => ({
      path: paths.get(sheet) ?? "",
      rows: new Map(
        ofSheet.map((mark) => [mark.row.place.row, { cells: mark.reasons.map(cellOf), text: textOf(mark) }]),
      ),
    })),
  );
}

/** `D7` of `Tháng 3-2023!D7`; a sheet's name may hold the mark as well. */
function cellOf({ address }: ToldReason): string {
  return address.slice(address.lastIndexOf("!") + 1);
}
