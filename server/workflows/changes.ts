// The one way in which the settings change: done, told, kept row by row so that it can be taken back, or only rehearsed.
import {
  applyRowChanges,
  diffGovernedRows,
  readGovernedRows,
  reversed,
  stillStands,
  type RowChange,
} from "@/db/governed-rows";
import { findChange, insertChange, isUndone } from "@/db/queries/changes";
import { alignSubmissionEnds } from "@/db/queries/periods";
import { rehearse } from "@/db/store/rehearse";
import type { Db, Store } from "@/db/store";
import type { AuditEvent } from "@/domain/audit";
import type { CalendarDate } from "@/domain/dates";
import { listEffects, type Effect } from "@/domain/effects";
import { DomainError } from "@/domain/errors";
import type { ChangeMode } from "@/domain/inputs/changes";
import { mayEverywhere, type Authorized, type Permission } from "@/domain/permissions";
import { clock } from "../clock";
import { recordAudit } from "./audit";
import { readResults } from "./change-results";
import { rebuildMovedTotals, refuseClosedTerms, refuseUnlistedFigures, refuseWithoutOffice } from "./governed-rules";

/** What a piece of work did, for the log, and what its sender gets to know. */
export interface Deed<T> {
  readonly event: AuditEvent;
  readonly data: T;
}

export interface ChangeRequest<T> {
  readonly mode: ChangeMode;
  /** False where no number can move (a name, an account): results are not compared then. */
  readonly measured?: boolean;
  /** Further days, besides today, at which results are compared: when a plan or a reorganisation takes effect. */
  readonly days?: readonly CalendarDate[];
  readonly work: (tx: Db) => Promise<Deed<T>>;
}

export interface ChangeAnswer<T> {
  readonly mode: ChangeMode;
  readonly data: T;
  /** By which it can be taken back; null for a preview, and where nothing was different. */
  readonly changeId: string | null;
  /** Every number and verdict that differs afterwards. */
  readonly effects: readonly Effect[];
}

/**
 * Changes the settings in one transaction: the work, the totals it moves, its entry in the log and its rows before and
 * after. As a preview all of that is done and taken back, so that what is shown is what then happens. Work that leaves
 * every row as it was is no change and is not logged. Refuses to touch a closed term (`term_closed`).
 */
export function applyChange<P extends Permission, T>(
  store: Store,
  actor: Authorized<P>,
  request: ChangeRequest<T>,
): Promise<ChangeAnswer<T>> {
  return run(store, actor, request, null);
}

/**
 * Takes a change back: every row becomes what it was before. The office may take back any change, others their own.
 * Refuses with `already_undone`, with `changed_since` when a row was changed again (of an account: its name or its
 * suspension, whichever the change was about), and with `still_needed` when
 * something newer refers to what would go. Taking back is a change too, so it can itself be taken back.
 */
export function undoChange(
  store: Store,
  actor: Authorized<"changes.undo">,
  changeId: string,
): Promise<ChangeAnswer<null>> {
  const work = async (tx: Db): Promise<Deed<null>> => {
    const change = await findChange(tx, changeId);
    if (!change) throw new DomainError("not_found");
    const isOwn = change.actorId !== null && change.actorId === actor.accountId;
    if (!isOwn && !mayEverywhere(actor, "changes.undo", actor.on)) throw new DomainError("forbidden");
    if (await isUndone(tx, changeId)) throw new DomainError("already_undone");
    if (!stillStands(await readGovernedRows(tx), change.rows)) throw new DomainError("changed_since");
    await applyRowChanges(tx, reversed(change.rows));
    await refuseUnlistedFigures(tx, change.rows);
    const moved = change.rows
      .filter(({ table }) => table === "periods")
      .map((row) => (row.before ?? row.after)?.termId);
    for (const termId of new Set(moved)) if (typeof termId === "string") await alignSubmissionEnds(tx, termId);
    const { action, subjectType, subjectId } = change;
    return {
      event: {
        action: "change.undone",
        subject: { type: "change", id: changeId },
        before: null,
        after: { action, subjectType, subjectId },
      },
      data: null,
    };
  };
  return run(store, actor, { mode: "save", work }, changeId);
}

async function run<P extends Permission, T>(
  store: Store,
  actor: Authorized<P>,
  request: ChangeRequest<T>,
  undoesId: string | null,
): Promise<ChangeAnswer<T>> {
  const perform = (tx: Db) => performChange(tx, actor, request, undoesId);
  if (request.mode === "save") return store.transact(perform);
  return { ...(await rehearse(store, perform)), changeId: null };
}

async function performChange<P extends Permission, T>(
  tx: Db,
  actor: Authorized<P>,
  { mode, measured = true, days = [], work }: ChangeRequest<T>,
  undoesId: string | null,
): Promise<ChangeAnswer<T>> {
  const looks = [actor.on, ...days];
  const before = await readGovernedRows(tx);
  const resultsBefore = measured ? await readResults(tx, looks) : [];
  const { event, data } = await work(tx);
  const after = await readGovernedRows(tx);
  const rows = diffGovernedRows(before, after);
  if (rows.length === 0) return { mode, data, changeId: null, effects: [] };
  refuseClosedTerms(rows, before, after);
  refuseWithoutOffice(rows, before, after, actor.on);
  await rebuildMovedTotals(tx, { changes: rows, before, after });
  const effects = measured ? listEffects(resultsBefore, await readResults(tx, looks)) : [];
  return { mode, data, changeId: await keep(tx, actor, event, rows, undoesId), effects };
}

async function keep<P extends Permission>(
  tx: Db,
  actor: Authorized<P>,
  event: AuditEvent,
  rows: readonly RowChange[],
  undoesId: string | null,
): Promise<string> {
  await recordAudit(tx, actor, event);
  const { accountId: id, login, displayName: name } = actor;
  const { action, subject } = event;
  return insertChange(tx, { at: clock.now(), actor: { id, login, name }, action, subject, rows, undoesId });
}
