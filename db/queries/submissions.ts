import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { DomainError } from "../../domain/errors";
import type { Basis, SubmissionState } from "../../domain/figures";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";
import { countingRevision, listRevisionFigures, replaceFigures } from "./figures";
import type { StoredPeriod } from "./periods";

export type SubmissionRow = ReadDb["tables"]["submissions"]["$inferSelect"];
export type RevisionRow = ReadDb["tables"]["submissionRevisions"]["$inferSelect"];

/** The submission with an id, null when there is none. */
export async function findSubmission(db: ReadDb, id: string): Promise<SubmissionRow | null> {
  const { submissions } = db.tables;
  const [found] = await db.select().from(submissions).where(eq(submissions.id, id));
  return found ?? null;
}

/** What a unit reports for a period, null while nobody has begun. */
export async function findUnitSubmission(db: ReadDb, unitId: string, periodId: string): Promise<SubmissionRow | null> {
  const { submissions } = db.tables;
  const [found] = await db
    .select()
    .from(submissions)
    .where(and(eq(submissions.unitId, unitId), eq(submissions.periodId, periodId)));
  return found ?? null;
}

export interface SubmissionFilter {
  readonly termId: string;
  readonly unitIds?: readonly string[];
  readonly periodIds?: readonly string[];
  readonly states?: readonly SubmissionState[];
}

/** The submissions of a term, in the order of their periods' ends. */
export async function listSubmissions(db: ReadDb, filter: SubmissionFilter): Promise<SubmissionRow[]> {
  const { submissions } = db.tables;
  return db
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.termId, filter.termId),
        filter.unitIds && inArray(submissions.unitId, [...filter.unitIds]),
        filter.periodIds && inArray(submissions.periodId, [...filter.periodIds]),
        filter.states && inArray(submissions.state, [...filter.states]),
      ),
    )
    .orderBy(asc(submissions.endsOn), asc(submissions.id));
}

/** Who did something, and when (UTC). */
export interface Stamp {
  readonly by: string | null;
  readonly at: string;
}

/** Begins a submission as a draft with an empty first revision. */
export async function insertSubmission(
  tx: Db,
  period: StoredPeriod,
  unitId: string,
  dueOn: SubmissionRow["dueOn"],
  stamp: Stamp,
): Promise<SubmissionRow> {
  const { submissions } = tx.tables;
  const id = newId();
  const row: SubmissionRow = {
    ...{ id, termId: period.termId, unitId, periodId: period.id, endsOn: period.endsOn, dueOn },
    ...{ state: "draft", version: 1, currentRevisionId: null, acceptedRevisionId: null },
    ...{ submittedOn: null, decidedOn: null, note: null },
  };
  await tx.insert(submissions).values(row);
  const currentRevisionId = await insertRevision(tx, { submissionId: id, number: 1, reason: null }, stamp);
  await tx.update(submissions).set({ currentRevisionId }).where(eq(submissions.id, id));
  return { ...row, currentRevisionId };
}

async function insertRevision(
  tx: Db,
  revision: Pick<RevisionRow, "submissionId" | "number" | "reason">,
  { by, at }: Stamp,
): Promise<string> {
  const id = newId();
  await tx.insert(tx.tables.submissionRevisions).values({ id, ...revision, createdAt: at, createdBy: by });
  return id;
}

/** What of a submission a transition changes. */
export type SubmissionChange = Partial<
  Pick<
    SubmissionRow,
    "state" | "currentRevisionId" | "acceptedRevisionId" | "dueOn" | "submittedOn" | "decidedOn" | "note"
  >
>;

/** Changes a submission that was read before. Throws `stale_version` when somebody else changed it meanwhile. */
export async function updateSubmission(tx: Db, read: SubmissionRow, change: SubmissionChange): Promise<SubmissionRow> {
  const { submissions } = tx.tables;
  const [changed] = await tx
    .update(submissions)
    .set({ ...change, version: read.version + 1 })
    .where(and(eq(submissions.id, read.id), eq(submissions.version, read.version)))
    .returning();
  if (!changed) throw new DomainError("stale_version");
  return changed;
}

/** The revisions of a submission, newest first. */
export async function listRevisions(db: ReadDb, submissionId: string): Promise<RevisionRow[]> {
  const { submissionRevisions } = db.tables;
  return db
    .select()
    .from(submissionRevisions)
    .where(eq(submissionRevisions.submissionId, submissionId))
    .orderBy(desc(submissionRevisions.number));
}

/** The revision with an id, null when there is none. */
export async function findRevision(db: ReadDb, id: string): Promise<RevisionRow | null> {
  const { submissionRevisions } = db.tables;
  const [found] = await db.select().from(submissionRevisions).where(eq(submissionRevisions.id, id));
  return found ?? null;
}

/** The newest revision of each of a term's reports. */
export async function listNewestRevisions(
  db: ReadDb,
  filter: Omit<SubmissionFilter, "states">,
): Promise<RevisionRow[]> {
  const { submissions, submissionRevisions } = db.tables;
  const rows = await db
    .select({ revision: submissionRevisions })
    .from(submissions)
    .innerJoin(submissionRevisions, eq(submissionRevisions.id, submissions.currentRevisionId))
    .where(
      and(
        eq(submissions.termId, filter.termId),
        filter.unitIds && inArray(submissions.unitId, [...filter.unitIds]),
        filter.periodIds && inArray(submissions.periodId, [...filter.periodIds]),
      ),
    );
  return rows.map(({ revision }) => revision);
}

/** Who sealed a report's counting revision and who decided about it, and when (UTC). */
export type CountingRevision = Pick<RevisionRow, "createdBy" | "sealedBy" | "sealedAt" | "decidedBy" | "decidedAt">;

/** The revisions that count on a basis of the given reports, by report. */
export async function listCountingRevisions(
  db: ReadDb,
  { termId, submissionIds }: { readonly termId: string; readonly submissionIds: readonly string[] },
  basis: Basis,
): Promise<ReadonlyMap<string, CountingRevision>> {
  const { submissions, submissionRevisions } = db.tables;
  const rows = await db
    .select({ submissionId: submissions.id, revision: submissionRevisions })
    .from(submissions)
    .innerJoin(submissionRevisions, eq(submissionRevisions.id, countingRevision(db.tables, basis)))
    .where(and(eq(submissions.termId, termId), inArray(submissions.id, [...submissionIds])));
  return new Map(rows.map(({ submissionId, revision }) => [submissionId, revision]));
}

/**
 * Begins the next revision as a draft with the figures of the current one, which stay as they are: after a return,
 * or with a reason to correct what was accepted. Answers its id; the submission is pointed at it by `updateSubmission`.
 */
export async function beginRevision(
  tx: Db,
  submission: SubmissionRow,
  reason: string | null,
  stamp: Stamp,
): Promise<string> {
  const [newest] = await listRevisions(tx, submission.id);
  const number = (newest?.number ?? 0) + 1;
  const id = await insertRevision(tx, { submissionId: submission.id, number, reason }, stamp);
  const figures = submission.currentRevisionId ? await listRevisionFigures(tx, submission.currentRevisionId) : [];
  await replaceFigures(tx, id, figures);
  return id;
}

/** Seals a draft as it is submitted: from now on neither it nor its figures change. */
export async function sealRevision(tx: Db, id: string, { by, at }: Stamp): Promise<void> {
  const { submissionRevisions } = tx.tables;
  await tx.update(submissionRevisions).set({ sealedAt: at, sealedBy: by }).where(eq(submissionRevisions.id, id));
}

/** Writes, once, what the office decided about a sealed revision. */
export async function decideRevision(
  tx: Db,
  id: string,
  decision: NonNullable<RevisionRow["decision"]>,
  note: string | null,
  { by, at }: Stamp,
): Promise<void> {
  const { submissionRevisions } = tx.tables;
  await tx
    .update(submissionRevisions)
    .set({ decision, note, decidedAt: at, decidedBy: by })
    .where(eq(submissionRevisions.id, id));
}
