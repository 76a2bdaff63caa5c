// Nothing is half-read: each refusal names its path (CALCULATION.md §7).
import { describe } from "vitest";
import { MEASURE_PATH, rate, testRefusals, type Refusal } from "../support/refusals";

const refusals: readonly Refusal[] = [
  ["four decimals in a plan", { measure: { plan: "1.0001" } }, `${MEASURE_PATH}.plan`, "too_many_decimals"],
  [
    "four decimals in a range",
    { measure: { rule: "range", plan: ["1", "2.0001"] } },
    `${MEASURE_PATH}.plan.1`,
    "too_many_decimals",
  ],
  ["an unknown kind", { measure: { kind: "sum" } }, `${MEASURE_PATH}.kind`, "unknown_value"],
  [
    "an unknown unit of a measure",
    { measure: { units: ["c1", "zz"] } },
    `${MEASURE_PATH}.units.1`,
    "unknown_reference",
  ],
  [
    "a unit that took over without being named",
    { measure: { units: ["c1"], unitsFrom: { db: "2017-01-01" } } },
    `${MEASURE_PATH}.unitsFrom.db`,
    "unknown_reference",
  ],
  [
    "a unit that took over where none is named",
    { measure: { unitsFrom: { c1: "2017-01-01" } } },
    `${MEASURE_PATH}.unitsFrom.c1`,
    "unknown_reference",
  ],
  [
    "a day of taking over that there is not",
    { measure: { units: ["c1"], unitsFrom: { c1: "2017-02-30" } } },
    `${MEASURE_PATH}.unitsFrom.c1`,
    "not_a_date",
  ],
  [
    "a day of taking over that is a number",
    { measure: { units: ["c1"], unitsFrom: { c1: 2017 } } },
    `${MEASURE_PATH}.unitsFrom.c1`,
    "wrong_type",
  ],
  [
    "units that took over as a list",
    { measure: { units: ["c1"], unitsFrom: ["c1"] } },
    `${MEASURE_PATH}.unitsFrom`,
    "wrong_type",
  ],
  [
    "an unknown year of a plan",
    { measure: { yearPlans: { 2019: "5" } } },
    `${MEASURE_PATH}.yearPlans.2019`,
    "unknown_reference",
  ],
  [
    "judged without the rule judged",
    { measure: { kind: "judged", overTime: "latest", plan: null }, figures: [] },
    `${MEASURE_PATH}.rule`,
    "judged_needs_rule_judged",
  ],
  [
    "the rule judged for a count",
    { measure: { rule: "judged", plan: null } },
    `${MEASURE_PATH}.rule`,
    "rule_judged_needs_judged",
  ],
  [
    "judged added up",
    { measure: { kind: "judged", rule: "judged", plan: null }, figures: [] },
    `${MEASURE_PATH}.overTime`,
    "judged_needs_each_year_or_latest",
  ],
  [
    "a judged measure with a plan",
    { measure: { kind: "judged", rule: "judged", overTime: "latest" }, figures: [] },
    `${MEASURE_PATH}.plan`,
    "plan_of_judged",
  ],
  [
    "a mean of rates added up",
    { measure: { ...rate, overUnits: "mean" }, figures: [] },
    `${MEASURE_PATH}.overTime`,
    "rate_mean_with_sum",
  ],
  [
    "a least of rates added up",
    { measure: { ...rate, overUnits: "min" }, figures: [] },
    `${MEASURE_PATH}.overTime`,
    "rate_mean_with_sum",
  ],
  [
    "a percent added over units",
    { measure: { kind: "percent", overTime: "min" }, figures: [] },
    `${MEASURE_PATH}.overUnits`,
    "no_sum_for_kind",
  ],
  [
    "a percent added over time",
    { measure: { kind: "percent", overUnits: "mean" }, figures: [] },
    `${MEASURE_PATH}.overTime`,
    "no_sum_for_kind",
  ],
  [
    "a level added over time",
    { measure: { kind: "level", overUnits: "share", plan: "3", sharePlan: "90" }, figures: [] },
    `${MEASURE_PATH}.overTime`,
    "no_sum_for_kind",
  ],
  [
    "a share of a rate",
    { measure: { ...rate, overUnits: "share", overTime: "min" }, figures: [] },
    `${MEASURE_PATH}.overUnits`,
    "share_needs_level",
  ],
  [
    "a share without its %",
    { measure: { kind: "level", overUnits: "share", overTime: "min", plan: "3" }, figures: [] },
    `${MEASURE_PATH}.sharePlan`,
    "share_needs_plan",
  ],
  [
    "a share without its level",
    { measure: { kind: "level", overUnits: "share", overTime: "min", plan: null, sharePlan: "90" }, figures: [] },
    `${MEASURE_PATH}.plan`,
    "share_needs_plan",
  ],
  [
    "a share from level 5",
    { measure: { kind: "level", overUnits: "share", overTime: "min", plan: "5", sharePlan: "90" }, figures: [] },
    `${MEASURE_PATH}.plan`,
    "plan_not_a_level",
  ],
  [
    "a share's % without a share",
    { measure: { sharePlan: "90" } },
    `${MEASURE_PATH}.sharePlan`,
    "share_plan_without_share",
  ],
  [
    "a fixed base of a count",
    { measure: { fixedBase: { term: "400" } } },
    `${MEASURE_PATH}.fixedBase`,
    "fixed_base_needs_summing_rate",
  ],
  [
    "a fixed base with the last figures",
    { measure: { ...rate, overTime: "latest", fixedBase: { term: "400" } }, figures: [] },
    `${MEASURE_PATH}.fixedBase`,
    "fixed_base_needs_summing_rate",
  ],
  [
    "a fixed base of an unknown year",
    { measure: { ...rate, fixedBase: { 2019: "400" } }, figures: [] },
    `${MEASURE_PATH}.fixedBase.2019`,
    "unknown_reference",
  ],
  [
    "a fixed base for the term and a year",
    { measure: { ...rate, fixedBase: { term: "400", 2016: "1" } }, figures: [] },
    `${MEASURE_PATH}.fixedBase`,
    "fixed_base_mixed",
  ],
  ["one number for a range", { measure: { rule: "range" } }, `${MEASURE_PATH}.plan`, "plan_needs_pair"],
  ["a pair without a range", { measure: { plan: ["1", "2"] } }, `${MEASURE_PATH}.plan`, "plan_needs_number"],
  ["a range upside down", { measure: { rule: "range", plan: ["2", "1"] } }, `${MEASURE_PATH}.plan`, "plan_reversed"],
  [
    "one number for a year of a range",
    { measure: { rule: "range", plan: ["1", "2"], yearPlans: { 2016: "1" } } },
    `${MEASURE_PATH}.yearPlans.2016`,
    "plan_needs_pair",
  ],
  [
    "an earlier plan of another shape",
    { measure: { planHistory: [{ until: "2016-12-31", plan: ["1", "2"], reason: "" }] } },
    `${MEASURE_PATH}.planHistory.0.plan`,
    "plan_needs_number",
  ],
];

describe("a measure is refused for", () => {
  testRefusals(refusals);
});
