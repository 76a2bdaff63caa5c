// The reports of units that are about to end: what is open in them, and the discarding of what was never sent.
import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { SubmissionState } from "../../domain/figures";
import type { ReportStanding } from "../../domain/open-reports";
import type { Period } from "../../domain/periods";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { updateSubmission, type RevisionRow, type SubmissionRow } from "./submissions";

/** A report with its period and whether its newest revision is still unsent. */
export interface UnitReport extends ReportStanding {
  readonly submission: SubmissionRow;
  readonly termCode: string;
  readonly period: Pick<Period, "key" | "frequency" | "endsOn">;
}

/** Every report of these units in terms that are not closed, in the order of the periods' ends. */
export async function listUnitReports(db: ReadDb, unitIds: readonly string[]): Promise<UnitReport[]> {
  if (unitIds.length === 0) return [];
  const { submissions, submissionRevisions, periods, terms } = db.tables;
  const rows = await db
    .select({ submission: submissions, sealedAt: submissionRevisions.sealedAt, period: periods, termCode: terms.code })
    .from(submissions)
    .innerJoin(periods, eq(periods.id, submissions.periodId))
    .innerJoin(terms, eq(terms.id, submissions.termId))
    .leftJoin(submissionRevisions, eq(submissionRevisions.id, submissions.currentRevisionId))
    .where(and(inArray(submissions.unitId, [...unitIds]), eq(terms.closed, false)))
    .orderBy(asc(submissions.endsOn), asc(submissions.id));
  return rows.map(({ submission, sealedAt, period: { key, frequency, endsOn }, termCode }) => ({
    ...{ submission, termCode, period: { key, frequency, endsOn } },
    ...{ state: submission.state, endsOn: submission.endsOn },
    isAccepted: submission.acceptedRevisionId !== null,
    isUnsent: sealedAt === null,
  }));
}

/**
 * Discards a report's open revision, which nobody but its unit has seen: the report is again what was sent last, and
 * one that was never sent is gone. Sealed revisions stay; the triggers refuse to let them go.
 */
export async function discardOpenRevision(tx: Db, submission: SubmissionRow): Promise<void> {
  const { submissions, submissionRevisions } = tx.tables;
  const [sealed] = await tx
    .select()
    .from(submissionRevisions)
    .where(and(eq(submissionRevisions.submissionId, submission.id), isNotNull(submissionRevisions.sealedAt)))
    .orderBy(desc(submissionRevisions.number))
    .limit(1);
  await updateSubmission(tx, submission, {
    currentRevisionId: sealed?.id ?? null,
    ...(sealed && { state: stateAfter(sealed.decision), note: sealed.note }),
  });
  await deleteRevision(tx, submission.currentRevisionId);
  if (!sealed) await tx.delete(submissions).where(eq(submissions.id, submission.id));
}

/** What was withdrawn is in its unit's hands again. */
function stateAfter(decision: RevisionRow["decision"]): SubmissionState {
  return decision === "withdrawn" ? "draft" : (decision ?? "submitted");
}

async function deleteRevision(tx: Db, id: string | null): Promise<void> {
  if (id === null) return;
  const { figureValues, submissionRevisions } = tx.tables;
  await tx.delete(figureValues).where(eq(figureValues.revisionId, id));
  await tx.delete(submissionRevisions).where(eq(submissionRevisions.id, id));
}

/** Whether anybody has ever begun a report: until then the organisation is being set up for the first time. */
export async function hasReports(db: ReadDb): Promise<boolean> {
  const { submissions } = db.tables;
  return (await db.select({ id: submissions.id }).from(submissions).limit(1)).length > 0;
}

/** The measures of open terms that name their units, with the units that they name. */
export async function listNamingMeasures(db: ReadDb) {
  const { measures, measureUnits, terms } = db.tables;
  const rows = await db
    .select({ id: measures.id, name: measures.name, unitId: measureUnits.unitId, position: measureUnits.position })
    .from(measureUnits)
    .innerJoin(measures, eq(measures.id, measureUnits.measureId))
    .innerJoin(terms, eq(terms.id, measures.termId))
    .where(and(eq(measures.listsUnits, true), eq(terms.closed, false)))
    .orderBy(asc(measures.id), asc(measureUnits.position));
  return [...groupRows(rows, ({ id }) => id).values()].map((named) => ({
    id: named[0]?.id ?? "",
    name: named[0]?.name ?? "",
    unitIds: named.map(({ unitId }) => unitId),
    lastPosition: Math.max(...named.map(({ position }) => position)),
  }));
}

/** A unit that a measure names, and from which day on; null: as long as it exists. */
export interface NamedUnit {
  readonly unitId: string;
  readonly fromOn: CalendarDate | null;
}

/** Names further units for a measure, behind those that it names already. */
export async function insertMeasureUnits(
  tx: Db,
  measureId: string,
  units: readonly NamedUnit[],
  lastPosition: number,
): Promise<void> {
  await insertRows(
    tx,
    tx.tables.measureUnits,
    units.map((unit, index) => ({ measureId, ...unit, position: lastPosition + 1 + index })),
  );
}
