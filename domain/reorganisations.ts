// What an event makes of the tree: new units, last days, and versions from the event's day on. What stood before that
// day is never touched, so every number of it stays.
import { addDays, type CalendarDate } from "./dates";
import { childrenAt, unitVersionAt, type Unit, type UnitKind, type UnitVersion } from "./units";

/** The kinds of event, in the order in which they are offered. */
export const UNIT_EVENT_KINDS = ["found", "rename", "move", "merge", "split", "dissolve"] as const;

export type UnitEventKind = (typeof UNIT_EVENT_KINDS)[number];

/** A unit that an event founds; its parent exists that day, or is founded by the same event. */
export interface FoundedUnit {
  readonly id: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly parentId: string | null;
}

interface Dated {
  /** The first day on which the tree is as the event makes it. */
  readonly on: CalendarDate;
}

/** An event of the tree (DOMAIN.md "Who and when"). What an event does not found is an empty list. */
export type Reorganisation = Dated & { readonly founded: readonly FoundedUnit[] } & (
    | { readonly kind: "found" }
    | { readonly kind: "rename"; readonly unitId: string; readonly name: string }
    | { readonly kind: "move"; readonly unitId: string; readonly parentId: string | null }
    /** Several become one: one of them that goes on, or (null) the one that is founded. */
    | { readonly kind: "merge"; readonly unitIds: readonly string[]; readonly successorId: string | null }
    /** One becomes several: the ones that are founded, and where it goes on, itself. */
    | { readonly kind: "split"; readonly unitId: string; readonly goesOn: boolean }
    | { readonly kind: "dissolve"; readonly unitId: string }
  );

/** A version that holds from the event's day on; one that began that same day is replaced. */
export interface PlannedVersion {
  readonly unitId: string;
  readonly version: UnitVersion;
}

/** What an event does to the stored tree, and how the tree then stands. */
export interface ReorganisationPlan<U extends Unit = Unit> {
  readonly founded: readonly (FoundedUnit & { readonly from: CalendarDate; readonly position: number })[];
  readonly versions: readonly PlannedVersion[];
  /** Units that cease to exist, with the last day of their lives. */
  readonly ends: readonly { readonly unitId: string; readonly lastDay: CalendarDate }[];
  /** The parts of the event as it is remembered. */
  readonly from: readonly string[];
  readonly into: readonly string[];
  readonly tree: readonly (U | Unit)[];
}

type Parts = Pick<ReorganisationPlan, "founded" | "versions" | "from" | "into"> & { readonly ended: readonly string[] };

/**
 * Plans an event on the tree. Says nothing about whether it may happen: `findReorganisationProblems` does.
 * Throws RangeError for a unit that the tree does not have.
 */
export function planReorganisation<U extends Unit>(units: readonly U[], event: Reorganisation): ReorganisationPlan<U> {
  const { ended, ...parts } = partsOf(units, event);
  const ends = ended.map((unitId) => ({ unitId, lastDay: addDays(event.on, -1) }));
  return { ...parts, ends, tree: treeAfter(units, { ...parts, ends }) };
}

function partsOf(units: readonly Unit[], event: Reorganisation): Parts {
  const added = event.founded.map(({ id }) => id);
  switch (event.kind) {
    case "found":
      return { ...NOTHING, founded: placeAtEnd(units, event), into: added };
    case "rename":
      return changeOne(units, event, { name: event.name });
    case "move":
      return changeOne(units, event, { parentId: event.parentId });
    case "merge":
      return mergeParts(units, event);
    case "split":
      return splitParts(units, event);
    case "dissolve":
      return { ...NOTHING, ended: [event.unitId], from: [event.unitId] };
  }
}

const NOTHING: Parts = { founded: [], versions: [], ended: [], from: [], into: [] };

function changeOne(
  units: readonly Unit[],
  { on, unitId }: Dated & { readonly unitId: string },
  change: Partial<UnitVersion>,
): Parts {
  return { ...NOTHING, versions: [versionFrom(units, unitId, on, change)], from: [unitId], into: [unitId] };
}

/** The new unit takes the place of the first of those that it is made of; what stood below them stands below it. */
function mergeParts(units: readonly Unit[], event: Extract<Reorganisation, { kind: "merge" }>): Parts {
  const { on, unitIds, founded } = event;
  const ended = unitIds.filter((id) => id !== event.successorId);
  const successorId = event.successorId ?? founded[0]?.id ?? null;
  const first = Math.min(...unitIds.map((id) => unitVersionAt(unitOf(units, id), on).position));
  const below = ended.flatMap((id) => childrenAt(units, id, on)).filter(({ id }) => !unitIds.includes(id));
  return {
    founded: founded.map((unit) => ({ ...unit, from: on, position: first })),
    versions: below.map(({ id }) => versionFrom(units, id, on, { parentId: successorId })),
    ...{ ended, from: unitIds, into: successorId === null ? [] : [successorId] },
  };
}

/** Where the old unit ends, the first new one takes its place; the others stand at the end of the official order. */
function splitParts(units: readonly Unit[], event: Extract<Reorganisation, { kind: "split" }>): Parts {
  const { unitId, goesOn, on } = event;
  const { position } = unitVersionAt(unitOf(units, unitId), on);
  const placed = placeAtEnd(units, event);
  const founded = goesOn ? placed : placed.map((unit, index) => (index === 0 ? { ...unit, position } : unit));
  return {
    ...NOTHING,
    founded,
    ended: goesOn ? [] : [unitId],
    from: [unitId],
    into: [...(goesOn ? [unitId] : []), ...founded.map(({ id }) => id)],
  };
}

function placeAtEnd(units: readonly Unit[], { on, founded }: Reorganisation): Parts["founded"] {
  const positions = units.flatMap(({ versions }) => versions.map(({ position }) => position));
  const last = Math.max(-1, ...positions);
  return founded.map((unit, index) => ({ ...unit, from: on, position: last + 1 + index }));
}

function versionFrom(
  units: readonly Unit[],
  unitId: string,
  on: CalendarDate,
  change: Partial<UnitVersion>,
): PlannedVersion {
  return { unitId, version: { ...unitVersionAt(unitOf(units, unitId), on), ...change, from: on } };
}

function unitOf(units: readonly Unit[], id: string): Unit {
  const unit = units.find((known) => known.id === id);
  if (unit === undefined) throw new RangeError(`no such unit: ${id}`);
  return unit;
}

function treeAfter<U extends Unit>(
  units: readonly U[],
  { founded, versions, ends }: Pick<ReorganisationPlan, "founded" | "versions" | "ends">,
): readonly (U | Unit)[] {
  const kept = units.map((unit) => {
    const planned = versions.find(({ unitId }) => unitId === unit.id)?.version;
    const to = ends.find(({ unitId }) => unitId === unit.id)?.lastDay ?? unit.to;
    return { ...unit, to, versions: planned ? withVersion(unit.versions, planned) : unit.versions };
  });
  return [...kept, ...founded.map(newUnit)];
}

/** The versions with one more, in the place of one that began on the same day. */
export function withVersion(versions: readonly UnitVersion[], added: UnitVersion): readonly UnitVersion[] {
  const others = versions.filter(({ from }) => from !== added.from);
  return [...others, added].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function newUnit({ id, kind, name, parentId, from, position }: ReorganisationPlan["founded"][number]): Unit {
  return { id, kind, from, to: null, versions: [{ from, name, parentId, position }] };
}

/** The units that go into an event and that it changes or ends; none where it only founds. */
export function unitsConcerned(event: Reorganisation): readonly string[] {
  if (event.kind === "found") return [];
  return event.kind === "merge" ? event.unitIds : [event.unitId];
}

/** By unit that is merged or split: the units that it becomes, which take its place where a measure names its units. */
export function listSuccessors(
  { kind }: Reorganisation,
  { from, into }: Pick<ReorganisationPlan, "from" | "into">,
): ReadonlyMap<string, readonly string[]> {
  return kind === "merge" || kind === "split" ? new Map(from.map((id) => [id, into])) : new Map();
}
