import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownWords, NO_CELLS, type CellTexts } from "@/domain/cell-texts";
import { parseBlock, placeBlock, rangeBetween, writeBlock, type CellPlace, type GridShape } from "@/domain/grid-blocks";
import { changeSheet, openSheet, readSheetFigure, writesOf, type SheetColumn } from "@/domain/grid-sheets";

const at = (row: number, column: number): CellPlace => ({ row, column });
const only = (row: number, column: number) => rangeBetween(at(row, column), at(row, column));
const open = (rows: number, columns: number, isOpen: GridShape["isOpen"] = () => true): GridShape => ({
  ...{ rows, columns, isOpen },
});

describe("reading a block from the clipboard", () => {
  it("parts cells by tabs and rows by line breaks, the last of which begins no row", () => {
    expect(parseBlock("1\t2\r\n3\t4\r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("keeps tabs, line breaks and doubled quotes inside quotes, and a quote inside a text", () => {
    expect(parseBlock('"a\tb\nc ""d"""\t5"\n\t')).toEqual([
      ['a\tb\nc "d"', '5"'],
      ["", ""],
    ]);
  });

  it("keeps blank cells and rows; nothing at all is no block", () => {
    expect(parseBlock("\t1\n\n2\t")).toEqual([["", "1"], [""], ["2", ""]]);
    expect(parseBlock("")).toEqual([]);
    expect(parseBlock("\r\n")).toEqual([]);
  });

  it("reads back whatever it wrote", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", "\r", "1", ",", " ", "ế") });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 4 }))
      .chain(([height, width]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseBlock(`${writeBlock(rows)}\n`)).toEqual(rows);
      }),
    );
  });
});

describe("setting a block down", () => {
  it("writes from the first chosen cell on, leaves blanks untouched, counts what lies outside", () => {
    const plan = placeBlock(parseBlock("1\t\t3\n4\t5\t6"), only(1, 1), open(2, 3));
    expect(plan).toEqual({ writes: [{ row: 1, column: 1, text: "1" }], untouched: 1, closed: [], outside: 4 });
  });

  it("refuses cells that may not be written, and names them", () => {
    const plan = placeBlock(
      [["1", "2"]],
      only(0, 0),
      open(1, 2, ({ column }) => column === 1),
    );
    expect(plan.closed).toEqual([at(0, 0)]);
    expect(plan.writes).toEqual([{ row: 0, column: 1, text: "2" }]);
  });

  it("repeats a block over a chosen rectangle that is a multiple of it, and over no other", () => {
    const texts = (range: ReturnType<typeof only>) =>
      placeBlock([["a", "b"]], range, open(9, 9)).writes.map(({ row, column, text }) => `${row}${column}${text}`);
    expect(texts(rangeBetween(at(0, 0), at(1, 3)))).toEqual(["00a", "01b", "02a", "03b", "10a", "11b", "12a", "13b"]);
    expect(texts(rangeBetween(at(0, 0), at(1, 2)))).toEqual(["00a", "01b"]);
  });

  it("puts every cell of the block in exactly one of its four ends", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom("", "1", "x"), { minLength: 3, maxLength: 3 }), { minLength: 1 }),
        fc.nat(5),
        fc.nat(5),
        (block, row, column) => {
          const plan = placeBlock(
            block,
            only(row, column),
            open(4, 4, (place) => place.row !== 1),
          );
          const ends = plan.writes.length + plan.untouched + plan.closed.length + plan.outside;
          expect(ends).toBe(block.length * 3);
        },
      ),
    );
  });
});

describe("a block of 12 × 8 from Excel with 97,61, 1.250, -, blanks and one bad cell", () => {
  const words = knownWords([{ notApplicable: "KAD", levels: {}, judgements: {} }], []);
  const kinds = ["percent", "count", "count", "percent", "count", "percent", "count", "count"] as const;
  const columns: readonly SheetColumn[] = kinds.map((kind, index) => ({
    measureId: `m${index}`,
    field: "result",
    rules: { kind, mayExceedBase: false, hasFixedBase: false },
  }));
  const goodText = (row: number, column: number): string => {
    if ((row + column) % 11 === 5) return "";
    if ((row + column) % 11 === 7) return "-";
    return kinds[column] === "percent" ? "97,61" : row % 2 === 0 ? "1.250" : String(row);
  };
  const block = Array.from({ length: 12 }, (_, row) =>
    kinds.map((_kind, column) => (row === 4 && column === 2 ? "4l" : goodText(row, column))),
  );
  const before: CellTexts = { ...NO_CELLS, result: "5" };
  const sheet = openSheet(block.map(() => Object.fromEntries(columns.map(({ measureId }) => [measureId, before]))));
  const plan = placeBlock(parseBlock(`${writeBlock(block)}\r\n`), only(0, 0), open(12, 8));
  const after = changeSheet(sheet, writesOf(plan.writes, columns));
  const cells = block.flatMap((texts, row) =>
    columns.map(({ measureId, rules }, column) => {
      const held = after.rows[row]?.[measureId] ?? NO_CELLS;
      return { text: texts[column] ?? "", held, ...readSheetFigure(rules, held, words) };
    }),
  );

  it("leaves 95 cells right and marks 1", () => {
    const wrong = cells.filter(({ reading }) => reading.problems.length > 0);
    expect(wrong.map(({ held, reading }) => [held.result, reading.problems[0]?.code])).toEqual([["4l", "bad_number"]]);
    expect(cells.length - wrong.length).toBe(95);
    expect(plan).toMatchObject({ closed: [], outside: 0 });
  });

  it("reads 97,61 as 97.61, 1.250 of a count as 1250, - as no figure, and leaves what stood under a blank", () => {
    const values = (text: string) => new Set(cells.filter((cell) => cell.text === text).map(valueText));
    const valueText = ({ reading }: (typeof cells)[number]) =>
      reading.value?.type === "number" ? (reading.value.n ?? null) : reading.value;
    expect(values("97,61")).toEqual(new Set([97_610]));
    expect(values("1.250")).toEqual(new Set([1_250_000]));
    expect(values("-")).toEqual(new Set([null]));
    expect(values("")).toEqual(new Set([5_000]));
    expect(cells.filter(({ text }) => text === "")).toHaveLength(plan.untouched);
  });
});
