// The first step of every calculation: many units' figures of one period become one value (CALCULATION.md §2).
import { percentOf, toExact, type Exact } from "./exact";
import type { FigureValue, Level } from "./figures";
import { entryOfYear, hasEnteredBase, type FixedBase, type Measure } from "./measures";
import type { PeriodKey } from "./periods";
import { addThousandths, thousandthsToExact } from "./thousandths";
import { given, traced, type ComputedStep, type FigurePart, type Trace } from "./traces";

/** How many units were rated 1, 2, 3 and 4. */
export type LevelCounts = readonly [number, number, number, number];

/** The fixed denominator that a period's or year's numerators are set against, null when it has none. */
export function fixedBaseOf(base: FixedBase, yearId: string | null): Exact | null {
  const ofYear = base.years === undefined || yearId === null ? undefined : entryOfYear(base.years, yearId);
  const entered = base.term ?? ofYear;
  return entered === undefined ? null : thousandthsToExact(entered);
}

/** A unit's own value in the shown unit; null when the figure has none. A rate with a fixed base has n only. */
export function unitValue(measure: Measure, value: FigureValue): Exact | null {
  if (value.type === "level") return toExact(value.level);
  if (value.type !== "number" || value.n === null) return null;
  const n = thousandthsToExact(value.n);
  if (!hasEnteredBase(measure)) return n;
  return value.d === null ? null : percentOf(n, thousandthsToExact(value.d));
}

/** Σn and Σd in thousandths as `PeriodTotal` keeps them; n without a denominator stays out of the pool. */
export function poolNumbers(
  measure: Measure,
  values: readonly FigureValue[],
): { readonly sumN: number | null; readonly sumD: number | null } {
  const needsBase = hasEnteredBase(measure);
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

/** What one unit reported for one period, whatever its state. */
export interface UnitFigure {
  readonly unitId: string;
  readonly period: PeriodKey;
  readonly value: FigureValue;
}

/** The numerator and denominator of a pool; the denominator is null where the measure has none. */
export interface Pool {
  readonly n: Trace;
  readonly d: Trace | null;
}

/** A kept sum of thousandths as an exact value. */
export function exactSum(sum: number | null): Exact | null {
  return sum === null ? null : thousandthsToExact(sum);
}

/** A pool's value: Σn of a count, 100 × Σn ÷ Σd of a rate, which has none without a denominator. */
export function pooledValue(measure: Measure, { n, d }: Pool): Trace {
  if (measure.kind !== "rate") return n;
  return traced("percent", [n, d ?? given(null, { type: "base", yearId: null })]);
}

/** A measure's fixed base of a year, or of the term (null), as a step; null where the denominator is entered. */
export function fixedBaseStep({ fixedBase }: Measure, yearId: string | null): Trace | null {
  return fixedBase && given(fixedBaseOf(fixedBase, yearId), { type: "base", yearId });
}

/** 100 × units at or above the level, of rated units; without a value when none is rated (CALCULATION.md §2). */
export function shareOf(atLeast: Trace, rated: Trace): ComputedStep {
  return traced("percent", [atLeast, rated]);
}

/** How many are rated, and how many of them at or above a level. */
export function countShare(
  levels: LevelCounts,
  planLevel: Exact,
): { readonly rated: number; readonly atLeast: number } {
  const add = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  return { rated: add(levels), atLeast: add(levels.filter((_, index) => planLevel.lte(index + 1))) };
}

function leaf({ unitId, period }: UnitFigure, part: FigurePart, value: Exact | null): Trace {
  return given(value, { type: "figure", unitId, period, part });
}

/** n and d as they enter a pool: an n without a denominator stays out of it. */
function pooledParts(measure: Measure, figure: UnitFigure): { readonly n: Trace; readonly d: Trace } {
  const { n, d } = figure.value.type === "number" ? figure.value : { n: null, d: null };
  const counts = n !== null && (!hasEnteredBase(measure) || (d ?? 0) > 0);
  return { n: leaf(figure, "n", counts ? exactSum(n) : null), d: leaf(figure, "d", counts ? exactSum(d) : null) };
}

/** The units' figures as a pool: Σn, and Σd of a rate, or the fixed base that stands in its place. */
export function poolOf(measure: Measure, figures: readonly UnitFigure[], fixedBase: Trace | null): Pool {
  const parts = figures.map((figure) => pooledParts(measure, figure));
  const n = traced(
    "sum",
    parts.map((part) => part.n),
  );
  if (!hasEnteredBase(measure)) return { n, d: fixedBase };
  return {
    n,
    d: traced(
      "sum",
      parts.map((part) => part.d),
    ),
  };
}

/** A unit's own value: of a rate 100 × n ÷ d, else what was entered. */
function ownValue(measure: Measure, figure: UnitFigure): Trace {
  if (!hasEnteredBase(measure)) {
    return leaf(figure, "value", unitValue(measure, figure.value));
  }
  const { n, d } = pooledParts(measure, figure);
  return traced("percent", [n, d]);
}

/** How many of the units are rated, and at or above a level: each 1 or 0. */
export function shareOfUnits(figures: readonly UnitFigure[], planLevel: Exact): ComputedStep {
  const rated = figures.filter(({ value }) => value.type === "level");
  const counted = (part: "rated" | "at_least") =>
    traced(
      "sum",
      rated.map((figure) => {
        const isHigh = figure.value.type === "level" && planLevel.lte(figure.value.level);
        return leaf(figure, part, toExact(part === "rated" || isHigh ? 1 : 0));
      }),
    );
  return shareOf(counted("at_least"), counted("rated"));
}

/**
 * The units' figures of one period (or their last ones) as one value by the measure's `overUnits`: added, pooled,
 * averaged or the least; without a value when none has one, null for a share and a judgement, which are read otherwise.
 */
export function valueOverUnits(
  measure: Measure,
  figures: readonly UnitFigure[],
  fixedBase: Trace | null,
): Trace | null {
  if (measure.kind === "judged" || measure.overUnits === "share") return null;
  if (measure.overUnits === "sum") return pooledValue(measure, poolOf(measure, figures, fixedBase));
  return traced(
    measure.overUnits === "mean" ? "mean" : "least",
    figures.map((figure) => ownValue(measure, figure)),
  );
}
