import { describe, expect, test } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import type { RoleHolding } from "@/domain/roles";
import {
  listClosingGaps,
  listStartGaps,
  needsClosingReason,
  type ClosingFacts,
  type ReportStanding,
  type StartFacts,
} from "@/domain/term-closing";
import { committee, measureOf, termOf, unitOf } from "./support/build";

const term = termOf("2016-01-01", "2017-12-31");
const units = [committee, unitOf("cb1"), unitOf("cb2")];
const day = asCalendarDate;

const target = (id: string, ...measures: ReturnType<typeof measureOf>[]) => ({
  ...{ id, code: id },
  measures: measures.map((measure, index) => ({ ...measure, id: `${id}.${index}`, planProvenance: "stated" as const })),
});
const secretary = (unitId: string, from = "2016-01-01"): RoleHolding => ({
  ...{ role: "secretary", unitId, from: day(from), to: null },
});

describe("what a draft lacks", () => {
  const whole: StartFacts = {
    ...{ term, units, dueRules: 1, tasks: [{ id: "k1", leadUnitId: "cb1" }] },
    targets: [target("t1", measureOf({ plan: "10" }))],
    holdings: [secretary("cb1"), secretary("cb2")],
  };
  const gaps = (facts: Partial<StartFacts>, on = "2015-12-01") => listStartGaps({ ...whole, ...facts }, day(on));
  const nothing = {
    ...{ noTargets: false, targetsWithoutMeasure: [], measuresWithoutPlan: [], assumedPlans: [], noCells: false },
    ...{ measuresWithoutUnits: [], cellsWithoutSecretary: [], noDueRules: false, noTasks: false, tasksWithoutLead: [] },
  };

  test("a whole one lacks nothing", () => {
    expect(gaps({})).toEqual(nothing);
  });

  test("an empty one lacks targets, cells, due days and tasks", () => {
    expect(gaps({ targets: [], units: [], holdings: [], dueRules: 0, tasks: [] })).toEqual({
      ...nothing,
      ...{ noTargets: true, noCells: true, noDueRules: true, noTasks: true },
    });
  });

  test("a task that nobody leads, and one whose lead was dissolved the day before the term begins", () => {
    const ended = unitOf("cb9", { to: day("2015-12-31") });
    const tasks = [
      { id: "k1", leadUnitId: null },
      { id: "k2", leadUnitId: "cb9" },
      { id: "k3", leadUnitId: "cb1" },
    ];
    expect(gaps({ tasks, units: [...units, ended] }, "2016-01-01")).toEqual({
      ...nothing,
      tasksWithoutLead: ["k1", "k2"],
    });
  });

  test("a target without a measure, a measure without a plan, one whose plan is assumed, one of units that ended; a judged one lacks no plan", () => {
    const ended = unitOf("cb9", { to: day("2015-12-31") });
    const measures = [
      measureOf(),
      measureOf({ plan: "10", units: ["cb9"] }),
      measureOf({ kind: "judged", rule: "judged" }),
    ];
    const targets = [target("t1"), target("t2", ...measures)].map((one) => ({
      ...one,
      measures: one.measures.map((measure, index) =>
        index > 0 ? { ...measure, planProvenance: "assumed" as const } : measure,
      ),
    }));
    expect(gaps({ targets, units: [...units, ended] })).toEqual({
      ...nothing,
      targetsWithoutMeasure: ["t1"],
      ...{ measuresWithoutPlan: ["t2.0"], assumedPlans: ["t2.1"], measuresWithoutUnits: ["t2.1"] },
    });
  });

  test("a secretary whose role begins with the term counts before it; one who begins later does not", () => {
    expect(gaps({ holdings: [secretary("cb1"), secretary("cb2", "2016-02-01")] }).cellsWithoutSecretary).toEqual([
      "cb2",
    ]);
  });
});

describe("what a term lacks when it is closed", () => {
  const report = (unitId: string, period: string, state: ReportStanding["state"], accepted = false) => ({
    ...{ unitId, period, state },
    acceptedRevisionId: accepted ? "r" : null,
  });
  const facts = (reports: readonly ReportStanding[]): ClosingFacts => ({
    ...{ term, units, reports, targetsWithoutData: [], openExplanations: 0 },
    targets: [target("t1", measureOf({ plan: "10" }))],
  });
  const allAccepted = ["cb1", "cb2"].flatMap((unit) => [
    report(unit, "2016", "accepted", true),
    report(unit, "2017", "accepted", true),
  ]);

  test("2 cells × 2 years all accepted after the last day: nothing, and no reason is asked", () => {
    const gaps = listClosingGaps(facts(allAccepted), day("2018-01-15"));
    expect(gaps).toMatchObject({ notOver: false, expected: 4, accepted: 4, units: [] });
    expect(needsClosingReason(gaps)).toBe(false);
  });

  test("of cb1 one report never came and one was returned, of cb2 one waits for the office: 1 of 4 accepted", () => {
    const reports = [
      report("cb1", "2016", "returned"),
      report("cb2", "2016", "submitted"),
      report("cb2", "2017", "accepted", true),
    ];
    const gaps = listClosingGaps(facts(reports), day("2018-01-15"));
    expect([gaps.accepted, gaps.expected]).toEqual([1, 4]);
    expect(gaps.units).toEqual([
      { unitId: "cb1", notReceived: 2, notAccepted: 0 },
      { unitId: "cb2", notReceived: 0, notAccepted: 1 },
    ]);
    expect(needsClosingReason(gaps)).toBe(true);
  });

  test("a correction in work does not make an accepted report missing; a submitted one waits for the office", () => {
    const open = [report("cb1", "2016", "draft", true), ...allAccepted.slice(1)];
    expect(listClosingGaps(facts(open), day("2018-01-15")).units).toEqual([]);
    const sent = [report("cb1", "2016", "submitted", true), ...allAccepted.slice(1)];
    expect(listClosingGaps(facts(sent), day("2018-01-15")).units).toEqual([
      { unitId: "cb1", notReceived: 0, notAccepted: 1 },
    ]);
  });

  test("a day before its last, without data for a target or with an open question it asks for a reason", () => {
    const gaps = (extra: Partial<ClosingFacts>, on = "2018-01-15") =>
      needsClosingReason(listClosingGaps({ ...facts(allAccepted), ...extra }, day(on)));
    expect(gaps({}, "2017-12-30")).toBe(true);
    expect(gaps({ targetsWithoutData: ["t1"] })).toBe(true);
    expect(gaps({ openExplanations: 1 })).toBe(true);
  });
});
