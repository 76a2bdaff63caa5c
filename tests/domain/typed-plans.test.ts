import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Plans } from "@/domain/measures";
import { asThousandths } from "@/domain/thousandths";
import {
  EMPTY_PLAN,
  EMPTY_PLANS,
  isLevelPlan,
  planShapeOf,
  plansStateOf,
  readTypedPlans,
  typedPlansOf,
  type PlanRules,
  type TypedPlans,
} from "@/domain/typed-plans";

const YEARS = ["2026", "2027"];
const rate: PlanRules = { kind: "rate", overUnits: "sum", overTime: "sum", rule: "at_least", mayExceedBase: false };
const count: PlanRules = { ...rate, kind: "count" };
const range: PlanRules = { ...count, overTime: "each_year", rule: "range" };
const share: PlanRules = { ...rate, kind: "level", overUnits: "share", overTime: "each_year" };
const level: PlanRules = { ...rate, kind: "level", overUnits: "min", overTime: "each_year" };

function typedOf(plan: string, fields: Partial<TypedPlans> = {}): TypedPlans {
  return { ...EMPTY_PLANS, term: { ...EMPTY_PLAN, plan }, ...fields };
}

/** The state of what was read, or the codes of what is wrong. */
function read(rules: PlanRules, typed: TypedPlans) {
  const { plans, problems } = readTypedPlans(rules, typed, YEARS);
  const codes = Object.entries(problems).map(([path, { code }]) => `${path} ${code}`);
  return codes.length > 0 ? codes : plansStateOf(plans);
}

describe("plans as typed", () => {
  it.each([
    [rate, "95%", "95"],
    [rate, "97,5", "97.5"],
    [count, "49.376", "49376"],
    [count, "08", "8"],
    [level, "3", "3"],
  ])("%o: %s is %s", (rules, text, plan) => {
    expect(read(rules, typedOf(text))).toEqual({ plan, sharePlan: null, yearPlans: {} });
  });

  it.each([
    [rate, "1.250", "ambiguous_number"],
    [rate, "120", "percent_over_100"],
    [count, "-1", "negative"],
    [count, "10%", "bad_number"],
    [count, "mười", "bad_number"],
    [level, "5", "bad_choice"],
    [{ ...level, overUnits: "mean" as const }, "4,5", "bad_choice"],
  ])("%o: %s is refused as %s", (rules, text, code) => {
    expect(read(rules, typedOf(text))).toEqual([`term.plan ${code}`]);
  });

  it("a rate that may exceed its base may promise 120 %", () => {
    expect(read({ ...rate, mayExceedBase: true }, typedOf("120"))).toMatchObject({ plan: "120" });
  });

  it("nothing typed is no plan, and no problem", () => {
    expect(read(rate, EMPTY_PLANS)).toEqual({ plan: null, sharePlan: null, yearPlans: {} });
  });

  it("a range needs both bounds, in their order", () => {
    const bounds = (plan: string, upper: string) => read(range, { ...EMPTY_PLANS, term: { plan, upper } });
    expect(bounds("90", "100")).toEqual({ plan: ["90", "100"], sharePlan: null, yearPlans: {} });
    expect(bounds("90", "")).toEqual(["term.upper required"]);
    expect(bounds("", "100")).toEqual(["term.plan required"]);
    expect(bounds("100", "90")).toEqual(["term.upper range_reversed"]);
  });

  it("a share needs its level and its %, for the term or by year", () => {
    const years = { "2026": { plan: "80", upper: "" } };
    expect(read(share, typedOf("3", { share: "90" }))).toEqual({ plan: "3", sharePlan: "90", yearPlans: {} });
    expect(read(share, typedOf("3", { years }))).toEqual({ plan: "3", sharePlan: null, yearPlans: { "2026": "80" } });
    expect(read(share, typedOf("3"))).toEqual(["share required"]);
    expect(read(share, typedOf("", { share: "101" }))).toEqual(["share percent_over_100", "term.plan required"]);
  });

  it("years of no other term are passed over", () => {
    const years = { "2027": { plan: "96", upper: "" }, "1999": { plan: "?", upper: "" } };
    expect(read(rate, typedOf("95", { years }))).toEqual({ plan: "95", sharePlan: null, yearPlans: { "2027": "96" } });
  });

  it("a judgement has no plan, whatever is still typed", () => {
    const judged: PlanRules = { ...rate, kind: "judged", overTime: "latest", rule: "judged" };
    expect(planShapeOf(judged)).toBe("none");
    expect(read(judged, typedOf("?"))).toEqual({ plan: null, sharePlan: null, yearPlans: {} });
  });

  it("a mean of levels is typed as a number, the least of them by its word", () => {
    expect(isLevelPlan(level)).toBe(true);
    expect(isLevelPlan({ ...level, overUnits: "mean", overTime: "mean_years" })).toBe(false);
  });
});

test("stored plans come back from the form unchanged", () => {
  const value = fc.integer({ min: 0, max: 100_000 }).map(asThousandths);
  const pair = fc.tuple(value, value).map(([a, b]) => [Math.min(a, b), Math.max(a, b)].map(asThousandths));
  const levels = fc.constantFrom(1000, 2000, 3000, 4000).map(asThousandths);
  const plansOf = (plan: fc.Arbitrary<unknown>, years: fc.Arbitrary<unknown>, sharePlan: fc.Arbitrary<unknown>) =>
    fc.record({ plan, sharePlan, yearPlans: fc.dictionary(fc.constantFrom(...YEARS), years) }) as fc.Arbitrary<Plans>;
  const none = fc.constant(null);
  const cases = fc.oneof(
    plansOf(fc.option(value), value, none).map((plans) => [rate, plans] as const),
    plansOf(fc.option(pair), pair, none).map((plans) => [range, plans] as const),
    plansOf(levels, value, value).map((plans) => [share, plans] as const),
    plansOf(fc.option(levels), levels, none).map((plans) => [level, plans] as const),
  );
  fc.assert(
    fc.property(cases, ([rules, plans]) => {
      expect(read(rules, typedPlansOf(plans))).toEqual(plansStateOf(plans));
    }),
  );
});
