// A workbook of figures through another program: opened, changed, saved, and read again.
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { firstChange, readBefore, writeBefore } from "@/domain/cell-texts";
import type { EntryRow } from "@/reports/entry-model";
import { findProfile } from "@/reports/profiles/find-profile";
import { renderEntryXlsx } from "@/reports/render/entry-xlsx";
import { markWorkbook } from "@/server/uploads/mark-workbook";
import { book, bookBytes } from "../support/entry-book";
import { fillIn, readUpload } from "../support/entry-files";
import { convertWithLibreOffice, hasLibreOffice } from "../reports/office-files";

const isInstalled = hasLibreOffice();
const title = isInstalled ? "through LibreOffice" : "through LibreOffice (skipped: soffice is not installed)";

const XLSX = "xlsx:Calc MS Excel 2007 XML";

const saved = (bytes: Uint8Array): Uint8Array => {
  const [made] = convertWithLibreOffice(bytes, "xlsx", XLSX).values();
  if (!made) throw new Error("LibreOffice saved nothing");
  return made;
};
const partsOf = (bytes: Uint8Array) => {
  const parts = unzipSync(bytes);
  return (path: string) => strFromU8(parts[path] ?? new Uint8Array());
};
const figuresOf = async (bytes: Uint8Array) => {
  const { rows, remarks } = await readUpload(bytes);
  const figures = rows.map(({ keys, cells, before, flaws }) => ({ keys, cells, before, flaws }));
  return { figures, remarks, sheets: [...new Set(rows.map(({ place }) => place.sheet))] };
};

/** The row as it stands in the file of somebody who does not enter for its unit. */
const shownOnly = (row: EntryRow): EntryRow => {
  const isRate = row.kind === "rate";
  const cells = { result: isRate ? "28" : "1250,5", total: isRate ? "29" : "", evidence: "", note: row.note };
  return { ...row, isOpen: false, before: writeBefore(cells) };
};

describe.skipIf(!isInstalled)(title, { timeout: 180_000 }, () => {
  it("names, codes, figures, texts, open and closed cells and the rules beside them are kept", async () => {
    const file = fillIn(bookBytes(), { L7: 27, M8: "1.250", P7: "-ốm, nghỉ" });
    const again = saved(file);
    expect(await figuresOf(again)).toEqual(await figuresOf(file));
    const part = partsOf(again);
    const sheet = part("xl/worksheets/sheet1.xml");
    expect(sheet).toContain("<sheetProtection");
    expect(sheet.match(/<dataValidation /g)?.length).toBeGreaterThanOrEqual(3);
    expect(part("xl/styles.xml")).toMatch(/<protection[^>]*locked="false"/);
    expect(part("xl/workbook.xml")).toMatch(/name="Danh mục"[^>]*state="hidden"/);
    // The rate follows the figures: 27/29 is calculated anew.
    expect(Number(/<c r="N7"[^>]*>.*?<v>([^<]*)<\/v>/.exec(sheet)?.[1])).toBeCloseTo(27 / 29, 12);
  });

  it("a workbook with rows of other units comes back with none of them changed, and all of their cells locked", async () => {
    const others = book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(shownOnly) }));
    const again = saved(renderEntryXlsx({ ...book, sheets: others }, findProfile("hd05")));
    const { rows } = await readUpload(again);
    expect(rows.map(({ before, cells }) => [cells.result, firstChange(readBefore(before), cells)])).toEqual([
      ["28", null],
      ["28", null],
      ["1250,5", null],
      ["1250,5", null],
    ]);
    expect(partsOf(again)("xl/styles.xml")).not.toContain('locked="false"');
  });

  it("a marked copy is a workbook that opens, with its reasons in it", async () => {
    const rows = new Map([[7, { cells: ["L7"], text: "Kết quả < Tổng số" }]]);
    const again = saved(markWorkbook(bookBytes(), [{ path: "xl/worksheets/sheet1.xml", rows }]));
    expect(partsOf(again)("xl/sharedStrings.xml")).toContain("Kết quả &lt; Tổng số");
    expect((await figuresOf(again)).figures).toHaveLength(4);
  });
});
