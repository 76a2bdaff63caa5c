import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cellsOfTyped,
  isSameTyped,
  knownWords,
  mergeCells,
  NO_CELLS,
  readBefore,
  typedFromCells,
  writeBefore,
  type CellWords,
} from "@/domain/cell-texts";
import type { MeasureKind } from "@/domain/measures";
import { EMPTY_FIGURE, type TypedFigure } from "@/domain/typed-figures";

const vi: CellWords = {
  notApplicable: "KAD",
  levels: { 1: "Không hoàn thành", 2: "Hoàn thành", 3: "Hoàn thành tốt", 4: "Hoàn thành xuất sắc" },
  judgements: { not_met: "Chưa đạt", met: "Đạt", exceeded: "Vượt" },
};
const en: CellWords = {
  notApplicable: "n/a",
  levels: { 1: "Not completed", 2: "Completed", 3: "Good", 4: "Excellent" },
  judgements: { not_met: "Not met", met: "Met", exceeded: "Exceeded" },
};
const words = knownWords([vi, en], ["không áp dụng"]);
const read = (kind: MeasureKind, cells: Partial<typeof NO_CELLS>) =>
  typedFromCells(kind, { ...NO_CELLS, ...cells }, words);
const typed = (texts: Partial<TypedFigure>): TypedFigure => ({ ...EMPTY_FIGURE, ...texts });

describe("cells of a spreadsheet as a form's texts", () => {
  it("keeps missing, zero and not applicable apart: blank, 0, KAD", () => {
    expect(read("count", { result: "" })).toEqual(EMPTY_FIGURE);
    expect(read("count", { result: "-" })).toEqual(EMPTY_FIGURE);
    expect(read("count", { result: "0" })).toEqual(typed({ n: "0" }));
    for (const result of ["KAD", "kad ", "n/a", "Không  áp dụng"]) {
      expect(read("count", { result })).toEqual(typed({ notApplicable: true }));
    }
  });

  it("reads the words of levels and judgements in both languages, and leaves other words to be refused", () => {
    expect(read("level", { result: "hoàn thành TỐT" }).level).toBe("3");
    expect(read("level", { result: "Good" }).level).toBe("3");
    expect(read("level", { result: "3" }).level).toBe("3");
    expect(read("judged", { result: "Đạt", evidence: "Biên bản" })).toEqual(
      typed({ judged: "met", evidence: "Biên bản" }),
    );
    expect(read("judged", { result: "tạm được" }).judged).toBe("tạm được");
  });

  it("writes what it reads: a form's texts come back from the cells that hold them, in either language", () => {
    const text = fc.constantFrom("", "28", "97,61", "1.250", "abc", "-5");
    const figure = fc.oneof(
      fc.record({ kind: fc.constant("rate" as const), figure: fc.record({ n: text, d: text }).map(typed) }),
      fc.record({
        kind: fc.constant("level" as const),
        figure: fc.constantFrom("", "1", "4").map((level) => typed({ level })),
      }),
      fc.record({
        kind: fc.constant("judged" as const),
        figure: fc.constantFrom("", "met", "not_met").map((judged) => typed({ judged, evidence: "a" })),
      }),
      fc.record({
        kind: fc.constant("count" as const),
        figure: fc.constant(typed({ notApplicable: true, note: "Lý do" })),
      }),
    );
    fc.assert(
      fc.property(figure, fc.constantFrom(vi, en), ({ kind, figure: before }, language) => {
        const cells = cellsOfTyped(kind, before, language);
        expect(isSameTyped(typedFromCells(kind, cells, words), before)).toBe(true);
        expect(isSameTyped(typedFromCells(kind, readBefore(writeBefore(cells)), words), before)).toBe(true);
      }),
    );
  });

  it("takes nothing away with a blank cell that held nothing, but does with one that held something", () => {
    const stored = typed({ n: "28", d: "29", note: "cũ" });
    expect(mergeCells(stored, EMPTY_FIGURE, EMPTY_FIGURE)).toBe(stored);
    expect(mergeCells(stored, stored, EMPTY_FIGURE)).toEqual(EMPTY_FIGURE);
    expect(mergeCells(stored, typed({ n: "28", d: "29" }), EMPTY_FIGURE)).toEqual(typed({ note: "cũ" }));
  });

  it("leaves what somebody saved since alone where the file was not changed, and changes only what was", () => {
    const before = typed({ n: "27", d: "29", note: "cũ" });
    const stored = typed({ n: "28", d: "29", note: "mới" });
    expect(mergeCells(stored, before, before)).toBe(stored);
    expect(mergeCells(stored, before, typed({ n: "27", d: "29", note: "khác" }))).toEqual(
      typed({ n: "28", d: "29", note: "khác" }),
    );
    expect(mergeCells(stored, before, typed({ n: "26", d: "29", note: "cũ" }))).toEqual(
      typed({ n: "26", d: "29", note: "mới" }),
    );
  });

  it("treats what people wrote over the hidden column as nothing", () => {
    for (const text of ["", "abc", "null", "{}", "[1]", '["a"]']) expect(readBefore(text)).toEqual(NO_CELLS);
  });
});
