// Terms as the office sets them up: the list, one of them with what it lacks, and what a new one may start from.
import "server-only";
import { listTargets } from "@/db/queries/targets";
import { listTaskGroups } from "@/db/queries/tasks";
import { findTermByCode, listTerms } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { addDays, type CalendarDate } from "@/domain/dates";
import type { TermForm } from "@/domain/inputs/terms";
import { needsClosingReason } from "@/domain/term-closing";
import type { TermState } from "@/domain/terms";
import { unitVersionAt } from "@/domain/units";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { readClosingGaps, readStartGaps } from "../workflows/term-states";
import { termState } from "../workflows/terms";

/** A term of the list. */
export interface TermListItem {
  readonly code: string;
  readonly name: string;
  readonly state: TermState;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** All terms, newest first, drafts among them. */
export async function loadTermList(): Promise<readonly TermListItem[]> {
  await requireActor("terms.configure");
  const terms = await (await getStore()).read(listTerms);
  return terms.map(({ code, name, state, startsOn, endsOn }) => ({ code, name, state, startsOn, endsOn })).reverse();
}

/** The term that a new one may be made from. */
export interface PreviousTerm {
  readonly id: string;
  readonly name: string;
  /** The day after its last one. */
  readonly nextStartsOn: CalendarDate;
  readonly targets: readonly { readonly code: string; readonly name: string }[];
}

/** The last term, null before the first. */
export async function loadPreviousTerm(): Promise<PreviousTerm | null> {
  await requireActor("terms.configure");
  return (await getStore()).read(async (db) => {
    const last = (await listTerms(db)).at(-1);
    if (!last) return null;
    const targets = (await listTargets(db, last.id)).map(({ code, name }) => ({ code, name }));
    return { id: last.id, name: last.name, nextStartsOn: addDays(last.endsOn, 1), targets };
  });
}

export type GapKey =
  | ("noTargets" | "targetsWithoutMeasure" | "measuresWithoutPlan" | "assumedPlans" | "noCells")
  | ("measuresWithoutUnits" | "cellsWithoutSecretary" | "noDueRules" | "noTasks" | "tasksWithoutLead")
  | ("notOver" | "notReceived" | "notAccepted" | "targetsWithoutData" | "openExplanations");

/** Something that a term lacks, how often, and where. */
export interface GapView {
  readonly key: GapKey;
  readonly count: number;
  readonly names: readonly string[];
}

/** One term with its form and what it lacks for its next state. */
export interface TermSettingsView {
  readonly id: string;
  readonly stored: TermForm;
  readonly gaps: readonly GapView[];
  readonly reasonNeeded: boolean;
}

/** The term with a code; null when there is none. */
export async function loadTermSettings(code: string): Promise<TermSettingsView | null> {
  const actor = await requireActor("terms.configure");
  return (await getStore()).read(async (db) => {
    const term = await findTermByCode(db, code);
    if (!term) return null;
    const names = await readNames(db, term.id, actor.on);
    const view = { id: term.id, stored: termState(term) };
    if (term.state === "closed") return { ...view, gaps: [], reasonNeeded: true };
    if (term.state === "draft") {
      const found = Object.entries(await readStartGaps(db, term, actor.on)) as [GapKey, boolean | readonly string[]][];
      return { ...view, gaps: found.flatMap(([key, gap]) => gapView(key, gap, names)), reasonNeeded: false };
    }
    const gaps = await readClosingGaps(db, term, actor.on);
    const reports = (key: "notReceived" | "notAccepted"): GapView[] => {
      const units = gaps.units.filter((unit) => unit[key] > 0);
      const count = units.reduce((sum, unit) => sum + unit[key], 0);
      const told = units.map((unit) => `${names.get(unit.unitId) ?? unit.unitId} (${unit[key]})`);
      return count === 0 ? [] : [{ key, count, names: told }];
    };
    return {
      ...view,
      gaps: [
        ...gapView("notOver", gaps.notOver, names),
        ...reports("notReceived"),
        ...reports("notAccepted"),
        ...gapView("targetsWithoutData", gaps.targetsWithoutData, names),
        ...(gaps.openExplanations > 0
          ? [{ key: "openExplanations" as const, count: gaps.openExplanations, names: [] }]
          : []),
      ],
      reasonNeeded: needsClosingReason(gaps),
    };
  });
}

function gapView(key: GapKey, gap: boolean | readonly string[], names: ReadonlyMap<string, string>): GapView[] {
  if (typeof gap === "boolean") return gap ? [{ key, count: 1, names: [] }] : [];
  return gap.length === 0 ? [] : [{ key, count: gap.length, names: gap.map((id) => names.get(id) ?? id) }];
}

async function readNames(db: ReadDb, termId: string, today: CalendarDate): Promise<ReadonlyMap<string, string>> {
  const targets = await listTargets(db, termId);
  const [units, groups] = [await listUnits(db), await listTaskGroups(db, termId)];
  return new Map([
    ...groups.flatMap(({ tasks }) => tasks.map(({ id, name }) => [id, name] as const)),
    ...targets.flatMap(({ id, name, measures }) => [
      [id, name] as const,
      ...measures.map((measure) => [measure.id, measure.name] as const),
    ]),
    ...units.map((unit) => [unit.id, unitVersionAt(unit, today).name] as const),
  ]);
}
