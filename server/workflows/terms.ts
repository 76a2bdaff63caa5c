// A term's frame: made anew or from the term before it, changed with its periods in step, removed.
import { newId } from "@/db/ids";
import { insertPeriods, listDueRules, syncPeriods } from "@/db/queries/periods";
import { listSubmissions } from "@/db/queries/submissions";
import { insertTargetLinks, insertTargets, listTargets } from "@/db/queries/targets";
import { insertTaskGroups, listTaskGroups } from "@/db/queries/tasks";
import {
  deleteTerm,
  findTerm,
  insertTerm,
  listTerms,
  removeYears,
  syncYears,
  updateTerm,
  type StoredTerm,
} from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { Db, ReadDb, Store } from "@/db/store";
import { DomainError, fieldError, refuseFields } from "@/domain/errors";
import type { NewTerm, SaveTerm, TermDeed, TermForm, TypedTerm } from "@/domain/inputs/terms";
import type { Authorized } from "@/domain/permissions";
import { checkYears } from "@/domain/reporting-years";
import { carryTasks } from "@/domain/tasks";
import { carryTargets } from "@/domain/term-carrying";
import { checkTermIdentity, readThreshold } from "@/domain/terms";
import { carriedRows } from "./carried-tasks";
import { applyChange, type ChangeAnswer } from "./changes";
import { requireOpen } from "./governed-rules";
import { refuseOvertaken } from "./overtaken";

type Configurer = Authorized<"terms.configure">;

/** What the sender goes on to: the term by the code that addresses name it by. */
export interface TermAnswer {
  readonly code: string;
}

/** A changed term. */
export interface SavedTerm extends TermAnswer {
  /** The codes of years that went with plans of their own. */
  readonly yearsWithPlans: readonly string[];
}

/** What the office edits of a term, as it is stored now; null when there is no such term. */
export async function readTermState(db: ReadDb, termId: string): Promise<TermForm | null> {
  const term = await findTerm(db, termId);
  return term && termState(term);
}

/** A stored term as its form is filled from it. */
export function termState({ name, code, state, startsOn, endsOn, congress, years, settings }: StoredTerm): TermForm {
  return {
    ...{ name, code, state, startsOn, endsOn },
    ...{ ordinal: congress?.ordinal ?? null, heldOn: congress?.heldOn ?? null },
    resolution: congress?.resolution ?? null,
    years: years.map((year) => ({ code: year.id, startsOn: year.startsOn, endsOn: year.endsOn })),
    ...{ atRiskCountPct: String(settings.atRiskCountPct), atRiskPoints: String(settings.atRiskPoints) },
  };
}

const audited = (state: TermForm) => ({ ...state, years: state.years.map((year) => ({ ...year })) });

/** Makes a draft, with what the office takes over from the term before it where it names one. */
export function createTerm(
  store: Store,
  actor: Configurer,
  input: NewTerm,
  now: string,
): Promise<ChangeAnswer<TermAnswer>> {
  return applyChange(store, actor, {
    ...{ mode: input.mode, measured: false },
    work: async (tx) => {
      const term = await readTyped(tx, newId(), input.typed, { state: "draft", viewAsOf: null });
      const { from } = input.typed;
      const previous = from && (await requireTerm(tx, from.termId));
      await insertTerm(tx, term);
      await insertPeriods(tx, term, previous ? await listDueRules(tx, previous.id) : []);
      if (from && previous) await carryForward(tx, previous, term, from, now);
      return {
        event: {
          action: previous ? "term.carried" : "term.created",
          subject: { type: "term", id: term.id },
          before: null,
          after: { ...audited(termState(term)), ...(previous && { previousTerm: previous.name }) },
        },
        data: { code: term.code },
      };
    },
  });
}

async function carryForward(
  tx: Db,
  previous: StoredTerm,
  next: StoredTerm,
  { tasks, choices }: NonNullable<NewTerm["typed"]["from"]>,
  now: string,
): Promise<void> {
  const units = await listUnits(tx);
  const before = await listTargets(tx, previous.id);
  const { targets, links } = carryTargets(before, choices, { previous, next, units, makeId: newId });
  await insertTargets(tx, next, targets, now);
  await insertTargetLinks(tx, next.id, links);
  const follows = new Map(
    before.flatMap(({ id, code }) => {
      const follower = targets.find((target) => target.code === code);
      return follower ? [[id, follower.id] as const] : [];
    }),
  );
  const groups = carryTasks(await listTaskGroups(tx, previous.id), previous.endsOn, { startsOn: next.startsOn, units });
  const wanted = tasks ? groups : groups.map((group) => ({ ...group, tasks: [] }));
  await insertTaskGroups(tx, next.id, carriedRows(wanted, follows), now);
}

/**
 * Changes a term's name, days, years and thresholds. Periods are kept in step; refuses at the last day with
 * `reports_would_fall_out` where a period with reports would go, and with `overtaken`.
 */
export function saveTerm(store: Store, actor: Configurer, input: SaveTerm): Promise<ChangeAnswer<SavedTerm>> {
  return applyChange(store, actor, {
    mode: input.mode,
    work: async (tx) => {
      const stored = await requireTerm(tx, input.termId);
      requireOpen(stored);
      const subject = { type: "term" as const, id: stored.id };
      const before = audited(termState(stored));
      await refuseOvertaken(tx, subject, { base: input.base, current: before });
      if (stored.state !== "draft" && input.typed.code !== stored.code) refuseFields(fieldError("code", "wrong_state"));
      const term = await readTyped(tx, stored.id, input.typed, {
        state: stored.state,
        viewAsOf: stored.settings.viewAsOf,
      });
      await updateTerm(tx, term);
      const yearsWithPlans = await moveYears(tx, term, stored);
      const after = { ...audited(termState(term)), ...(input.reason !== null && { reason: input.reason }) };
      return { event: { action: "term.changed", subject, before, after }, data: { code: term.code, yearsWithPlans } };
    },
  });
}

async function moveYears(tx: Db, term: StoredTerm, stored: StoredTerm): Promise<readonly string[]> {
  await syncYears(tx, term);
  const count = await syncPeriods(tx, term);
  if (count > 0) refuseFields(fieldError(fieldOfLoss(term, stored), "reports_would_fall_out", { count }));
  return removeYears(tx, term);
}

/** The field that takes the reports' periods away: the day that came nearer, else the years. */
function fieldOfLoss(term: StoredTerm, stored: StoredTerm): string {
  if (term.endsOn < stored.endsOn) return "endsOn";
  return term.startsOn > stored.startsOn ? "startsOn" : "years";
}

/** Removes a draft in which nothing was reported. Refuses with `wrong_state` and `term_has_reports`. */
export function removeTerm(store: Store, actor: Configurer, input: TermDeed): Promise<ChangeAnswer<TermAnswer>> {
  return applyChange(store, actor, {
    ...{ mode: input.mode, measured: false },
    work: async (tx) => {
      const term = await requireTerm(tx, input.termId);
      if (term.state !== "draft") throw new DomainError("wrong_state", { state: term.state, command: "remove" });
      if ((await listSubmissions(tx, { termId: term.id })).length > 0) throw new DomainError("term_has_reports");
      await deleteTerm(tx, term.id);
      const subject = { type: "term" as const, id: term.id };
      return {
        event: { action: "term.removed", subject, before: audited(termState(term)), after: null },
        data: { code: term.code },
      };
    },
  });
}

/** The term with an id; DomainError `not_found` when there is none. */
export async function requireTerm(db: ReadDb, termId: string): Promise<StoredTerm> {
  const term = await findTerm(db, termId);
  if (!term) throw new DomainError("not_found");
  return term;
}

/** What was typed as a term, with every rule checked at its field. */
async function readTyped(
  db: ReadDb,
  id: string,
  typed: TypedTerm,
  kept: Pick<StoredTerm, "state"> & Pick<StoredTerm["settings"], "viewAsOf">,
): Promise<StoredTerm> {
  const { name, code, startsOn, endsOn, ordinal, heldOn, resolution } = typed;
  const years = typed.years.map((year) => ({ id: year.code, startsOn: year.startsOn, endsOn: year.endsOn }));
  const identity = checkTermIdentity({ id, code, name, startsOn, endsOn }, await listTerms(db));
  const pct = readThreshold(typed.atRiskCountPct);
  const points = readThreshold(typed.atRiskPoints);
  refuseFields({
    ...(endsOn >= startsOn && checkYears(years, { startsOn, endsOn })),
    ...identity,
    ...(typeof pct === "string" && fieldError("atRiskCountPct", pct)),
    ...(typeof points === "string" && fieldError("atRiskPoints", points)),
  });
  const hasCongress = ordinal !== null || heldOn !== null || resolution !== null;
  return {
    ...{ id, code, name, startsOn, endsOn, years, state: kept.state },
    congress: hasCongress ? { ordinal, heldOn, resolution } : null,
    settings: { atRiskCountPct: Number(pct), atRiskPoints: Number(points), viewAsOf: kept.viewAsOf },
  };
}
