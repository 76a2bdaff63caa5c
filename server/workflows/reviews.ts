// The office decides about a submitted report: it starts to count, or goes back with a note.
import { listRevisionFigures } from "@/db/queries/figures";
import { decideRevision, findSubmission, type SubmissionChange, type SubmissionRow } from "@/db/queries/submissions";
import { recomputeTotals } from "@/db/queries/totals";
import type { Db, Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { AcceptSubmission, ReturnSubmission } from "@/domain/inputs/submissions";
import { permit, type Authorized, type Permission, type Permitted } from "@/domain/permissions";
import { decideTransition } from "@/domain/submissions";
import { readReportContext, requireRunning } from "../report-context";
import { recordAudit } from "./audit";
import { once } from "./requests";
import { auditState } from "./submission-audit";
import { changeSubmission, subjectOf, type ReportAnswer } from "./submissions";

/** Accepts a submitted report: its figures start to count. Audited; totals move in the same transaction. */
export function acceptSubmission(
  store: Store,
  actor: Authorized<"submissions.accept">,
  input: AcceptSubmission,
  now: string,
): Promise<ReportAnswer> {
  return store.transact((tx) =>
    once(tx, actor, { id: input.requestId, action: "submission.accept", at: now }, async () => {
      const submission = permit(actor, await findSubmission(tx, input.submissionId));
      return decide(tx, actor, submission, { version: input.version, type: "accepted", note: null }, now);
    }),
  );
}

/** Returns a submitted report with a note that says what to correct. What was accepted before goes on counting. */
export function returnSubmission(
  store: Store,
  actor: Authorized<"submissions.return">,
  input: ReturnSubmission,
  now: string,
): Promise<ReportAnswer> {
  return store.transact((tx) =>
    once(tx, actor, { id: input.requestId, action: "submission.return", at: now }, async () => {
      const submission = permit(actor, await findSubmission(tx, input.submissionId));
      return decide(tx, actor, submission, { version: input.version, type: "returned", note: input.note }, now);
    }),
  );
}

interface Decision {
  readonly type: "accepted" | "returned";
  /** The version of the report that was looked at. */
  readonly version: number;
  readonly note: string | null;
}

async function decide<P extends Permission>(
  tx: Db,
  actor: Authorized<P>,
  submission: Permitted<P, SubmissionRow>,
  { type, version, note }: Decision,
  now: string,
): Promise<ReportAnswer> {
  if (submission.version !== version) throw new DomainError("stale_version");
  const context = await readReportContext(tx, submission, actor.on);
  requireRunning(context);
  const command = type === "accepted" ? "accept" : "return";
  const state = decideTransition(submission, command, { locked: context.locked, note });
  const revisionId = submission.currentRevisionId;
  if (revisionId === null) throw new DomainError("wrong_state", { state: submission.state, command });
  await decideRevision(tx, revisionId, type, note, { by: actor.accountId, at: now });
  const accepted: SubmissionChange = type === "accepted" ? { acceptedRevisionId: revisionId } : {};
  const decided = await changeSubmission(tx, submission, { state, decidedOn: actor.on, note, ...accepted });
  await recomputeTotals(tx, decided);
  const figures = await listRevisionFigures(tx, revisionId);
  await recordAudit(tx, actor, {
    action: type === "accepted" ? "submission.accepted" : "submission.returned",
    ...subjectOf(decided),
    before: auditState(context, submission, figures),
    after: { ...auditState(context, decided, figures), note },
  });
  return { submissionId: decided.id, version: decided.version, savedAt: now };
}
