// How a promise stands while its term runs: never "not met", only how the way looks (CALCULATION.md §5).
import type { Pace } from "./achievements";
import { HUNDRED, toExact, type Exact } from "./exact";
import type { Judgement } from "./figures";
import { isCeiling, isPercentage, isSummingCount, type Measure, type Rule } from "./measures";
import { lowerBound, type ExactPlan } from "./plans";
import { isOutOfReach } from "./required-pace";
import type { TermSettings } from "./terms";
import { decideOutcome } from "./verdict";

/** A value on its way: against the plan for the time passed, and the whole plan of its term or year. */
export interface Standing {
  readonly measure: Measure;
  readonly settings: TermSettings;
  readonly actual: Exact;
  readonly plan: ExactPlan;
  readonly planToDate: Exact;
  /** The value adds up over the stretch that `plan` is for: a count over its term, or within its running year. */
  readonly growing: boolean;
}

/** From worst to best: a target shows its worst pace. */
const PACE_ORDER: readonly Pace[] = ["out_of_reach", "behind", "at_risk", "no_data", "on_track", "reached"];

/** The worst pace of a target's measures; null when none has one (CALCULATION.md §5). */
export function worstPace(paces: readonly (Pace | null)[]): Pace | null {
  return PACE_ORDER.find((pace) => paces.includes(pace)) ?? null;
}

function holds(actual: Exact, rule: Rule, plan: ExactPlan): boolean {
  return decideOutcome(actual, rule, plan) !== "not_met";
}

/** A growing value can no longer keep the rule: its ceiling is broken, or what was to be exact is passed. */
export function isPassed({ measure, actual, plan }: Standing): boolean {
  if (isCeiling(measure.rule)) return !holds(actual, measure.rule, plan);
  return measure.rule === "exactly" && actual.gt(lowerBound(plan));
}

function isOnTrack({ measure, actual, planToDate, growing }: Standing): boolean {
  const isFloor = measure.rule === "range" || (growing && !isCeiling(measure.rule));
  return isFloor ? actual.gte(planToDate) : holds(actual, measure.rule, planToDate);
}

function isAtRisk(standing: Standing): boolean {
  const { measure, settings, actual, plan, planToDate, growing } = standing;
  if (growing && isCeiling(measure.rule)) return holds(actual, measure.rule, plan);
  if (growing) {
    return actual.mul(HUNDRED).gte(planToDate.mul(toExact(settings.atRiskCountPct.toString())));
  }
  if (!isPercentage(measure)) return false;
  return actual.sub(planToDate).abs().lte(toExact(settings.atRiskPoints.toString()));
}

/** On track, at risk or behind, the last three tests in their order (CALCULATION.md §5). */
export function computeBand(standing: Standing): Pace {
  return isOnTrack(standing) ? "on_track" : isAtRisk(standing) ? "at_risk" : "behind";
}

/** The pace of a measure with a value over the whole term, `each_year` and `judged` apart (CALCULATION.md §5). */
export function computeTermPace(standing: Standing, required: Exact | null): Pace {
  const { measure, actual, plan } = standing;
  const isSumming = isSummingCount(measure);
  const isFloor = !isCeiling(measure.rule) && measure.rule !== "exactly";
  if (isSumming && isFloor && holds(actual, measure.rule, plan)) return "reached";
  if (isSumming && isPassed(standing)) return "out_of_reach";
  if (isPercentage(measure) && isOutOfReach(required, measure.mayExceedBase)) return "out_of_reach";
  return computeBand(standing);
}

/**
 * The pace of a rule that must hold each year: lost with an ended year that failed, else that of the running year;
 * `running` is null while that year has no value or no plan (CALCULATION.md §5).
 */
export function computeEachYearPace(hasFailed: boolean, running: Standing | null): Pace {
  if (hasFailed) return "out_of_reach";
  if (running === null) return "on_track";
  return running.growing && isPassed(running) ? "out_of_reach" : computeBand(running);
}

/** The pace of a judged measure from its weakest judgement (CALCULATION.md §5). */
export function computeJudgedPace(measure: Measure, judged: Judgement | null): Pace {
  if (judged === null) return "no_data";
  if (measure.frequency === "term") return judged === "not_met" ? "behind" : "reached";
  if (judged !== "not_met") return "on_track";
  return measure.overTime === "each_year" ? "out_of_reach" : "behind";
}
