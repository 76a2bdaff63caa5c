// The official order is a property of a unit's versions: it changes from a day on, and what stood before stays.
import type { CalendarDate } from "./dates";
import { unitsAt, unitVersionAt, type Unit, type UnitVersion } from "./units";

/** The versions of one unit that its new place in the order changes or adds. */
export interface PlacedVersions {
  readonly unitId: string;
  readonly versions: readonly UnitVersion[];
}

/**
 * The versions by which the units stand in the wanted order from a day on: of each unit whose place differs, the one
 * that begins that day and all later ones. A unit that begins later is placed from its first day. Units that are not
 * named keep their place, and the positions that the named ones hold are handed out anew among them.
 */
export function planUnitOrder(
  units: readonly Unit[],
  wanted: readonly string[],
  from: CalendarDate,
): readonly PlacedVersions[] {
  const named = units.filter(({ id }) => wanted.includes(id));
  const positions = freePositions(named.map((unit) => unitVersionAt(unit, from).position));
  return named.flatMap((unit) => {
    const position = positions[wanted.indexOf(unit.id)] ?? 0;
    const present = unitVersionAt(unit, from);
    const later = unit.versions.filter((version) => version.from >= from);
    const begins = present.from < from ? [{ ...present, from }] : [];
    const changed = [...begins, ...later.filter((version) => !begins.some((own) => own.from === version.from))];
    const moved = changed.filter((version) => version.position !== position);
    return moved.length === 0
      ? []
      : [{ unitId: unit.id, versions: moved.map((version) => ({ ...version, position })) }];
  });
}

/** As many rising positions as there are units: two that share one could not be told apart. */
function freePositions(held: readonly number[]): readonly number[] {
  const sorted = [...held].sort((a, b) => a - b);
  return sorted.reduce<number[]>((given, position) => [...given, Math.max(position, (given.at(-1) ?? -1) + 1)], []);
}

/** The ids of the units that exist on a day, in the official order. */
export function orderAt(units: readonly Unit[], day: CalendarDate): readonly string[] {
  return unitsAt(units, day).map(({ id }) => id);
}
