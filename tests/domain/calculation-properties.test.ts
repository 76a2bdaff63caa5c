// What must hold for all figures, whatever they are (CALCULATION.md §1 to §5).
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MeasureAchievement } from "@/domain/achievements";
import type { BundleMeasure } from "@/domain/bundle/measure-schema";
import { displayActual, displayAchievementPct, displayExcess, displayRequired } from "@/domain/display";
import { toExact } from "@/domain/exact";
import type { Figure } from "@/domain/figures";
import type { Measure } from "@/domain/measures";
import { asThousandths } from "@/domain/thousandths";
import { decideOutcome } from "@/domain/verdict";
import { achieve, figuresOf, measureOf } from "./support/build";

type Fields = Partial<BundleMeasure>;

const years = ["2016", "2017", "2018", "2019", "2020"];
const cells = ["c1", "c2", "c3"];

/** At most one figure a cell and year, n of d. */
const ratesOfYears = fc
  .uniqueArray(
    fc.record({
      unit: fc.constantFrom(...cells),
      year: fc.constantFrom(...years),
      d: fc.integer({ min: 0, max: 400 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { selector: ({ unit, year }) => `${unit} ${year}`, maxLength: 15 },
  )
  .map((rows) => rows.map(({ unit, year, d, part }) => `${unit} ${year} ${Math.floor(d * part)}/${d}`));

const methods = fc.constantFrom<Fields>(
  { kind: "rate", overUnits: "sum", overTime: "sum" },
  { kind: "rate", overUnits: "sum", overTime: "mean_years" },
  { kind: "rate", overUnits: "mean", overTime: "mean_periods" },
  { kind: "rate", overUnits: "min", overTime: "min" },
  { kind: "rate", overUnits: "sum", overTime: "latest" },
  { kind: "rate", overUnits: "mean", overTime: "each_year" },
);

const rules = fc.constantFrom("at_least", "more_than", "at_most", "less_than", "exactly" as const);

/** A plan near the values that occur, with up to 3 decimals, so that rounding is put to the test. */
const plans = fc
  .integer({ min: 0, max: 100_000 })
  .map((count) => `${Math.floor(count / 1000)}.${(count % 1000).toString().padStart(3, "0")}`);

function exactOf(measure: Measure, figures: readonly Figure[], asOf?: string): string | undefined {
  return achieve(measure, figures, asOf).actual?.toFraction();
}

/** A result without the way it came about, which tells figures in the order in which they are stored. */
function numbersOf({ years, ...result }: MeasureAchievement) {
  return { ...result, traces: null, years: years.map((year) => ({ ...year, trace: null })) };
}

describe("figures", () => {
  test("their order never matters", () => {
    fc.assert(
      fc.property(ratesOfYears, methods, fc.nat(), (lines, method, turn) => {
        const figures = figuresOf(lines);
        const at = figures.length === 0 ? 0 : turn % figures.length;
        const turned = [...figures.slice(at), ...figures.slice(0, at)].reverse();
        const measure = measureOf({ ...method, plan: "90" });
        expect(numbersOf(achieve(measure, turned))).toEqual(numbersOf(achieve(measure, figures)));
      }),
    );
  });

  test("splitting a unit's n and d over two units never changes a pooled rate", () => {
    const parts = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500));
    fc.assert(
      fc.property(parts, ratesOfYears, ([n1, rest1, n2, rest2], lines) => {
        const [d1, d2] = [n1 + rest1 + 1, n2 + rest2 + 1];
        const others = lines.filter((line) => !line.startsWith("c1 2016"));
        const whole = figuresOf([...others, `c1 2016 ${n1 + n2}/${d1 + d2}`]);
        const split = figuresOf([...others, `c1 2016 ${n1}/${d1}`, `c9 2016 ${n2}/${d2}`]);
        for (const overTime of ["sum", "mean_years", "mean_periods"] as const) {
          const measure = measureOf({ kind: "rate", overTime, plan: "90" });
          expect(exactOf(measure, split)).toBe(exactOf(measure, whole));
        }
      }),
    );
  });

  test("a pooled rate lies between the least and the greatest of its parts", () => {
    fc.assert(
      fc.property(ratesOfYears, (lines) => {
        const measure = measureOf({ kind: "rate", plan: "90" });
        const parts = lines.map((line) => achieve(measure, figuresOf([line])).actual).filter((part) => part !== null);
        const { actual } = achieve(measure, figuresOf(lines));
        expect(actual === null).toBe(parts.length === 0);
        if (actual === null) return;
        expect(parts.some((part) => part.lte(actual))).toBe(true);
        expect(parts.some((part) => part.gte(actual))).toBe(true);
      }),
    );
  });

  test("drafts and returned figures change nothing", () => {
    fc.assert(
      fc.property(ratesOfYears, methods, fc.constantFrom("draft", "returned"), (lines, method, state) => {
        const measure = measureOf({ ...method, plan: "90" });
        const ignored = figuresOf(years.map((year) => `c7 ${year} 1/7 ${state}`));
        const units = achieve(measure, figuresOf(lines));
        const { actual, verdict } = achieve(measure, [...figuresOf(lines), ...ignored]);
        expect([actual?.toFraction(), verdict]).toEqual([units.actual?.toFraction(), units.verdict]);
      }),
    );
  });
});

describe("what is printed", () => {
  test("never contradicts the verdict", () => {
    fc.assert(
      fc.property(ratesOfYears, rules, plans, fc.integer({ min: 0, max: 4 }), (lines, rule, plan, decimals) => {
        const measure = measureOf({ kind: "rate", rule, plan, decimals });
        const result = achieve(measure, figuresOf(lines));
        const printed = displayActual(measure, result);
        const readAsPrinted = printed === null ? "no_data" : decideOutcome(toExact(printed), rule, toExact(plan));
        expect(readAsPrinted).toBe(result.verdict);
      }),
      { numRuns: 300 },
    );
  });

  test("of a count never reads 100 % or no excess unless it is so", () => {
    const near = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(near, ([plan, off]) => {
        const measure = measureOf({ plan: `${plan}` });
        const value = asThousandths(plan * 1000 + off);
        const figures = figuresOf(["c1 2016 0"]).map((figure) => ({
          ...figure,
          value: { type: "number" as const, n: value, d: null },
        }));
        const result = achieve(measure, figures);
        expect(toExact(displayAchievementPct(result) ?? "0").compare(100)).toBe(Math.sign(off));
        expect(toExact(displayExcess(measure, result) ?? "0").compare(0)).toBe(Math.sign(off));
      }),
    );
  });

  test("as required pace suffices when it is brought", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 1000 }), (brought, plan) => {
        const measure = measureOf({ plan: `${plan}` });
        const result = achieve(measure, figuresOf([`c1 2016 ${brought}`]), "2017-12-31");
        const required = toExact(displayRequired(measure, result) ?? "0");
        expect(required.mul(3).add(brought).gte(plan)).toBe(true);
      }),
    );
  });
});

test("a provisional result never has fewer figures than the accepted one", () => {
  fc.assert(
    fc.property(ratesOfYears, (lines) => {
      const figures = figuresOf(lines.map((line, index) => (index % 2 === 0 ? `${line} submitted` : line)));
      const measure = measureOf({ kind: "rate", plan: "90" });
      const provisional = achieve(measure, figures, "2020-12-31", { basis: "provisional" });
      expect(provisional.received).toBeGreaterThanOrEqual(achieve(measure, figures).received);
    }),
  );
});
