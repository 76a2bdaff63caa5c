import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BundleMeasure } from "@/domain/bundle/measure-schema";
import { asCalendarDate } from "@/domain/dates";
import type { EstimateBand } from "@/domain/estimates";
import { computeProjection, wordProjection, type Projection } from "@/domain/projections";
import { measureInputFromFigures } from "@/domain/term-achievement";
import { measureCoverage } from "../support/simulated-terms";
import { committee, figuresOf, measureOf, termOf, unitOf } from "./support/build";

const units = [committee, unitOf("c1")];
const QUARTERS = [2016, 2017, 2018, 2019, 2020].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));
const RATE = { kind: "rate", frequency: "quarter", plan: "95" } as const;
const COUNT = { kind: "count", frequency: "quarter", plan: "10" } as const;

/** Figures of the first quarters of 2016 to 2020, seen from the end of the last of them unless said otherwise. */
function project(fields: Partial<BundleMeasure>, values: readonly string[], asOf?: string): Projection | null {
  const measure = measureOf(fields);
  const lines = values.map((value, index) => `c1 ${QUARTERS[index]} ${value}`);
  const input = { measure, units, figures: figuresOf(lines), rootId: null, basis: "accepted" as const };
  const ended = QUARTERS[values.length - 1] ?? "";
  const day = ["03-31", "06-30", "09-30", "12-31"][Number(ended.slice(-1)) - 1];
  return computeProjection(
    measureInputFromFigures(input, termOf(), asCalendarDate(asOf ?? `${ended.slice(0, 4)}-${day}`)),
  );
}

const told = ({ lower, middle, upper }: EstimateBand) => [lower, middle, upper].map(({ about }) => about);
const times = (count: number, value: string) => Array.from({ length: count }, () => value);

describe("a count", () => {
  test("of 10 in 10 quarters: 10 + 10 × 10,5/10 = 20,5, and 8 in 10 from 16 to 26", () => {
    const projection = project(COUNT, times(10, "1"))!;
    expect(told(projection.end)).toEqual([16, 20.5, 26]);
    expect([projection.periods, projection.points.length]).toEqual([10, 10]);
  });

  test("of nothing in 18 quarters: nothing more, not a negative number", () => {
    expect(told(project(COUNT, times(18, "0"))!.end).slice(0, 1)).toEqual([0]);
  });

  test("that comes in bursts has a wider band than one that comes evenly", () => {
    const width = (values: readonly string[]) => {
      const [lower, , upper] = told(project(COUNT, values)!.end);
      return upper! - lower!;
    };
    expect(width(["8", "0", "0", "0", "8", "0", "0", "0"])).toBeGreaterThan(width(times(8, "2")));
  });

  test("in tenths is foreseen in tenths", () => {
    const [lower] = told(project(COUNT, ["1.5", "1.4", "1.6", "1.5", "1.4", "1.6"])!.end);
    expect(Math.round(lower! * 10)).toBeCloseTo(lower! * 10, 6);
    expect(Number.isInteger(lower!)).toBe(false);
  });

  test("never falls when more is brought, in the middle of its band", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { minLength: 6, maxLength: 19 }),
        fc.nat(18),
        fc.integer({ min: 1, max: 9 }),
        (counts, at, more) => {
          const place = at % counts.length;
          const middle = (values: readonly number[]) => project(COUNT, values.map(String))!.end.middle.about;
          const raised = counts.map((count, index) => (index === place ? count + more : count));
          expect(middle(raised)).toBeGreaterThanOrEqual(middle(counts) + more);
        },
      ),
    );
  });
});

describe("a rate", () => {
  const METHODS = ["sum", "mean_periods", "mean_years"] as const;

  test.each(METHODS)("of 95/100 in each of 8 quarters stays about 95 by %s, in a band that holds it", (overTime) => {
    const [lower, middle, upper] = told(project({ ...RATE, overTime }, times(8, "95/100"))!.end);
    expect(middle).toBeCloseTo(95, 0);
    expect(lower).toBeLessThan(95);
    expect(upper).toBeGreaterThan(95);
  });

  test("of all is never foreseen above all", () => {
    const { points } = project(RATE, times(9, "40/40"))!;
    points.forEach(({ band }) => expect(band.upper.about).toBeLessThanOrEqual(100));
  });

  test("a mean of years stands still until a year ends: at the third quarter it is that of the ended year", () => {
    const { points } = project({ ...RATE, overTime: "mean_years" }, [...times(4, "90/100"), ...times(2, "99/100")])!;
    const [third, fourth] = points.map(({ band }) => told(band));
    expect(third![0]).toBeCloseTo(90, 9);
    expect(third![2]).toBeCloseTo(90, 9);
    expect(fourth![0]).toBeGreaterThan(90);
  });

  test("never falls when more is brought, in the middle of its band", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(29), { minLength: 6, maxLength: 19 }),
        fc.nat(18),
        fc.constantFrom(...METHODS),
        (counts, at, overTime) => {
          const middle = (values: readonly number[]) =>
            project(
              { ...RATE, overTime },
              values.map((n) => `${n}/30`),
            )!.end.middle.about;
          const raised = counts.map((count, index) => (index === at % counts.length ? count + 1 : count));
          expect(middle(raised)).toBeGreaterThanOrEqual(middle(counts) - 1e-9);
        },
      ),
    );
  });
});

describe("nothing is foreseen", () => {
  test("with five periods that have a value, a sixth being missing or not applicable", () => {
    expect(project(COUNT, times(5, "1"))).toBeNull();
    expect(project(COUNT, times(5, "1"), "2017-12-31")).toBeNull();
    expect(project(COUNT, [...times(5, "1"), "na"])).toBeNull();
    expect(project(RATE, [...times(5, "1/2"), "0/0"])).toBeNull();
    expect(project(COUNT, times(6, "1"))).not.toBeNull();
  });

  test("once the term is over", () => {
    expect(project(COUNT, times(20, "1"))).toBeNull();
    expect(project(COUNT, times(19, "1"))).not.toBeNull();
  });

  test.each<Partial<BundleMeasure>>([
    { kind: "judged", rule: "judged", overTime: "each_year", frequency: "quarter" },
    { ...RATE, fixedBase: { term: "500" } },
    { ...RATE, overTime: "each_year" },
    { ...RATE, overTime: "latest" },
    { ...RATE, overUnits: "mean", overTime: "mean_periods" },
    { ...RATE, mayExceedBase: true },
    { ...COUNT, overTime: "latest" },
    { kind: "percent", frequency: "quarter", overUnits: "mean", overTime: "mean_periods", plan: "95" },
  ])("where a pace means nothing: %o", (fields) => {
    const value = fields.kind === "judged" ? "met" : fields.kind === "rate" && !fields.fixedBase ? "9/10" : "9";
    expect(project(fields, times(8, value))).toBeNull();
  });

  test("where corrections leave less than nothing", () => {
    expect(project(COUNT, ["1", "-3", "0", "0", "0", "0", "0"])).toBeNull();
  });
});

test("the sentence has its numbers in it, the ends of a rate's band to the outside", () => {
  const projection = project(COUNT, times(10, "1"))!;
  expect(wordProjection(measureOf(COUNT), projection, "vi")).toEqual({
    key: "projections.count",
    values: { periods: 10, left: 10, frequency: "quarter", band: "two", lower: "16", upper: "26" },
  });
  const end = { lower: { about: 96.81 }, middle: { about: 97 }, upper: { about: 97.31 } };
  const { values } = wordProjection(measureOf(RATE), { ...projection, end }, "vi");
  expect([values.lower, values.upper]).toEqual(["96,8", "97,4"]);
});

test("over 500 simulated terms the 80 % band holds what came in 75 to 85 of 100", () => {
  const { covered, terms } = measureCoverage(500);
  expect(terms).toBe(500);
  expect(covered / terms).toBeGreaterThanOrEqual(0.75);
  expect(covered / terms).toBeLessThanOrEqual(0.85);
});
