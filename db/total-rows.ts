// Totals are computed by the domain's one function; here is only which rows there are and how they are written.
import type { CalendarDate } from "../domain/dates";
import { exactText, toExact } from "../domain/exact";
import type { Basis, Figure } from "../domain/figures";
import type { Measure } from "../domain/measures";
import type { Period } from "../domain/periods";
import { computePeriodTotal, type PeriodTotal } from "../domain/totals";
import { existsAt, indexUnits, isAskedOn, lineAt, type Unit } from "../domain/units";
import { groupRows } from "./batches";
import type { ReadDb } from "./handle";

export type TotalRow = ReadDb["tables"]["totals"]["$inferSelect"];

/** The scope of the whole organisation. */
export const ALL = "all";

/** A part of a term's totals; what it does not say is not narrowed. */
export interface TotalsPart {
  readonly periodIds?: readonly string[];
  readonly measureIds?: readonly string[];
  /** Ids of units, or `ALL`. */
  readonly scopes?: readonly string[];
}

/** A unit with everything at or below it on a day, units that have ceased to exist included; null is the organisation. */
interface Scope {
  readonly unit: Unit | null;
  readonly members: readonly Unit[];
}

/** Every scope on a day, the organisation and each unit with what stood at or below it, or only those that are wanted. */
export function scopesAt(units: readonly Unit[], date: CalendarDate, wanted?: readonly string[]): readonly Scope[] {
  const byId = indexUnits(units);
  const known = [ALL, ...byId.keys()].filter((id) => wanted?.includes(id) ?? true);
  const scopes = new Map<string, Unit[]>(known.map((id) => [id, []]));
  for (const unit of units) for (const id of [ALL, ...lineAt(byId, unit, date)]) scopes.get(id)?.push(unit);
  return [...scopes].map(([id, members]) => ({ unit: byId.get(id) ?? null, members }));
}

/** The figures of one measure and period, one a unit. */
export type FiguresByUnit = ReadonlyMap<string, Figure>;

/**
 * Whether a row is kept: of everything with units below it, and of each unit that is asked or has answered. A unit that
 * is yet to be founded makes no row for the days before it.
 */
function isKept({ unit, members }: Scope, measure: Measure, period: Period, figures: FiguresByUnit): boolean {
  if (unit === null || figures.has(unit.id)) return true;
  if (!existsAt(unit, period.endsOn)) return false;
  const isThere = ({ id, from }: Unit) => from <= period.endsOn || figures.has(id);
  return members.some((member) => member !== unit && isThere(member)) || isAskedOn(measure, unit, period.endsOn);
}

/** What a row belongs to. */
export interface TotalsPlace {
  readonly termId: string;
  readonly periodId: string;
  readonly period: Period;
  readonly measure: Measure;
  readonly basis: Basis;
}

/** The rows of one measure and period on one basis, for those of the scopes of the period's last day that are kept. */
export function totalRows(place: TotalsPlace, scopes: readonly Scope[], figures: FiguresByUnit): TotalRow[] {
  const { measure, period, basis } = place;
  return scopes
    .filter((scope) => isKept(scope, measure, period, figures))
    .map(({ unit, members }) => {
      const ofMembers = members.flatMap(({ id }) => figures.get(id) ?? []);
      // The members are all that stands at or below the unit, so nothing else needs to be handed over.
      const input = { measure, units: members, figures: ofMembers, rootId: unit?.id ?? null, basis };
      return totalRow(place, unit?.id ?? null, computePeriodTotal(input, period));
    });
}

function totalRow(
  { termId, periodId, measure, basis }: TotalsPlace,
  unitId: string | null,
  total: PeriodTotal,
): TotalRow {
  const [rated1, rated2, rated3, rated4] = total.levels;
  const { sumN, sumD, judged, received, expected, notApplicable } = total;
  return {
    ...{ measureId: measure.id, periodId, scope: unitId ?? ALL, unitId, basis, termId },
    ...{ sumN, sumD, judged, received, expected, notApplicable, rated1, rated2, rated3, rated4 },
    value: total.value === null ? null : exactText(total.value),
  };
}

/** A kept row as the calculation reads it. */
export function readTotal(row: TotalRow, period: PeriodTotal["period"]): PeriodTotal {
  const { sumN, sumD, judged, received, expected, notApplicable } = row;
  return {
    ...{ period, sumN, sumD, judged, received, expected, notApplicable },
    value: row.value === null ? null : toExact(row.value),
    levels: [row.rated1, row.rated2, row.rated3, row.rated4],
  };
}

/** Figures by measure, period key and unit: `get("measure period")` gives one a unit. */
export function indexFigures(figures: readonly Figure[]): (measureId: string, periodKey: string) => FiguresByUnit {
  const groups = groupRows(figures, ({ measureId, period }) => `${measureId} ${period}`);
  const none: FiguresByUnit = new Map();
  return (measureId, periodKey) => {
    const group = groups.get(`${measureId} ${periodKey}`);
    return group ? new Map(group.map((figure) => [figure.unitId, figure])) : none;
  };
}
