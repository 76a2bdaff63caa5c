// Every refusal of a bundle, each by the path that it must name: nothing is half-read.
import { describe, expect, test } from "vitest";
import type { BundleProblemCode } from "@/domain/bundle/problems";
import { readBundle, readBundleText } from "@/domain/bundle/read";

type Json = Record<string, unknown>;

const rate: Json = { kind: "rate", plan: "95" };

function figure(fields: Json = {}): Json {
  return { measure: "m", unit: "c1", period: "2016", n: "1", status: "accepted", ...fields };
}

interface Parts {
  readonly measure?: Json;
  readonly figures?: readonly Json[];
  readonly term?: Json;
  readonly units?: readonly Json[];
  readonly root?: Json;
}

function bundleOf({ measure = {}, figures = [figure()], term = {}, units = [], root = {} }: Parts) {
  const base = { id: "m", name: "m", kind: "count", frequency: "year", overUnits: "sum", overTime: "sum", rule: "at_least", plan: "5" };
  return {
    format: "tien-do/bundle@1",
    units: [
      { id: "db", kind: "committee", name: "Đảng bộ", parent: null, from: "2010-01-01" },
      { id: "c1", kind: "cell", name: "Chi bộ 1", parent: "db", from: "2010-01-01" },
      ...units,
    ],
    terms: [
      {
        id: "T",
        name: "T",
        startsOn: "2016-01-01",
        endsOn: "2017-12-31",
        targets: [{ id: "t1", position: 1, name: "t1", measures: [{ ...base, ...measure }] }],
        figures,
        ...term,
      },
    ],
    ...root,
  };
}

function refusalsOf(parts: Parts): string[] {
  const reading = readBundle(bundleOf(parts));
  return reading.ok ? [] : reading.problems.map(({ path, code }) => `${path} ${code}`);
}

const M = "terms.0.targets.0.measures.0";
const F = "terms.0.figures";
const year = (id: string, startsOn: string, endsOn: string) => ({ id, startsOn, endsOn });

type Refusal = readonly [what: string, parts: Parts, path: string, code: BundleProblemCode];

const refusals: readonly Refusal[] = [
  ["another format", { root: { format: "tien-do/bundle@2" } }, "format", "unknown_value"],
  ["no terms", { root: { terms: undefined } }, "terms", "missing"],
  ["a unit without a name", { units: [{ id: "c2", kind: "cell", from: "2010-01-01" }] }, "units.2.name", "missing"],
  ["an unknown key at the top", { root: { extra: 1 } }, "extra", "unknown_key"],
  ["an unknown key of a figure", { figures: [figure({ m: "1" })] }, `${F}.0.m`, "unknown_key"],
  ["a number that is no text", { figures: [figure({ n: 1 })] }, `${F}.0.n`, "wrong_type"],
  ["a number with a comma", { figures: [figure({ n: "1,5" })] }, `${F}.0.n`, "not_a_decimal"],
  ["four decimals", { figures: [figure({ n: "1.0001" })] }, `${F}.0.n`, "too_many_decimals"],
  ["ten whole digits", { figures: [figure({ n: "1234567890" })] }, `${F}.0.n`, "too_large"],
  ["four decimals in a plan", { measure: { plan: "1.0001" } }, `${M}.plan`, "too_many_decimals"],
  ["four decimals in a range", { measure: { rule: "range", plan: ["1", "2.0001"] } }, `${M}.plan.1`, "too_many_decimals"],
  ["29 February 2017", { term: { startsOn: "2017-02-29" } }, "terms.0.startsOn", "not_a_date"],
  ["an unknown kind", { measure: { kind: "sum" } }, `${M}.kind`, "unknown_value"],
  ["a level of 5", { measure: { kind: "level", overUnits: "mean", overTime: "min", plan: "3" }, figures: [figure({ n: undefined, level: 5 })] }, `${F}.0.level`, "out_of_range"],
  ["a unit's id twice", { units: [{ id: "c1", kind: "cell", name: "x", from: "2010-01-01" }] }, "units.2.id", "duplicate"],
  ["a target's id twice", { term: { targets: [1, 2].map((position) => ({ id: "t", position, name: "t", measures: [] })), figures: [] } }, "terms.0.targets.1.id", "duplicate"],
  ["a measure's id twice in a term", { term: { targets: ["a", "b"].map((id, position) => ({ id, position, name: id, measures: [{ id: "m", name: "m", kind: "count", frequency: "year", overUnits: "sum", overTime: "sum", rule: "at_least" }] })) } }, "terms.0.targets.1.measures.0.id", "duplicate"],
  ["two figures for the same", { figures: [figure(), figure({ n: "2" })] }, `${F}.1`, "duplicate"],
  ["two submissions for the same", { term: { submissions: [1, 2].map(() => ({ unit: "c1", period: "2016", status: "draft" })) } }, "terms.0.submissions.1", "duplicate"],
  ["an unknown parent", { units: [{ id: "c2", kind: "cell", name: "x", parent: "zz", from: "2010-01-01" }] }, "units.2.parent", "unknown_reference"],
  ["an unknown unit of a figure", { figures: [figure({ unit: "zz" })] }, `${F}.0.unit`, "unknown_reference"],
  ["an unknown measure of a figure", { figures: [figure({ measure: "zz" })] }, `${F}.0.measure`, "unknown_reference"],
  ["an unknown unit of a measure", { measure: { units: ["c1", "zz"] } }, `${M}.units.1`, "unknown_reference"],
  ["an unknown year of a plan", { measure: { yearPlans: { 2019: "5" } } }, `${M}.yearPlans.2019`, "unknown_reference"],
  ["an unknown unit of an event", { root: { unitEvents: [{ id: "e", kind: "split", on: "2016-01-01", from: ["zz"] }] } }, "unitEvents.0.from.0", "unknown_reference"],
  ["an unknown target of a task", { term: { taskGroups: [{ id: "g", position: 1, name: "g", tasks: [{ id: "k", name: "k", targets: ["zz"] }] }] } }, "terms.0.taskGroups.0.tasks.0.targets.0", "unknown_reference"],
  ["an unknown target of a link", { term: { links: [{ target: "zz", kind: "same" }] } }, "terms.0.links.0.target", "unknown_reference"],
  ["a term that ends before it starts", { term: { endsOn: "2015-12-31" } }, "terms.0.endsOn", "ends_before_start"],
  ["a unit that ends before it starts", { units: [{ id: "c2", kind: "cell", name: "x", from: "2010-01-01", to: "2009-01-01" }] }, "units.2.to", "ends_before_start"],
  ["a version before its unit", { units: [{ id: "c2", kind: "cell", name: "x", from: "2010-01-01", versions: [{ from: "2009-01-01" }] }] }, "units.2.versions.0.from", "out_of_order"],
  ["its own parent", { units: [{ id: "c2", kind: "cell", name: "x", parent: "c2", from: "2010-01-01" }] }, "units.2.parent", "circle_of_parents"],
  ["a circle from a later day on", { units: [{ id: "a", kind: "section", name: "a", parent: "b", from: "2010-01-01" }, { id: "b", kind: "section", name: "b", parent: "db", from: "2010-01-01", versions: [{ from: "2016-01-01", parent: "a" }] }] }, "units.3.versions.0.parent", "circle_of_parents"],
  ["years that overlap", { term: { figures: [], years: [year("a", "2016-01-01", "2016-12-31"), year("b", "2016-12-31", "2017-12-31")] } }, "terms.0.years.1.startsOn", "years_overlap"],
  ["years with a gap", { term: { figures: [], years: [year("a", "2016-01-01", "2016-12-30"), year("b", "2017-01-01", "2017-12-31")] } }, "terms.0.years.1.startsOn", "years_gap"],
  ["years that stop early", { term: { figures: [], years: [year("a", "2016-01-01", "2017-12-30")] } }, "terms.0.years.0.endsOn", "years_gap"],
  ["years that leave the term", { term: { figures: [], years: [year("a", "2015-12-31", "2017-12-31")] } }, "terms.0.years.0.startsOn", "years_leave_term"],
  ["a year called like a quarter", { term: { figures: [], years: [year("2016-Q1", "2016-01-01", "2017-12-31")] } }, "terms.0.years.0.id", "reserved_year_id"],
  ["a month for a yearly measure", { figures: [figure({ period: "2016-03" })] }, `${F}.0.period`, "wrong_frequency"],
  ["a year for a monthly measure", { measure: { frequency: "month" } }, `${F}.0.period`, "wrong_frequency"],
  ["a year outside the term", { figures: [figure({ period: "2018" })] }, `${F}.0.period`, "outside_term"],
  ["a month outside the term", { measure: { frequency: "month" }, figures: [figure({ period: "2018-01" })] }, `${F}.0.period`, "outside_term"],
  ["a month 13", { measure: { frequency: "month" }, figures: [figure({ period: "2016-13" })] }, `${F}.0.period`, "wrong_frequency"],
  ["a period of no form", { figures: [figure({ period: "spring" })] }, `${F}.0.period`, "unknown_period"],
  ["a figure of the committee for a measure of cells", { figures: [figure({ unit: "db" })] }, `${F}.0.unit`, "unit_not_asked"],
  ["a level for a count", { figures: [figure({ n: undefined, level: 3 })] }, `${F}.0.level`, "wrong_kind_of_value"],
  ["d for a count", { figures: [figure({ d: "2" })] }, `${F}.0.d`, "wrong_kind_of_value"],
  ["n beside not-applicable", { figures: [figure({ notApplicable: true })] }, `${F}.0.n`, "wrong_kind_of_value"],
  ["no value at all", { figures: [figure({ n: undefined })] }, `${F}.0`, "no_value"],
  ["n of a rate alone", { measure: rate }, `${F}.0.d`, "half_a_rate"],
  ["d of a rate alone", { measure: rate, figures: [figure({ n: undefined, d: "5" })] }, `${F}.0.n`, "half_a_rate"],
  ["d beside a fixed base", { measure: { ...rate, fixedBase: { term: "400" } }, figures: [figure({ d: "5" })] }, `${F}.0.d`, "base_is_fixed"],
  ["a negative n of a rate", { measure: rate, figures: [figure({ n: "-1", d: "5" })] }, `${F}.0.n`, "negative"],
  ["a negative d of a rate", { measure: rate, figures: [figure({ n: "0", d: "-5" })] }, `${F}.0.d`, "negative"],
  ["n above d", { measure: rate, figures: [figure({ n: "6", d: "5" })] }, `${F}.0.n`, "n_exceeds_d"],
  ["a percent above 100", { measure: { kind: "percent", overUnits: "mean", overTime: "min" }, figures: [figure({ n: "100.001" })] }, `${F}.0.n`, "percent_over_100"],
  ["an earlier value of another kind", { figures: [figure({ history: [{ at: "2016-04-02", level: 2 }] })] }, `${F}.0.history.0.level`, "wrong_kind_of_value"],
  ["judged without the rule judged", { measure: { kind: "judged", overTime: "latest", plan: null }, figures: [] }, `${M}.rule`, "judged_needs_rule_judged"],
  ["the rule judged for a count", { measure: { rule: "judged", plan: null } }, `${M}.rule`, "rule_judged_needs_judged"],
  ["judged added up", { measure: { kind: "judged", rule: "judged", plan: null }, figures: [] }, `${M}.overTime`, "judged_needs_each_year_or_latest"],
  ["a judged measure with a plan", { measure: { kind: "judged", rule: "judged", overTime: "latest" }, figures: [] }, `${M}.plan`, "plan_of_judged"],
  ["a mean of rates added up", { measure: { ...rate, overUnits: "mean" }, figures: [] }, `${M}.overTime`, "rate_mean_with_sum"],
  ["a least of rates added up", { measure: { ...rate, overUnits: "min" }, figures: [] }, `${M}.overTime`, "rate_mean_with_sum"],
  ["a percent added over units", { measure: { kind: "percent", overTime: "min" }, figures: [] }, `${M}.overUnits`, "no_sum_for_kind"],
  ["a percent added over time", { measure: { kind: "percent", overUnits: "mean" }, figures: [] }, `${M}.overTime`, "no_sum_for_kind"],
  ["a level added over time", { measure: { kind: "level", overUnits: "share", plan: "3", sharePlan: "90" }, figures: [] }, `${M}.overTime`, "no_sum_for_kind"],
  ["a share of a rate", { measure: { ...rate, overUnits: "share", overTime: "min" }, figures: [] }, `${M}.overUnits`, "share_needs_level"],
  ["a share without its %", { measure: { kind: "level", overUnits: "share", overTime: "min", plan: "3" }, figures: [] }, `${M}.sharePlan`, "share_needs_plan"],
  ["a share without its level", { measure: { kind: "level", overUnits: "share", overTime: "min", plan: null, sharePlan: "90" }, figures: [] }, `${M}.plan`, "share_needs_plan"],
  ["a share from level 5", { measure: { kind: "level", overUnits: "share", overTime: "min", plan: "5", sharePlan: "90" }, figures: [] }, `${M}.plan`, "plan_not_a_level"],
  ["a share's % without a share", { measure: { sharePlan: "90" } }, `${M}.sharePlan`, "share_plan_without_share"],
  ["a fixed base of a count", { measure: { fixedBase: { term: "400" } } }, `${M}.fixedBase`, "fixed_base_needs_summing_rate"],
  ["a fixed base with the last figures", { measure: { ...rate, overTime: "latest", fixedBase: { term: "400" } }, figures: [] }, `${M}.fixedBase`, "fixed_base_needs_summing_rate"],
  ["a fixed base of an unknown year", { measure: { ...rate, fixedBase: { 2019: "400" } }, figures: [] }, `${M}.fixedBase.2019`, "unknown_reference"],
  ["a fixed base for the term and a year", { measure: { ...rate, fixedBase: { term: "400", 2016: "1" } }, figures: [] }, `${M}.fixedBase`, "fixed_base_mixed"],
  ["one number for a range", { measure: { rule: "range" } }, `${M}.plan`, "plan_needs_pair"],
  ["a pair without a range", { measure: { plan: ["1", "2"] } }, `${M}.plan`, "plan_needs_number"],
  ["a range upside down", { measure: { rule: "range", plan: ["2", "1"] } }, `${M}.plan`, "plan_reversed"],
  ["one number for a year of a range", { measure: { rule: "range", plan: ["1", "2"], yearPlans: { 2016: "1" } } }, `${M}.yearPlans.2016`, "plan_needs_pair"],
  ["an earlier plan of another shape", { measure: { planHistory: [{ until: "2016-12-31", plan: ["1", "2"], reason: "" }] } }, `${M}.planHistory.0.plan`, "plan_needs_number"],
];

describe("refused, naming the path", () => {
  test.each(refusals)("%s", (_what, parts, path, code) => {
    expect(refusalsOf(parts)).toContain(`${path} ${code}`);
  });
});

test("a bundle with nothing wrong is read, keys beginning with x- ignored at every level", () => {
  const noted = { figures: [figure({ "x-row": 7 })], measure: { "x-source": {} }, root: { "x-tool": "y" } };
  expect(refusalsOf(noted)).toEqual([]);
});

test("a draft may hold n without d, and a denominator of 0 is no error", () => {
  const figures = [figure({ status: "draft" }), figure({ period: "2017", n: "3", d: "0" })];
  expect(refusalsOf({ measure: rate, figures })).toEqual([]);
});

test("all problems are listed, not the first one only", () => {
  const figures = [figure({ unit: "zz" }), figure({ period: "2019" }), figure({ d: "1" })];
  expect(refusalsOf({ figures })).toEqual([
    `${F}.0.unit unknown_reference`,
    `${F}.1.period outside_term`,
    `${F}.2.d wrong_kind_of_value`,
  ]);
});

test("text that is no JSON is one problem", () => {
  expect(readBundleText("{")).toEqual({ ok: false, problems: [{ path: "", code: "not_json", values: {} }] });
  expect(readBundleText("[]").ok).toBe(false);
  expect(readBundleText("null").ok).toBe(false);
});
