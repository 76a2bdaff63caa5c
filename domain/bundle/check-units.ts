// What must hold between the units of a bundle (CALCULATION.md §7).
import { asCalendarDate, type CalendarDate } from "../dates";
import { unitVersionAt, type Unit } from "../units";
import { checkReference, checkReferences, checkUnique } from "./check-ids";
import { unitModel } from "./model";
import type { ProblemList } from "./problems";
import type { Bundle, BundleUnit } from "./schema";

function checkVersions(unit: BundleUnit, index: number, problems: ProblemList): void {
  let previous = unit.from;
  (unit.versions ?? []).forEach(({ from }, position) => {
    const path = ["units", index, "versions", position, "from"];
    if (from <= previous || (unit.to != null && from > unit.to)) {
      problems.add(path, "out_of_order", { date: from });
    }
    previous = from;
  });
}

function standsInCircle(unit: Unit, byId: ReadonlyMap<string, Unit>, date: CalendarDate): boolean {
  let current = unitVersionAt(unit, date).parentId;
  for (let steps = 0; current !== null && steps <= byId.size; steps += 1) {
    if (current === unit.id) return true;
    const above = byId.get(current);
    current = above === undefined ? null : unitVersionAt(above, date).parentId;
  }
  return false;
}

/** Parents are dated, so each day on which one changes is looked at; a unit in a circle is named once. */
function checkCircles(bundle: Bundle, problems: ProblemList): void {
  const models = bundle.units.map(unitModel);
  const byId = new Map(models.map((unit) => [unit.id, unit]));
  const dates = new Set(models.flatMap(({ versions }) => versions.map(({ from }) => from)));
  models.forEach((unit, index) => {
    const date = [...dates].sort().find((day) => standsInCircle(unit, byId, day));
    if (date === undefined) return;
    const inForce = unitVersionAt(unit, date).from;
    const version = (bundle.units[index]?.versions ?? []).findIndex(({ from }) => asCalendarDate(from) === inForce);
    const at = version < 0 ? ["parent"] : ["versions", version, "parent"];
    problems.add(["units", index, ...at], "circle_of_parents", { id: unit.id });
  });
}

function checkEvents(bundle: Bundle, ids: ReadonlySet<string>, problems: ProblemList): void {
  const events = bundle.unitEvents ?? [];
  checkUnique(
    events.map(({ id }) => id),
    ["unitEvents"],
    problems,
  );
  events.forEach((event, index) => {
    checkReferences(event.from, ids, ["unitEvents", index, "from"], problems);
    checkReferences(event.into, ids, ["unitEvents", index, "into"], problems);
  });
}

/** Checks units and their events; gives the units' ids. */
export function checkUnits(bundle: Bundle, problems: ProblemList): ReadonlySet<string> {
  const ids = checkUnique(
    bundle.units.map(({ id }) => id),
    ["units"],
    problems,
  );
  bundle.units.forEach((unit, index) => {
    const path = ["units", index];
    checkReference(unit.parent, ids, [...path, "parent"], problems);
    (unit.versions ?? []).forEach(({ parent }, position) =>
      checkReference(parent, ids, [...path, "versions", position, "parent"], problems),
    );
    if (unit.to != null && unit.to < unit.from) {
      problems.add([...path, "to"], "ends_before_start", { date: unit.to });
    }
    checkVersions(unit, index, problems);
  });
  checkCircles(bundle, problems);
  checkEvents(bundle, ids, problems);
  return ids;
}
