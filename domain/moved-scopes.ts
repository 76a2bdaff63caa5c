// In which totals of a day another tree shows: a total that holds the same units in the same standing stays as it is.
import type { CalendarDate } from "./dates";
import type { Measure } from "./measures";
import { existsAt, indexUnits, isAskedOn, lineAt, type Unit } from "./units";

/** The units with whose totals a scope's are added up, by id; null is the whole organisation. */
export type ScopeIds = ReadonlySet<string | null>;

type Standing = ReadonlyMap<string, Unit>;

/**
 * The scopes whose totals of a day can differ between two trees: everything that a unit stands at or below where it
 * came to exist or ceased to, and where it only stands elsewhere, what it left and what it came to. A unit that one of
 * the trees does not know and that does not live on the day has no figure of it, so nothing hangs on it.
 */
export function findMovedScopes(before: readonly Unit[], after: readonly Unit[], day: CalendarDate): ScopeIds {
  const [old, young] = [indexUnits(before), indexUnits(after)];
  const moved = new Set<string | null>();
  for (const id of new Set([...old.keys(), ...young.keys()])) {
    const [lineBefore, lineAfter] = [scopesOf(old, id, day), scopesOf(young, id, day)];
    const [was, is] = [standingOf(old.get(id), day), standingOf(young.get(id), day)];
    if (was !== is) [...lineBefore, ...lineAfter].forEach((scope) => moved.add(scope));
    else if (old.has(id) && young.has(id)) difference(lineBefore, lineAfter).forEach((scope) => moved.add(scope));
  }
  return moved;
}

/** The scopes whose totals of a day differ by whom a measure asks, in one tree. */
export function findScopesAsked(
  units: readonly Unit[],
  before: Pick<Measure, "unitIds" | "joinedOn">,
  after: Pick<Measure, "unitIds" | "joinedOn">,
  day: CalendarDate,
): ScopeIds {
  const byId = indexUnits(units);
  const asked = units.filter((unit) => isAskedOn(before, unit, day) !== isAskedOn(after, unit, day));
  return new Set(asked.flatMap(({ id }) => [...scopesOf(byId, id, day)]));
}

/** Whether it lives, is to come, or has been; a unit that the tree does not know is like one that is to come. */
function standingOf(unit: Unit | undefined, day: CalendarDate): string {
  if (unit === undefined || day < unit.from) return "unborn";
  return existsAt(unit, day) ? unit.kind : `${unit.kind} gone`;
}

function scopesOf(byId: Standing, id: string, day: CalendarDate): ScopeIds {
  const unit = byId.get(id);
  return new Set(unit === undefined ? [] : [null, ...lineAt(byId, unit, day)]);
}

function difference(a: ScopeIds, b: ScopeIds): readonly (string | null)[] {
  return [...[...a].filter((scope) => !b.has(scope)), ...[...b].filter((scope) => !a.has(scope))];
}
