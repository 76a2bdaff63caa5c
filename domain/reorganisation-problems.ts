// What stands against an event, each at the field that it belongs to.
import { addDays, type CalendarDate } from "./dates";
import type { ErrorCode, ErrorValues, FieldError } from "./errors";
import { unitsConcerned, type Reorganisation, type ReorganisationPlan } from "./reorganisations";
import { childrenAt, existsAt, indexUnits, unitsAt, unitVersionAt, type Unit } from "./units";

/** What an event is judged by, besides the tree. */
export interface ReorganisationContext<U extends Unit & { readonly code: string }> {
  readonly units: readonly U[];
  /** Every event so far. */
  readonly events: readonly {
    readonly happenedOn: CalendarDate;
    readonly from: readonly string[];
    readonly into: readonly string[];
  }[];
  /** The last day that a closed term covers: nothing of it changes any more. */
  readonly closedUntil: CalendarDate | null;
  readonly decision: string | null;
  /** At the first set-up there may be no decision to name. */
  readonly needsDecision: boolean;
}

/** Problems by the path of their field in the form. */
export type FieldProblems = Readonly<Record<string, FieldError>>;

type Found = readonly [path: string, code: ErrorCode, values?: ErrorValues];
type AnyContext = ReorganisationContext<Unit & { readonly code: string }>;

function asFields(found: readonly (Found | null)[]): FieldProblems {
  const told: Record<string, FieldError> = {};
  for (const [path, code, values] of found.filter((problem) => problem !== null)) {
    told[path] ??= { code, values: values ?? {} }; // of several at one field the first is told
  }
  return told;
}

/**
 * Everything that stands against a planned event, told at once: what is wrong with it, and with the tree as it would
 * leave it. Where its units or what they become are wrong, of the tree only names and codes of founded units are judged,
 * and on a wrong day only the codes: the rest would be about an event that nobody meant.
 */
export function findReorganisationProblems(
  event: Reorganisation,
  plan: ReorganisationPlan,
  context: AnyContext,
): FieldProblems {
  const own = findEventProblems(event, context);
  const isMeant = Object.keys(own).every((path) => path === "decision");
  const isTyped = (path: string) => path.endsWith(".code") || (path.endsWith(".name") && !own.on);
  const isJudged = (path: string) => isMeant || (path.startsWith("founded.") && isTyped(path));
  const left = Object.entries(findTreeProblems(event, plan, context)).filter(([path]) => isJudged(path));
  return { ...own, ...Object.fromEntries(left), ...own }; // told in the order of the form
}

/** What is wrong with the event itself: its units, its day, its decision. */
export function findEventProblems(event: Reorganisation, context: AnyContext): FieldProblems {
  const { units, decision, needsDecision } = context;
  const byId = indexUnits(units);
  const concerned = unitsConcerned(event).map((id) => byId.get(id));
  if (concerned.length === 0 && event.kind !== "found") return asFields([["unitIds", "bad_choice"]]);
  if (concerned.some((unit) => unit === undefined)) return asFields([["unitIds", "bad_choice"]]);
  const known = concerned.filter((unit) => unit !== undefined);
  return asFields([
    closedProblem(event.on, context),
    needsDecision && decision === null ? ["decision", "required"] : null,
    ...shapeProblems(event, known),
    ...known.map((unit) => lifeProblem(unit, event.on)),
  ]);
}

function shapeProblems(event: Reorganisation, concerned: readonly Unit[]): readonly (Found | null)[] {
  const [first] = concerned;
  switch (event.kind) {
    case "found":
      return [event.founded.length === 0 ? ["founded", "required"] : null];
    case "merge":
      return mergeProblems(event, concerned);
    case "split": {
      const least = event.goesOn ? 1 : 2;
      return [event.founded.length < least ? ["founded", "split_needs_units", { count: least }] : null];
    }
    case "rename":
      return [first && unitVersionAt(first, event.on).name === event.name ? ["name", "nothing_changed"] : null];
    case "move":
      return [
        first && unitVersionAt(first, event.on).parentId === event.parentId ? ["parentId", "nothing_changed"] : null,
      ];
    case "dissolve":
      return [];
  }
}

function mergeProblems(
  event: Extract<Reorganisation, { kind: "merge" }>,
  concerned: readonly Unit[],
): (Found | null)[] {
  const { unitIds, successorId, founded } = event;
  const kinds = new Set([...concerned, ...founded].map(({ kind }) => kind));
  const successors = founded.length + (successorId === null ? 0 : 1);
  return [
    new Set(unitIds).size < 2 ? ["unitIds", "merge_needs_two"] : null,
    kinds.size > 1 ? ["unitIds", "kinds_differ"] : null,
    successors !== 1 || (successorId !== null && !unitIds.includes(successorId)) ? ["successorId", "bad_choice"] : null,
  ];
}

function closedProblem(on: CalendarDate, { closedUntil }: AnyContext): Found | null {
  return closedUntil !== null && on <= closedUntil ? ["on", "term_closed", { date: closedUntil }] : null;
}

function lifeProblem(unit: Unit, on: CalendarDate): Found | null {
  const { name } = unitVersionAt(unit, on);
  if (on <= unit.from) return ["on", "unit_not_there", { name, date: unit.from }];
  return existsAt(unit, on) ? null : ["unitIds", "unit_not_there", { name, date: unit.to ?? on }];
}

/** What is wrong with the tree as the event would leave it; empty when the event may happen. */
export function findTreeProblems(event: Reorganisation, plan: ReorganisationPlan, context: AnyContext): FieldProblems {
  return asFields([
    ...laterProblems(event, plan, context),
    ...belowProblems(event, plan, context),
    ...codeProblems(event, context),
    ...touchedPlaces(event, plan).flatMap((place) => standingProblems(place, event, plan)),
  ]);
}

/** Nothing is changed that another event has changed since; a unit's life ends after its last change, not with it. */
function laterProblems(event: Reorganisation, plan: ReorganisationPlan, { units, events }: AnyContext): Found[] {
  const ended = new Set(plan.ends.map(({ unitId }) => unitId));
  const touched = new Set([...unitsConcerned(event), ...plan.versions.map(({ unitId }) => unitId)]);
  return units.flatMap((unit): Found[] => {
    if (!touched.has(unit.id)) return [];
    const days = [
      ...unit.versions.map(({ from }) => from),
      ...events.filter(({ from, into }) => [...from, ...into].includes(unit.id)).map(({ happenedOn }) => happenedOn),
    ];
    const last = days.sort().at(-1);
    if (last === undefined || last < event.on || (last === event.on && !ended.has(unit.id))) return [];
    return [["on", "later_event", { name: unitVersionAt(unit, event.on).name, date: last }]];
  });
}

function belowProblems(event: Reorganisation, plan: ReorganisationPlan, { units }: AnyContext): Found[] {
  const moved = new Set(plan.versions.map(({ unitId }) => unitId));
  const ended = new Set(plan.ends.map(({ unitId }) => unitId));
  const below = [...ended]
    .flatMap((id) => childrenAt(units, id, event.on))
    .filter(({ id }) => !moved.has(id) && !ended.has(id));
  return below.length === 0 ? [] : [["unitIds", "has_units_below", { count: below.length }]];
}

function codeProblems({ founded }: Reorganisation, { units }: AnyContext): Found[] {
  const codes = [...units, ...founded].map(({ code }) => code);
  return founded.flatMap(({ code }, index): Found[] =>
    codes.indexOf(code) === units.length + index ? [] : [[`founded.${index}.code`, "code_taken"]],
  );
}

/** A unit that the event names or moves, and where the form says so. */
interface Place {
  readonly unitId: string;
  readonly name: string;
  readonly parent: string;
}

function touchedPlaces(event: Reorganisation, plan: ReorganisationPlan): readonly Place[] {
  return [
    ...plan.founded.map(({ id }, index) => ({
      unitId: id,
      name: `founded.${index}.name`,
      parent: `founded.${index}.parent`,
    })),
    ...plan.versions.map(({ unitId }) => ({ unitId, name: "name", parent: event.kind === "move" ? "parentId" : "on" })),
  ];
}

function standingProblems(place: Place, event: Reorganisation, { tree }: ReorganisationPlan): readonly Found[] {
  const unit = tree.find(({ id }) => id === place.unitId);
  if (unit === undefined) return [];
  const days = daysOfChange(tree, event.on).filter((day) => existsAt(unit, day));
  return days.flatMap((day) => [
    ...nameProblem(place, unit, unitsAt(tree, day), day),
    ...parentProblem(place, unit, tree, day),
  ]);
}

/** The event's day and every later one on which anything of the tree changes. */
function daysOfChange(tree: readonly Unit[], on: CalendarDate): readonly CalendarDate[] {
  const days = tree.flatMap(({ to, versions }) => [
    ...versions.map(({ from }) => from),
    ...(to === null ? [] : [addDays(to, 1)]),
  ]);
  return [...new Set([on, ...days.filter((day) => day > on)])].sort();
}

/** A name as it is compared: two that differ only in capitals or spaces are one to a reader. */
function comparable(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

function nameProblem(place: Place, unit: Unit, living: readonly Unit[], day: CalendarDate): readonly Found[] {
  const own = comparable(unitVersionAt(unit, day).name);
  const same = living.some((other) => other.id !== unit.id && comparable(unitVersionAt(other, day).name) === own);
  return same ? [[place.name, "name_taken"]] : [];
}

/** A corrected name that another unit has while both exist: `name_taken` at the name. */
export function findNameProblem(
  units: readonly Unit[],
  { unitId, from, name }: { readonly unitId: string; readonly from: CalendarDate; readonly name: string },
): FieldProblems {
  const renamed = units.map((unit) =>
    unit.id === unitId
      ? { ...unit, versions: unit.versions.map((version) => (version.from === from ? { ...version, name } : version)) }
      : unit,
  );
  const unit = renamed.find(({ id }) => id === unitId);
  if (unit === undefined) return {};
  const place = { unitId, name: "name", parent: "name" };
  const days = daysOfChange(renamed, from).filter(
    (day) => existsAt(unit, day) && unitVersionAt(unit, day).from === from,
  );
  return asFields(days.flatMap((day) => nameProblem(place, unit, unitsAt(renamed, day), day)));
}

function parentProblem(place: Place, unit: Unit, tree: readonly Unit[], day: CalendarDate): readonly Found[] {
  const { parentId } = unitVersionAt(unit, day);
  if (parentId === null) return [];
  const parent = tree.find(({ id }) => id === parentId);
  if (parent === undefined || parent.kind === "cell") return [[place.parent, "bad_choice"]];
  if (isBelowItself(unit, tree, day)) return [[place.parent, "circle_of_parents"]];
  if (existsAt(parent, day)) return [];
  return [[place.parent, "unit_not_there", { name: unitVersionAt(parent, day).name, date: day }]];
}

function isBelowItself(unit: Unit, tree: readonly Unit[], day: CalendarDate): boolean {
  const byId = indexUnits(tree);
  let current = unitVersionAt(unit, day).parentId;
  for (let steps = 0; current !== null && steps <= tree.length; steps += 1) {
    if (current === unit.id) return true;
    const above = byId.get(current);
    current = above === undefined ? null : unitVersionAt(above, day).parentId;
  }
  return false;
}
