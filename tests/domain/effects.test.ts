import { expect, it } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import { listEffects, type NamedResult, type ResultsAt } from "@/domain/effects";
import type { Measure } from "@/domain/measures";
import { achieve, figuresOf, measureOf } from "./support/build";

const ON = asCalendarDate("2020-12-31");

function resultsOf(measure: Measure, lines: readonly string[]): readonly ResultsAt[] {
  const achievement = achieve(measure, figuresOf(lines));
  const named = { code: "m", name: "m", unitLabel: "đảng viên" };
  const target: NamedResult = {
    target: { code: "t", name: "t" },
    achievement: { targetId: "t", verdict: achievement.verdict, pace: achievement.pace, measures: [] },
    measures: [{ named, measure, achievement }],
  };
  return [{ term: "T", on: ON, basis: "accepted", targets: [target] }];
}

/** What a change from one measure to another tells, a line each: the numbers with what they are of. */
function told(before: Measure, after: Measure, lines: readonly string[]): string[] {
  return listEffects(resultsOf(before, lines), resultsOf(after, lines))
    .filter(({ measure }) => measure !== null)
    .map(({ field, before: was, after: is, units }) => `${field} ${was} ${units.before} > ${is} ${units.after}`);
}

it("tells a count in its own unit and in percent of its plan: 12 of 10 is 120 %, of 16 it is 75 %", () => {
  expect(told(measureOf({ plan: "10" }), measureOf({ plan: "16" }), ["c1 2016 12"])).toEqual([
    "verdict exceeded null > not_met null",
    "plan 10 units > 16 units",
    "planToDate 10 units > 16 units",
    "achievementPct 120.00 percent > 75.00 percent",
    "excess 20.00 percent > -25.00 percent",
  ]);
});

it("tells a rate in percent and its distance in points: 19/20 is 95 %, 5 above 90 and 3 below 98", () => {
  const rate = (plan: string) => measureOf({ kind: "rate", plan });
  expect(told(rate("90"), rate("98"), ["c1 2016 19/20"])).toEqual([
    "verdict exceeded null > not_met null",
    "plan 90 percent > 98 percent",
    "planToDate 90 percent > 98 percent",
    "excess 5.00 points > -3.00 points",
  ]);
});

it("tells a level that becomes a share of units on both sides in what it was and is: 3 and 2 are 2.50, 1 of 2 is 50 %", () => {
  const level = measureOf({ kind: "level", overUnits: "mean", overTime: "latest", plan: "3" });
  const share = measureOf({ kind: "level", overUnits: "share", overTime: "latest", plan: "3", sharePlan: "90" });
  expect(told(level, share, ["c1 2020 L3", "c2 2020 L2"])).toEqual(
    expect.arrayContaining(["actual 2.50 level > 50.00 percent", "excess -0.50 levels > -40.00 points"]),
  );
});
