import { describe, expect, it } from "vitest";
import { asCalendarDate as day } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { Plans } from "@/domain/measures";
import { decidePlanStep, isPlanOpen, listPlanDifferences, planDays, type PlanStanding } from "@/domain/plan-changes";
import { asThousandths } from "@/domain/thousandths";

const term = { startsOn: day("2016-01-01"), endsOn: day("2020-12-31"), state: "running" as const };

const standing = (fields: Partial<PlanStanding> = {}): PlanStanding => ({
  term,
  versions: [day("2016-01-01")],
  isReported: true,
  today: day("2018-06-15"),
  ...fields,
});

const refusals = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return Object.entries(error.fields).map(([path, { code }]) => `${path} ${code}`);
  }
};

const step = (fromOn: string, reason: string | null, fields: Partial<PlanStanding> = {}) =>
  refusals(() => decidePlanStep(standing(fields), { fromOn: day(fromOn), reason }));

describe("a changed plan of a running term", () => {
  it("is added from its day on, with its reason", () => {
    expect(step("2018-06-15", " Sơ kết giữa nhiệm kỳ ")).toEqual({
      ...{ type: "added", fromOn: "2018-06-15", reason: "Sơ kết giữa nhiệm kỳ" },
    });
  });

  it("replaces the newest where it begins on the same day, be it the term's first", () => {
    const versions = [day("2016-01-01"), day("2018-06-15")];
    expect(step("2018-06-15", "Gõ nhầm", { versions })).toMatchObject({ type: "replaced", fromOn: "2018-06-15" });
    expect(step("2016-01-01", "Gõ nhầm")).toMatchObject({ type: "replaced", fromOn: "2016-01-01" });
  });

  it.each([
    ["before the last change", "2018-06-14", "Vì", ["fromOn plan_changed_later"]],
    ["before the term", "2015-12-31", "Vì", ["fromOn outside_term"]],
    ["after the term", "2021-01-01", "Vì", ["fromOn outside_term"]],
    ["without a reason", "2018-07-01", "  ", ["reason reason_required"]],
  ])("is refused %s", (_, fromOn, reason, refused) => {
    const versions = [day("2016-01-01"), day("2018-06-15")];
    expect(step(fromOn, reason, { versions })).toEqual(refused);
  });

  it("begins between the last change and the term's end, today where that lies between", () => {
    const of = (today: string, last: string) => planDays({ term, versions: [day(last)], today: day(today) });
    expect(of("2018-06-15", "2016-01-01")).toEqual({
      ...{ earliest: "2016-01-01", latest: "2020-12-31", proposed: "2018-06-15" },
    });
    expect(of("2018-06-15", "2019-01-01").proposed).toBe("2019-01-01");
    expect(of("2021-03-01", "2016-01-01").proposed).toBe("2020-12-31");
    expect(of("2015-03-01", "2015-02-01").proposed).toBe("2016-01-01");
  });
});

describe("a plan that is still being set up", () => {
  it.each<[string, Partial<PlanStanding>, boolean]>([
    ["is open in a draft term, even once it should have begun", { term: { ...term, state: "draft" } }, true],
    ["is open before the term while nobody reported", { today: day("2015-12-31"), isReported: false }, true],
    ["is closed from the term's first day", { today: day("2016-01-01"), isReported: false }, false],
    ["is closed once somebody reported", { today: day("2015-12-31") }, false],
  ])("%s", (_, fields, open) => {
    expect(isPlanOpen(standing(fields))).toBe(open);
  });

  it("is replaced in place without a reason, whatever day was asked for", () => {
    expect(step("2019-01-01", null, { term: { ...term, state: "draft" } })).toEqual({
      ...{ type: "replaced", fromOn: "2016-01-01", reason: null },
    });
  });
});

describe("what differs between two plans", () => {
  const plans = (fields: Partial<Plans>): Plans => ({ plan: null, yearPlans: {}, sharePlan: null, ...fields });
  const of = (count: number) => asThousandths(count * 1000);

  it("names the term's value, the share and each year, and nothing that stayed", () => {
    const before = plans({ plan: of(3), sharePlan: of(90), yearPlans: { "2016": of(80), "2017": of(85) } });
    const after = plans({ plan: of(3), sharePlan: of(95), yearPlans: { "2017": of(85), "2018": of(90) } });
    expect(listPlanDifferences(before, after)).toEqual([
      { part: "share", yearId: null, before: of(90), after: of(95) },
      { part: "year", yearId: "2016", before: of(80), after: null },
      { part: "year", yearId: "2018", before: null, after: of(90) },
    ]);
  });

  it("compares both bounds of a range", () => {
    const range = plans({ plan: [of(90), of(100)] });
    expect(listPlanDifferences(range, plans({ plan: [of(90), of(100)] }))).toEqual([]);
    expect(listPlanDifferences(range, plans({ plan: [of(90), of(110)] }))).toHaveLength(1);
  });
});
