import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BundleMeasure } from "@/domain/bundle/measure-schema";
import { asCalendarDate } from "@/domain/dates";
import { displayRequired } from "@/domain/display";
import { toExact } from "@/domain/exact";
import { computeMeasureAchievement } from "@/domain/measure-achievement";
import { measureInputFromFigures } from "@/domain/term-achievement";
import { choosePaces, readPace } from "@/domain/pace-choices";
import { answerWhatIf, askWhatIf, type Question } from "@/domain/what-if";
import { committee, figuresOf, measureOf, termOf, unitOf } from "./support/build";

const units = [committee, unitOf("c1")];
const COUNT = { kind: "count", frequency: "quarter", plan: "10" } as const;
const RATE = { kind: "rate", frequency: "quarter", plan: "95" } as const;

function inputOf(fields: Partial<BundleMeasure>, lines: readonly string[], asOf: string) {
  const figures = figuresOf(lines.map((line) => `c1 ${line}`));
  const source = { measure: measureOf(fields), units, figures, rootId: null, basis: "accepted" as const };
  return measureInputFromFigures(source, termOf(), asCalendarDate(asOf));
}

const ask = (...given: Parameters<typeof inputOf>) => askWhatIf(inputOf(...given));

function told(question: Question | null, pace: string) {
  const { end, kept, since } = answerWhatIf(question!, toExact(pace));
  return [end.toFraction(), kept, since?.key ?? null];
}

describe("a count", () => {
  test("3 stand, 2 in each of 4 quarters is 3 + 4 × 2 = 11, and 10 is met in the last", () => {
    expect(told(ask(COUNT, ["2016-Q1 3"], "2019-12-31"), "2")).toEqual(["11", true, "2020-Q4"]);
  });

  test("3 stand, 4 a quarter meets 10 in the second: 3 + 2 × 4 = 11", () => {
    expect(told(ask(COUNT, ["2016-Q1 3"], "2019-12-31"), "4")).toEqual(["19", true, "2020-Q2"]);
  });

  test("that is met already stays so since today, and 1 a quarter misses 10 with 7", () => {
    expect(told(ask(COUNT, ["2016-Q1 10"], "2019-12-31"), "0")).toEqual(["10", true, null]);
    expect(told(ask(COUNT, ["2016-Q1 3"], "2019-12-31"), "1")).toEqual(["7", false, null]);
  });

  test("under a ceiling of 4 passes it in the quarter in which 3 + 2 = 5", () => {
    expect(told(ask({ ...COUNT, rule: "at_most", plan: "4" }, ["2016-Q1 3"], "2019-12-31"), "2")).toEqual([
      ...["11", false, "2020-Q1"],
    ]);
  });

  test("of months is asked a quarter, the running one included; where quarters do not fill the term, a month", () => {
    const question = ask({ ...COUNT, frequency: "month" }, ["2016-01 3"], "2020-05-31");
    expect(question!.steps.map(({ key }) => key)).toEqual(["2020-Q2", "2020-Q3", "2020-Q4"]);
    const source = {
      measure: measureOf({ ...COUNT, frequency: "month" }),
      units,
      rootId: null,
      basis: "accepted" as const,
    };
    const short = termOf("2016-01-01", "2020-11-30");
    const figures = figuresOf(["c1 2016-01 3"]);
    const months = askWhatIf(measureInputFromFigures({ ...source, figures }, short, asCalendarDate("2020-09-30")));
    expect(months!.steps.map(({ key }) => key)).toEqual(["2020-10", "2020-11"]);
  });
});

describe("a rate", () => {
  test("90/100 so far, 98 % of the usual 100 in one more quarter is (90 + 98)/200 = 94 %", () => {
    expect(told(ask(RATE, ["2020-Q3 90/100"], "2020-09-30"), "98")).toEqual(["94", false, null]);
  });

  test("90/100 so far, all of 2 more quarters is 290/300, kept since the first: (90 + 100)/200 = 95 %", () => {
    expect(told(ask(RATE, ["2020-Q2 90/100"], "2020-06-30"), "100")).toEqual(["290/3", true, "2020-Q3"]);
  });

  test("by mean of years is asked a year: 90 and 94 stand, 98 more is their mean 94", () => {
    const lines = ["2018-Q1 90/100", "2019-Q1 94/100"];
    const question = ask({ ...RATE, overTime: "mean_years" }, lines, "2019-12-31");
    expect([question!.steps.length, told(question, "98")[0]]).toEqual([1, "94"]);
  });
});

describe("nothing can be asked", () => {
  test.each<[string, Partial<BundleMeasure>, string]>([
    ["once the term is over", COUNT, "2020-12-31"],
    ["without a plan", { ...COUNT, plan: undefined }, "2019-12-31"],
    ["of what must hold each year", { ...COUNT, overTime: "each_year" }, "2019-12-31"],
    ["of a judgement", { kind: "judged", rule: "judged", overTime: "each_year", frequency: "quarter" }, "2019-12-31"],
    ["before there is a value", COUNT, "2016-01-31"],
  ])("%s", (_, fields, asOf) => {
    expect(ask(fields, [`2016-Q1 ${fields.kind === "judged" ? "met" : "3"}`], asOf)).toBeNull();
  });
});

test("a typed pace is read as figures are: 1.250 things, 97,5 %; never above 100 %, below 0 or of two readings", () => {
  const read = (text: string, fields: Partial<BundleMeasure>) => {
    const reading = readPace(text, measureOf(fields));
    return reading.ok ? reading.pace.toFraction() : reading.code;
  };
  expect([read("1.250", COUNT), read("97,5%", RATE)]).toEqual(["1250", "195/2"]);
  expect(["101", "-1", "1.250", "hai", ""].map((text) => read(text, RATE))).toEqual([
    ...["percent_over_100", "negative", "bad_number", "bad_number", "required"],
  ]);
});

const RULES = ["at_least", "more_than"] as const;
const METHODS = [
  { kind: "count", overTime: "sum" },
  { kind: "rate", overTime: "sum" },
  { kind: "rate", overTime: "mean_periods" },
  { kind: "rate", overTime: "mean_years" },
] as const;

const asked = fc.record({
  method: fc.constantFrom(...METHODS),
  rule: fc.constantFrom(...RULES),
  plan: fc.integer({ min: 1, max: 100 }),
  figures: fc.array(fc.record({ d: fc.integer({ min: 1, max: 30 }), part: fc.nat(4) }), {
    minLength: 1,
    maxLength: 16,
  }),
});

const inputFor = ({ method, rule, plan, figures }: typeof asked extends fc.Arbitrary<infer T> ? T : never) => {
  const lines = figures.map(({ d, part }, index) => {
    const n = Math.floor((d * part) / 4);
    return `${2016 + Math.floor(index / 4)}-Q${(index % 4) + 1} ${method.kind === "count" ? n : `${n}/${d}`}`;
  });
  return inputOf({ ...method, rule, frequency: "quarter", plan: `${plan}` }, lines, "2019-12-31");
};

describe("for all figures", () => {
  test("bringing the required pace as it is printed keeps the plan", () => {
    fc.assert(
      fc.property(asked, (given) => {
        const input = inputFor(given);
        const achievement = computeMeasureAchievement(input);
        const printed = displayRequired(input.measure, achievement);
        const question = askWhatIf(input);
        if (printed === null || question === null) return;
        const { end, kept } = answerWhatIf(question, toExact(printed));
        expect(end.gte(toExact(`${given.plan}`))).toBe(true);
        if (given.rule === "at_least") expect(kept).toBe(true);
      }),
    );
  });

  test("a greater pace never ends lower, nor keeps a floor later", () => {
    fc.assert(
      fc.property(asked, fc.nat(50), fc.nat(50), (given, pace, more) => {
        const question = askWhatIf(inputFor(given));
        if (question === null) return;
        const [slow, fast] = [pace, pace + more].map((each) => answerWhatIf(question, toExact(each)));
        expect(fast!.end.gte(slow!.end)).toBe(true);
        if (slow!.kept) expect(fast!.kept).toBe(true);
      }),
    );
  });

  test("the slider holds what it stands at first, and everything offered; the first keeps the plan if any does", () => {
    fc.assert(
      fc.property(asked, (given) => {
        const question = askWhatIf(inputFor(given));
        if (question === null) return;
        const { positions, first, offered } = choosePaces(question);
        const isOn = (pace: typeof first) => positions.some((position) => position.equals(pace));
        expect([first, ...offered].every(isOn)).toBe(true);
        expect(positions.length).toBeLessThanOrEqual(42);
        const canKeep = positions.some((pace) => answerWhatIf(question, pace).kept);
        expect(answerWhatIf(question, first).kept).toBe(canKeep);
      }),
    );
  });
});
