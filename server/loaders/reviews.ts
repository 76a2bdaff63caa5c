// The office's queue of submitted reports, and one of them with what it is decided by.
import "server-only";
import { listRevisionFigures } from "@/db/queries/figures";
import { findSubmission, listSubmissions, type SubmissionRow } from "@/db/queries/submissions";
import { listTerms } from "@/db/queries/terms";
import type { ReadDb } from "@/db/store";
import { prepareChecks, warnAbout } from "@/domain/entry-checks";
import { permit, type Authorized } from "@/domain/permissions";
import { checkFactsOf, readReportContext, type ReportContext } from "../report-context";
import { getStore } from "../store";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";
import { buildReportHead } from "./report-heads";
import { earlierOf, readPast } from "./report-measures";
import { buildReportView } from "./report-readings";
import type { DecidedView, ReviewItem, ReviewView } from "./report-views";

/** Submitted reports of every term in force, those due first on top: of another one nothing can be decided. */
export async function listWaiting(db: ReadDb): Promise<SubmissionRow[]> {
  const waiting: SubmissionRow[] = [];
  for (const { id } of (await listTerms(db)).filter(({ state }) => state === "running"))
    waiting.push(...(await listSubmissions(db, { termId: id, states: ["submitted"] })));
  const dueOn = (row: SubmissionRow) => row.dueOn ?? row.endsOn;
  return waiting.sort((a, b) => (dueOn(a) < dueOn(b) ? -1 : dueOn(a) > dueOn(b) ? 1 : a.id < b.id ? -1 : 1));
}

/** The queue of the office. */
export async function loadReviewQueue(actor: Authorized<"submissions.accept">): Promise<ReviewItem[]> {
  const wording = await loadWording();
  return (await getStore()).read(async (db) => {
    const items: ReviewItem[] = [];
    for (const row of await listWaiting(db)) {
      const submission = permit(actor, row);
      items.push(await buildItem(db, submission, await readReportContext(db, submission, actor.on), actor, wording));
    }
    return items;
  });
}

async function buildItem(
  db: ReadDb,
  submission: SubmissionRow,
  context: ReportContext,
  { on }: Authorized<"submissions.accept">,
  wording: Wording,
): Promise<ReviewItem> {
  const figures = submission.currentRevisionId ? await listRevisionFigures(db, submission.currentRevisionId) : [];
  const { counting } = await readPast(db, context);
  const remarkable = context.measures.filter((measure) => {
    const figure = figures.find(({ measureId }) => measureId === measure.id);
    const history = earlierOf(context, measure, counting).map(({ value }) => value);
    return !figure || warnAbout(prepareChecks(checkFactsOf(context, measure, history)), figure.value).length > 0;
  });
  return {
    ...buildReportHead(context, on, wording),
    submissionId: submission.id,
    ...{ filled: figures.length, total: context.measures.length, remarkable: remarkable.length },
    isCorrection: submission.acceptedRevisionId !== null,
  };
}

/** A report for the office to decide about, with the next one in the queue; null when there is none with this id. */
export async function loadReview(
  actor: Authorized<"submissions.accept">,
  submissionId: string,
): Promise<ReviewView | null> {
  const wording = await loadWording();
  return (await getStore()).read(async (db) => {
    const found = await findSubmission(db, submissionId);
    if (!found) return null;
    const submission = permit(actor, found);
    const context = await readReportContext(db, submission, actor.on);
    const waiting = (await listWaiting(db)).map(({ id }) => id);
    const others = waiting.filter((id) => id !== submission.id);
    const after = waiting.slice(waiting.indexOf(submission.id) + 1);
    return {
      ...(await buildReportView(db, actor, context, wording)),
      submissionId: submission.id,
      next: after[0] ?? others[0] ?? null,
      waiting: others.length,
    };
  });
}

/** The report that an address names as decided; null where there is none, or nothing was decided about it. */
export async function loadDecided(
  actor: Authorized<"submissions.accept">,
  submissionId: string | undefined,
): Promise<DecidedView | null> {
  if (submissionId === undefined) return null;
  const wording = await loadWording();
  return (await getStore()).read(async (db) => {
    const found = await findSubmission(db, submissionId);
    if (found?.state !== "accepted" && found?.state !== "returned") return null;
    const { state: decision } = found;
    const context = await readReportContext(db, permit(actor, found), actor.on);
    const { unit, period } = buildReportHead(context, actor.on, wording);
    return { decision, unitName: unit.name, period: period.title };
  });
}
