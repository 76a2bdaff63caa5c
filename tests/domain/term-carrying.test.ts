import { describe, expect, test } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import type { Measure } from "@/domain/measures";
import { carryTargets, lacksReason, type CarryChoice, type Carrying } from "@/domain/term-carrying";
import { asThousandths } from "@/domain/thousandths";
import { measureOf, termOf, unitOf } from "./support/build";

const previous = { ...termOf("2015-07-01", "2020-06-30"), code: "2015-2020" };
const next = termOf("2020-07-01", "2022-12-31");
const units = [unitOf("cb1"), unitOf("cb2", { to: asCalendarDate("2020-06-30") }), unitOf("cb3")];

const carrying = (): Carrying => {
  let made = 0;
  return { previous, next, units, makeId: () => `new${(made += 1)}` };
};

const target = (code: string, position: number, measure: Measure = measureOf({ plan: "10" })) => ({
  ...{ id: `old-${code}`, code, position, name: code },
  measures: [
    { ...measure, id: `old-${code}-m`, targetId: `old-${code}`, planProvenance: "stated" as const, published: {} },
  ],
});
const choice = (targetCode: string, kind: CarryChoice["kind"], reason: string | null = null) => ({
  ...{ targetCode, kind, reason },
});
const carryOne = (measure: Measure) => carryTargets([target("t1", 1, measure)], [], carrying()).targets[0]?.measures[0];

describe("targets carried into a new term", () => {
  test("without choices each is carried as the same, under new ids, with a link to the old one", () => {
    const { targets, links } = carryTargets([target("t1", 1), target("t2", 2)], [], carrying());
    expect(targets.map(({ id, code, measures }) => [id, code, measures[0]?.targetId])).toEqual([
      ["new1", "t1", "new1"],
      ["new3", "t2", "new3"],
    ]);
    expect(links).toEqual([
      { targetId: "new1", previousTermCode: "2015-2020", previousTargetCode: "t1", kind: "same", reason: null },
      { targetId: "new3", previousTermCode: "2015-2020", previousTargetCode: "t2", kind: "same", reason: null },
    ]);
  });

  test("a dropped one leaves a link only, and the rest move up", () => {
    const { targets, links } = carryTargets(
      [target("t1", 1), target("t2", 2), target("t3", 3)],
      [choice("t1", "dropped"), choice("t3", "redefined", "Đổi mẫu số")],
      carrying(),
    );
    expect(targets.map(({ code, position }) => `${position} ${code}`)).toEqual(["1 t2", "2 t3"]);
    expect(links.map(({ kind, targetId, reason }) => [kind, targetId === null, reason])).toEqual([
      ["dropped", true, null],
      ["same", false, null],
      ["redefined", false, "Đổi mẫu số"],
    ]);
  });

  test("a redefinition needs a reason, what stays the same or is dropped needs none", () => {
    const lacking = [choice("t1", "redefined", " "), choice("t2", "same"), choice("t3", "dropped")].filter(lacksReason);
    expect(lacking.map(({ targetCode }) => targetCode)).toEqual(["t1"]);
  });

  test("the last plan is proposed as assumed; earlier plans and what was announced stay behind", () => {
    const measure = measureOf({ plan: "12", planHistory: [{ until: "2017-12-31", plan: "10", reason: "x" }] });
    expect(carryOne(measure)).toMatchObject({
      plans: { plan: asThousandths(12_000) },
      ...{ planProvenance: "assumed", earlierPlans: [], published: null },
    });
  });

  test("plans by year go to the year of the same place; the three years too many are left out", () => {
    const measure = measureOf({ yearPlans: { "2015": "1", "2016": "2", "2017": "3", "2018": "4" } });
    expect(carryOne(measure)?.plans.yearPlans).toEqual({
      "2020": asThousandths(1_000),
      "2021": asThousandths(2_000),
      "2022": asThousandths(3_000),
    });
  });

  test("of the units that a measure lists, the one that ceased with the old term is left out", () => {
    expect(carryOne({ ...measureOf(), unitIds: ["cb1", "cb2", "cb3"] })?.unitIds).toEqual(["cb1", "cb3"]);
    expect(carryOne(measureOf())?.unitIds).toBeNull();
  });

  test("a unit that took over in the old term is asked for the whole new one", () => {
    const joinedOn = { cb1: asCalendarDate("2018-01-01") };
    expect(carryOne({ ...measureOf(), unitIds: ["cb1"], joinedOn })).toMatchObject({ unitIds: ["cb1"], joinedOn: {} });
  });
});
