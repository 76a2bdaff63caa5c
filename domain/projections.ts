// Where a measure comes to if the term goes on as it has so far: a band for a drawing and a sentence beside it.
// Estimates in floating point, in a type of their own: no verdict, pace or printed result is ever taken from one.
import { countOutlook } from "./count-outlook";
import { localiseDecimal, type NumberLocale } from "./display";
import { estimateText, type EstimateBand, type Outlook } from "./estimates";
import { isPooledRate, isSummingCount, type Frequency, type Measure } from "./measures";
import { countingTotals, type CountingTotal, type MeasureInput } from "./over-time";
import { hasPeriodEnded, listPeriods, type Period } from "./periods";
import { rateOutlook } from "./rate-outlook";
import { isTermOver } from "./terms";

/** The band at the end of a period that has not ended yet. */
export interface ProjectionPoint {
  readonly period: Period;
  readonly band: EstimateBand;
}

export interface Projection {
  /** One for each remaining period at whose end there is a value, oldest first; the last is that of the term's end. */
  readonly points: readonly ProjectionPoint[];
  readonly end: EstimateBand;
  /** How many ended periods with a value it goes by. */
  readonly periods: number;
}

/** Fewer periods say nothing about a pace. */
export const MIN_PERIODS = 6;

const AVERAGED = ["sum", "mean_periods", "mean_years"];

/** Counts that add up and rates with a denominator of their own; a judgement, a level or a bare % has no pace. */
function hasPace(measure: Measure): boolean {
  if (isSummingCount(measure)) return measure.overUnits === "sum";
  const { overTime, fixedBase, mayExceedBase } = measure;
  return isPooledRate(measure) && fixedBase === null && !mayExceedBase && AVERAGED.includes(overTime);
}

function hasValue({ kind }: Measure, { total }: CountingTotal): boolean {
  return kind === "count" ? total.sumN !== null : total.sumN !== null && (total.sumD ?? 0) > 0;
}

function outlookOf(input: MeasureInput, totals: readonly CountingTotal[]): Outlook | null {
  return input.measure.kind === "count" ? countOutlook(totals) : rateOutlook(input, totals);
}

/**
 * The measure's value at the end of every remaining period, if these go on as those that have ended: the middle 80 %
 * of what Poisson–gamma (a summing count) or beta–binomial (a rate) foresees. Null with fewer than six ended periods
 * with a value, when the term is over, and where a pace means nothing. Held against 500 simulated terms in
 * docs/decisions/0110.
 */
export function computeProjection(input: MeasureInput): Projection | null {
  const { measure, term, asOf } = input;
  if (isTermOver(term, asOf) || !hasPace(measure)) return null;
  const totals = countingTotals(input).filter((total) => hasValue(measure, total));
  const ahead = listPeriods(term, measure.frequency).filter((period) => !hasPeriodEnded(period, asOf));
  if (totals.length < MIN_PERIODS || ahead.length === 0) return null;
  const outlook = outlookOf(input, totals);
  if (outlook === null) return null;
  const points = ahead.flatMap((period, index) => {
    const band = outlook(ahead.slice(0, index + 1));
    return band === null ? [] : { period, band };
  });
  const end = points.at(-1)?.band;
  return end === undefined ? null : { points, end, periods: totals.length };
}

/** The ends of a band as they are written, without a unit: `4` and `8`, `96,8` and `97,4`. */
export interface BandTexts {
  /** Whether the ends differ in print. */
  readonly band: "one" | "two";
  readonly lower: string;
  readonly upper: string;
}

/** An estimate says no more than a tenth of a point. */
const RATE_DECIMALS = 1;

/** Writes the ends of a band in a language, rounded to the outside. */
export function writeBand(
  { kind, decimals }: Measure,
  { lower, upper }: EstimateBand,
  locale: NumberLocale,
): BandTexts {
  const isWhole = [lower, upper].every(({ about }) => Number.isInteger(about));
  const places = kind !== "count" ? RATE_DECIMALS : isWhole ? 0 : decimals;
  const texts = {
    lower: localiseDecimal(estimateText(lower, places, "down"), locale),
    upper: localiseDecimal(estimateText(upper, places, "up"), locale),
  };
  return { band: texts.lower === texts.upper ? "one" : "two", ...texts };
}

/** A sentence of `messages/` on a projection, with its values, numbers already written. */
export interface ProjectionWording {
  readonly key: "projections.count" | "projections.rate";
  readonly values: BandTexts & { readonly periods: number; readonly left: number; readonly frequency: Frequency };
}

/** What a projection says and how it was made, in one sentence. */
export function wordProjection(measure: Measure, projection: Projection, locale: NumberLocale): ProjectionWording {
  const { points, end, periods } = projection;
  return {
    key: measure.kind === "count" ? "projections.count" : "projections.rate",
    values: { ...writeBand(measure, end, locale), periods, left: points.length, frequency: measure.frequency },
  };
}
