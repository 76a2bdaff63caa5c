// The second step of every calculation: the periods' totals become a value a year and one for the term (CALCULATION.md §2).
import type { CalendarDate } from "./dates";
import { leastOf, meanOf, sumOf, ZERO, type Exact } from "./exact";
import { weakestJudgement, type Judgement } from "./figures";
import { latestJudgement, latestValue, termPoint, yearPoint, type LatestByPoint } from "./latest";
import { isPooledRate, type Measure, type Plans } from "./measures";
import { exactSum, fixedBaseOf, percentOf, pooledValue, shareOf } from "./over-units";
import { hasPeriodEnded, listPeriods, type Period } from "./periods";
import { exactPlan, lowerBound, plansInForce } from "./plans";
import { hasYearEnded, yearsBegun, type ReportingYear, type Term } from "./terms";
import { hasFigure, type PeriodTotal } from "./totals";

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

/** One period's value; of a share, by the level in force (CALCULATION.md §2). */
export function periodValue(measure: Measure, plans: Plans, total: PeriodTotal): Exact | null {
  if (measure.overUnits !== "share") return total.value;
  return plans.plan === null ? null : shareOf(total.levels, lowerBound(exactPlan(plans.plan)));
}

/** Exact, because the sum over a term may exceed what thousandths hold. */
function addUp(totals: readonly PeriodTotal[], key: "sumN" | "sumD"): Exact | null {
  return added(totals.map((total) => exactSum(total[key])).filter((sum) => sum !== null));
}

function pooled(measure: Measure, totals: readonly PeriodTotal[], base: Exact | null): Exact | null {
  return pooledValue(measure, { n: addUp(totals, "sumN"), d: addUp(totals, "sumD") }, base);
}

function added(values: readonly Exact[]): Exact | null {
  return values.length === 0 ? null : sumOf(values);
}

/** A year's value from the totals of its ended periods, by `overTime` (CALCULATION.md §2). */
function yearValueOf(
  measure: Measure,
  yearId: string,
  totals: readonly PeriodTotal[],
  values: readonly Exact[],
): Exact | null {
  switch (measure.overTime) {
    case "mean_periods":
      return meanOf(values);
    case "min":
      return leastOf(values);
    case "sum":
    case "mean_years":
    case "each_year":
      if (measure.kind === "count") return added(values);
      if (!isPooledRate(measure)) return meanOf(values);
      return pooled(measure, totals, measure.fixedBase && fixedBaseOf(measure.fixedBase, yearId));
    case "latest":
      return null;
  }
}

function latestOfYear(input: MeasureInput, plans: Plans, year: ReportingYear) {
  const figures = input.latest.get(yearPoint(year, input.asOf)) ?? [];
  return input.measure.kind === "judged"
    ? { value: null, judged: latestJudgement(figures) }
    : { value: latestValue(input.measure, plans, figures), judged: null };
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
        ? { value: yearValueOf(measure, year.id, totals, valuesOf(measure, plans, totals)), judged: weakestOf(totals) }
        : reported
          ? latestOfYear(input, plans, year)
          : { value: null, judged: null };
    return { year, ended: hasYearEnded(year, asOf), silent: totals.length > 0 && !reported, ...result };
  });
}

function valuesOf(measure: Measure, plans: Plans, totals: readonly PeriodTotal[]): Exact[] {
  return totals.map((total) => periodValue(measure, plans, total)).filter((value) => value !== null);
}

function weakestOf(totals: readonly PeriodTotal[]): Judgement | null {
  return weakestJudgement(totals.map(({ judged }) => judged).filter((judged) => judged !== null));
}

/** With a base by year: n and bases of the years that have a figure and a base (CALCULATION.md §2). */
function sumOverYearBases(input: MeasureInput, counting: readonly CountingTotal[]): Exact | null {
  let n = ZERO;
  let d = ZERO;
  for (const year of input.term.years) {
    const ofYear = counting.filter(({ period }) => period.yearId === year.id);
    const sumN = addUp(
      ofYear.map(({ total }) => total),
      "sumN",
    );
    const base = input.measure.fixedBase && fixedBaseOf(input.measure.fixedBase, year.id);
    if (sumN === null || base === null) continue;
    n = n.add(sumN);
    d = d.add(base);
  }
  return percentOf(n, d);
}

function sumOverTerm(input: MeasureInput, plans: Plans): Exact | null {
  const { measure } = input;
  const counting = countingTotals(input);
  const totals = counting.map(({ total }) => total);
  if (measure.kind !== "rate") return added(valuesOf(measure, plans, totals));
  if (measure.fixedBase?.years !== undefined) return sumOverYearBases(input, counting);
  return pooled(measure, totals, measure.fixedBase && fixedBaseOf(measure.fixedBase, null));
}

function meanOverYears(years: readonly YearValue[]): Exact | null {
  const ended = years.filter((year) => year.ended);
  const considered = ended.length > 0 ? ended : years;
  return meanOf(considered.map(({ value }) => value).filter((value) => value !== null));
}

/** The measure's value for the term at `asOf`, in the shown unit; null when it has none (CALCULATION.md §2). */
export function computeTermValue(input: MeasureInput, years: readonly YearValue[]): Exact | null {
  const { measure, term, asOf } = input;
  const plans = plansInForce(measure, asOf);
  const values = () =>
    valuesOf(
      measure,
      plans,
      countingTotals(input).map(({ total }) => total),
    );
  switch (measure.overTime) {
    case "sum":
      return sumOverTerm(input, plans);
    case "mean_periods":
      return meanOf(values());
    case "min":
      return leastOf(values());
    case "mean_years":
    case "each_year":
      // The single period `term` belongs to no year: it stands for the term itself.
      return measure.frequency === "term" ? meanOf(values()) : meanOverYears(years);
    case "latest":
      return latestValue(measure, plans, input.latest.get(termPoint(term, asOf)) ?? []);
  }
}

/** The decisive judgement of a judged measure: the weakest of all, or of each unit's last (CALCULATION.md §2). */
export function computeTermJudgement(input: MeasureInput): Judgement | null {
  if (input.measure.overTime === "latest") {
    return latestJudgement(input.latest.get(termPoint(input.term, input.asOf)) ?? []);
  }
  return weakestOf(countingTotals(input).map(({ total }) => total));
}
