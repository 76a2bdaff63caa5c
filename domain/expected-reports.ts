import type { CalendarDate } from "./dates";
import type { Measure } from "./measures";
import { FREQUENCIES, hasPeriodEnded, listPeriods, type Period } from "./periods";
import type { Term } from "./terms";
import { isAskedOn, unitsAt, type Unit } from "./units";

/** A unit's report of a period: all measures of that frequency which the unit is asked for. */
export interface ExpectedReport {
  readonly unit: Unit;
  readonly period: Period;
}

/**
 * The reports that were to come by a day: each ended period × each unit that existed on its last day and that at least
 * one measure of the frequency applies to (CALCULATION.md §3). In the order of frequency, period and unit.
 */
export function listExpectedReports(
  measures: readonly Measure[],
  units: readonly Unit[],
  term: Term,
  asOf: CalendarDate,
): readonly ExpectedReport[] {
  return FREQUENCIES.flatMap((frequency) => {
    const asked = measures.filter((measure) => measure.frequency === frequency);
    const ended = listPeriods(term, frequency).filter((period) => hasPeriodEnded(period, asOf));
    return ended.flatMap((period) => unitsAsked(asked, units, period).map((unit) => ({ unit, period })));
  });
}

/** The units that owe a report for a period, in the official order. */
export function unitsAsked(measures: readonly Measure[], units: readonly Unit[], period: Period): readonly Unit[] {
  return unitsAt(units, period.endsOn).filter((unit) =>
    measures.some((measure) => isAskedOn(measure, unit, period.endsOn)),
  );
}
