// Which cells of a file are marked, whatever kind of file it is.
import { groupRows } from "@/db/batches";
import type { RowPlace } from "@/domain/figure-files";
import type { ToldReason } from "../loaders/upload-views";
import { markTable } from "./mark-table";
import { markWorkbook } from "./mark-workbook";
import type { OpenedUpload } from "./read-upload";

/** A file to keep. */
export interface MarkedUpload {
  readonly kind: "xlsx" | "csv";
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where a refused row stands, and its reasons. */
export interface Mark {
  readonly place: RowPlace;
  readonly reasons: readonly ToldReason[];
}

/** The file with its marks. */
export function markFile(
  file: Uint8Array,
  { kind, paths }: OpenedUpload,
  marks: readonly Mark[],
  heading: string,
): Uint8Array<ArrayBuffer> {
  const textOf = ({ reasons }: Mark) => reasons.map(({ text }) => text).join(" ");
  if (kind === "csv") return markTable(file, heading, new Map(marks.map((mark) => [mark.place.row, textOf(mark)])));
  const bySheet = groupRows(marks, ({ place }) => place.sheet ?? "");
  return markWorkbook(
    file,
    [...bySheet].map(([sheet, ofSheet]) => ({
      path: paths.get(sheet) ?? "",
      rows: new Map(ofSheet.map((mark) => [mark.place.row, { cells: mark.reasons.map(cellOf), text: textOf(mark) }])),
    })),
  );
}

/** `D7` of `Tháng 3-2023!D7`; a sheet's name may hold the mark as well. */
function cellOf({ address }: ToldReason): string {
  return address.slice(address.lastIndexOf("!") + 1);
}
