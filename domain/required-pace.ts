// What the remaining periods must bring for the plan still to be kept (CALCULATION.md §5).
import { HUNDRED, toExact, type Exact } from "./exact";
import { isSummingCount } from "./measures";
import { countingTotals, type MeasureInput, type YearValue } from "./over-time";
import { addUp, periodTrace } from "./period-values";
import { hasPeriodEnded, listPeriods } from "./periods";
import { plansInForce } from "./plans";
import { hasYearEnded } from "./terms";
import { given, traced, type Trace } from "./traces";

type Stretches = "periods" | "years";

/** So many periods or years, as a step. */
function stretches(count: number, of: Stretches, which: "with_value" | "left" | "together"): Trace {
  return given(toExact(count), { type: "stretches", of, which });
}

/** x = (p/100 × (Σd + kD) − Σn) ÷ (kD) × 100, D being the mean Σd of the ended periods that have one. */
function requiredRate(input: MeasureInput, plan: Trace, left: number): Trace | null {
  const rated = countingTotals(input)
    .map(({ total }) => total)
    .filter(({ sumD }) => sumD !== null && sumD > 0);
  if (rated.length === 0) return null;
  const n = addUp(rated, "n");
  const d = addUp(rated, "d");
  const usual = traced("quotient", [d, stretches(rated.length, "periods", "with_value")]);
  const ahead = traced("product", [usual, stretches(left, "periods", "left")]);
  const share = traced("quotient", [plan, given(HUNDRED, { type: "constant" })]);
  const needed = traced("product", [share, traced("sum", [d, ahead])]);
  return traced("percent", [traced("difference", [needed, n]), ahead]);
}

/** x = (p × (m + k) − Σ of the m values) ÷ k. */
function requiredMean(values: readonly Trace[], plan: Trace, left: number, of: Stretches): Trace {
  const present = values.filter(({ value }) => value !== null);
  const all = traced("product", [plan, stretches(present.length + left, of, "together")]);
  const missing = present.length === 0 ? all : traced("difference", [all, traced("sum", present)]);
  return traced("quotient", [missing, stretches(left, of, "left")]);
}

function requiredOf(input: MeasureInput, years: readonly YearValue[], actual: Trace, plan: Trace): Trace | null {
  const { measure, term, asOf } = input;
  const periods = listPeriods(term, measure.frequency);
  const periodsLeft = periods.filter((period) => !hasPeriodEnded(period, asOf)).length;
  if (measure.overTime === "mean_years") {
    const ended = years.filter((year) => year.ended).flatMap(({ trace }) => trace ?? []);
    const yearsLeft = term.years.filter((year) => !hasYearEnded(year, asOf)).length;
    return yearsLeft === 0 ? null : requiredMean(ended, plan, yearsLeft, "years");
  }
  if (periodsLeft === 0) return null;
  if (isSummingCount(measure)) {
    return traced("quotient", [traced("difference", [plan, actual]), stretches(periodsLeft, "periods", "left")]);
  }
  if (measure.overTime === "sum") return requiredRate(input, plan, periodsLeft);
  const plans = plansInForce(measure, asOf);
  const values = countingTotals(input).map(({ total }) => periodTrace(measure, plans, total));
  return requiredMean(values, plan, periodsLeft, "periods");
}

/**
 * What each remaining period (year, for a mean of years) must bring, in the shown unit and never below 0, with how it
 * came about; `plan` is the number promised, of a range its lower bound. Null for ceilings and judgements, without data
 * or a remaining period, for `latest`, `min` and `each_year`, and with a fixed base (CALCULATION.md §5).
 */
export function computeRequired(
  input: MeasureInput,
  years: readonly YearValue[],
  actual: Trace | null,
  plan: Trace,
): Trace | null {
  const { rule, overTime, fixedBase } = input.measure;
  const canCatchUp = ["at_least", "more_than", "exactly", "range"].includes(rule);
  const addsOrAverages = ["sum", "mean_periods", "mean_years"].includes(overTime);
  if (actual === null || actual.value === null || !canCatchUp || !addsOrAverages || fixedBase !== null) return null;
  const required = requiredOf(input, years, actual, plan);
  return required && traced("not_below_zero", [required]);
}

/** Whether the required percentage cannot be brought: above 100 where n may not exceed d (CALCULATION.md §5). */
export function isOutOfReach(required: Exact | null, mayExceedBase: boolean): boolean {
  return required !== null && !mayExceedBase && required.gt(toExact(100));
}
