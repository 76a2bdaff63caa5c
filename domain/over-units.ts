// The first step of every calculation: many units' figures of one period become one value (CALCULATION.md §2).
import { HUNDRED, leastOf, meanOf, toExact, type Exact } from "./exact";
import type { FigureValue, Level } from "./figures";
import { entryOfYear, type FixedBase, type Measure } from "./measures";
import { addThousandths, thousandthsToExact } from "./thousandths";

/** How many units were rated 1, 2, 3 and 4. */
export type LevelCounts = readonly [number, number, number, number];

/** The fixed denominator that a period's or year's numerators are set against, null when it has none. */
export function fixedBaseOf(base: FixedBase, yearId: string | null): Exact | null {
  const ofYear = base.years === undefined || yearId === null ? undefined : entryOfYear(base.years, yearId);
  const entered = base.term ?? ofYear;
  return entered === undefined ? null : thousandthsToExact(entered);
}

/** 100 × n ÷ d; null without a denominator above 0 (CALCULATION.md §2). */
export function percentOf(n: Exact, d: Exact | null): Exact | null {
  return d === null || d.lte(0) ? null : n.mul(HUNDRED).div(d);
}

/** A unit's own value in the shown unit; null when the figure has none. A rate with a fixed base has n only. */
export function unitValue(measure: Measure, value: FigureValue): Exact | null {
  if (value.type === "level") return toExact(value.level);
  if (value.type !== "number" || value.n === null) return null;
  const n = thousandthsToExact(value.n);
  if (measure.kind !== "rate" || measure.fixedBase !== null) return n;
  return value.d === null ? null : percentOf(n, thousandthsToExact(value.d));
}

/** Σn and Σd in thousandths as `PeriodTotal` keeps them; n without a denominator stays out of the pool. */
export function poolNumbers(
  measure: Measure,
  values: readonly FigureValue[],
): { readonly sumN: number | null; readonly sumD: number | null } {
  const needsBase = measure.kind === "rate" && measure.fixedBase === null;
  let sumN: number | null = null;
  let sumD: number | null = null;
  for (const value of values) {
    if (value.type !== "number" || value.n === null) continue;
    const isPooled = !needsBase || (value.d ?? 0) > 0;
    sumN = addThousandths(sumN ?? 0, isPooled ? value.n : 0);
    if (needsBase) sumD = addThousandths(sumD ?? 0, value.d ?? 0);
  }
  return { sumN, sumD };
}

/** How many of the figures are rated 1, 2, 3 and 4. */
export function countLevels(values: readonly FigureValue[]): LevelCounts {
  const count = (level: Level) => values.filter((value) => value.type === "level" && value.level === level).length;
  return [count(1), count(2), count(3), count(4)];
}

/** 100 × units at or above the level, of rated units; null when none is rated (CALCULATION.md §2). */
export function shareOf(levels: LevelCounts, planLevel: Exact): Exact | null {
  const rated = levels.reduce((sum, count) => sum + count, 0);
  const atLeast = levels.filter((_, index) => planLevel.lte(index + 1));
  return percentOf(toExact(atLeast.reduce((sum, count) => sum + count, 0)), toExact(rated));
}

/**
 * The units' figures of one period (or their last ones) as one value by the measure's `overUnits`: added, pooled,
 * averaged or the least; null when none has a value, and for a share and a judgement, which have their own reading.
 */
export function valueOverUnits(
  measure: Measure,
  values: readonly FigureValue[],
  fixedBase: Exact | null,
): Exact | null {
  if (measure.kind === "judged" || measure.overUnits === "share") return null;
  if (measure.overUnits === "sum") {
    const { sumN, sumD } = poolNumbers(measure, values);
    return pooledValue(measure, { n: exactSum(sumN), d: exactSum(sumD) }, fixedBase);
  }
  const own = values.map((value) => unitValue(measure, value)).filter((value) => value !== null);
  return measure.overUnits === "mean" ? meanOf(own) : leastOf(own);
}

/** Σn and Σd as exact values; null where no figure holds numbers. */
export interface Pool {
  readonly n: Exact | null;
  readonly d: Exact | null;
}

/** A kept sum of thousandths as an exact value. */
export function exactSum(sum: number | null): Exact | null {
  return sum === null ? null : thousandthsToExact(sum);
}

/** A pool's value: Σn of a count, 100 × Σn ÷ Σd or ÷ the fixed base of a rate. */
export function pooledValue(measure: Measure, { n, d }: Pool, fixedBase: Exact | null): Exact | null {
  if (n === null || measure.kind !== "rate") return n;
  return percentOf(n, measure.fixedBase !== null ? fixedBase : d);
}
