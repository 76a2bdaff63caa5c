// Files of figures as people and others make them, read without a database.
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DomainError } from "@/domain/errors";
import { cellAddress } from "@/domain/figure-files";
import { markWorkbook } from "@/server/uploads/mark-workbook";
import { markTable } from "@/server/uploads/mark-table";
import { bookBytes } from "../support/entry-book";
import { fillIn, readUpload, withParts } from "../support/entry-files";

const file = bookBytes();
const SHEET = "xl/worksheets/sheet1.xml";

const read = async (bytes: Uint8Array) => {
  const { rows, remarks } = await readUpload(bytes);
  return {
    remarks,
    rows: rows.map(({ place, keys, cells, flaws }) => ({
      ...{ at: cellAddress(place, "result"), key: `${keys.unit} ${keys.measure}`, ...cells },
      ...(flaws.length > 0 && { flaws: flaws.map(({ code }) => code) }),
    })),
  };
};
const refusal = async (bytes: Uint8Array) => {
  const error: unknown = await readUpload(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof DomainError ? error.code : error;
};

const untouched = [
  { at: "Tháng 6-2023!L7", key: "cb1 m1", result: "28", total: "29", evidence: "", note: "" },
  { at: "Tháng 6-2023!L8", key: "cb2 m1", result: "28", total: "29", evidence: "", note: "" },
  { at: "Tháng 6-2023!L9", key: "cb1 m2", result: "1250,5", total: "", evidence: "", note: "=HYPERLINK(1)" },
  { at: "Tháng 6-2023!L10", key: "cb2 m2", result: "1250,5", total: "", evidence: "", note: "=HYPERLINK(1)" },
];
const keysOf = (rows: readonly { readonly key: string; readonly result: string }[]) =>
  rows.map(({ key, result }) => `${key} ${result}`);

describe("a workbook that somebody worked on", () => {
  it("is read as it was written: numbers with a comma, text that looks like a formula as text", async () => {
    expect(await read(file)).toEqual({ remarks: [], rows: untouched });
  });

  it("is understood with sheets renamed, columns moved, rows deleted and headings changed", async () => {
    const changed = withParts(file, (path, xml) => {
      if (path === "xl/workbook.xml") return xml.replace("Tháng 6-2023", "Của tôi &amp; bạn");
      if (path === "xl/sharedStrings.xml") return xml.replace("Kết quả", "Số đạt được");
      if (path !== SHEET) return xml;
      const moved = xml.replace(/r="L([0-9]+)"/g, 'r="S$1"');
      return moved.replace(/<row r="8".*?<\/row>/, "");
    });
    const { rows } = await read(changed);
    expect(rows.map(({ at }) => at)).toEqual(["Của tôi & bạn!S7", "Của tôi & bạn!S9", "Của tôi & bạn!S10"]);
    expect(keysOf(rows)).toEqual(["cb1 m1 28", "cb1 m2 1250,5", "cb2 m2 1250,5"]);
  });

  it("gives the last values of formulas, says so, and refuses formulas without one, errors, dates, true and false", async () => {
    const typed = fillIn(file, {
      L7: { formula: "0.1+0.2", value: "0.30000000000000004" },
      L8: { formula: "1+1", value: "" },
    });
    const spoilt = withParts(typed, (path, xml) =>
      path === SHEET
        ? xml
            .replace(/<c r="L9"[^>]*>.*?<\/c>/, '<c r="L9" t="e"><v>#DIV/0!</v></c>')
            .replace(/<c r="L10"[^>]*>.*?<\/c>/, '<c r="L10" t="b"><v>1</v></c>')
        : xml,
    );
    const { rows } = await read(spoilt);
    expect((await readUpload(spoilt)).calculated).toBe(2);
    expect(rows.map(({ result, flaws }) => [result, flaws])).toEqual([
      ["0,3", undefined],
      ["", ["formula_without_value"]],
      ["#DIV/0!", ["cell_error"]],
      ["true", ["cell_boolean"]],
    ]);
    const dated = withParts(file, (path, xml) =>
      path === "xl/styles.xml" ? xml.replace(/formatCode="[^"]*#,##0"/, 'formatCode="d/m/yyyy"') : xml,
    );
    expect((await read(dated)).rows[0]?.flaws).toEqual(["cell_date", "cell_date"]);
  });

  it("reads 0,9761 shown in % as 97,61%, but not where the % is only a letter of the format", async () => {
    const formatted = (code: string) =>
      withParts(fillIn(file, { L7: 0.9761 }), (path, xml) =>
        path === "xl/styles.xml" ? xml.replace(/formatCode="[^"]*#,##0"/, `formatCode="${code}"`) : xml,
      );
    expect((await read(formatted("0.00%"))).rows[0]?.result).toBe("97,61%");
    expect((await read(formatted("0.00&quot;%&quot;"))).rows[0]?.result).toBe("0,9761");
  });

  it("says that cells are merged, and that macros and links are left alone", async () => {
    const merged = withParts(file, (path, xml) =>
      path === SHEET ? xml.replace("</mergeCells>", '<mergeCell ref="L9:L10"/></mergeCells>') : xml,
    );
    expect((await read(merged)).remarks).toEqual(["merged"]);
    const carrying = {
      ...unzipSync(file),
      "xl/vbaProject.bin": strToU8("x"),
      "xl/externalLinks/externalLink1.xml": strToU8("<x/>"),
    };
    expect((await read(zipSync(carrying))).remarks).toEqual(["macros", "links"]);
  });

  it("gives back a marked copy that says the same, with reasons beside the cells and a fill of their own", async () => {
    const rows = new Map([[7, { cells: ["L7", "M7"], text: "Kết quả < Tổng số & sai" }]]);
    const marked = markWorkbook(file, [{ path: SHEET, rows }]);
    expect(await read(marked)).toEqual({ remarks: [], rows: untouched });
    const parts = unzipSync(marked);
    const text = (path: string) => Buffer.from(parts[path] ?? []).toString("utf8");
    expect(text(SHEET)).toContain(
      '<c r="Q7" t="inlineStr"><is><t xml:space="preserve">Kết quả &lt; Tổng số &amp; sai</t>',
    );
    // The reasons are printed with the rest.
    expect(text("xl/workbook.xml")).toMatch(/Print_Area"[^>]*>[^<]*\$F\$2:\$Q\$10</);
    const [, style] = /<c s="(\d+)" r="M7">/.exec(text(SHEET)) ?? [];
    const formats =
      /<cellXfs.*<\/cellXfs>/.exec(text("xl/styles.xml"))?.[0].match(/<xf\b[^>]*?\/>|<xf\b[^>]*>.*?<\/xf>/g) ?? [];
    const fills = /<fills.*<\/fills>/.exec(text("xl/styles.xml"))?.[0].match(/<fill>/g) ?? [];
    expect(formats[Number(style)]).toContain(`fillId="${fills.length - 1}"`);
    expect(formats[Number(style)]).toContain('locked="0"');
  });
});

describe("a plain table", () => {
  const head = "Mã nhiệm kỳ;Mã đơn vị;Mã kỳ;Mã thước đo;Kết quả;Tổng số;Căn cứ;Ghi chú";
  const table = `${head}\r\n2023;cb1;2023-06;m1;97,61;100;;"a;b"\r\n`;
  const row = { key: "cb1 m1", result: "97,61", total: "100", evidence: "", note: "a;b" };

  it.each([
    ["semicolons and a mark", `\uFEFF${table}`],
    ["tabs", table.replace("a;b", "a@b").replaceAll(";", "\t").replace("a@b", "a;b")],
    [
      "commas, quotes and English headings",
      'Term code,Unit code,Period code,Measure code,Result,Out of,Note\n2023,cb1,2023-06,m1,"97,61",100,a;b',
    ],
  ])("is read with %s", async (_, text) => {
    expect((await read(strToU8(text))).rows).toEqual(
      [{ at: "E2", ...row }].map((cells) => expect.objectContaining({ ...row, at: cells.at }) as unknown),
    );
  });

  it("is read in UTF-16", async () => {
    expect((await read(Buffer.from(`\uFEFF${table}`, "utf16le"))).rows).toEqual([{ at: "E2", ...row }]);
  });

  it("is given back with its reasons in a column of their own", () => {
    const marked = Buffer.from(markTable(strToU8(table), "Chỗ cần sửa", new Map([[2, "Sai"]]))).toString("utf8");
    expect(marked).toBe(`\uFEFF${head};Chỗ cần sửa\r\n2023;cb1;2023-06;m1;97,61;100;;"a;b";Sai\r\n`);
  });
});

describe("a file that is refused before it is read", () => {
  const zip = (parts: Record<string, Uint8Array>) => zipSync(parts);
  const part = (path: string, xml: string) => zip({ ...unzipSync(file), [path]: strToU8(xml) });
  const ole = (text: string) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from(text, "utf16le")]);
  const CENTRAL_DIRECTORY = Buffer.from("504b0102", "hex");

  /** The directory says that its first part inflates to one byte. */
  const lying = () => {
    const bytes = Buffer.from(file);
    bytes.writeUInt32LE(1, bytes.indexOf(CENTRAL_DIRECTORY) + 24);
    return bytes;
  };

  it.each<[string, () => Uint8Array, string]>([
    ["empty", () => new Uint8Array(), "file_empty"],
    ["cut off", () => file.slice(0, file.length / 2), "file_damaged"],
    ["a sheet cut off", () => part(SHEET, '<worksheet><sheetData><row r="1"><c r="A1"'), "file_foreign"],
    ["with a password", () => ole("EncryptedPackage"), "file_encrypted"],
    ["an old workbook", () => ole("Workbook"), "file_old_kind"],
    ["an OpenDocument table", () => zip({ "content.xml": strToU8("<x/>") }), "file_old_kind"],
    ["a binary workbook", () => zip({ "xl/workbook.bin": strToU8("x") }), "file_old_kind"],
    ["another zip", () => zip({ "a.txt": strToU8("x") }), "file_unknown_kind"],
    ["a picture", () => Buffer.from("89504e470d0a1a0a00ff", "hex"), "file_unknown_kind"],
    ["somebody's notes", () => strToU8("Họ tên;Ngày\r\nA;1\r\n"), "file_foreign"],
    ["a workbook without figures", () => part(SHEET, "<worksheet><sheetData/></worksheet>"), "file_foreign"],
    ["a bomb of zeros", () => zip({ ...unzipSync(file), [SHEET]: new Uint8Array(20_000_000) }), "file_unsafe"],
    [
      "shared texts without end",
      () => zipSync({ ...unzipSync(file), "xl/sharedStrings.xml": [new Uint8Array(41_000_000), { level: 0 }] }),
      "file_unsafe",
    ],
    [
      "more parts than a workbook has",
      () => zip(Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`p${at}`, new Uint8Array()]))),
      "file_unsafe",
    ],
    ["a directory that lies", lying, "file_damaged"],
    ["with entities", () => part(SHEET, '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), "file_unsafe"],
    ["with entities beside the sheets", () => part("docProps/app.xml", "<!doctype x><x/>"), "file_unsafe"],
  ])("%s", async (_, bytes, code) => {
    expect(await refusal(bytes())).toBe(code);
  });
});
