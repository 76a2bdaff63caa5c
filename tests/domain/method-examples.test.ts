import { describe, expect, it, test } from "vitest";
import { displayActual } from "@/domain/display";
import type { MeasureKind, OverTime, OverUnits, Rule } from "@/domain/measures";
import { computeExample, firstExample, listExampleAlternatives } from "@/domain/method-examples";
import { explainMethod } from "@/domain/method-explanations";
import { listMethodProblems } from "@/domain/method-problems";
import { readTypedFigure } from "@/domain/typed-figures";
import { createTranslate } from "@/messages/translate";
import { measureOf } from "./support/build";

const KINDS: readonly MeasureKind[] = ["count", "rate", "percent", "level", "judged"];
const OVER_UNITS: readonly OverUnits[] = ["sum", "mean", "min", "share"];
const OVER_TIMES: readonly OverTime[] = ["sum", "mean_periods", "mean_years", "latest", "min", "each_year"];
const RULES: readonly Rule[] = ["at_least", "more_than", "at_most", "less_than", "exactly", "range", "judged"];
const BASES = [null, "term", "years"] as const;

const METHODS = KINDS.flatMap((kind) =>
  OVER_UNITS.flatMap((overUnits) =>
    OVER_TIMES.flatMap((overTime) =>
      RULES.flatMap((rule) => BASES.map((base) => ({ kind, overUnits, overTime, rule, base }))),
    ),
  ),
).filter(({ base, ...method }) => listMethodProblems({ ...method, hasFixedBase: base !== null }).length === 0);

function cellsOf(kind: MeasureKind, frequency: "month" | "year" | "term", hasFixedBase = false) {
  const rules = { kind, mayExceedBase: false, hasFixedBase };
  return firstExample(kind, frequency).map((row) => row.map((typed) => readTypedFigure(rules, typed).value));
}

describe("the example of a rate, 20/20 and 9/12 over two years", () => {
  const rate = measureOf({ kind: "rate", frequency: "month", plan: "90" });
  const shown = (measure: ReturnType<typeof measureOf>) =>
    displayActual(measure, computeExample(measure, cellsOf("rate", "month")).achievement);

  it("pooled it is 29/32 = 90,63 %, the mean of units and periods 87,50 %", () => {
    expect(shown(rate)).toBe("90.63");
    const alternatives = listExampleAlternatives(rate, cellsOf("rate", "month")).map(
      ({ overUnits, overTime, achievement }) => `${overUnits} ${overTime} ${displayActual(rate, achievement)}`,
    );
    expect(alternatives).toEqual([
      "mean mean_periods 87.50",
      "min mean_periods 75.00",
      "sum mean_periods 87.86",
      "sum mean_years 90.87",
      "sum latest 100.00",
      "sum min 71.43",
      "sum each_year 90.87",
    ]);
  });

  it("by year 87,50 % beside 12/12 tells the same figures in two columns", () => {
    const yearly = measureOf({ kind: "rate", frequency: "year", plan: "90" });
    const { achievement, periods } = computeExample(yearly, cellsOf("rate", "year"));
    expect(displayActual(yearly, achievement)).toBe("90.63");
    expect(periods?.map((value) => value?.toFraction())).toEqual(["550/7", "100"]);
  });

  it("a denominator that is fixed is the measure's own: 29 of 58 is 50 %", () => {
    const fixed = measureOf({ kind: "rate", frequency: "month", plan: "40", fixedBase: { term: "58" } });
    const figures = cellsOf("rate", "month").map((row) =>
      row.map((value) => (value?.type === "number" ? { ...value, d: null } : value)),
    );
    expect(displayActual(fixed, computeExample(fixed, figures).achievement)).toBe("50.00");
  });
});

test("every method that means something has its sentence in both languages, and its example has a result", () => {
  expect(METHODS.length).toBeGreaterThan(100);
  for (const { base, ...method } of METHODS) {
    for (const frequency of ["month", "year", "term"] as const) {
      const explained = explainMethod({ ...method, frequency, base, hasPlan: method.kind !== "judged" });
      for (const locale of ["vi", "en"] as const) {
        const t = createTranslate(locale);
        if (!("units" in explained)) {
          expect(t(`measures.method.${explained.key}`)).not.toBe("");
          continue;
        }
        const values = { numerator: "n", denominator: "d", base: "9", level: "3", plan: "1", upper: "2" };
        const sentence = t(`measures.method.${explained.key}`, {
          units: t(`measures.method.units.${explained.units}`, values),
          time: t(`measures.method.time.${explained.time}`),
          rule: t(`measures.method.rule.${explained.rule}`, values),
        });
        expect(sentence).not.toMatch(/[{}]/);
      }
      const plan = method.rule === "range" ? (["1", "2"] as [string, string]) : method.kind === "judged" ? null : "3";
      const measure = measureOf({
        ...{ ...method, frequency, plan, sharePlan: method.overUnits === "share" ? "50" : null },
        fixedBase: base === null ? null : base === "term" ? { term: "40" } : { "2021": "40" },
      });
      const { actual, judged } = computeExample(measure, cellsOf(method.kind, frequency, base !== null)).achievement;
      // A base by year says nothing about the one period `term`, which belongs to no year.
      if (!(base === "years" && frequency === "term")) expect(actual ?? judged).not.toBeNull();
    }
  }
});
