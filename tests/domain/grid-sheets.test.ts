import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownWords, NO_CELLS } from "@/domain/cell-texts";
import {
  changedFigures,
  changeSheet,
  openSheet,
  rebaseRow,
  readSheetFigure,
  redoDeed,
  undoDeed,
  type Sheet,
} from "@/domain/grid-sheets";
import type { EntryRules } from "@/domain/typed-figures";

const words = knownWords([{ notApplicable: "KAD", levels: { "4": "Xuất sắc" }, judgements: { met: "Đạt" } }], ["n/a"]);
const rate: EntryRules = { kind: "rate", mayExceedBase: false, hasFixedBase: false };
const rules = new Map([["m1", rate]]);
const sheetOf = (rows: number): Sheet => openSheet(Array.from({ length: rows }, () => ({ m1: NO_CELLS })));
const result = (row: number, text: string) => ({ row, measureId: "m1", field: "result", text }) as const;

describe("the deeds of a sheet", () => {
  it("takes back a block as one deed, and does it again", () => {
    const pasted = changeSheet(sheetOf(2), [result(0, "1"), result(1, "2")]);
    const undone = undoDeed(pasted);
    expect(undone.rows.map(({ m1 }) => m1?.result)).toEqual(["", ""]);
    expect(redoDeed(undone).rows.map(({ m1 }) => m1?.result)).toEqual(["1", "2"]);
  });

  it("makes no deed of what changes nothing or is written where nothing is asked for", () => {
    const sheet = sheetOf(1);
    expect(changeSheet(sheet, [result(0, ""), { ...result(0, "1"), measureId: "m2" }, result(7, "1")])).toBe(sheet);
  });

  it("forgets what was taken back once something else is written", () => {
    const sheet = changeSheet(undoDeed(changeSheet(sheetOf(1), [result(0, "1")])), [result(0, "2")]);
    expect(redoDeed(sheet)).toBe(sheet);
  });

  it("comes back to the beginning and to the end, whatever was written", () => {
    const write = fc.tuple(fc.nat(2), fc.constantFrom("", "1", "2")).map(([row, text]) => result(row, text));
    fc.assert(
      fc.property(fc.array(fc.array(write, { maxLength: 4 }), { maxLength: 12 }), (deeds) => {
        const begun = sheetOf(3);
        const ended = deeds.reduce(changeSheet, begun);
        const undone = ended.done.reduce(undoDeed, ended);
        expect(undone.rows).toEqual(begun.rows);
        expect(ended.done.reduce(redoDeed, undone).rows).toEqual(ended.rows);
      }),
    );
  });
});

describe("what the cells of a report say", () => {
  it("keeps missing, zero and not applicable apart", () => {
    const value = (text: string) =>
      readSheetFigure({ ...rate, kind: "count" }, { ...NO_CELLS, result: text, note: "lý do" }, words).reading.value;
    expect(value("")).toBeNull();
    expect(value("-")).toBeNull();
    expect(value("0")).toEqual({ type: "number", n: 0, d: null });
    expect(value("kad")).toEqual({ type: "not_applicable" });
  });

  it("takes a level's and a judgement's word", () => {
    const value = (kind: "level" | "judged", text: string) =>
      readSheetFigure({ ...rate, kind }, { ...NO_CELLS, result: text }, words).reading.value;
    expect(value("level", "xuất sắc")).toEqual({ type: "level", level: 4 });
    expect(value("judged", "Đạt")).toEqual({ type: "judged", judged: "met", evidence: null });
    expect(
      readSheetFigure({ ...rate, kind: "level" }, { ...NO_CELLS, result: "giỏi" }, words).reading.problems,
    ).toEqual([{ field: "level", code: "bad_choice" }]);
  });

  it("names the measures that changed: 28 of 29 became 27 of 29, and a space is no change", () => {
    const stored = { m1: { ...NO_CELLS, result: "28", total: "29" } };
    const of = (text: string) => changedFigures(rules, { stored, now: { m1: { ...stored.m1, result: text } } }, words);
    expect(of("27")).toMatchObject({ m1: { n: "27", d: "29" } });
    expect(of("28 ")).toEqual({});
  });

  it("keeps what was changed here when somebody else saved the report, and takes the rest from them", () => {
    const [mine, theirs] = [
      { ...NO_CELLS, result: "27" },
      { ...NO_CELLS, result: "30" },
    ];
    expect(rebaseRow({ m1: mine, m2: NO_CELLS }, { m1: theirs, m2: theirs }, ["m1"])).toEqual({ m1: mine, m2: theirs });
  });
});
