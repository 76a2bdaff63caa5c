// Which plan is in force, for the verdict, for a year and for the part of the term that has passed.
import { countMonthsEnded, monthsOf, type CalendarDate, type DateSpan } from "./dates";
import { toExact, ZERO, type Exact } from "./exact";
import { entryOfYear, isSummingCount, type Measure, type Plans, type PlanValue } from "./measures";
import { hasYearEnded, lastYearBegun, yearsBegun, type ReportingYear, type Term } from "./terms";
import { thousandthsToExact, type Thousandths } from "./thousandths";

/** A plan as exact values: one number, or the lower and upper bound of a range. */
export type ExactPlan = Exact | readonly [Exact, Exact];

/** The plan for the part of the term that has passed; `proRated` by months, so rounded when shown. */
export interface PlanToDate {
  readonly value: Exact;
  readonly proRated: boolean;
}

/** Whether a plan is the pair of a range. */
export function isPair<T>(plan: T | readonly [T, T]): plan is readonly [T, T] {
  return Array.isArray(plan);
}

/** The number promised, of a range the lower bound: what a range is judged on while it runs (CALCULATION.md §5). */
export function lowerBound<T>(plan: T | readonly [T, T]): T {
  return isPair(plan) ? plan[0] : plan;
}

/** The exact values of a plan. */
export function exactPlan(plan: PlanValue): ExactPlan {
  return isPair<Thousandths>(plan)
    ? [thousandthsToExact(plan[0]), thousandthsToExact(plan[1])]
    : thousandthsToExact(plan);
}

/** A plan times a factor, both bounds of a range. */
export function scalePlan(plan: ExactPlan, factor: Exact): ExactPlan {
  return isPair(plan) ? [plan[0].mul(factor), plan[1].mul(factor)] : plan.mul(factor);
}

/** The plans in force on a day: an earlier one up to and including its `until` (CALCULATION.md §7). */
export function plansInForce(measure: Measure, asOf: CalendarDate): Plans {
  return measure.earlierPlans.find(({ until }) => asOf <= until) ?? measure.plans;
}

/** What is promised for the term: of a share the %, not the level (CALCULATION.md §2). */
function promised(measure: Measure, plans: Plans): PlanValue | null {
  return measure.overUnits === "share" ? plans.sharePlan : plans.plan;
}

function sumPlans(plans: readonly PlanValue[]): PlanValue | null {
  if (plans.length === 0) return null;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) as Thousandths;
  const lower = sum(plans.map((plan) => lowerBound<Thousandths>(plan)));
  const upper = sum(plans.map((plan) => (isPair<Thousandths>(plan) ? plan[1] : plan)));
  return plans.some((plan) => isPair<Thousandths>(plan)) ? [lower, upper] : lower;
}

function valuesOfYears(plans: Plans, years: readonly ReportingYear[]): PlanValue[] {
  return years.map(({ id }) => entryOfYear(plans.yearPlans, id)).filter((plan) => plan !== undefined);
}

/**
 * The plan that the verdict is taken against, null when there is none (CALCULATION.md §4). Where only yearly plans
 * exist it is their sum for a summing count, else that of the last year begun that has one.
 */
export function verdictPlan(measure: Measure, term: Term, asOf: CalendarDate): PlanValue | null {
  const plans = plansInForce(measure, asOf);
  const whole = promised(measure, plans);
  if (whole !== null) return whole;
  if (isSummingCount(measure)) return sumPlans(valuesOfYears(plans, term.years));
  return valuesOfYears(plans, yearsBegun(term, asOf)).at(-1) ?? null;
}

function monthShare(part: DateSpan, asOf: CalendarDate): Exact {
  const months = monthsOf(part).length;
  if (months === 0) return toExact(part.endsOn <= asOf ? 1 : 0);
  return toExact(countMonthsEnded(part, asOf)).div(months);
}

/**
 * A reporting year's own plan: its entry, else the plan; a count that must hold each year has, in a year of fewer
 * than 12 months and without an entry of its own, plan × months ÷ 12 (CALCULATION.md §4).
 */
export function yearPlan(
  measure: Measure,
  plans: Plans,
  year: ReportingYear,
): { readonly value: ExactPlan; readonly proRated: boolean } | null {
  const own = entryOfYear(plans.yearPlans, year.id);
  if (own !== undefined) return { value: exactPlan(own), proRated: false };
  const whole = promised(measure, plans);
  if (whole === null) return null;
  const months = monthsOf(year).length;
  const proRated = measure.kind === "count" && measure.overTime === "each_year" && months < 12;
  const value = exactPlan(whole);
  return { value: proRated ? scalePlan(value, toExact(months).div(12)) : value, proRated };
}

function summingPlanToDate(measure: Measure, plans: Plans, term: Term, asOf: CalendarDate): Exact {
  const planned = term.years.filter(({ id }) => entryOfYear(plans.yearPlans, id) !== undefined);
  if (planned.length > 0) {
    return planned.reduce((sum, year) => {
      const [own] = valuesOfYears(plans, [year]);
      const share = monthShare(year, asOf);
      return own === undefined ? sum : sum.add(lowerBound(exactPlan(own)).mul(share));
    }, ZERO);
  }
  const whole = promised(measure, plans);
  return whole === null ? ZERO : lowerBound(exactPlan(whole)).mul(monthShare(term, asOf));
}

/** Whether the plan to date grows with the months of the last year begun: its figures add up within that year. */
export function growsWithinYear(measure: Measure, term: Term, asOf: CalendarDate): boolean {
  if (measure.kind !== "count") return false;
  if (measure.overTime === "each_year") return true;
  const noneEnded = !term.years.some((year) => hasYearEnded(year, asOf));
  return measure.overTime === "mean_years" && noneEnded;
}

/**
 * The plan for what has passed at `asOf`, of a range its lower bound (CALCULATION.md §4); null without a plan.
 * Pro-rated by months for a count that adds up over the term or within the last year begun.
 */
export function planToDate(measure: Measure, term: Term, asOf: CalendarDate): PlanToDate | null {
  const verdict = verdictPlan(measure, term, asOf);
  if (verdict === null) return null;
  const plans = plansInForce(measure, asOf);
  if (isSummingCount(measure)) {
    return { value: summingPlanToDate(measure, plans, term, asOf), proRated: true };
  }
  const year = lastYearBegun(term, asOf);
  const own = year === null ? null : yearPlan(measure, plans, year);
  if (year === null || own === null) return { value: lowerBound(exactPlan(verdict)), proRated: false };
  const value = lowerBound(own.value);
  return growsWithinYear(measure, term, asOf)
    ? { value: value.mul(monthShare(year, asOf)), proRated: true }
    : { value, proRated: own.proRated };
}
