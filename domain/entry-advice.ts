// What a figure that is about to be reported makes worth asking, before anybody else has to ask.
import type { FigureValue } from "./figures";
import { entryOfYear, isCeiling, type Measure, type PlanValue } from "./measures";
import { unitValue } from "./over-units";
import { exactPlan, lowerBound } from "./plans";
import { decideOutcome } from "./verdict";

export type Advice = "below_plan" | "above_plan";

/**
 * Whether one unit's figure of one period misses the plan that the period is measured by (CALCULATION.md §5), so that
 * a note is asked for. Advice only, never a verdict. A count is compared with a ceiling alone, as any other plan of it
 * is for a longer time; a rate with a fixed base is everybody's together. Null when there is nothing to ask.
 */
export function adviseOn(measure: Measure, value: FigureValue | null, plan: PlanValue | null): Advice | null {
  const own = value === null ? null : unitValue(measure, value);
  if (own === null || plan === null || !isComparable(measure)) return null;
  // The level of a share stands in its plan, and a unit's own rating is asked to reach it.
  const rule = measure.overUnits === "share" ? "at_least" : measure.rule;
  const bounds = exactPlan(plan);
  if (decideOutcome(own, rule, bounds) !== "not_met") return null;
  return own.gt(lowerBound(bounds)) || isCeiling(rule) ? "above_plan" : "below_plan";
}

function isComparable({ kind, rule, fixedBase }: Measure): boolean {
  if (kind === "judged" || fixedBase !== null) return false;
  return kind !== "count" || isCeiling(rule);
}

/** The plan that one period's own figure is set beside: that of its reporting year, else of the term; of a share the level. */
export function planOfPeriod(measure: Measure, yearId: string | null): PlanValue | null {
  const { plan, yearPlans } = measure.plans;
  if (measure.overUnits === "share" || yearId === null) return plan;
  return entryOfYear(yearPlans, yearId) ?? plan;
}
