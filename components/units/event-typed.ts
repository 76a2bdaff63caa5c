// What stands in the form of an event, and what of it follows from something else in it.
import { readCalendarDate, type CalendarDate } from "@/domain/dates";
import type { UnitEventKind } from "@/domain/reorganisations";
import { proposeUnitCode } from "@/domain/unit-codes";
import { unitsAt, unitVersionAt, type UnitKind } from "@/domain/units";
import type { FormUnit, UnitFormView } from "@/server/loaders/unit-settings";

export type FoundedTyped = {
  readonly name: string;
  readonly kind: UnitKind;
  /** A unit's id, `new:0` for a row of the same form, or nothing. */
  readonly parent: string;
  readonly code: string;
  readonly secretaryIds: readonly string[];
};

export type EventTyped = {
  readonly kind: UnitEventKind;
  readonly on: string;
  readonly decision: string;
  readonly unitIds: readonly string[];
  readonly name: string;
  readonly parentId: string;
  readonly successorId: string;
  readonly goesOn: boolean;
  readonly founded: readonly FoundedTyped[];
  readonly tasksTo: string;
  readonly measuresFollow: boolean;
  readonly discards: readonly { readonly unitId: string; readonly name: string }[];
};

/** The units that exist on the day of the form, in the official order. */
export function livingUnits(view: UnitFormView, on: string): readonly FormUnit[] {
  const day: CalendarDate = readCalendarDate(on) ?? view.proposedOn;
  return unitsAt(view.units, day).flatMap((unit) => view.units.find(({ id }) => id === unit.id) ?? []);
}

/** A unit's name on the day of the form. */
export function nameOn(unit: FormUnit, on: string): string {
  return unitVersionAt(unit, readCalendarDate(on) ?? unit.from).name;
}

const EMPTY_ROW: FoundedTyped = { name: "", kind: "cell", parent: "", code: "", secretaryIds: [] };

/** The code that a name leads to, unlike those of stored units and of the other rows. */
export function codeFor(view: UnitFormView, rows: readonly FoundedTyped[], index: number, name: string): string {
  const others = rows.filter((_, place) => place !== index).map(({ code }) => code);
  return proposeUnitCode(name, [...view.units.map(({ code }) => code), ...others]);
}

/** An empty form of an event of this kind. */
export function emptyEvent(view: UnitFormView, kind: UnitEventKind, unitId: string | null): EventTyped {
  const known = unitId !== null && view.units.some(({ id }) => id === unitId);
  const empty: EventTyped = {
    ...{ kind, on: view.proposedOn, decision: "", unitIds: [], name: "", parentId: "" },
    ...{ successorId: "", goesOn: kind === "split", tasksTo: "", measuresFollow: true, discards: [] },
    founded: firstRows(view, kind),
  };
  return known ? { ...empty, ...withUnits(empty, view, [unitId]) } : empty;
}

function firstRows(view: UnitFormView, kind: UnitEventKind): readonly FoundedTyped[] {
  if (kind === "merge" || kind === "split") return [EMPTY_ROW];
  if (kind !== "found") return [];
  const [top] = livingUnits(view, view.proposedOn).filter((unit) => unit.kind !== "cell");
  if (top) return [{ ...EMPTY_ROW, parent: top.id }];
  const name = view.organisationName;
  return [
    { ...EMPTY_ROW, name, kind: "committee", code: proposeUnitCode(name, []) },
    { ...EMPTY_ROW, parent: "new:0" },
  ];
}

/** One more row, below the same parent as the last. */
export function nextRow(rows: readonly FoundedTyped[]): FoundedTyped {
  const last = rows.at(-1);
  const lastPlace = rows.length - 1;
  const parent = last && last.kind !== "cell" ? `new:${lastPlace}` : (last?.parent ?? "");
  return { ...EMPTY_ROW, parent, kind: last?.kind === "section" ? "section" : "cell" };
}

/** The rows as they are sent: what is founded out of a unit is of its kind, and below its parent unless another is chosen. */
export function rowsToSend(typed: EventTyped, view: UnitFormView): readonly FoundedTyped[] {
  const first = view.units.find(({ id }) => id === typed.unitIds[0]);
  if (typed.kind === "found") return typed.founded;
  if (typed.kind !== "merge" && typed.kind !== "split") return [];
  if (typed.kind === "merge" && typed.successorId !== "") return [];
  return typed.founded.map((row) => ({ ...row, kind: first?.kind ?? row.kind }));
}

/** The form after its units were chosen: new units stand below the parent of the first, and a moved one where it stood. */
export function withUnits(typed: EventTyped, view: UnitFormView, unitIds: readonly string[]): Partial<EventTyped> {
  const first = view.units.find(({ id }) => id === unitIds[0]);
  const parent = first ? (unitVersionAt(first, readCalendarDate(typed.on) ?? first.from).parentId ?? "") : "";
  return {
    unitIds,
    parentId: parent,
    successorId: unitIds.includes(typed.successorId) ? typed.successorId : "",
    founded: typed.kind === "found" ? typed.founded : typed.founded.map((row) => ({ ...row, parent })),
    discards: typed.discards.filter(({ unitId }) => unitIds.includes(unitId)),
  };
}

/** The units of the form that cease to exist. */
export function endingIds({ kind, unitIds, successorId, goesOn }: EventTyped): readonly string[] {
  if (kind === "dissolve" || (kind === "split" && !goesOn)) return unitIds;
  return kind === "merge" ? unitIds.filter((id) => id !== successorId) : [];
}
