// How a figure stands to what the same unit reported before: what makes a slip of the keyboard stand out.
import { displayEntered, displayValue } from "./display";
import { HUNDRED, toExact, type Exact } from "./exact";
import type { FigureValue } from "./figures";
import { isCeiling, isPercentage, type Measure } from "./measures";
import { unitValue } from "./over-units";
import { thousandthsToExact, type Thousandths } from "./thousandths";
import { isFarFromMean, usualRangeOf, wasReached, type UsualRange } from "./usual-range";

/** What is computed once from a unit's earlier figures of a measure. */
export interface EntryPast {
  /** Null with fewer than 6 values. */
  readonly usual: UsualRange | null;
  /** The last value before; null where none was reported. */
  readonly last: ReportedValue | null;
  /** At least three numbers, and none of them 0. */
  readonly isNeverZero: boolean;
}

/** A figure and its value in the shown unit. */
export interface ReportedValue {
  readonly value: FigureValue;
  readonly own: Exact;
}

/** What is told apart, with what the figure is compared with: decimal texts in the measure's unit. */
export interface PastRemark {
  readonly code: "never_zero" | "unusual" | "far_from_last" | "base_far_from_last";
  /** The last value, or the least and the greatest before. */
  readonly texts: readonly string[];
}

/** Percentage points from last time that are far, in a report of more than a few people. */
const FAR_POINTS = 20;
/** A count is far from last time when it is twice as much or half, and differs by at least this. */
const FAR_UNITS = 5;
const FAR_FACTOR = 2;
const FAR_LEVELS = 2;
/** So many numbers without a 0 among them make a 0 worth asking about. */
const MIN_WITHOUT_ZERO = 3;

/** Reads a unit's earlier figures, oldest first; what is missing or not applicable says nothing. */
export function readEntryPast(measure: Measure, history: readonly FigureValue[]): EntryPast {
  const reported = history.flatMap((value) => {
    const own = unitValue(measure, value);
    return own === null ? [] : [{ value, own }];
  });
  // Zero is what a ceiling hopes for.
  const mayAskForZero = !isCeiling(measure.rule) && reported.length >= MIN_WITHOUT_ZERO;
  return {
    usual: usualRangeOf(reported.map(({ own }) => own)),
    last: reported.at(-1) ?? null,
    isNeverZero: mayAskForZero && reported.every(({ own }) => !own.equals(0)),
  };
}

/** What differs from the past: one sentence about the value, the most telling, and one about the base of a rate. */
export function differencesFromPast(measure: Measure, past: EntryPast, reported: ReportedValue): readonly PastRemark[] {
  const remarks = [differenceOfValue(measure, past, reported), jumpOfBase(past, reported)];
  return remarks.filter((remark) => remark !== null);
}

function differenceOfValue(measure: Measure, past: EntryPast, { value, own }: ReportedValue): PastRemark | null {
  const { usual, last, isNeverZero } = past;
  if (isNeverZero && own.equals(0)) return { code: "never_zero", texts: [] };
  const grain = grainOf(measure, value);
  if (usual !== null && wasReached(usual, own)) return null;
  if (usual !== null && isFarFromMean(usual, own, grain)) {
    return { code: "unusual", texts: [textOf(measure, usual.lowest), textOf(measure, usual.highest)] };
  }
  const isFar = last !== null && isFarFromLast(measure, own, last.own, grain);
  return isFar ? { code: "far_from_last", texts: [textOf(measure, last.own)] } : null;
}

/**
 * The least step by which such a value changes: one unit, one point, one level; of a rate one person of d, when that
 * is more than a point.
 */
function grainOf(measure: Measure, value: FigureValue): Exact {
  const step = toExact(1);
  if (measure.kind !== "rate" || value.type !== "number" || value.d === null || value.d <= 0) return step;
  const onePerson = HUNDRED.div(thousandthsToExact(value.d));
  return onePerson.gt(step) ? onePerson : step;
}

function isFarFromLast(measure: Measure, own: Exact, last: Exact, grain: Exact): boolean {
  const difference = own.sub(last).abs();
  if (measure.kind === "level") return difference.gte(FAR_LEVELS);
  if (isPercentage(measure) && measure.fixedBase === null) return difference.gte(FAR_POINTS) && difference.gt(grain);
  return isFarCount(own, last);
}

function isFarCount(a: Exact, b: Exact): boolean {
  if (a.sub(b).abs().lt(FAR_UNITS)) return false;
  if (a.mul(b).lt(0)) return true;
  const [lesser, greater] = a.abs().lt(b.abs()) ? [a.abs(), b.abs()] : [b.abs(), a.abs()];
  return greater.gte(lesser.mul(FAR_FACTOR));
}

/** A base that jumped hides behind a rate that did not: 280 of 290 is as good as 28 of 29. */
function jumpOfBase({ last }: EntryPast, { value }: ReportedValue): PastRemark | null {
  if (value.type !== "number" || last?.value.type !== "number") return null;
  if (value.d === null || last.value.d === null) return null;
  const [now, before] = [thousandthsToExact(value.d), thousandthsToExact(last.value.d)];
  return isFarCount(now, before) ? { code: "base_far_from_last", texts: [displayEntered(before)] } : null;
}

function textOf(measure: Measure, value: Exact): string {
  const isEntered = measure.kind === "level" || measure.fixedBase !== null;
  return isEntered ? displayEntered(value) : displayValue(measure, value, null);
}

/**
 * Whether n and d look exchanged: n is the greater, and d/n is usual here while n/d is not or cannot be, or, where too
 * little was reported to tell, both numbers are nearer to last time's other one.
 */
export function looksSwapped(measure: Measure, { usual, last }: EntryPast, n: Thousandths, d: Thousandths): boolean {
  if (measure.kind !== "rate" || measure.fixedBase !== null || n <= d || d <= 0) return false;
  if (usual !== null) {
    const isPossible = measure.mayExceedBase && isUsualRate(measure, usual, n, d);
    return isUsualRate(measure, usual, d, n) && !isPossible;
  }
  if (last?.value.type !== "number" || last.value.n === null || last.value.d === null) return false;
  const { n: lastN, d: lastD } = last.value;
  return Math.abs(n - lastD) < Math.abs(n - lastN) && Math.abs(d - lastN) < Math.abs(d - lastD);
}

function isUsualRate(measure: Measure, usual: UsualRange, n: Thousandths, d: Thousandths): boolean {
  const value: FigureValue = { type: "number", n, d };
  const rate = unitValue(measure, value);
  return rate !== null && !isFarFromMean(usual, rate, grainOf(measure, value));
}
