import * as z from "zod";
import type { CalendarDate } from "../dates";
import { UNIT_EVENT_KINDS, type FoundedUnit, type Reorganisation } from "../reorganisations";
import { RESERVED_UNIT_CODES } from "../reserved-codes";
import { changeInput } from "./changes";
import { lineOfText, optionalText, plainText, rule, TOLD_TOGETHER } from "./text";

const MAX_UNITS = 60;
const LONGEST_NAME = 200;
const LONGEST_DECISION = 200;

const day = z.iso.date(rule("bad_date")).transform((text) => text as CalendarDate);
const id = z.string(rule("bad_choice")).min(1, rule("bad_choice")).max(100, rule("bad_choice"));

/** A unit of the stored tree, one founded by the same form (`new:0`, by its place in it), or none. */
const unitChoice = z.string(rule("bad_choice")).max(100, rule("bad_choice"));

const foundedRow = z.object({
  name: lineOfText(LONGEST_NAME),
  kind: z.enum(["committee", "section", "cell"], rule("bad_choice")),
  parent: unitChoice,
  code: z
    .string(rule("required"))
    .trim()
    .regex(/^[a-z0-9][a-z0-9.-]{0,29}$/, rule("bad_code"))
    .refine((code) => !RESERVED_UNIT_CODES.includes(code), rule("code_reserved")),
  /** Accounts that hold the secretary's role for it from the event's day on. */
  secretaryIds: z.array(id).max(MAX_UNITS),
});

/** What the form of an event holds, whatever its kind; what a kind does not ask for is empty. */
export const typedReorganisation = z
  .object({
    kind: z.enum(UNIT_EVENT_KINDS, rule("bad_choice")),
    on: day,
    decision: optionalText(LONGEST_DECISION),
    /** The units that go into it, in the order of the tree. */
    unitIds: z.array(id).max(MAX_UNITS),
    name: plainText(LONGEST_NAME),
    parentId: unitChoice,
    /** Merge: which of the units goes on; empty: a new one. */
    successorId: unitChoice,
    goesOn: z.boolean(),
    founded: z.array(foundedRow).max(MAX_UNITS),
    /** Who takes over the unfinished tasks of the units that end; empty: they stay as they are. */
    tasksTo: unitChoice,
    /** Whether what units become takes their place in the measures that name them, from the event's day on. */
    measuresFollow: z.boolean(),
    /** By unit that ends: its name, typed to discard its drafts; empty keeps them. */
    discards: z.array(z.object({ unitId: id, name: plainText(LONGEST_NAME) })).max(MAX_UNITS),
  })
  .refine(({ kind, decision }) => kind === "found" || decision !== null, {
    ...{ ...rule("required"), path: ["decision"] },
    ...TOLD_TOGETHER,
  })
  .refine(({ kind, unitIds }) => kind === "found" || kind === "merge" || unitIds.length > 0, {
    ...{ ...rule("bad_choice"), path: ["unitIds"] },
    ...TOLD_TOGETHER,
  })
  .refine(({ kind, unitIds }) => kind !== "merge" || unitIds.length > 1, {
    ...{ ...rule("merge_needs_two"), path: ["unitIds"] },
    ...TOLD_TOGETHER,
  })
  .refine(({ kind, name }) => kind !== "rename" || name !== "", {
    ...{ ...rule("required"), path: ["name"] },
    ...TOLD_TOGETHER,
  });

export type TypedReorganisation = z.output<typeof typedReorganisation>;

export const reorganiseInput = changeInput({}, typedReorganisation);
export type ReorganiseInput = z.output<typeof reorganiseInput>;

/** The id that a choice stands for: a founded unit's by its place, a stored one's itself, null for none. */
export function chosenUnit(choice: string, foundedIds: readonly string[]): string | null {
  const place = /^new:([0-9]+)$/.exec(choice)?.[1];
  return (place === undefined ? choice : foundedIds[Number.parseInt(place, 10)]) || null;
}

/** The event that a form tells of; `foundedIds` are the ids of the units that it founds, in their order. */
export function eventOf(typed: TypedReorganisation, foundedIds: readonly string[]): Reorganisation {
  const { kind, on, unitIds } = typed;
  const [unitId = ""] = unitIds;
  const founded = typed.founded.map((row, index): FoundedUnit => ({
    ...{ id: foundedIds[index] ?? "", code: row.code, kind: row.kind, name: row.name },
    parentId: chosenUnit(row.parent, foundedIds),
  }));
  switch (kind) {
    case "found":
      return { kind, on, founded };
    case "rename":
      return { kind, on, unitId, name: typed.name, founded: [] };
    case "move":
      return { kind, on, unitId, parentId: chosenUnit(typed.parentId, []), founded: [] };
    case "merge":
      return { kind, on, unitIds, successorId: chosenUnit(typed.successorId, []), founded };
    case "split":
      return { kind, on, unitId, goesOn: typed.goesOn, founded };
    case "dissolve":
      return { kind, on, unitId, founded: [] };
  }
}

/** A slip in the name that a unit has since a day; the form is filled from that name. */
export const unitVersionInput = changeInput({ unitId: id, from: day }, z.object({ name: lineOfText(LONGEST_NAME) }));
export type UnitVersionInput = z.output<typeof unitVersionInput>;

/** A slip in the decision of an event; the form is filled from the stored one. */
export const eventDecisionInput = changeInput({ eventId: id }, z.object({ decision: lineOfText(LONGEST_DECISION) }));
export type EventDecisionInput = z.output<typeof eventDecisionInput>;

/** The official order from a day on: ids from the first to the last; the form is filled from those of that day. */
export const unitOrderInput = changeInput({}, z.object({ from: day, unitIds: z.array(id).min(1).max(1_000) }));
export type UnitOrderInput = z.output<typeof unitOrderInput>;
