import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noteReasonOf, prepareChecks, warnAbout, type CheckFacts } from "@/domain/entry-checks";
import { looksSwapped } from "@/domain/entry-past";
import type { FigureValue, Level } from "@/domain/figures";
import type { BundleMeasure } from "@/domain/bundle/measure-schema";
import { asThousandths } from "@/domain/thousandths";
import { EMPTY_FIGURE, readTypedFigure } from "@/domain/typed-figures";
import { measureOf, termOf } from "./support/build";

type Fields = Partial<BundleMeasure>;

/** `28/29`, `36`, `L3`, `-` for not applicable. */
function figureOf(text: string): FigureValue {
  if (text === "-") return { type: "not_applicable" };
  if (text.startsWith("L")) return { type: "level", level: Number(text.slice(1)) as Level };
  const [n = "", d] = text.split("/");
  return { type: "number", n: entered(n), d: d === undefined ? null : entered(d) };
}

const entered = (text: string) => asThousandths(Math.round(Number(text) * 1000));

const term = termOf();
const rate: Fields = { kind: "rate", frequency: "month", plan: "95" };
const count: Fields = { kind: "count", frequency: "month", plan: "8" };

function checksOf(fields: Fields, history: readonly string[] = [], settings: Partial<CheckFacts["settings"]> = {}) {
  const year = fields.frequency === "term" ? null : (term.years[0] ?? null);
  return prepareChecks({
    ...{ measure: measureOf(fields), year, history: history.map(figureOf), accepted: null },
    settings: { atRiskCountPct: 85, atRiskPoints: 2, ...settings },
  });
}

const warningsOf = (fields: Fields, history: readonly string[], value: string) =>
  warnAbout(checksOf(fields, history), figureOf(value)).map(({ code, texts, noteRequired }) =>
    [code, ...texts, ...(noteRequired ? ["note"] : [])].join(" "),
  );

const repeated = (times: number, text: string) => Array.from({ length: times }, () => text);

describe("a figure against its plan", () => {
  it.each<[string, Fields, string, string[]]>([
    ["28/29 = 96,55 % keeps from 95 %", rate, "28/29", []],
    ["27/29 = 93,10 % misses 95 % by 1,90 points, within 2", rate, "27/29", ["below_plan"]],
    ["93/100 misses 95 % by 2 points exactly, not by more", rate, "93/100", ["below_plan"]],
    ["92/100 misses 95 % by 3 points", rate, "92/100", ["below_plan note"]],
    [
      "a percent of 92,9 misses 95 by 2,1",
      { ...rate, kind: "percent", overUnits: "mean", overTime: "mean_periods" },
      "92.9",
      ["below_plan note"],
    ],
    ["3/100 exceeds a ceiling of 1 % by 2 points", { ...rate, rule: "at_most", plan: "1" }, "3/100", ["above_plan"]],
    [
      "4/100 exceeds a ceiling of 1 % by 3 points",
      { ...rate, rule: "at_most", plan: "1" },
      "4/100",
      ["above_plan note"],
    ],
    ["1 is more than a ceiling of 0", { ...count, rule: "at_most", plan: "0" }, "1", ["above_plan note"]],
    ["a month's 0 of 8 a term says nothing", count, "0", []],
    [
      "a year's 7 of 8 is 87,5 %, at risk at most",
      { ...count, frequency: "year", overTime: "each_year", units: ["c1"] },
      "7",
      ["below_plan"],
    ],
    [
      "a year's 6 of 8 is 75 %, below 85 %",
      { ...count, frequency: "year", overTime: "each_year", units: ["c1"] },
      "6",
      ["below_plan note"],
    ],
    [
      "a year's 6 of 8 that all units share cannot be told",
      { ...count, frequency: "year", overTime: "each_year" },
      "6",
      [],
    ],
    ["a term's 6 of 8", { ...count, frequency: "term", units: ["c1"] }, "6", ["below_plan note"]],
    [
      "a year's 6 of its own 8",
      { ...count, frequency: "year", plan: "40", yearPlans: { "2016": "8" }, units: ["c1"] },
      "6",
      ["below_plan note"],
    ],
    ["a year's 6 where only the term has 40", { ...count, frequency: "year", plan: "40", units: ["c1"] }, "6", []],
    [
      "a range is missed below its lower bound",
      { ...rate, rule: "range", plan: ["90", "95"] },
      "80/100",
      ["below_plan note"],
    ],
    ["a range is kept above its upper bound", { ...rate, rule: "range", plan: ["90", "95"] }, "99/100", []],
    ["exactly 50 % is missed above by 10", { ...rate, rule: "exactly", plan: "50" }, "60/100", ["above_plan note"]],
    [
      "a cell rated 2 where 3 is asked",
      { kind: "level", overUnits: "share", overTime: "latest", plan: "3", sharePlan: "90" },
      "L2",
      ["below_plan note"],
    ],
    ["a fixed base is everybody's together", { ...rate, plan: "3", fixedBase: { term: "500" } }, "1", []],
    ["no plan, nothing to miss", { ...rate, plan: null }, "1/100", []],
  ])("%s", (_, fields, value, warnings) => {
    expect(warningsOf(fields, [], value)).toEqual(warnings);
  });

  it("takes the term's own threshold: 93/100 misses 95 % by more than 1 point", () => {
    const [warning] = warnAbout(checksOf(rate, [], { atRiskPoints: 1 }), figureOf("93/100"));
    expect(warning?.noteRequired).toBe(true);
  });
});

describe("a figure against the past", () => {
  it.each<[string, Fields, string[], string, string[]]>([
    [
      "10, 12, 10, 12, 10, 12: mean 11, spread 1,10; 15 is 3,65 spreads away",
      count,
      ["10", "12", "10", "12", "10", "12"],
      "15",
      ["unusual 10 12"],
    ],
    ["the same, 14 is 2,74 spreads away", count, ["10", "12", "10", "12", "10", "12"], "14", []],
    ["five values are too few to be usual", count, ["10", "12", "10", "12", "10"], "15", []],
    ["six times 20: no spread, so one unit is taken; 23 is 3 away, not more", count, repeated(6, "20"), "23", []],
    ["six times 20: 24 is 4 units away", count, repeated(6, "20"), "24", ["unusual 20 20"]],
    ["not applicable is no value: five and one are too few", count, [...repeated(5, "20"), "-"], "24", []],
    ["always 29/29: one absent of 29 is 3,45 points, one person", rate, repeated(8, "29/29"), "28/29", []],
    [
      "always 100/100: 96 % is 4 points away, four persons",
      rate,
      repeated(8, "100/100"),
      "96/100",
      ["unusual 100.00 100.00"],
    ],
    ["a value seen before is not unusual: 30 among 10 and 30", count, [...repeated(11, "10"), "30"], "30", []],
    ["last 10, now 20: twice and 10 more", count, ["10"], "20", ["far_from_last 10"]],
    ["last 10, now 19: not twice", count, ["10"], "19", []],
    ["last 1, now 4: fewer than 5 more", count, ["1"], "4", []],
    ["last 100, now 50: half", count, ["100"], "50", ["far_from_last 100"]],
    ["last 5, now -5: the other sign", count, ["5"], "-5", ["far_from_last 5"]],
    ["last 100 %, now 80 %: 20 points", { ...rate, plan: null }, ["100/100"], "80/100", ["far_from_last 100.00"]],
    ["last 4/4, now 3/4: one person", { ...rate, plan: null }, ["4/4"], "3/4", []],
    [
      "a level two below the last",
      { kind: "level", overUnits: "min", overTime: "latest" },
      ["L4"],
      "L2",
      ["far_from_last 4"],
    ],
    ["280 of 290 hides behind 96,55 %", { ...rate, plan: null }, ["28/29"], "280/290", ["base_far_from_last 29"]],
    ["3, 4, 3 and now 0", count, ["3", "4", "3"], "0", ["never_zero"]],
    ["3, 0, 3 and now 0", count, ["3", "0", "3"], "0", []],
    ["a ceiling hopes for 0", { ...count, rule: "at_most", plan: "9" }, ["3", "4", "3"], "0", []],
    [
      "30 of 29, where n may exceed d, last time 29 of 30",
      { ...rate, mayExceedBase: true },
      ["29/30"],
      "30/29",
      ["swapped"],
    ],
    [
      "39 of 28 where d/n is usual: 28/39 is 71,8 %",
      { ...rate, plan: "70", mayExceedBase: true },
      repeated(6, "72/100"),
      "39/28",
      ["swapped"],
    ],
    ["120 % is usual here", { ...rate, mayExceedBase: true }, repeated(6, "120/100"), "118/100", []],
  ])("%s", (_, fields, history, value, warnings) => {
    expect(warningsOf(fields, history, value)).toEqual(warnings);
  });
});

describe("n above d, which is refused before it is a value", () => {
  it.each<[string, readonly string[], string, boolean]>([
    ["30 of 28, where 28/30 = 93,33 % is within three persons of always 100 %", repeated(6, "28/28"), "30/28", true],
    ["29 of 20, where 20/29 = 68,97 % is not usual either", repeated(6, "28/28"), "29/20", false],
    ["29 of 28 after 28/29", ["28/29"], "29/28", true],
    ["28 of 27 after 27/27: nearer to none", ["27/27"], "28/27", false],
    ["30 of 29 with no past", [], "30/29", false],
  ])("%s", (_, history, typed, isSwapped) => {
    const { measure, past } = checksOf(rate, history);
    const [n = 0, d = 0] = typed.split("/").map((text) => entered(text));
    expect(looksSwapped(measure, past, asThousandths(n), asThousandths(d))).toBe(isSwapped);
  });
});

describe("a note that is required", () => {
  const rules = { kind: "rate", mayExceedBase: false, hasFixedBase: false } as const;
  const reasonOf = (texts: Partial<typeof EMPTY_FIGURE>) =>
    noteReasonOf(checksOf(rate), readTypedFigure(rules, { ...EMPTY_FIGURE, ...texts }));

  it.each([
    ["a rate 3 points below", { n: "92", d: "100" }, "note_below_plan"],
    ["the same with a note", { n: "92", d: "100", note: "02 đồng chí ốm" }, null],
    ["a rate within 2 points", { n: "94", d: "100" }, null],
    ["a blank, which is not 0", {}, "note_missing"],
    ["a blank with a note", { note: "Chưa tổng hợp" }, null],
    ["zero, which is a figure far below", { n: "0", d: "100" }, "note_below_plan"],
    ["not applicable with its reason", { notApplicable: true, note: "Không sinh hoạt" }, null],
    ["what cannot be read is wrong already", { n: "4l", d: "5" }, null],
  ])("%s", (_, texts, reason) => expect(reasonOf(texts)).toBe(reason));
});

describe("checks of any past", () => {
  const number = fc.integer({ min: 0, max: 400 });
  const rateText = fc.tuple(number, fc.integer({ min: 1, max: 400 })).map(([n, d]) => `${Math.min(n, d)}/${d}`);
  const past = fc.array(rateText, { maxLength: 40 });
  const aboutPast = (history: readonly string[], value: string) =>
    warningsOf({ ...rate, plan: null }, history, value).filter((code) => !code.includes("last"));

  it("never ask about the same value as always", () => {
    fc.assert(
      fc.property(rateText, fc.integer({ min: 1, max: 40 }), (value, times) => {
        expect(warningsOf({ ...rate, plan: null }, repeated(times, value), value)).toEqual([]);
      }),
    );
  });

  it("never ask about a value between those before, but for its base", () => {
    fc.assert(
      fc.property(
        past.filter(({ length }) => length >= 6),
        (history) => {
          const [value = ""] = history;
          expect(aboutPast(history, value)).toEqual([]);
        },
      ),
    );
  });

  it("do not depend on the order of the past, but for the last time", () => {
    fc.assert(
      fc.property(past, rateText, fc.integer({ min: 0, max: 39 }), (history, value, by) => {
        const turned = [...history.slice(by % (history.length || 1)), ...history.slice(0, by % (history.length || 1))];
        expect(aboutPast(turned, value)).toEqual(aboutPast(history, value));
      }),
    );
  });

  it("ask the same whatever is missing or not applicable between", () => {
    fc.assert(
      fc.property(past, rateText, (history, value) => {
        const gaps = history.flatMap((text) => [text, "-"]);
        expect(warningsOf(rate, gaps, value)).toEqual(warningsOf(rate, history, value));
      }),
    );
  });
});

describe("what a correction leaves as it was accepted", () => {
  const reasonOf = (accepted: string | null, acceptedNote: string | null, typed: string | null, note = "") => {
    const was = { value: accepted === null ? null : figureOf(accepted), note: acceptedNote };
    const checks = { ...checksOf(rate), accepted: was };
    const [n = "", d = ""] = (typed ?? "").split("/");
    const rules = { kind: "rate", mayExceedBase: false, hasFixedBase: false } as const;
    return noteReasonOf(checks, readTypedFigure(rules, { ...EMPTY_FIGURE, n, d, note }));
  };

  it.each<[string, Parameters<typeof reasonOf>, ReturnType<typeof noteReasonOf>]>([
    ["92/100 that was accepted without a note", ["92/100", null, "92/100"], null],
    ["92/100 with the note it was accepted with", ["92/100", "Hoãn họp", "92/100", "Hoãn họp"], null],
    ["92/100 whose note is taken away", ["92/100", "Hoãn họp", "92/100"], "note_below_plan"],
    ["91/100 in the place of 92/100 without a note", ["92/100", null, "91/100"], "note_below_plan"],
    ["46/50, the same rate of other people", ["92/100", null, "46/50"], "note_below_plan"],
    ["a blank that was accepted without a note", [null, null, null], null],
    ["a blank whose note is taken away", [null, "Chưa tổng hợp", null], "note_missing"],
    ["a blank in the place of 92/100", ["92/100", null, null], "note_missing"],
    ["92/100 in the place of a blank", [null, null, "92/100"], "note_below_plan"],
  ])("%s", (_, facts, reason) => {
    expect(reasonOf(...facts)).toBe(reason);
  });

  it("is still told of its plan, without being asked", () => {
    const accepted = { value: figureOf("92/100"), note: null };
    expect(warnAbout({ ...checksOf(rate), accepted }, figureOf("92/100"))).toEqual([
      { code: "below_plan", texts: [], noteRequired: false },
    ]);
  });
});
