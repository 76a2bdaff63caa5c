// What the remaining periods must bring for the plan still to be kept (CALCULATION.md §5).
import { HUNDRED, sumOf, toExact, ZERO, type Exact } from "./exact";
import { isSummingCount } from "./measures";
import { countingTotals, periodValue, type MeasureInput, type YearValue } from "./over-time";
import { hasPeriodEnded, listPeriods } from "./periods";
import { plansInForce } from "./plans";
import { hasYearEnded } from "./terms";
import { thousandthsToExact } from "./thousandths";

function neverBelowZero(value: Exact): Exact {
  return value.lt(ZERO) ? ZERO : value;
}

/** x = (p/100 × (Σd + kD) − Σn) ÷ (kD) × 100, D being the mean Σd of the ended periods that have one. */
function requiredRate(input: MeasureInput, plan: Exact, left: number): Exact | null {
  const pooled = countingTotals(input)
    .map(({ total }) => total)
    .filter(({ sumD }) => sumD !== null && sumD > 0);
  if (pooled.length === 0) return null;
  const n = sumOf(pooled.map(({ sumN }) => thousandthsToExact(sumN ?? 0)));
  const d = sumOf(pooled.map(({ sumD }) => thousandthsToExact(sumD ?? 0)));
  const ahead = d.div(pooled.length).mul(left);
  return plan.div(HUNDRED).mul(d.add(ahead)).sub(n).div(ahead).mul(HUNDRED);
}

/** x = (p × (m + k) − Σ of the m values) ÷ k. */
function requiredMean(values: readonly Exact[], plan: Exact, left: number): Exact {
  return plan
    .mul(values.length + left)
    .sub(sumOf(values))
    .div(left);
}

function presentValues(values: readonly (Exact | null)[]): Exact[] {
  return values.filter((value) => value !== null);
}

function requiredOf(input: MeasureInput, years: readonly YearValue[], actual: Exact, plan: Exact): Exact | null {
  const { measure, term, asOf } = input;
  const periods = listPeriods(term, measure.frequency);
  const periodsLeft = periods.filter((period) => !hasPeriodEnded(period, asOf)).length;
  if (measure.overTime === "mean_years") {
    const ended = years.filter((year) => year.ended).map(({ value }) => value);
    const yearsLeft = term.years.filter((year) => !hasYearEnded(year, asOf)).length;
    return yearsLeft === 0 ? null : requiredMean(presentValues(ended), plan, yearsLeft);
  }
  if (periodsLeft === 0) return null;
  if (isSummingCount(measure)) return plan.sub(actual).div(periodsLeft);
  if (measure.overTime === "sum") return requiredRate(input, plan, periodsLeft);
  const plans = plansInForce(measure, asOf);
  const values = countingTotals(input).map(({ total }) => periodValue(measure, plans, total));
  return requiredMean(presentValues(values), plan, periodsLeft);
}

/**
 * What each remaining period (year, for a mean of years) must bring, in the shown unit and never below 0; `plan` is
 * the number promised, of a range its lower bound. Null for ceilings and judgements, without data or a remaining
 * period, for `latest`, `min` and `each_year`, and with a fixed base (CALCULATION.md §5).
 */
export function computeRequired(
  input: MeasureInput,
  years: readonly YearValue[],
  actual: Exact | null,
  plan: Exact,
): Exact | null {
  const { rule, overTime, fixedBase } = input.measure;
  const canCatchUp = ["at_least", "more_than", "exactly", "range"].includes(rule);
  const addsOrAverages = ["sum", "mean_periods", "mean_years"].includes(overTime);
  if (actual === null || !canCatchUp || !addsOrAverages || fixedBase !== null) return null;
  const required = requiredOf(input, years, actual, plan);
  return required === null ? null : neverBelowZero(required);
}

/** Whether the required percentage cannot be brought: above 100 where n may not exceed d (CALCULATION.md §5). */
export function isOutOfReach(required: Exact | null, mayExceedBase: boolean): boolean {
  return required !== null && !mayExceedBase && required.gt(toExact(100));
}
