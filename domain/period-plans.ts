// The plan that one unit's own figure of one period is set beside: to be shown, and to ask for a note.
import { entryOfYear, isCeiling, type Measure, type PlanValue } from "./measures";
import { exactPlan, yearPlan, type ExactPlan } from "./plans";
import type { ReportingYear } from "./terms";

/** The plan shown beside a period's figure: that of its reporting year, else of the term; of a share the level. */
export function planOfPeriod(measure: Measure, yearId: string | null): PlanValue | null {
  const { plan, yearPlans } = measure.plans;
  if (measure.overUnits === "share" || yearId === null) return plan;
  return entryOfYear(yearPlans, yearId) ?? plan;
}

/**
 * The plan that one unit's figure of one period must reach by itself; null where that cannot be told. A rate, a
 * percent and a level are promised for every period alike. A count is promised for everybody and for a longer time
 * together: only a ceiling holds for each part of it, and `ownCountPlan` for what the plan says of the part itself.
 * A rate with a fixed base is everybody's together, and a judgement says by itself whether it is met.
 */
export function ownPlan(measure: Measure, year: ReportingYear | null): ExactPlan | null {
  if (measure.kind === "judged" || measure.fixedBase !== null) return null;
  if (measure.kind === "count" && !isCeiling(measure.rule)) return ownCountPlan(measure, year);
  const plan = planOfPeriod(measure, year?.id ?? null);
  return plan === null ? null : exactPlan(plan);
}

/** Of a count: where its plan is for one unit (mean, least, or a single unit) and for one of its periods. */
function ownCountPlan(measure: Measure, year: ReportingYear | null): ExactPlan | null {
  const isForOneUnit = measure.overUnits !== "sum" || measure.unitIds?.length === 1;
  return isForOneUnit ? countPlanOfPeriod(measure, year) : null;
}

function countPlanOfPeriod(measure: Measure, year: ReportingYear | null): ExactPlan | null {
  const { frequency, overTime, plans } = measure;
  if (frequency === "term") return plans.plan === null ? null : exactPlan(plans.plan);
  switch (overTime) {
    case "mean_periods":
    case "min":
    case "latest": {
      const plan = planOfPeriod(measure, year?.id ?? null);
      return plan === null ? null : exactPlan(plan);
    }
    case "mean_years":
    case "each_year":
      return year !== null && frequency === "year" ? (yearPlan(measure, plans, year)?.value ?? null) : null;
    case "sum": {
      const plan = year === null || frequency !== "year" ? undefined : entryOfYear(plans.yearPlans, year.id);
      return plan === undefined ? null : exactPlan(plan);
    }
  }
}
