// A workbook of figures without a database: two cells, one month, a measure of each kind that is written differently.
import { BOOK_COLUMNS, type BookColumn, type EntryBook, type EntryRow } from "@/reports/entry-model";
import { findProfile } from "@/reports/profiles/find-profile";
import { renderEntryXlsx } from "@/reports/render/entry-xlsx";
import { columnHeadings } from "@/server/uploads/file-words";

const row: EntryRow = {
  keys: { term: "2023", unit: "cb1", period: "2023-06", measure: "m1" },
  ...{ before: "", kind: "rate", number: "1", unitName: "Chi bộ 1", measureName: "Dự sinh hoạt", unitLabel: "%" },
  ...{ plan: "từ 95%", previous: "96,43%", hasTotal: true, isOpen: true },
  ...{ result: { type: "number", value: 28 }, total: { type: "number", value: 29 }, evidence: "", note: "" },
};
const count: EntryRow = {
  ...row,
  ...{ keys: { ...row.keys, measure: "m2" }, kind: "count", measureName: "Kết nạp", hasTotal: false, total: null },
  ...{ result: { type: "number", value: 1250.5 }, note: "=HYPERLINK(1)" },
};

/** Row 6 is the headings'; 7 and 8 are the rate of both cells, 9 and 10 the count. */
export const book: EntryBook = {
  ...{ language: "vi", fileTitle: "Bảng nhập", fileAuthor: "Đảng bộ" },
  headings: {
    ...(Object.fromEntries(BOOK_COLUMNS.map((column) => [column, column])) as Record<BookColumn, string>),
    ...columnHeadings("vi"),
  },
  sheets: [
    {
      ...{ name: "Tháng 6-2023", title: "Số liệu", owner: "Chi bộ 1", lines: ["Lập ngày 30/6/2023."], hasUnits: true },
      rows: [row, count].flatMap((of) => [of, { ...of, keys: { ...of.keys, unit: "cb2" }, unitName: "Chi bộ 2" }]),
    },
  ],
  lists: { sheetName: "Danh mục", levels: ["Tốt"], judgements: ["Đạt"], notApplicable: "KAD" },
  advice: { title: "Kiểm tra lại", anyNumber: "Nhập số.", numberOnly: "Nhập số từ 0.", choice: "Chọn." },
};

/** The book as bytes. */
export function bookBytes(): Uint8Array {
  return renderEntryXlsx(book, findProfile("hd05"));
}
