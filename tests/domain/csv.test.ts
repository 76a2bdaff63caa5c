import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CSV_START, decodeText, readCsv, separatorOf, writeCsvRow } from "@/domain/csv";

const rowsOf = (text: string) => [...readCsv(text)];
const asText = (text: string) => ({ type: "text", text }) as const;

/** UTF-16 with or without a byte order mark. */
function utf16(text: string, order: "le" | "be", hasMark: boolean): Uint8Array {
  const bytes = Buffer.from(`${hasMark ? "\uFEFF" : ""}${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

describe("reading a plain table", () => {
  it.each([";", ",", "\t"] as const)("finds that %j parts the cells, other marks in quotes apart", (separator) => {
    const text = [`Mã`, `"a;b,c\td"`, `Kết quả`].join(separator);
    expect(separatorOf(text)).toBe(separator);
    expect(rowsOf(text)).toEqual([["Mã", "a;b,c\td", "Kết quả"]]);
  });

  it("keeps the decimal comma of 97,61 where semicolons part cells, and in quotes where commas do", () => {
    expect(rowsOf("Mã;Kết quả;Tổng số\r\nm1;97,61;100")[1]).toEqual(["m1", "97,61", "100"]);
    expect(rowsOf('Mã,Kết quả,Tổng số\nm1,"97,61",100\n')[1]).toEqual(["m1", "97,61", "100"]);
  });

  it("counts a spreadsheet's own hint as a line, so that rows keep their numbers", () => {
    expect(rowsOf("sep=,\r\na;b,c\r\n")).toEqual([[], ["a;b", "c"]]);
  });

  it("reads a quoted cell to its end, over line ends and doubled quotation marks, even if it is cut off", () => {
    expect(rowsOf('a;"b\n""c""";d')).toEqual([["a", 'b\n"c"', "d"]]);
    expect(rowsOf('a;"cut off')).toEqual([["a", "cut off"]]);
    expect(rowsOf('5" ống;b')).toEqual([['5" ống', "b"]]);
  });

  it("reads one cell of millions of letters or quotation marks as it stands", () => {
    const [long, marks] = ["a".repeat(4_000_000), '""'.repeat(2_000_000)];
    expect(rowsOf(`x;"${long}`)[0]?.[1]?.length).toBe(4_000_000);
    expect(rowsOf(`x;"${marks}"`)[0]?.[1]?.length).toBe(2_000_000);
    expect(rowsOf(long)[0]?.[0]?.length).toBe(4_000_000);
  });

  it("reads UTF-8 and UTF-16, little and big end first, with and without a mark", () => {
    const text = "Mã đơn vị;Kết quả\r\ncb1;28\r\n";
    const plain = new TextEncoder().encode(text);
    const encoded = [
      plain,
      utf16(text, "le", true),
      utf16(text, "be", true),
      utf16(text, "le", false),
      utf16(text, "be", false),
    ];
    for (const bytes of encoded) expect(decodeText(bytes)?.replace("\uFEFF", "")).toBe(text);
    expect(decodeText(Uint8Array.of(0x4d, 0xe3, 0x20))).toBeNull();
  });
});

describe("writing a plain table", () => {
  const cell = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom("=1+1", "-5", "+x", "@y", "'=a", '"', ";", "a\r\nb", " đầu và cuối ", "\t"),
  );

  it("is read again as it was written, whatever the texts are and whatever parts them", () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom(";" as const, "," as const, "\t" as const), (rows, separator) => {
        // A first row that shows what parts the cells, as every file of ours has.
        const head = ["Mã", "Kết quả", "Tổng số", "Ghi chú", "Kỳ"];
        const text = CSV_START + [head, ...rows].map((row) => writeCsvRow(row.map(asText), separator)).join("");
        expect(rowsOf(text)).toEqual([head, ...rows]);
      }),
    );
  });

  it("keeps text from being calculated, and leaves a negative number a number", () => {
    expect(writeCsvRow([asText("=HYPERLINK(1)"), asText("-x"), { type: "number", text: "-5" }], ";")).toBe(
      "'=HYPERLINK(1);'-x;-5\r\n",
    );
  });
});
