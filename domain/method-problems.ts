// The combinations that mean nothing, refused when a measure is defined: in a bundle and in the settings alike.
import type { MeasureKind, OverTime, OverUnits, Rule } from "./measures";

/** How a measure adds up: what its combinations are judged by. */
export interface Method {
  readonly kind: MeasureKind;
  readonly overUnits: OverUnits;
  readonly overTime: OverTime;
  readonly rule: Rule;
  readonly hasFixedBase: boolean;
}

export type MethodProblemCode =
  | "judged_needs_rule_judged"
  | "rule_judged_needs_judged"
  | "judged_needs_each_year_or_latest"
  | "rate_mean_with_sum"
  | "no_sum_for_kind"
  | "share_needs_level"
  | "share_with_range"
  | "fixed_base_needs_summing_rate";

/** One refused combination and the field that it is shown at. */
export interface MethodProblem {
  readonly field: "kind" | "overUnits" | "overTime" | "rule" | "fixedBase";
  readonly code: MethodProblemCode;
}

function listJudgedProblems({ kind, overTime, rule }: Method): MethodProblem[] {
  const problems: MethodProblem[] = [];
  if (kind === "judged" && rule !== "judged") {
    problems.push({ field: "rule", code: "judged_needs_rule_judged" });
  }
  if (kind !== "judged" && rule === "judged") {
    problems.push({ field: "rule", code: "rule_judged_needs_judged" });
  }
  if (kind === "judged" && overTime !== "each_year" && overTime !== "latest") {
    problems.push({ field: "overTime", code: "judged_needs_each_year_or_latest" });
  }
  return problems;
}

function listSumProblems({ kind, overUnits, overTime }: Method): MethodProblem[] {
  if (kind === "percent" || kind === "level") {
    return (["overUnits", "overTime"] as const)
      .filter((field) => (field === "overUnits" ? overUnits : overTime) === "sum")
      .map((field) => ({ field, code: "no_sum_for_kind" as const }));
  }
  const isRateOfMeans = kind === "rate" && (overUnits === "mean" || overUnits === "min");
  return isRateOfMeans && overTime === "sum" ? [{ field: "overTime", code: "rate_mean_with_sum" }] : [];
}

function listShareProblems({ kind, overUnits, rule }: Method): MethodProblem[] {
  if (overUnits !== "share") return [];
  if (kind !== "level") return [{ field: "overUnits", code: "share_needs_level" }];
  return rule === "range" ? [{ field: "rule", code: "share_with_range" }] : [];
}

function listBaseProblems({ kind, overUnits, overTime, hasFixedBase }: Method): MethodProblem[] {
  const fits =
    kind === "rate" &&
    overUnits === "sum" &&
    (overTime === "sum" || overTime === "mean_years" || overTime === "each_year");
  return hasFixedBase && !fits ? [{ field: "fixedBase", code: "fixed_base_needs_summing_rate" }] : [];
}

/** Every refused combination of a method; none when it means something (CALCULATION.md §2). */
export function listMethodProblems(method: Method): readonly MethodProblem[] {
  return [
    ...listJudgedProblems(method),
    ...listSumProblems(method),
    ...listShareProblems(method),
    ...listBaseProblems(method),
  ];
}
