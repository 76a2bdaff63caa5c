// A report's way to the office: saved as a draft, submitted, opened again for a correction.
import { updateTypedTexts } from "@/db/queries/drafts";
import { listRevisionFigures, type StoredFigure } from "@/db/queries/figures";
import {
  beginRevision,
  decideRevision,
  findSubmission,
  listRevisions,
  sealRevision,
  updateSubmission,
  type Stamp,
  type SubmissionChange,
  type SubmissionRow,
} from "@/db/queries/submissions";
import { recomputeTotals } from "@/db/queries/totals";
import type { Db, ReadDb, Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { CorrectSubmission, TypedReport, WithdrawSubmission } from "@/domain/inputs/submissions";
import { permit, type Authorized, type Permission, type Permitted } from "@/domain/permissions";
import { decideTransition } from "@/domain/submissions";
import { readReportContext, requireRunning, type ReportContext } from "../report-context";
import { readTyped } from "../typed-texts";
import { recordAudit } from "./audit";
import { readCurrentRevision, readReport, writeDraft, type TypedTexts } from "./drafts";
import { once } from "./requests";
import { auditState } from "./submission-audit";

/** What the sender needs to go on from: the report and its version. */
export interface ReportAnswer {
  readonly submissionId: string;
  readonly version: number;
  /** UTC. */
  readonly savedAt: string;
}

/**
 * Saves what is typed, readable or not, as a draft that only the unit's own people see. Counts nowhere. Only the
 * beginning of a draft is written to the audit log, not every save of it (docs/decisions/0071).
 */
export function saveDraft(
  store: Store,
  actor: Authorized<"figures.enter">,
  input: TypedReport,
  now: string,
): Promise<ReportAnswer> {
  return store.transact((tx) =>
    once(tx, actor, { id: input.requestId, action: "submission.save", at: now }, async () =>
      saveOpened(tx, actor, await openReport(tx, actor, input), input, now),
    ),
  );
}

/** Saves texts into a report that `requireEnterable` let through in this transaction, whoever sent them: a form or a file. */
export async function saveOpened(
  tx: Db,
  actor: Authorized<"figures.enter">,
  context: ReportContext,
  typed: TypedTexts,
  now: string,
): Promise<ReportAnswer> {
  const state = decideTransition(context.submission, "save", { locked: context.locked, note: null });
  const stamp = { by: actor.accountId, at: now };
  const draft = await writeDraft(tx, context, typed, readReport(context, typed, false), { today: actor.on, stamp });
  const saved = await changeSubmission(tx, permit(actor, draft.submission), {
    state,
    currentRevisionId: draft.revision.id,
  });
  if (draft.begun) {
    const after = auditState(context, saved, []); // the log has more readers than a draft may have
    await recordAudit(tx, actor, { action: "submission.saved", ...subjectOf(saved), before: null, after });
  }
  return { submissionId: saved.id, version: saved.version, savedAt: now };
}

/** Submits what is typed: sealed, seen by the office, counted provisionally. Refused as a whole while a field is wrong. */
export function submitSubmission(
  store: Store,
  actor: Authorized<"submissions.submit">,
  input: TypedReport,
  now: string,
): Promise<ReportAnswer> {
  return store.transact((tx) =>
    once(tx, actor, { id: input.requestId, action: "submission.submit", at: now }, async () =>
      submitOpened(tx, actor, await openReport(tx, actor, input), input, now),
    ),
  );
}

/** Submits a report that `requireEnterable` let through in this transaction, with the texts as its figures. */
export async function submitOpened(
  tx: Db,
  actor: Authorized<"submissions.submit">,
  context: ReportContext,
  typed: TypedTexts,
  now: string,
): Promise<ReportAnswer> {
  // A report that nobody began is begun and submitted in one go.
  const submittedBefore = await lastSubmittedFigures(tx, context.submission);
  const begun = context.submission ?? { state: "draft" as const, acceptedRevisionId: null };
  const state = decideTransition(begun, "submit", { locked: context.locked, note: null });
  const stamp = { by: actor.accountId, at: now };
  const draft = await writeDraft(tx, context, typed, readReport(context, typed, true), { today: actor.on, stamp });
  await sealRevision(tx, draft.revision.id, stamp);
  const { acceptedRevisionId, submittedOn, dueOn } = draft.submission;
  const submitted = await changeSubmission(tx, permit(actor, draft.submission), {
    ...{ state, currentRevisionId: draft.revision.id, note: null, decidedOn: null },
    // A correction does not make an old report late.
    submittedOn: acceptedRevisionId ? submittedOn : actor.on,
    // What it was in time or late by stays with it, whatever the rules become.
    dueOn: acceptedRevisionId ? dueOn : context.dueOn,
  });
  await recomputeTotals(tx, submitted);
  const before = context.submission && auditState(context, context.submission, submittedBefore);
  const after = auditState(context, submitted, draft.figures);
  await recordAudit(tx, actor, { action: "submission.submitted", ...subjectOf(submitted), before, after });
  return { submissionId: submitted.id, version: submitted.version, savedAt: now };
}

/** The figures that the office saw last: those of the newest sealed revision, none before the first was submitted. */
async function lastSubmittedFigures(db: ReadDb, submission: SubmissionRow | null): Promise<readonly StoredFigure[]> {
  const revisions = submission ? await listRevisions(db, submission.id) : [];
  const sealed = revisions.find(({ sealedAt }) => sealedAt !== null);
  return sealed ? listRevisionFigures(db, sealed.id) : [];
}

/**
 * Takes back a report that the office has not decided about: it counts no longer, and is its unit's to fill in again.
 * What was sent stays on record as withdrawn.
 */
export function withdrawSubmission(
  store: Store,
  actor: Authorized<"submissions.withdraw">,
  input: WithdrawSubmission,
  now: string,
): Promise<ReportAnswer> {
  return store.transact((tx) =>
    once(tx, actor, { id: input.requestId, action: "submission.withdraw", at: now }, async () => {
      const submission = permit(actor, await findSubmission(tx, input.submissionId));
      const context = await readReportContext(tx, submission, actor.on);
      if (submission.version !== input.version) throw new DomainError("stale_version");
      requireRunning(context);
      const state = decideTransition(submission, "withdraw", { locked: context.locked, note: null });
      const revisionId = submission.currentRevisionId;
      if (revisionId === null) throw new DomainError("wrong_state", { state: submission.state, command: "withdraw" });
      await decideRevision(tx, revisionId, "withdrawn", null, { by: actor.accountId, at: now });
      const submittedOn = submission.acceptedRevisionId ? submission.submittedOn : null;
      const withdrawn = await changeSubmission(tx, submission, { state, submittedOn });
      await recomputeTotals(tx, withdrawn);
      const figures = await listRevisionFigures(tx, revisionId);
      const before = auditState(context, submission, figures);
      const after = auditState(context, withdrawn, figures);
      await recordAudit(tx, actor, { action: "submission.withdrawn", ...subjectOf(withdrawn), before, after });
      return { submissionId: withdrawn.id, version: withdrawn.version, savedAt: now };
    }),
  );
}

/** Opens an accepted report for correction, with a reason. The accepted figures count until the new ones are accepted. */
export function correctSubmission(
  store: Store,
  actor: Authorized<"submissions.correct">,
  input: CorrectSubmission,
  now: string,
): Promise<ReportAnswer> {
  return store.transact((tx) =>
    once(tx, actor, { id: input.requestId, action: "submission.correct", at: now }, async () => {
      const submission = permit(actor, await findSubmission(tx, input.submissionId));
      const context = await readReportContext(tx, submission, actor.on);
      if (submission.version !== input.version) throw new DomainError("stale_version");
      requireRunning(context);
      const state = decideTransition(submission, "correct", { locked: context.locked, note: input.reason });
      const currentRevisionId = await beginCorrection(tx, submission, input.reason, { by: actor.accountId, at: now });
      const opened = await changeSubmission(tx, submission, { state, currentRevisionId, note: null });
      const figures = await listRevisionFigures(tx, currentRevisionId);
      const before = auditState(context, submission, figures);
      const after = { ...auditState(context, opened, figures), reason: input.reason };
      await recordAudit(tx, actor, { action: "submission.correction_begun", ...subjectOf(opened), before, after });
      return { submissionId: opened.id, version: opened.version, savedAt: now };
    }),
  );
}

/** A correction begins as what was accepted; why a figure was missing is told by the texts alone, so they come along. */
async function beginCorrection(tx: Db, submission: SubmissionRow, reason: string, stamp: Stamp): Promise<string> {
  const typed = await readTyped(tx, await readCurrentRevision(tx, submission));
  const revisionId = await beginRevision(tx, submission, reason, stamp);
  await updateTypedTexts(tx, revisionId, JSON.stringify(Object.fromEntries(typed)), stamp);
  return revisionId;
}

/** Changes a submission whose unit was checked; whatever was not checked does not compile. */
export function changeSubmission<P extends Permission>(
  tx: Db,
  submission: Permitted<P, SubmissionRow>,
  change: SubmissionChange,
): Promise<SubmissionRow> {
  return updateSubmission(tx, submission, change);
}

/** The row that a log entry is about. */
export function subjectOf({ id }: Pick<SubmissionRow, "id">) {
  return { subject: { type: "submission" as const, id } };
}

/**
 * The report that a form was filled for, as one that may be entered now. Refuses as `requireEnterable` does, and a form
 * that somebody else overtook (`stale_version`).
 */
async function openReport<P extends Permission>(
  tx: Db,
  actor: Authorized<P>,
  { unitId, periodId, version }: TypedReport,
): Promise<ReportContext> {
  const context = await readReportContext(tx, { unitId, periodId }, actor.on);
  requireEnterable(actor, context);
  if (version !== (context.submission?.version ?? 0)) throw new DomainError("stale_version");
  return context;
}

/**
 * Refuses another unit's report (`forbidden`), one of a term that is not in force (`term_closed`, `period_not_open`) or
 * of a period that has not begun (`period_not_open`), and a unit that has nothing to report in it
 * (`measure_not_applicable`).
 */
export function requireEnterable<P extends Permission>(actor: Authorized<P>, context: ReportContext): void {
  permit(actor, context.submission ?? { unitId: context.unit.id });
  requireRunning(context);
  if (actor.on < context.period.startsOn) throw new DomainError("period_not_open");
  if (context.measures.length === 0) throw new DomainError("measure_not_applicable");
}
