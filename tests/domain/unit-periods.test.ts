import { expect, test } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import { measureInputFromFigures } from "@/domain/term-achievement";
import { listUnitPeriods } from "@/domain/unit-periods";
import { committee, figuresOf, measureOf, termOf, unitOf } from "./support/build";

test("zero, missing, not applicable, 0 of 0 and not asked are told apart, and only a value has one", () => {
  const born = unitOf("c1", { from: asCalendarDate("2016-04-01") });
  const measure = measureOf({ kind: "rate", frequency: "quarter", plan: "95" });
  const figures = figuresOf(["c1 2016-Q2 0/9", "c1 2016-Q4 na", "c1 2017-Q1 0/0", "c1 2017-Q2 8/9"]);
  const source = { measure, units: [committee, born], figures, rootId: "c1", basis: "accepted" as const };
  const input = measureInputFromFigures(source, termOf(), asCalendarDate("2017-06-30"));
  expect(listUnitPeriods(input).map(({ period, state, value }) => [period.key, state, value?.toFraction()])).toEqual([
    ["2016-Q1", "not_due", undefined],
    ["2016-Q2", "value", "0"],
    ["2016-Q3", "missing", undefined],
    ["2016-Q4", "not_applicable", undefined],
    ["2017-Q1", "no_value", undefined],
    ["2017-Q2", "value", "800/9"],
  ]);
});
