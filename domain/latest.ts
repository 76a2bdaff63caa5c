// `latest` looks at each unit's last figure, so it needs more than totals: one figure a unit at each point (CALCULATION.md §2).
import { earlierOf, type CalendarDate } from "./dates";
import { countsOn, weakestJudgement, type Figure, type Judgement } from "./figures";
import type { Measure, Plans } from "./measures";
import { shareOfUnits, unitValue, valueOverUnits, type UnitFigure } from "./over-units";
import { listPeriods, TERM_PERIOD } from "./periods";
import { exactPlan, lowerBound } from "./plans";
import { yearsBegun, type ReportingYear, type Term } from "./terms";
import type { TotalsInput } from "./totals";
import type { Trace } from "./traces";
import { existsAt, indexUnits, isWithin } from "./units";

/** A unit's last figure with a value on or before a point, and the period that it comes from. */
export type LatestFigure = UnitFigure;

/** By point: the last figures of the units that exist on that day. */
export type LatestByPoint = ReadonlyMap<CalendarDate, readonly LatestFigure[]>;

export const NO_LATEST: LatestByPoint = new Map();

/** The day that a term seen at `asOf` stands at: never after its last day. */
export function termPoint(term: Term, asOf: CalendarDate): CalendarDate {
  return earlierOf(asOf, term.endsOn);
}

/** The day that a year seen at `asOf` stands at: its last day, or `asOf` if earlier. */
export function yearPoint(year: ReportingYear, asOf: CalendarDate): CalendarDate {
  return earlierOf(asOf, year.endsOn);
}

/** The days at which the last figures are needed for a term seen at `asOf`, without repetition. */
export function latestPoints(term: Term, asOf: CalendarDate): readonly CalendarDate[] {
  const years = yearsBegun(term, asOf).map((year) => yearPoint(year, asOf));
  return [...new Set([...years, termPoint(term, asOf)])];
}

function hasValue(measure: Measure, { value }: Figure): boolean {
  return value.type === "judged" || unitValue(measure, value) !== null;
}

/**
 * Derives from plain figures what `latest` needs: of each unit at or below `rootId` that exists at the point, its
 * last counting figure with a value whose period has ended by then. A judgement of the period `term` always counts.
 */
export function computeLatest(input: TotalsInput, term: Term, asOf: CalendarDate): LatestByPoint {
  const { measure, basis, rootId } = input;
  const byId = indexUnits(input.units);
  const endOf = new Map(listPeriods(term, measure.frequency).map((p) => [p.key, p.endsOn]));
  const counting = input.figures
    .filter((figure) => figure.measureId === measure.id && countsOn(figure.state, basis))
    .filter((figure) => endOf.has(figure.period) && hasValue(measure, figure));
  const lastAt = (point: CalendarDate) => {
    const last = new Map<string, Figure>();
    const end = (figure: Figure) => endOf.get(figure.period) ?? "";
    for (const figure of counting) {
      const unit = byId.get(figure.unitId);
      const isPast = end(figure) <= point || countsAlways(figure);
      if (!isPast || unit === undefined || !existsAt(unit, point)) continue;
      if (!isWithin(byId, unit.id, rootId, point)) continue;
      const known = last.get(unit.id);
      if (known === undefined || end(known) < end(figure)) last.set(unit.id, figure);
    }
    return [...last.values()].map(({ unitId, period, value }) => ({ unitId, period, value }));
  };
  return new Map(latestPoints(term, asOf).map((point) => [point, lastAt(point)]));
}

function countsAlways({ period, value }: Figure): boolean {
  return period === TERM_PERIOD && value.type === "judged";
}

/** The units' last figures as one value by `overUnits`; a share counts from the level in force (CALCULATION.md §2). */
export function latestValue(measure: Measure, plans: Plans, figures: readonly LatestFigure[]): Trace | null {
  if (measure.overUnits !== "share") return valueOverUnits(measure, figures, null);
  return plans.plan === null ? null : shareOfUnits(figures, lowerBound(exactPlan(plans.plan)));
}

/** The weakest of the units' last judgements. */
export function latestJudgement(figures: readonly LatestFigure[]): Judgement | null {
  return weakestJudgement(figures.flatMap(({ value }) => (value.type === "judged" ? value.judged : [])));
}
