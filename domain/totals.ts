import type { Exact } from "./exact";
import { countsOn, weakestJudgement, type Basis, type Figure, type Judgement } from "./figures";
import type { Measure } from "./measures";
import { countLevels, fixedBaseStep, poolNumbers, valueOverUnits, type LevelCounts } from "./over-units";
import { listPeriods, type Period, type PeriodKey } from "./periods";
import type { Term } from "./terms";
import { indexUnits, isWithin, measureUnitsAt, type Unit } from "./units";

/**
 * One measure, one period, over a unit and all cells below it as the tree stood at the period's end, on one basis:
 * what is kept in the table `totals`, and all that the calculation over time needs (`latest` apart).
 */
export interface PeriodTotal {
  readonly period: PeriodKey;
  /**
   * Σn and Σd in thousandths of the figures that hold numbers; null when none does. The n of a figure whose d is 0
   * stays out, so a period with nothing else is 0 of 0. With a fixed base and for a count Σd is null.
   */
  readonly sumN: number | null;
  readonly sumD: number | null;
  /**
   * The period's value by the measure's `overUnits`, exact and in the shown unit (% for a rate); null when none.
   * Null for a share and a judgement: those are read from `levels` and `judged`, because the level that
   * a share counts from is the one in force at the date looked from.
   */
  readonly value: Exact | null;
  /** How many units were rated 1, 2, 3 and 4. */
  readonly levels: LevelCounts;
  /** The weakest judgement, null when none. */
  readonly judged: Judgement | null;
  /** Expected units with a counting figure (a not-applicable one included), of those expected. */
  readonly received: number;
  readonly expected: number;
  /** Counting figures that are not-applicable: a year with nothing else is not judged. */
  readonly notApplicable: number;
}

/** Figures of one measure, its units, and the unit at or below which they are added up (null: all). */
export interface TotalsInput {
  readonly measure: Measure;
  readonly units: readonly Unit[];
  /** Of any measure, period and state; what does not belong is passed over. */
  readonly figures: readonly Figure[];
  readonly rootId: string | null;
  readonly basis: Basis;
}

/** Whether any counting figure stands behind the total, one without a value included: silence is not success. */
export function hasFigure(total: PeriodTotal): boolean {
  return (
    total.received > 0 ||
    total.notApplicable > 0 ||
    total.sumN !== null ||
    total.judged !== null ||
    total.levels.some((count) => count > 0)
  );
}

function isBelowAt({ units, rootId }: TotalsInput, period: Period): (unitId: string) => boolean {
  const byId = indexUnits(units);
  return (unitId) => isWithin(byId, unitId, rootId, period.endsOn);
}

type IsBelow = ReturnType<typeof isBelowAt>;

function entering({ measure, basis, figures }: TotalsInput, period: Period, isBelow: IsBelow): readonly Figure[] {
  const isOf = (figure: Figure) => figure.measureId === measure.id && figure.period === period.key;
  return figures.filter((figure) => isOf(figure) && countsOn(figure.state, basis) && isBelow(figure.unitId));
}

/** The figures that enter a period's total, that of a unit which had just ceased to exist too. */
export function countingFigures(input: TotalsInput, period: Period): readonly Figure[] {
  return entering(input, period, isBelowAt(input, period));
}

/**
 * The total of one period (CALCULATION.md §2 and §3). Every counting figure enters the value, that of a unit which
 * had just ceased to exist too; received and expected go by the units that exist on the period's last day.
 */
export function computePeriodTotal(input: TotalsInput, period: Period): PeriodTotal {
  const { measure, units } = input;
  const isBelow = isBelowAt(input, period);
  const counting = entering(input, period, isBelow);
  const expected = measureUnitsAt(measure, units, period.endsOn).filter(({ id }) => isBelow(id));
  const reporting = new Set(counting.map(({ unitId }) => unitId));
  const values = counting.map(({ value }) => value);
  return {
    period: period.key,
    ...poolNumbers(measure, values),
    value: valueOverUnits(measure, counting, fixedBaseStep(measure, period.yearId))?.value ?? null,
    levels: countLevels(values),
    judged: weakestJudgement(values.flatMap((value) => (value.type === "judged" ? value.judged : []))),
    received: expected.filter(({ id }) => reporting.has(id)).length,
    expected: expected.length,
    notApplicable: values.filter(({ type }) => type === "not_applicable").length,
  };
}

/** The totals of all periods of a term in which the measure is due, ended or not, oldest first. */
export function computePeriodTotals(input: TotalsInput, term: Term): readonly PeriodTotal[] {
  const ofMeasure = input.figures.filter(({ measureId }) => measureId === input.measure.id);
  const byPeriod = new Map<PeriodKey, Figure[]>();
  for (const figure of ofMeasure) {
    const group = byPeriod.get(figure.period);
    if (group === undefined) byPeriod.set(figure.period, [figure]);
    else group.push(figure);
  }
  return listPeriods(term, input.measure.frequency).map((period) =>
    computePeriodTotal({ ...input, figures: byPeriod.get(period.key) ?? [] }, period),
  );
}
