// What a cell usually reports for a measure, so that a figure far away from it can be asked about.
import { greatestOf, leastOf, meanOf, sumOf, type Exact } from "./exact";

/** Fewer values say nothing about what is usual. */
export const MIN_HISTORY = 6;
/** A value is outside the usual range when it is further from the mean than this many standard deviations: |z| > 3. */
export const MAX_Z = 3;

/** The usual range of values in one unit: their mean and spread, and the least and greatest of them. */
export interface UsualRange {
  readonly mean: Exact;
  /** Of a sample: Σ(x − mean)² ÷ (values − 1). */
  readonly variance: Exact;
  readonly lowest: Exact;
  readonly highest: Exact;
}

/** The usual range of at least `MIN_HISTORY` values, whatever their order; null of fewer. Exact: no root is taken. */
export function usualRangeOf(values: readonly Exact[]): UsualRange | null {
  const [mean, lowest, highest] = [meanOf(values), leastOf(values), greatestOf(values)];
  if (values.length < MIN_HISTORY || mean === null || lowest === null || highest === null) return null;
  const squares = values.map((value) => squareOf(value.sub(mean)));
  return { mean, variance: sumOf(squares).div(values.length - 1), lowest, highest };
}

/**
 * Whether |z| > 3. The standard deviation is never taken as less than `grain`, the least step by which such a value
 * changes: after twelve times 100 % the spread is 0, and one person who was absent would be infinitely unusual.
 */
export function isFarFromMean({ mean, variance }: UsualRange, value: Exact, grain: Exact): boolean {
  const floor = squareOf(grain);
  const spread = variance.lt(floor) ? floor : variance;
  return squareOf(value.sub(mean)).gt(spread.mul(MAX_Z * MAX_Z));
}

/** Whether a value lies between the least and the greatest that were reported before, both included. */
export function wasReached({ lowest, highest }: UsualRange, value: Exact): boolean {
  return value.gte(lowest) && value.lte(highest);
}

function squareOf(value: Exact): Exact {
  return value.mul(value);
}
