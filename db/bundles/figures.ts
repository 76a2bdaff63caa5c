// The reports of a bundle's term as submissions, revisions and figures, in as few statements as there can be.
import { and, eq, inArray, sql } from "drizzle-orm";
import type { BundleFigure, BundleSubmission } from "../../domain/bundle/figure-schema";
import type { BundleTerm } from "../../domain/bundle/schema";
import { asCalendarDate } from "../../domain/dates";
import type { SubmissionState } from "../../domain/figures";
import { groupRows, insertRows } from "../batches";
import type { Db } from "../handle";
import { newId } from "../ids";
import { figureColumns, type FigureRow } from "../queries/figures";
import type { RevisionRow, SubmissionRow } from "../queries/submissions";
import { blankTexts } from "./blanks";
import { revisionsOf, type RevisedFigure } from "./revisions";
import type { TermRows } from "./terms";
import { idOf, type IdsByCode } from "./units";

/** Everything that one unit reported for one period. */
interface ToldReport {
  readonly unit: string;
  readonly period: string;
  readonly submission: BundleSubmission | null;
  readonly figures: readonly BundleFigure[];
}

interface ReportRows {
  readonly submission: SubmissionRow;
  readonly revisions: readonly RevisionRow[];
  readonly figures: readonly FigureRow[];
}

/** Stores the submissions and figures of a term. What a bundle dates has no time of day: it is kept as midnight UTC. */
export async function storeReports(tx: Db, bundle: BundleTerm, rows: TermRows): Promise<void> {
  const reports = toldReports(bundle).map((report) => reportRows(report, rows));
  const { submissions, submissionRevisions, figureValues } = tx.tables;
  await insertRows(
    tx,
    submissions,
    reports.map(({ submission }) => submission),
  );
  await insertRows(
    tx,
    submissionRevisions,
    reports.flatMap(({ revisions }) => revisions),
  );
  await insertRows(
    tx,
    figureValues,
    reports.flatMap(({ figures }) => figures),
  );
  await sealRevisions(tx, reports);
  await pointAtRevisions(tx, rows.termId);
}

function toldReports(bundle: BundleTerm): ToldReport[] {
  const identity = ({ unit, period }: { unit: string; period: string }) => JSON.stringify([unit, period]);
  const figures = groupRows(bundle.figures ?? [], identity);
  const told = new Map((bundle.submissions ?? []).map((submission) => [identity(submission), submission]));
  const reports = [...told].map(([key, submission]): ToldReport => {
    const { unit, period } = submission;
    return { unit, period, submission, figures: figures.get(key) ?? [] };
  });
  const untold = [...figures].filter(([key]) => !told.has(key));
  return [
    ...reports,
    ...untold.flatMap(([, ofReport]) => {
      const [first] = ofReport;
      return first ? [{ unit: first.unit, period: first.period, submission: null, figures: ofReport }] : [];
    }),
  ];
}

function midnight(date: string): string {
  return `${date}T00:00:00.000Z`;
}

function reportRows(report: ToldReport, { termId, unitIds, measureIds, periods }: TermRows): ReportRows {
  const period = periods.get(report.period);
  if (!period) throw new RangeError(`unknown period: ${report.period}`);
  const { submission: told } = report;
  const state: SubmissionState = told?.status ?? report.figures[0]?.status ?? "draft";
  const submission: SubmissionRow = {
    ...{ id: newId(), termId, unitId: idOf(unitIds, report.unit), periodId: period.id, endsOn: period.endsOn },
    ...{ state, version: 1, currentRevisionId: null, acceptedRevisionId: null },
    dueOn: told?.dueOn == null ? null : asCalendarDate(told.dueOn),
    submittedOn: told?.submittedOn == null ? null : asCalendarDate(told.submittedOn),
    decidedOn: told?.decidedOn == null ? null : asCalendarDate(told.decidedOn),
    note: told?.note ?? null,
  };
  const begun = submission.submittedOn ?? period.endsOn;
  const { revisions, figures } = revisionRows(submission.id, begun, report.figures, measureIds);
  const typed = blankTexts(told?.blanks ?? [], report.figures, measureIds);
  const isNewest = ({ number }: RevisionRow) => number === revisions.length;
  return {
    ...{ submission, figures },
    revisions: revisions.map((revision) => (isNewest(revision) ? { ...revision, typed } : revision)),
  };
}

/** A figure's row with how many values of it had been told by then. */
interface ToldRow {
  readonly row: FigureRow;
  readonly told: number;
}

function revisionRows(
  submissionId: string,
  begunOn: string,
  told: readonly BundleFigure[],
  measureIds: IdsByCode,
): Omit<ReportRows, "submission"> {
  const revisions: RevisionRow[] = [];
  const figures: FigureRow[] = [];
  let before: ReadonlyMap<string, ToldRow> = new Map();
  for (const { since, figures: revised } of revisionsOf(told)) {
    const id = newId();
    const reason =
      since === null ? null : (revised.find((figure) => figure.since?.on === since)?.since?.reason ?? null);
    revisions.push({
      ...{ id, submissionId, number: revisions.length + 1, reason, createdAt: midnight(since ?? begunOn) },
      ...{ createdBy: null, sealedAt: null, sealedBy: null },
      ...{ decision: null, decidedAt: null, decidedBy: null, note: null, typed: null },
    });
    const previous = before;
    const now = revised.map((figure): [string, ToldRow] => [
      figure.figure.measure,
      figureRow(id, figure, previous.get(figure.figure.measure), measureIds),
    ]);
    figures.push(...now.map(([, { row }]) => row));
    before = new Map(now);
  }
  return { revisions, figures };
}

/** A figure of a revision: a new value refers to the one that it replaced, a value that stayed to what it had replaced. */
function figureRow(
  revisionId: string,
  { figure, value, since, told }: RevisedFigure,
  before: ToldRow | undefined,
  measureIds: IdsByCode,
): ToldRow {
  const { note, estimate, illustrative } = figure;
  const replacesId = before?.told === told ? before.row.replacesId : (before?.row.id ?? null);
  const row: FigureRow = {
    ...{ id: newId(), revisionId, measureId: idOf(measureIds, figure.measure), ...figureColumns(value) },
    ...{ note: note ?? null, estimate: estimate ?? false, illustrative: illustrative ?? false },
    ...{ replacesId, correctedOn: since?.on ?? null, reason: since?.reason ?? null },
  };
  return { row, told };
}

/** Seals every revision but the draft in work, with what was decided about it. */
async function sealRevisions(tx: Db, reports: readonly ReportRows[]): Promise<void> {
  const { submissions, submissionRevisions } = tx.tables;
  const sealed = reports.flatMap(({ submission: { state }, revisions }) =>
    revisions.flatMap(({ id, number }) => {
      const isLast = number === revisions.length;
      if (isLast && state === "draft") return [];
      const decision: RevisionRow["decision"] = state === "accepted" || (isLast && state === "returned") ? state : null;
      return [{ id, decision }];
    }),
  );
  const decidedOn = sql`(select ${submissions.decidedOn} || 'T00:00:00.000Z' from ${submissions}
    where ${submissions.id} = ${submissionRevisions.submissionId})`;
  for (const [decision, ofDecision] of groupRows(sealed, (row) => row.decision)) {
    const decidedAt = decision === null ? null : sql`coalesce(${decidedOn}, ${submissionRevisions.createdAt})`;
    for (let start = 0; start < ofDecision.length; start += 1000) {
      const ids = ofDecision.slice(start, start + 1000).map(({ id }) => id);
      await tx
        .update(submissionRevisions)
        .set({ sealedAt: sql`${submissionRevisions.createdAt}`, decision, decidedAt })
        .where(inArray(submissionRevisions.id, ids));
    }
  }
}

/** Points every submission of a term at its newest revision, and an accepted one at it as the one that counts. */
async function pointAtRevisions(tx: Db, termId: string): Promise<void> {
  const { submissions, submissionRevisions } = tx.tables;
  const newest = sql`(select ${submissionRevisions.id} from ${submissionRevisions}
    where ${submissionRevisions.submissionId} = ${submissions.id} order by ${submissionRevisions.number} desc limit 1)`;
  await tx.update(submissions).set({ currentRevisionId: newest }).where(eq(submissions.termId, termId));
  await tx
    .update(submissions)
    .set({ acceptedRevisionId: sql`${submissions.currentRevisionId}` })
    .where(and(eq(submissions.termId, termId), eq(submissions.state, "accepted")));
}
