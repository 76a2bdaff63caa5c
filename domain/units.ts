import { laterOf, type CalendarDate } from "./dates";
import type { Measure } from "./measures";

export type UnitKind = "committee" | "section" | "cell";

/** Name, parent and place in the official order from a day on. */
export interface UnitVersion {
  readonly from: CalendarDate;
  readonly name: string;
  readonly parentId: string | null;
  readonly position: number;
}

/** A unit of the tree. `from` and `to` are both days of its life; `to` null means that it still exists. */
export interface Unit {
  readonly id: string;
  readonly kind: UnitKind;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** Oldest first; the first one begins at `from`. */
  readonly versions: readonly UnitVersion[];
}

/** Whether the unit exists on a day: `from` and `to` are both days of its life (CALCULATION.md §3). */
export function existsAt(unit: Unit, date: CalendarDate): boolean {
  return unit.from <= date && (unit.to === null || date <= unit.to);
}

/** Whether the unit's last day is before a day. */
export function isDissolvedBy({ to }: Unit, date: CalendarDate): boolean {
  return to !== null && to < date;
}

/** Name, parent and position in force on a day; before the unit's life its first, after it its last. */
export function unitVersionAt(unit: Unit, date: CalendarDate): UnitVersion {
  const day = unit.to !== null && unit.to < date ? unit.to : date;
  const version = unit.versions.findLast(({ from }) => from <= day) ?? unit.versions[0];
  if (version === undefined) throw new RangeError(`unit without a version: ${unit.id}`);
  return version;
}

/** The units that exist on a day, in the official order. */
export function unitsAt(units: readonly Unit[], date: CalendarDate): readonly Unit[] {
  const position = (unit: Unit) => unitVersionAt(unit, date).position;
  return units.filter((unit) => existsAt(unit, date)).sort((a, b) => position(a) - position(b));
}

/** The units directly below a unit on a day, in the official order; of null, the roots. */
export function childrenAt(units: readonly Unit[], parentId: string | null, date: CalendarDate): readonly Unit[] {
  return unitsAt(units, date).filter((unit) => unitVersionAt(unit, date).parentId === parentId);
}

/** Whether a unit is `rootId` or stood below it on a day; every unit is below null, the whole organisation. */
export function isWithin(
  byId: ReadonlyMap<string, Unit>,
  unitId: string,
  rootId: string | null,
  date: CalendarDate,
): boolean {
  const seen = new Set<string>();
  let current: string | null = unitId;
  while (rootId !== null && current !== rootId) {
    const unit: Unit | undefined = current === null ? undefined : byId.get(current);
    if (unit === undefined || seen.has(unit.id)) return false;
    seen.add(unit.id);
    current = unitVersionAt(unit, date).parentId;
  }
  return true;
}

/** A unit and everything that it stood below on a day, from itself upwards; also where it does not exist that day. */
export function lineAt(byId: ReadonlyMap<string, Unit>, unit: Unit, date: CalendarDate): readonly string[] {
  const line = new Set<string>();
  let current: Unit | undefined = unit;
  while (current && !line.has(current.id)) {
    line.add(current.id);
    current = byId.get(unitVersionAt(current, date).parentId ?? "");
  }
  return [...line];
}

/** Units by their id. */
export function indexUnits(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  return new Map(units.map((unit) => [unit.id, unit]));
}

/** The cells at or below a unit that exist on a day, in the official order; of null, all cells. */
export function cellsBelow(units: readonly Unit[], rootId: string | null, date: CalendarDate): readonly Unit[] {
  const byId = indexUnits(units);
  return unitsAt(units, date).filter((unit) => unit.kind === "cell" && isWithin(byId, unit.id, rootId, date));
}

/** Whether a measure asks this unit for figures: the units it names, else every cell (CALCULATION.md §7). */
export function appliesTo(measure: Pick<Measure, "unitIds">, unit: Unit): boolean {
  return measure.unitIds === null ? unit.kind === "cell" : measure.unitIds.includes(unit.id);
}

/**
 * Whether a measure asks a unit of a day: one that took over from another in mid-term is asked from that day on, so
 * that what was expected before stays. Does not look whether the unit exists on that day.
 */
export function isAskedOn(measure: Pick<Measure, "unitIds" | "joinedOn">, unit: Unit, date: CalendarDate): boolean {
  return appliesTo(measure, unit) && askedFrom(measure, unit) <= date;
}

/** The first day of which a measure that applies to a unit asks it. */
export function askedFrom({ joinedOn }: Pick<Measure, "joinedOn">, { id, from }: Unit): CalendarDate {
  const joined = Object.hasOwn(joinedOn, id) ? joinedOn[id] : undefined;
  return joined === undefined ? from : laterOf(joined, from);
}

/** The units a measure asks of a day and that exist then, in the official order (CALCULATION.md §3). */
export function measureUnitsAt(
  measure: Pick<Measure, "unitIds" | "joinedOn">,
  units: readonly Unit[],
  date: CalendarDate,
): readonly Unit[] {
  return unitsAt(units, date).filter((unit) => isAskedOn(measure, unit, date));
}
