import { expect, test } from "vitest";
import { asCalendarDate, type CalendarDate } from "@/domain/dates";
import type { Measure } from "@/domain/measures";
import { measureInputFromFigures } from "@/domain/term-achievement";
import { computeTrajectory, type Trajectory } from "@/domain/trajectories";
import { committee, figuresOf, measureOf, termOf, unitOf } from "./support/build";

const units = [committee, unitOf("c1"), unitOf("c2")];

function trajectoryOf(measure: Measure, lines: readonly string[], asOf: string): Trajectory {
  const input = { measure, units, figures: figuresOf(lines), rootId: null, basis: "accepted" as const };
  const at = (date: CalendarDate) => measureInputFromFigures(input, termOf(), date);
  return computeTrajectory(at(asCalendarDate(asOf)), at);
}

const planOn = ({ planPath }: Trajectory, day: string) => planPath.find(({ on }) => on === day)?.value.toFraction();

test("a summing count: 1, then 1 + 2 = 3; the missing half-year carries and is marked", () => {
  const { points } = trajectoryOf(
    measureOf({ frequency: "half", plan: "10" }),
    ["c1 2016-H1 1", "c2 2017-H1 2"],
    "2017-06-30",
  );
  expect(
    points.map(({ value, cumulative, carried }) => [
      value?.toFraction() ?? null,
      cumulative?.toFraction() ?? null,
      carried,
    ]),
  ).toEqual([
    ["1", "1", false],
    [null, "1", true],
    ["2", "3", false],
  ]);
});

test("its plan rises from 0 to 10 over 60 months, 5 in the middle, the future included", () => {
  const trajectory = trajectoryOf(measureOf({ plan: "10" }), [], "2016-12-31");
  expect([
    planOn(trajectory, "2016-01-01"),
    planOn(trajectory, "2018-06-30"),
    planOn(trajectory, "2020-12-31"),
  ]).toEqual(["0", "5", "10"]);
});

test("each year's bar of a summing count has its months' part of the plan: 10 x 12/60 = 2", () => {
  const { years } = trajectoryOf(measureOf({ plan: "10" }), ["c1 2016 3"], "2017-06-30");
  expect(years.map(({ plan }) => (plan === null || Array.isArray(plan) ? plan : plan.toString()))).toEqual([
    "2",
    "2",
    "2",
    "2",
    "2",
  ]);
  expect(years.map(({ value }) => value?.toFraction() ?? null)).toEqual(["3", null, null, null, null]);
});

test("a rate's plan is level, and steps where it was raised", () => {
  const measure = measureOf({
    kind: "rate",
    plan: "98",
    planHistory: [{ until: "2017-12-31", plan: "95", reason: "" }],
  });
  const seenLate = trajectoryOf(measure, [], "2020-12-31");
  expect([planOn(seenLate, "2017-12-31"), planOn(seenLate, "2018-01-31")]).toEqual(["95", "98"]);
  const seenEarly = trajectoryOf(measure, [], "2016-12-31");
  expect(planOn(seenEarly, "2018-01-31")).toBe("95");
});

test("a plan raised from 10 to 20 on 16/6/2018 steps from 29/60 of 10 to 29/60 of 20 on that day, not over the month", () => {
  const measure = measureOf({ plan: "20", planHistory: [{ until: "2018-06-15", plan: "10", reason: "" }] });
  const steps = ({ planPath }: Trajectory) =>
    planPath
      .filter(({ on }) => "2018-05-31" <= on && on <= "2018-06-30")
      .map(({ on, begins, value }) => `${on} ${begins ? "begins" : "ends"} ${value.mul(60).toFraction()}/60`);
  expect(steps(trajectoryOf(measure, [], "2020-12-31"))).toEqual([
    "2018-05-31 ends 290/60",
    "2018-06-15 ends 290/60",
    "2018-06-16 begins 580/60",
    "2018-06-30 ends 600/60",
  ]);
  expect(steps(trajectoryOf(measure, [], "2018-06-15"))).toEqual(["2018-05-31 ends 290/60", "2018-06-30 ends 300/60"]);
});

test("a year of its own plan begins where the year before ends: 90 to the evening, 95 from the morning", () => {
  const measure = measureOf({ kind: "rate", overTime: "each_year", yearPlans: { "2016": "90", "2017": "95" } });
  const { planPath } = trajectoryOf(measure, [], "2017-12-31");
  const around = planPath.filter(({ on }) => on === "2016-12-31" || on === "2017-01-01");
  expect(around.map(({ begins, value }) => [begins, value.toFraction()])).toEqual([
    [false, "90"],
    [true, "95"],
  ]);
});

test("the last figures carry on from unit to unit: 5, then 5 + 3 = 8", () => {
  const { points } = trajectoryOf(
    measureOf({ overTime: "latest", plan: "9" }),
    ["c1 2016 5", "c2 2017 3"],
    "2017-12-31",
  );
  expect(points.map(({ cumulative }) => cumulative?.toFraction())).toEqual(["5", "8"]);
});

test("a judged measure has no plan's path", () => {
  expect(
    trajectoryOf(measureOf({ kind: "judged", rule: "judged", overTime: "latest" }), [], "2017-12-31").planPath,
  ).toEqual([]);
});
