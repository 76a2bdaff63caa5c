// Who should have reported and who has: the figure that stands beside every total (CALCULATION.md §3).
import type { CalendarDate } from "./dates";
import { countsOn } from "./figures";
import { hasPeriodEnded, listPeriods, type Period } from "./periods";
import type { Term } from "./terms";
import type { PeriodTotal, TotalsInput } from "./totals";
import { indexUnits, isWithin, measureUnitsAt, type Unit } from "./units";

/** Units × periods received, of those expected. */
export interface ReportingRate {
  readonly received: number;
  readonly expected: number;
}

/** A figure that is expected and has not been received. */
export interface MissingFigure {
  readonly unit: Unit;
  readonly period: Period;
}

/** The reporting rate of totals together; the caller passes those whose period has ended. */
export function computeReportingRate(totals: readonly PeriodTotal[]): ReportingRate {
  return {
    received: totals.reduce((sum, { received }) => sum + received, 0),
    expected: totals.reduce((sum, { expected }) => sum + expected, 0),
  };
}

/**
 * Each unit × ended period that the measure asks for and that no counting figure answers, oldest period first and
 * units in the official order (CALCULATION.md §3).
 */
export function listMissingFigures(input: TotalsInput, term: Term, asOf: CalendarDate): readonly MissingFigure[] {
  const { measure, units, rootId, basis } = input;
  const byId = indexUnits(units);
  const keyOf = (unitId: string, period: string) => JSON.stringify([unitId, period]);
  const received = new Set(
    input.figures
      .filter((figure) => figure.measureId === measure.id && countsOn(figure.state, basis))
      .map((figure) => keyOf(figure.unitId, figure.period)),
  );
  return listPeriods(term, measure.frequency)
    .filter((period) => hasPeriodEnded(period, asOf))
    .flatMap((period) =>
      measureUnitsAt(measure, units, period.endsOn)
        .filter((unit) => isWithin(byId, unit.id, rootId, period.endsOn))
        .filter((unit) => !received.has(keyOf(unit.id, period.key)))
        .map((unit) => ({ unit, period })),
    );
}
