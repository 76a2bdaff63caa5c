// What a period brought, from its total: the steps that a year's or the term's value is made of (CALCULATION.md §2).
import { toExact, type Exact } from "./exact";
import type { Measure, Plans } from "./measures";
import { countShare, exactSum, pooledValue, shareOf } from "./over-units";
import { exactPlan, lowerBound } from "./plans";
import type { PeriodTotal } from "./totals";
import { given, traced, type FigurePart, type Trace } from "./traces";

function leaf({ period }: PeriodTotal, part: FigurePart, value: Exact | null): Trace {
  return given(value, { type: "period", period, part });
}

/** One period's value as a step; of a share, by the level in force (CALCULATION.md §2). */
export function periodTrace(measure: Measure, plans: Plans, total: PeriodTotal): Trace {
  if (measure.overUnits !== "share" || plans.plan === null) return leaf(total, "value", total.value);
  const { atLeast, rated } = countShare(total.levels, lowerBound(exactPlan(plans.plan)));
  return shareOf(leaf(total, "at_least", toExact(atLeast)), leaf(total, "rated", toExact(rated)));
}

/** One period's value, in the shown unit (CALCULATION.md §2). */
export function periodValue(measure: Measure, plans: Plans, total: PeriodTotal): Exact | null {
  return periodTrace(measure, plans, total).value;
}

/** Σn or Σd of periods. Exact, because the sum over a term may exceed what thousandths hold. */
export function addUp(totals: readonly PeriodTotal[], part: "n" | "d"): Trace {
  const key = part === "n" ? "sumN" : "sumD";
  return traced(
    "sum",
    totals.map((total) => leaf(total, part, exactSum(total[key]))),
  );
}

/** A pooled rate over periods: Σn of Σd, or of the fixed base. */
export function pooled(measure: Measure, totals: readonly PeriodTotal[], base: Trace | null): Trace {
  return pooledValue(measure, { n: addUp(totals, "n"), d: base ?? addUp(totals, "d") });
}
