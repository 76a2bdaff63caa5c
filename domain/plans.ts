// Which plan is in force, for the verdict, for a year and for the part of the term that has passed.
import { countMonthsEnded, monthsOf, type CalendarDate, type DateSpan } from "./dates";
import { toExact, type Exact } from "./exact";
import { entryOfYear, isSummingCount, type Measure, type Plans, type PlanValue } from "./measures";
import { hasYearEnded, lastYearBegun, yearsBegun, type ReportingYear, type Term } from "./terms";
import { thousandthsToExact, type Thousandths } from "./thousandths";
import { given, traced, type Trace } from "./traces";

/** A plan as exact values: one number, or the lower and upper bound of a range. */
export type ExactPlan = Exact | readonly [Exact, Exact];

/** The plan for the part of the term that has passed; `proRated` by months, so rounded when shown. */
export interface PlanToDate {
  readonly value: Exact;
  readonly proRated: boolean;
  /** How the value came about. */
  readonly trace: Trace;
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

/** The number promised for a year, or for the term (null), as a step. */
function planStep(plan: PlanValue, yearId: string | null): Trace {
  return given(lowerBound(exactPlan(plan)), { type: "plan", yearId });
}

/**
 * The number of the plan that the verdict is taken against, of a range its lower bound, with how it came about: where
 * a summing count has yearly plans only, their sum. Null when there is no plan.
 */
export function verdictPlanTrace(measure: Measure, term: Term, asOf: CalendarDate): Trace | null {
  const plan = verdictPlan(measure, term, asOf);
  if (plan === null) return null;
  const plans = plansInForce(measure, asOf);
  if (promised(measure, plans) !== null || !isSummingCount(measure)) return planStep(plan, null);
  const years = term.years.flatMap(({ id }) => {
    const own = entryOfYear(plans.yearPlans, id);
    return own === undefined ? [] : planStep(own, id);
  });
  return traced("sum", years, { type: "plan", yearId: null });
}

/** The months of a year or of the term (null) that have ended, out of all of them. */
function monthShare(part: DateSpan, yearId: string | null, asOf: CalendarDate): Trace {
  const months = monthsOf(part).length;
  const source = { type: "months", yearId } as const;
  // A year of less than a month has ended or not.
  const [ended, all] = months === 0 ? [part.endsOn <= asOf ? 1 : 0, 1] : [countMonthsEnded(part, asOf), months];
  return traced("quotient", [
    given(toExact(ended), { ...source, which: "ended" }),
    given(toExact(all), { ...source, which: "all" }),
  ]);
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

function summingPlanToDate(measure: Measure, plans: Plans, term: Term, asOf: CalendarDate): Trace | null {
  const years = term.years.flatMap((year) => {
    const own = entryOfYear(plans.yearPlans, year.id);
    if (own === undefined) return [];
    return traced("product", [planStep(own, year.id), monthShare(year, year.id, asOf)], yearSource(year));
  });
  if (years.length > 0) return traced("sum", years);
  const whole = promised(measure, plans);
  return whole === null ? null : traced("product", [planStep(whole, null), monthShare(term, null, asOf)]);
}

function yearSource({ id }: ReportingYear) {
  return { type: "year", yearId: id } as const;
}

/** Whether the plan to date grows with the months of the last year begun: its figures add up within that year. */
export function growsWithinYear(measure: Measure, term: Term, asOf: CalendarDate): boolean {
  if (measure.kind !== "count") return false;
  if (measure.overTime === "each_year") return true;
  const noneEnded = !term.years.some((year) => hasYearEnded(year, asOf));
  return measure.overTime === "mean_years" && noneEnded;
}

/** The plan of the last year begun: its entry or the plan, and of a count that grows within it the months' part. */
function currentPlan(measure: Measure, plans: Plans, year: ReportingYear, term: Term, asOf: CalendarDate) {
  const own = yearPlan(measure, plans, year);
  if (own === null) return null;
  const step = given(lowerBound(own.value), { type: "plan", yearId: year.id });
  if (!growsWithinYear(measure, term, asOf)) return { proRated: own.proRated, trace: step };
  return { proRated: true, trace: traced("product", [step, monthShare(year, year.id, asOf)]) };
}

/**
 * The plan for what has passed at `asOf`, of a range its lower bound (CALCULATION.md §4); null without a plan.
 * Pro-rated by months for a count that adds up over the term or within the last year begun.
 */
export function planToDate(measure: Measure, term: Term, asOf: CalendarDate): PlanToDate | null {
  const verdict = verdictPlan(measure, term, asOf);
  if (verdict === null) return null;
  const plans = plansInForce(measure, asOf);
  const year = lastYearBegun(term, asOf);
  const found = isSummingCount(measure)
    ? { trace: summingPlanToDate(measure, plans, term, asOf), proRated: true }
    : year && currentPlan(measure, plans, year, term, asOf);
  const { trace, proRated } = found ?? { trace: planStep(verdict, null), proRated: false };
  return trace === null || trace.value === null ? null : { value: trace.value, proRated, trace };
}
