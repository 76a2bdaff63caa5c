// The second step of every calculation: the periods' totals become a value a year and one for the term (CALCULATION.md §2).
import type { CalendarDate } from "./dates";
import type { Exact } from "./exact";
import { weakestJudgement, type Judgement } from "./figures";
import { latestJudgement, latestValue, termPoint, yearPoint, type LatestByPoint } from "./latest";
import { isPooledRate, type Measure, type Plans } from "./measures";
import { fixedBaseStep, pooledValue, type Pool } from "./over-units";
import { addUp, periodTrace, pooled } from "./period-values";
import { hasPeriodEnded, listPeriods, type Period } from "./periods";
import { plansInForce } from "./plans";
import { hasYearEnded, yearsBegun, type ReportingYear, type Term } from "./terms";
import { hasFigure, type PeriodTotal } from "./totals";
import { named, traced, type Trace } from "./traces";

/** A measure's totals over a term, seen from a day: all that its result is computed from. */
export interface MeasureInput {
  readonly measure: Measure;
  readonly term: Term;
  /** One a period of the measure's frequency; those that have not ended at `asOf` are passed over. */
  readonly totals: readonly PeriodTotal[];
  /** For `overTime: latest` alone; `NO_LATEST` otherwise. */
  readonly latest: LatestByPoint;
  readonly asOf: CalendarDate;
}

/** A total that counts at the date looked from, with its period. */
export interface CountingTotal {
  readonly period: Period;
  readonly total: PeriodTotal;
}

/** A reporting year's value: of a judged measure its judgement, of any other its exact value. */
export interface YearValue {
  readonly year: ReportingYear;
  readonly ended: boolean;
  readonly value: Exact | null;
  /** How the value came about; null where there is none to tell, of a judged measure always. */
  readonly trace: Trace | null;
  readonly judged: Judgement | null;
  /** A period of the measure ended in this year, and no unit reported anything for it. */
  readonly silent: boolean;
}

/** The totals whose period has ended, and a judgement for the whole term at any time (CALCULATION.md §2 and §3). */
export function countingTotals(input: MeasureInput): readonly CountingTotal[] {
  const { measure, term, asOf } = input;
  const byKey = new Map(input.totals.map((total) => [total.period, total]));
  const countsAlways = measure.kind === "judged" && measure.frequency === "term";
  return listPeriods(term, measure.frequency).flatMap((period) => {
    const total = byKey.get(period.key);
    const counts = countsAlways || hasPeriodEnded(period, asOf);
    return total !== undefined && counts ? { period, total } : [];
  });
}

/** A year's value from the totals of its ended periods, by `overTime` (CALCULATION.md §2). */
function yearTrace(measure: Measure, plans: Plans, yearId: string, totals: readonly PeriodTotal[]): Trace | null {
  const values = () => totals.map((total) => periodTrace(measure, plans, total));
  switch (measure.overTime) {
    case "mean_periods":
      return traced("mean", values());
    case "min":
      return traced("least", values());
    case "sum":
    case "mean_years":
    case "each_year":
      if (measure.kind === "count") return traced("sum", values());
      if (!isPooledRate(measure)) return traced("mean", values());
      return pooled(measure, totals, fixedBaseStep(measure, yearId));
    case "latest":
      return null;
  }
}

function latestOfYear(input: MeasureInput, plans: Plans, year: ReportingYear) {
  const figures = input.latest.get(yearPoint(year, input.asOf)) ?? [];
  return input.measure.kind === "judged"
    ? { trace: null, judged: latestJudgement(figures) }
    : { trace: latestValue(input.measure, plans, figures), judged: null };
}

/** The value or judgement of each year begun, those without one included (CALCULATION.md §2). */
export function computeYearValues(input: MeasureInput): readonly YearValue[] {
  const { measure, term, asOf } = input;
  const plans = plansInForce(measure, asOf);
  const counting = countingTotals(input);
  return yearsBegun(term, asOf).map((year) => {
    const totals = counting.filter(({ period }) => period.yearId === year.id).map(({ total }) => total);
    const reported = totals.some(hasFigure);
    const result =
      measure.overTime !== "latest"
        ? { trace: yearTrace(measure, plans, year.id, totals), judged: weakestOf(totals) }
        : reported
          ? latestOfYear(input, plans, year)
          : { trace: null, judged: null };
    const trace = result.trace && named(result.trace, { type: "year", yearId: year.id });
    return {
      ...{ year, ended: hasYearEnded(year, asOf), silent: totals.length > 0 && !reported },
      ...{ value: trace?.value ?? null, trace, judged: result.judged },
    };
  });
}

function weakestOf(totals: readonly PeriodTotal[]): Judgement | null {
  return weakestJudgement(totals.map(({ judged }) => judged).filter((judged) => judged !== null));
}

/** With a base by year: n and bases of the years that have a figure and a base (CALCULATION.md §2). */
function poolOfYears(input: MeasureInput, counting: readonly CountingTotal[]): Pool {
  const years = input.term.years.flatMap((year) => {
    const ofYear = counting.filter(({ period }) => period.yearId === year.id).map(({ total }) => total);
    const n = named(addUp(ofYear, "n"), { type: "year", yearId: year.id });
    const d = fixedBaseStep(input.measure, year.id);
    return n.value === null || d === null || d.value === null ? [] : { n, d };
  });
  const add = (part: "n" | "d") =>
    traced(
      "sum",
      years.map((year) => year[part]),
    );
  return { n: add("n"), d: add("d") };
}

function sumOverTerm(input: MeasureInput, periods: readonly Trace[]): Trace {
  const { measure } = input;
  if (measure.kind !== "rate") return traced("sum", periods);
  const counting = countingTotals(input);
  if (measure.fixedBase?.years !== undefined) return pooledValue(measure, poolOfYears(input, counting));
  return pooled(
    measure,
    counting.map(({ total }) => total),
    fixedBaseStep(measure, null),
  );
}

function meanOverYears(years: readonly YearValue[]): Trace {
  const ended = years.filter((year) => year.ended);
  const considered = ended.length > 0 ? ended : years;
  return traced(
    "mean",
    considered.flatMap(({ trace }) => trace ?? []),
  );
}

function termTrace(input: MeasureInput, years: readonly YearValue[]): Trace | null {
  const { measure, term, asOf } = input;
  const plans = plansInForce(measure, asOf);
  const periods = () => countingTotals(input).map(({ total }) => periodTrace(measure, plans, total));
  switch (measure.overTime) {
    case "sum":
      return sumOverTerm(input, periods());
    case "mean_periods":
      return traced("mean", periods());
    case "min":
      return traced("least", periods());
    case "mean_years":
    case "each_year":
      // The single period `term` belongs to no year: it stands for the term itself.
      return measure.frequency === "term" ? traced("mean", periods()) : meanOverYears(years);
    case "latest":
      return latestValue(measure, plans, input.latest.get(termPoint(term, asOf)) ?? []);
  }
}

/**
 * The measure's value for the term at `asOf`, in the shown unit, with how it came about; null where a judgement takes
 * its place, and without a value when it has none (CALCULATION.md §2).
 */
export function computeTermValue(input: MeasureInput, years: readonly YearValue[]): Trace | null {
  const trace = input.measure.kind === "judged" ? null : termTrace(input, years);
  return trace && named(trace, { type: "term" });
}

/** The decisive judgement of a judged measure: the weakest of all, or of each unit's last (CALCULATION.md §2). */
export function computeTermJudgement(input: MeasureInput): Judgement | null {
  if (input.measure.overTime === "latest") {
    return latestJudgement(input.latest.get(termPoint(input.term, input.asOf)) ?? []);
  }
  return weakestOf(countingTotals(input).map(({ total }) => total));
}
