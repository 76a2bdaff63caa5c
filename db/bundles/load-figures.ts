// Submissions and figures of a term as a bundle has them: of a report whose correction is pending, the accepted one.
import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { BundleFigure, BundleFigureHistory, BundleSubmission } from "../../domain/bundle/figure-schema";
import { thousandthsText } from "../../domain/thousandths";
import { groupRows } from "../batches";
import type { ReadDb } from "../handle";
import type { FigureRow } from "../queries/figures";
import type { SubmissionRow } from "../queries/submissions";
import { listBlanks } from "./blanks";

/** The bundle's ids of what reports refer to, by row ids. */
export interface ReportCodes {
  readonly units: ReadonlyMap<string, string>;
  readonly targets: ReadonlyMap<string, string>;
  readonly measures: ReadonlyMap<string, string>;
  readonly periods: ReadonlyMap<string, string>;
}

export interface LoadedReports {
  readonly submissions: BundleSubmission[];
  readonly figures: BundleFigure[];
}

/** Reads the reports of a term. */
export async function loadReports(db: ReadDb, termId: string, codes: ReportCodes): Promise<LoadedReports> {
  const { submissions } = db.tables;
  const rows = await db.select().from(submissions).where(eq(submissions.termId, termId));
  const figures = groupRows(await listTellingFigures(db, termId), ({ submissionId }) => submissionId);
  const replaced = new Map((await listReplacedFigures(db, termId)).map((row) => [row.id, row]));
  const blanks = await listBlanks(db, termId, codes.measures);
  return {
    submissions: rows.map((row) => ({ ...bundleSubmission(row, codes), blanks: [...(blanks.get(row.id) ?? [])] })),
    figures: rows.flatMap((row) =>
      (figures.get(row.id) ?? []).map(({ figure }) => bundleFigure(row, figure, replaced, codes)),
    ),
  };
}

async function listTellingFigures(db: ReadDb, termId: string) {
  const { submissions, figureValues } = db.tables;
  return db
    .select({ submissionId: submissions.id, figure: figureValues })
    .from(submissions)
    .innerJoin(
      figureValues,
      eq(figureValues.revisionId, sql`coalesce(${submissions.acceptedRevisionId}, ${submissions.currentRevisionId})`),
    )
    .where(eq(submissions.termId, termId));
}

/** Every figure of the term that another one replaced. */
async function listReplacedFigures(db: ReadDb, termId: string): Promise<FigureRow[]> {
  const { measures, figureValues } = db.tables;
  const ofTerm = db.select({ id: measures.id }).from(measures).where(eq(measures.termId, termId));
  const replaced = db
    .select({ id: figureValues.replacesId })
    .from(figureValues)
    .where(isNotNull(figureValues.replacesId));
  return db
    .select()
    .from(figureValues)
    .where(and(inArray(figureValues.measureId, ofTerm), inArray(figureValues.id, replaced)));
}

function codeOf(codes: ReadonlyMap<string, string>, id: string): string {
  const code = codes.get(id);
  if (code === undefined) throw new Error(`row without a code: ${id}`);
  return code;
}

function statusOf({ state, acceptedRevisionId }: SubmissionRow): BundleSubmission["status"] {
  return acceptedRevisionId === null ? state : "accepted";
}

function bundleSubmission(row: SubmissionRow, codes: ReportCodes): BundleSubmission {
  const { dueOn, submittedOn, decidedOn, note } = row;
  const unit = codeOf(codes.units, row.unitId);
  return {
    unit,
    period: codeOf(codes.periods, row.periodId),
    status: statusOf(row),
    dueOn,
    submittedOn,
    decidedOn,
    note,
  };
}

function bundleValue(row: FigureRow) {
  const { n, d, level, judged, evidence, notApplicable } = row;
  const texts = { n: n === null ? null : thousandthsText(n), d: d === null ? null : thousandthsText(d) };
  return { ...texts, level, judged, evidence, notApplicable };
}

function historyOf(figure: FigureRow, replaced: ReadonlyMap<string, FigureRow>): BundleFigureHistory[] {
  const history: BundleFigureHistory[] = [];
  for (let row: FigureRow | undefined = figure; row?.replacesId && row.correctedOn;) {
    const before = replaced.get(row.replacesId);
    if (before) history.unshift({ at: row.correctedOn, ...bundleValue(before), reason: row.reason });
    row = before;
  }
  return history;
}

function bundleFigure(
  submission: SubmissionRow,
  row: FigureRow,
  replaced: ReadonlyMap<string, FigureRow>,
  codes: ReportCodes,
): BundleFigure {
  const { note, estimate, illustrative } = row;
  return {
    measure: codeOf(codes.measures, row.measureId),
    unit: codeOf(codes.units, submission.unitId),
    period: codeOf(codes.periods, submission.periodId),
    status: statusOf(submission),
    ...bundleValue(row),
    ...{ note, estimate, illustrative },
    history: historyOf(row, replaced),
  };
}
