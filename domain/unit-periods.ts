// What a unit brought period by period: a value, or why there is none.
import type { Exact } from "./exact";
import type { MeasureInput } from "./over-time";
import { periodValue } from "./period-values";
import { hasPeriodEnded, listPeriods, type Period } from "./periods";
import { plansInForce } from "./plans";
import { hasFigure, type PeriodTotal } from "./totals";

/**
 * Missing, zero and not applicable are three things (CALCULATION.md §1). `no_value` was reported and has none, such as
 * 0 of 0; in a `not_due` period the unit was not asked.
 */
export type UnitPeriodState = "value" | "missing" | "not_applicable" | "no_value" | "not_due";

export interface UnitPeriod {
  readonly period: Period;
  readonly state: UnitPeriodState;
  /** In the shown unit; null but for the state `value`. */
  readonly value: Exact | null;
}

function stateOf(total: PeriodTotal | undefined, value: Exact | null): UnitPeriodState {
  if (value !== null) return "value";
  if (total === undefined || !hasFigure(total)) return (total?.expected ?? 0) > 0 ? "missing" : "not_due";
  return total.notApplicable > 0 ? "not_applicable" : "no_value";
}

/** The ended periods of a unit's own totals of a measure, oldest first. A judgement has no value here. */
export function listUnitPeriods({ measure, term, totals, asOf }: MeasureInput): readonly UnitPeriod[] {
  const byKey = new Map(totals.map((total) => [total.period, total]));
  const plans = plansInForce(measure, asOf);
  return listPeriods(term, measure.frequency)
    .filter((period) => hasPeriodEnded(period, asOf))
    .map((period) => {
      const total = byKey.get(period.key);
      const value = total === undefined ? null : periodValue(measure, plans, total);
      return { period, state: stateOf(total, value), value };
    });
}
