// A number and the way down to what was entered: they never tell two things.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BundleMeasure } from "@/domain/bundle/measure-schema";
import { asCalendarDate } from "@/domain/dates";
import { traceToFigures } from "@/domain/deep-traces";
import { exactText, toExact, type Exact } from "@/domain/exact";
import { given, leavesOf, recompute, traced, type Trace } from "@/domain/traces";
import { achieve, figuresOf, measureOf, termOf, unitsOf } from "./support/build";

type Fields = Partial<BundleMeasure>;

const BASES = { "2016": "300", "2017": "310", "2019": "90" };

/** Every way of adding up over units and time that means something. */
const METHODS: readonly Fields[] = [
  { kind: "count", overUnits: "sum", overTime: "sum" },
  { kind: "count", overUnits: "sum", overTime: "sum", yearPlans: { "2016": "3", "2018": "4" } },
  { kind: "count", overUnits: "sum", overTime: "mean_years" },
  { kind: "count", overUnits: "mean", overTime: "mean_periods" },
  { kind: "count", overUnits: "sum", overTime: "each_year" },
  { kind: "count", overUnits: "min", overTime: "min" },
  { kind: "rate", overUnits: "sum", overTime: "sum" },
  { kind: "rate", overUnits: "sum", overTime: "mean_years" },
  { kind: "rate", overUnits: "sum", overTime: "mean_periods" },
  { kind: "rate", overUnits: "mean", overTime: "mean_years" },
  { kind: "rate", overUnits: "min", overTime: "min" },
  { kind: "rate", overUnits: "sum", overTime: "latest" },
  { kind: "rate", overUnits: "mean", overTime: "latest" },
  { kind: "rate", overUnits: "sum", overTime: "each_year" },
  { kind: "rate", overUnits: "sum", overTime: "sum", fixedBase: { term: "900" } },
  { kind: "rate", overUnits: "sum", overTime: "sum", fixedBase: BASES },
  { kind: "rate", overUnits: "sum", overTime: "mean_years", fixedBase: BASES },
  { kind: "level", overUnits: "share", overTime: "mean_years", plan: "3", sharePlan: "80" },
  { kind: "level", overUnits: "share", overTime: "latest", plan: "3", sharePlan: "80" },
  { kind: "level", overUnits: "mean", overTime: "mean_years", plan: "3" },
  { kind: "percent", overUnits: "mean", overTime: "mean_years" },
];

const randomTerm = fc.record({
  method: fc.constantFrom(...METHODS),
  monthly: fc.boolean(),
  plan: fc.integer({ min: 0, max: 120 }),
  asOf: fc.constantFrom("2016-02-15", "2017-12-31", "2018-07-10", "2020-12-31"),
  rows: fc.uniqueArray(
    fc.record({
      unit: fc.constantFrom("c1", "c2", "c3"),
      year: fc.constantFrom("2016", "2017", "2018", "2019", "2020"),
      month: fc.constantFrom("01", "05", "12"),
      d: fc.integer({ min: 0, max: 60 }),
      part: fc.integer({ min: 0, max: 4 }),
      absent: fc.constantFrom("", "", "", "", "na"),
    }),
    { selector: ({ unit, year }) => `${unit} ${year}`, maxLength: 15 },
  ),
});

type RandomTerm = typeof randomTerm extends fc.Arbitrary<infer T> ? T : never;

function valueText({ kind, fixedBase }: Fields, { d, part, absent }: RandomTerm["rows"][number]): string {
  if (absent) return absent;
  if (kind === "level") return `L${Math.max(part, 1)}`;
  const n = Math.floor((d * part) / 4).toString();
  return kind === "rate" && !fixedBase ? `${n}/${d}` : n;
}

function build({ method, monthly, plan, asOf, rows }: RandomTerm) {
  const measure = measureOf({ plan: plan.toString(), ...method, frequency: monthly ? "month" : "year" });
  const figures = figuresOf(
    rows.map((row) => `${row.unit} ${monthly ? `${row.year}-${row.month}` : row.year} ${valueText(method, row)}`),
  );
  return { measure, figures, achievement: achieve(measure, figures, asOf) };
}

function textOf(value: Exact | null): string | null {
  return value && exactText(value);
}

describe("a number recomputed from its leaves", () => {
  test("is the number, for the result, plan to date, achievement, excess, required pace and every year", () => {
    fc.assert(
      fc.property(randomTerm, (term) => {
        const { measure, figures, achievement } = build(term);
        const input = { measure, units: unitsOf(figures), figures, rootId: null, basis: "accepted" as const };
        const fromLeaves = (trace: Trace | null) => {
          if (trace === null) return null;
          const deep = traceToFigures(trace, input, termOf(), asCalendarDate(term.asOf));
          expect(leavesOf(deep).filter(({ source }) => source.type === "period")).toEqual([]);
          return textOf(recompute(deep));
        };
        const { traces, years, ...shown } = achievement;
        const names = ["actual", "planToDate", "achievementPct", "excess", "required"] as const;
        const numbers = names.map((name) => [name, textOf(shown[name])]);
        expect(names.map((name) => [name, fromLeaves(traces[name])])).toEqual(numbers);
        expect(years.map(({ trace }) => fromLeaves(trace))).toEqual(years.map(({ actual }) => textOf(actual)));
      }),
      { numRuns: 400 },
    );
  });

  test("every kind of result is really met by the random terms", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(randomTerm, (term) => {
        const { traces } = build(term).achievement;
        for (const [name, trace] of Object.entries(traces) as [string, Trace | null][]) {
          if (trace !== null && trace.value !== null) seen.add(name);
        }
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual(["achievementPct", "actual", "excess", "plan", "planToDate", "required"]);
  });
});

describe("the leaves of a result", () => {
  const measure = measureOf({ kind: "rate", overTime: "sum", plan: "90" });

  test("20/20 and 9/12 pooled is 29/32 = 90,63 %: four entered numbers and nothing else", () => {
    const figures = figuresOf(["c1 2016 20/20", "c2 2016 9/12", "c2 2017 na"]);
    const { actual } = achieve(measure, figures).traces;
    const input = { measure, units: unitsOf(figures), figures, rootId: null, basis: "accepted" as const };
    const deep = traceToFigures(actual!, input, termOf(), asCalendarDate("2020-12-31"));
    const entered = leavesOf(deep).filter(({ value }) => value !== null);
    expect(entered.map(({ value, source }) => [source.type === "figure" && source.part, textOf(value)])).toEqual([
      ["n", "20"],
      ["n", "9"],
      ["d", "20"],
      ["d", "12"],
    ]);
    expect(textOf(recompute(deep))).toBe("725/8");
  });

  test("an n whose denominator is 0 stays out of the pool", () => {
    const figures = figuresOf(["c1 2016 20/20", "c2 2016 3/0"]);
    const input = { measure, units: unitsOf(figures), figures, rootId: null, basis: "accepted" as const };
    const { actual } = achieve(measure, figures).traces;
    const deep = traceToFigures(actual!, input, termOf(), asCalendarDate("2020-12-31"));
    const ofSecond = leavesOf(deep).filter(({ source }) => source.type === "figure" && source.unitId === "c2");
    expect(ofSecond.map(({ value }) => value)).toEqual([null, null]);
  });
});

test("a quotient and a percentage without a divisor have no value, and a missing part none either", () => {
  const zero = given(toExact(0), { type: "constant" });
  const one = given(toExact(1), { type: "constant" });
  const missing = given(null, { type: "constant" });
  expect([traced("percent", [one, zero]).value, traced("quotient", [one, zero]).value]).toEqual([null, null]);
  expect([traced("difference", [one, missing]).value, traced("sum", [missing]).value]).toEqual([null, null]);
  expect(textOf(traced("sum", [one, missing, one]).value)).toBe("2");
});

test("a plan of 0 halfway through the term is 0 to date: nothing is allowed, which is not nothing promised", () => {
  const measure = measureOf({ rule: "at_most", plan: "0" });
  const { planToDate, traces, pace } = achieve(measure, figuresOf(["c1 2016 0"]), "2018-06-30");
  expect([textOf(planToDate), textOf(recompute(traces.planToDate!)), pace]).toEqual(["0", "0", "on_track"]);
});
