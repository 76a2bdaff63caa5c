// A measure's way through its term, for charts: what each period brought, where the total stood, and the plan's path.
import { addDays, lastDayOfMonth, monthsOf, type CalendarDate } from "./dates";
import { toExact, type Exact } from "./exact";
import { entryOfYear, isSummingCount, type Measure } from "./measures";
import { computeTermValue, computeYearValues, type MeasureInput } from "./over-time";
import { periodValue } from "./period-values";
import { listPeriods, type Period } from "./periods";
import { plansInForce, planToDate, scalePlan, verdictPlan, exactPlan, yearPlan, type ExactPlan } from "./plans";
import { hasYearEnded, type ReportingYear } from "./terms";
import { hasFigure, type PeriodTotal } from "./totals";

/** One ended period: its own value, and the measure's value as it stood at the period's last day. */
export interface TrajectoryPoint {
  readonly period: Period;
  readonly value: Exact | null;
  /** By the measure's `overTime`, from the term's start to this period's end. */
  readonly cumulative: Exact | null;
  /** The period has no figure with a value: `cumulative` only carries on what was. */
  readonly carried: boolean;
  readonly received: number;
  readonly expected: number;
}

/** What should have been reached by a day; of a range the lower bound. */
export interface PlanPoint {
  readonly on: CalendarDate;
  /** It stands at the beginning of the day, not at its end: where a year or a new plan begins. */
  readonly begins: boolean;
  readonly value: Exact;
}

/** A reporting year's value beside what it was to bring. */
export interface TrajectoryYear {
  readonly year: ReportingYear;
  readonly ended: boolean;
  readonly value: Exact | null;
  /** The year's own plan; of a summing count without one, its months' part of the term's plan. */
  readonly plan: ExactPlan | null;
}

export interface Trajectory {
  readonly points: readonly TrajectoryPoint[];
  /**
   * At the start of the term and the end of every month, to the term's end. Where a year or another plan begins it has
   * two points, the evening before and that morning, so that what differs between them is drawn as a step.
   */
  readonly planPath: readonly PlanPoint[];
  readonly years: readonly TrajectoryYear[];
}

/** What the last figures were at each period's end, for `latest`: the measure's input as seen on that day. */
export type InputAt = (date: CalendarDate) => MeasureInput;

function pointAt(input: MeasureInput, period: Period, total: PeriodTotal | undefined): TrajectoryPoint {
  const { measure, asOf } = input;
  const value = total === undefined ? null : periodValue(measure, plansInForce(measure, asOf), total);
  return {
    period,
    value,
    cumulative: computeTermValue(input, computeYearValues(input))?.value ?? null,
    carried: total === undefined || value === null || !hasFigure(total),
    received: total?.received ?? 0,
    expected: total?.expected ?? 0,
  };
}

type PathDay = Pick<PlanPoint, "on" | "begins">;

/** In the order of time: a day begins where the one before it ends. */
function daysOfPath({ measure, term }: MeasureInput): readonly PathDay[] {
  const changes = measure.earlierPlans.map(({ until }) => until);
  const mornings = [...term.years.map(({ startsOn }) => startsOn), ...changes.map((until) => addDays(until, 1))];
  const evenings = [...monthsOf(term).map(lastDayOfMonth), ...term.years.map(({ endsOn }) => endsOn), ...changes];
  const inTerm = (on: CalendarDate) => term.startsOn <= on && on <= term.endsOn;
  const days = (list: readonly CalendarDate[], begins: boolean) =>
    [...new Set(list)].filter(inTerm).map((on) => ({ on, begins }));
  const all = [...days([term.startsOn, ...mornings], true), ...days([...evenings, term.endsOn], false)];
  return all.sort((a, b) => (a.on === b.on ? Number(b.begins) - Number(a.begins) : a.on < b.on ? -1 : 1));
}

/** The measure as known at `asOf`: what is ahead goes by the plan in force that day, not by one decided later. */
function asKnown({ measure, asOf }: MeasureInput): Measure {
  const earlierPlans = measure.earlierPlans.filter(({ until }) => until < asOf);
  return { ...measure, plans: plansInForce(measure, asOf), earlierPlans };
}

function planPathOf(input: MeasureInput): readonly PlanPoint[] {
  if (input.measure.kind === "judged") return [];
  const measure = asKnown(input);
  return daysOfPath({ ...input, measure }).flatMap(({ on, begins }) => {
    const toDate = planToDate(measure, input.term, on);
    return toDate === null ? [] : { on, begins, value: toDate.value };
  });
}

function planOfYear({ measure, term, asOf }: MeasureInput, year: ReportingYear): ExactPlan | null {
  if (measure.kind === "judged") return null;
  const plans = plansInForce(measure, asOf);
  const whole = verdictPlan(measure, term, asOf);
  if (!isSummingCount(measure) || entryOfYear(plans.yearPlans, year.id) !== undefined || whole === null) {
    return yearPlan(measure, plans, year)?.value ?? null;
  }
  if (Object.keys(plans.yearPlans).length > 0) return null;
  const months = monthsOf(term).length;
  if (months === 0) return null;
  return scalePlan(exactPlan(whole), toExact(monthsOf(year).length).div(months));
}

function yearsOf(input: MeasureInput): readonly TrajectoryYear[] {
  const values = new Map(computeYearValues(input).map(({ year, value }) => [year.id, value]));
  return input.term.years.map((year) => ({
    year,
    ended: hasYearEnded(year, input.asOf),
    value: values.get(year.id) ?? null,
    plan: planOfYear(input, year),
  }));
}

/**
 * The trajectory of a measure at a date: one point an ended period, the plan's path over the whole term, the future
 * included, and the years (CALCULATION.md §2 and §4). `inputAt` gives the measure's input as seen on a period's last
 * day; it differs from `input` only in `asOf`, and for `latest` in the last figures of that day.
 */
export function computeTrajectory(input: MeasureInput, inputAt: InputAt): Trajectory {
  const totals = new Map(input.totals.map((total) => [total.period, total]));
  const ended = listPeriods(input.term, input.measure.frequency).filter((period) => period.endsOn <= input.asOf);
  return {
    points: ended.map((period) => pointAt(inputAt(period.endsOn), period, totals.get(period.key))),
    planPath: planPathOf(input),
    years: yearsOf(input),
  };
}
