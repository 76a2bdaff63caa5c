// The first stage, and that a section or cell is judged from its own totals by the very same second stage.
import { describe, expect, test } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import { computeLatest } from "@/domain/latest";
import { computeMeasureAchievement } from "@/domain/measure-achievement";
import { listPeriods } from "@/domain/periods";
import { listMissingFigures } from "@/domain/reporting-rate";
import { computePeriodTotals, type PeriodTotal, type TotalsInput } from "@/domain/totals";
import { cellsBelow, childrenAt, measureUnitsAt, unitsAt } from "@/domain/units";
import { achieve, committee, figuresOf, measureOf, termOf, unitOf } from "./support/build";

const section = unitOf("s1", { kind: "section" });
const moved = unitOf("c1", {
  versions: [
    { from: asCalendarDate("2010-01-01"), name: "Chi bộ 1", parentId: "db", position: 2 },
    { from: asCalendarDate("2017-01-01"), name: "Chi bộ A", parentId: "s1", position: 1 },
  ],
});
const ceased = unitOf("c2", { to: asCalendarDate("2016-12-30"), parent: "s1" });
const units = [committee, section, moved, ceased, unitOf("c3", { parent: "s1" })];

function totalsOf(fields: Partial<TotalsInput>): readonly PeriodTotal[] {
  const base = { measure: measureOf(), units, figures: [], rootId: null, basis: "accepted" as const };
  return computePeriodTotals({ ...base, ...fields }, termOf("2016-01-01", "2017-12-31"));
}

describe("totals of a period", () => {
  const figures = figuresOf(["c1 2016 1", "c2 2016 2", "c3 2016 4", "c1 2017 8"]);
  test("over all: 1 + 2 + 4 = 7, c2 had ceased the day before and counts in the value only", () => {
    const [first, second] = totalsOf({ figures });
    expect(first).toMatchObject({ sumN: 7000, sumD: null, received: 2, expected: 2 });
    expect(second).toMatchObject({ sumN: 8000, received: 1, expected: 2 });
  });
  test("over the section as the tree stood: 2 + 4 in 2016, the moved cell's 8 in 2017", () => {
    const [first, second] = totalsOf({ figures, rootId: "s1" });
    expect([first?.sumN, second?.sumN]).toEqual([6000, 8000]);
    expect([first?.expected, second?.expected]).toEqual([1, 2]);
  });
  test("a period without figures has nulls, not zeros", () => {
    expect(totalsOf({})[0]).toMatchObject({
      sumN: null,
      sumD: null,
      value: null,
      judged: null,
      received: 0,
      levels: [0, 0, 0, 0],
    });
  });
  test("not-applicable is received and enters no sum", () => {
    expect(totalsOf({ figures: figuresOf(["c1 2016 na"]) })[0]).toMatchObject({
      sumN: null,
      received: 1,
      notApplicable: 1,
    });
  });
  test("n with a denominator of 0 stays out: 9/10 and 5/0 pool to 90 %", () => {
    const [total] = totalsOf({
      measure: measureOf({ kind: "rate" }),
      figures: figuresOf(["c1 2016 9/10", "c3 2016 5/0"]),
    });
    expect([total?.sumN, total?.sumD, total?.value?.toFraction()]).toEqual([9000, 10000, "90"]);
  });
  test("levels are counted, so that a share can be taken from any level: 1 x 2, 1 x 4", () => {
    const measure = measureOf({ kind: "level", overUnits: "share", overTime: "min", plan: "3", sharePlan: "90" });
    expect(totalsOf({ measure, figures: figuresOf(["c1 2016 L4", "c3 2016 L2"]) })[0]).toMatchObject({
      levels: [0, 1, 0, 1],
      value: null,
    });
  });
  test("the weakest judgement is kept", () => {
    const measure = measureOf({ kind: "judged", rule: "judged", overTime: "latest" });
    expect(totalsOf({ measure, figures: figuresOf(["c1 2016 exceeded", "c3 2016 met"]) })[0]?.judged).toBe("met");
  });
});

describe("one cell by the same second stage", () => {
  const figures = figuresOf(["c1 2016 18/20", "c3 2016 10/10", "c1 2017 20/20"]);
  const measure = measureOf({ kind: "rate", plan: "95" });
  test("c1 alone: 38/40 = 95, met", () => {
    const result = achieve(measure, figures, "2020-12-31", { units, rootId: "c1" });
    expect([result.actual?.toFraction(), result.verdict, result.expected]).toEqual(["95", "met", 5]);
  });
  test("from totals kept elsewhere, in any order, it is the same as from figures", () => {
    const term = termOf();
    const input = { measure, units, figures, rootId: "c1", basis: "accepted" as const };
    const totals = [...computePeriodTotals(input, term)].reverse();
    const asOf = asCalendarDate("2020-12-31");
    const kept = computeMeasureAchievement({ measure, term, totals, latest: new Map(), asOf });
    expect(kept).toEqual(achieve(measure, figures, "2020-12-31", { units, rootId: "c1" }));
  });
});

test("the last figures at a point are those of units that exist then", () => {
  const measure = measureOf({ overTime: "latest" });
  const figures = figuresOf(["c1 2016 1", "c2 2016 2", "c3 2016 na", "c1 2017 8 draft"]);
  const latest = computeLatest(
    { measure, units, figures, rootId: null, basis: "accepted" },
    termOf(),
    asCalendarDate("2017-12-31"),
  );
  expect([...latest.keys()]).toEqual(["2016-12-31", "2017-12-31"]);
  expect(latest.get(asCalendarDate("2017-12-31"))?.map(({ unitId }) => unitId)).toEqual(["c1"]);
});

test("what is missing: expected and without a counting figure, oldest period first", () => {
  const measure = measureOf({ frequency: "half" });
  const figures = figuresOf(["c1 2016-H1 1", "c3 2016-H1 1 draft"]);
  const missing = listMissingFigures(
    { measure, units, figures, rootId: null, basis: "accepted" },
    termOf(),
    asCalendarDate("2016-12-31"),
  );
  expect(missing.map(({ unit, period }) => `${unit.id} ${period.key}`)).toEqual([
    "c2 2016-H1",
    "c3 2016-H1",
    "c3 2016-H2",
    "c1 2016-H2",
  ]);
});

describe("units as of a date", () => {
  const before = asCalendarDate("2016-12-30");
  const after = asCalendarDate("2017-01-01");
  test("`to` is a day of a unit's life, the next is not", () => {
    expect(unitsAt(units, before).map(({ id }) => id)).toContain("c2");
    expect(unitsAt(units, asCalendarDate("2016-12-31")).map(({ id }) => id)).not.toContain("c2");
  });
  test("children and cells below go by the tree of the day", () => {
    expect(childrenAt(units, "s1", before).map(({ id }) => id)).toEqual(["c2", "c3"]);
    expect(childrenAt(units, "s1", after).map(({ id }) => id)).toEqual(["c1", "c3"]);
    expect(cellsBelow(units, "db", after).map(({ id }) => id)).toEqual(["c1", "c3"]);
  });
  test("a measure asks every cell, or the units that it names, one that took over from its day on", () => {
    expect(measureUnitsAt({ unitIds: null, joinedOn: {} }, units, after).map(({ id }) => id)).toEqual(["c1", "c3"]);
    const joined = { unitIds: ["c1", "c3"], joinedOn: { c3: after } };
    expect(measureUnitsAt(joined, units, before).map(({ id }) => id)).toEqual(["c1"]);
    expect(measureUnitsAt(joined, units, after).map(({ id }) => id)).toEqual(["c1", "c3"]);
    expect(measureUnitsAt({ unitIds: ["db"], joinedOn: {} }, units, after).map(({ id }) => id)).toEqual(["db"]);
  });
  test("a yearly measure has one period a reporting year", () => {
    expect(listPeriods(termOf(), "year")).toHaveLength(5);
  });
});
