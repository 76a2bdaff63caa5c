// Whether a promise was kept, on exact values and once the term is over (CALCULATION.md §5).
import type { Verdict } from "./achievements";
import type { Exact } from "./exact";
import type { Judgement } from "./figures";
import { type Rule } from "./measures";
import { isPair, lowerBound, type ExactPlan } from "./plans";

/** How an actual value stands to what was promised. */
export type Outcome = "not_met" | "met" | "exceeded";

/** A reporting year as the rule "every year" sees it. */
export interface JudgedYear {
  readonly ended: boolean;
  /** Null when the year has no value or no plan. */
  readonly outcome: Outcome | null;
  /** It has a plan, a period of the measure ended in it, and nothing at all was reported. */
  readonly silent: boolean;
}

const VERDICT_ORDER: readonly Verdict[] = ["not_met", "no_plan", "no_data", "met", "exceeded", "in_progress"];

function decideFloor(actual: Exact, lower: Exact, upper: Exact): Outcome {
  return actual.lt(lower) ? "not_met" : actual.gt(upper) ? "exceeded" : "met";
}

/**
 * Whether an actual value keeps its promise, both in the shown unit (CALCULATION.md §5). A ceiling can be met but
 * not exceeded; "more than" claims no more than met.
 */
export function decideOutcome(actual: Exact, rule: Rule, plan: ExactPlan): Outcome {
  const value = lowerBound(plan);
  switch (rule) {
    case "at_least":
      return decideFloor(actual, value, value);
    case "range":
      return decideFloor(actual, value, isPair(plan) ? plan[1] : value);
    case "more_than":
      return actual.gt(value) ? "met" : "not_met";
    case "at_most":
      return actual.lte(value) ? "met" : "not_met";
    case "less_than":
      return actual.lt(value) ? "met" : "not_met";
    case "exactly":
      return actual.equals(value) ? "met" : "not_met";
    case "judged":
      throw new RangeError("a judged measure is decided by its judgements");
  }
}

/**
 * The verdict of a rule that must hold in every ended year: a failed year decides, silence is not success, and a
 * year with only not-applicable figures or without a plan is not judged (CALCULATION.md §5).
 */
export function decideEachYear(years: readonly JudgedYear[]): Outcome | "no_data" {
  const ended = years.filter((year) => year.ended);
  const outcomes = ended.map(({ outcome }) => outcome).filter((outcome) => outcome !== null);
  if (outcomes.includes("not_met")) return "not_met";
  if (outcomes.length === 0 || ended.some(({ silent }) => silent)) return "no_data";
  return outcomes.every((outcome) => outcome === "exceeded") ? "exceeded" : "met";
}

/** The verdict of a judgement: as judged, `no_data` without one. */
export function decideJudged(judged: Judgement | null): Outcome | "no_data" {
  return judged ?? "no_data";
}

/** The weakest verdict of a target's measures: not_met < no_plan < no_data < met < exceeded; none is `no_plan`. */
export function weakestVerdict(verdicts: readonly Verdict[]): Verdict {
  return VERDICT_ORDER.find((verdict) => verdicts.includes(verdict)) ?? "no_plan";
}
