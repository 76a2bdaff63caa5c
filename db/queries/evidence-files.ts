import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";
import type { Stamp } from "./submissions";

export type EvidenceRow = ReadDb["tables"]["evidenceFiles"]["$inferSelect"];

/** What a file proves: a unit's figure, or its answer. */
export type EvidenceSubject = Pick<EvidenceRow, "termId" | "unitId" | "measureId" | "periodId" | "explanationId">;

/** A file as it was taken in. */
export type NewEvidence = EvidenceSubject & Pick<EvidenceRow, "name" | "mediaType" | "size" | "hash">;

/** Records a file whose content is kept already. */
export async function insertEvidence(tx: Db, file: NewEvidence, { by, at }: Stamp): Promise<EvidenceRow> {
  const row = { ...file, id: newId(), createdAt: at, createdBy: by, removedAt: null, removedBy: null };
  await tx.insert(tx.tables.evidenceFiles).values(row);
  return row;
}

/** Records that a file was taken away; its row and content stay. */
export async function markEvidenceRemoved(tx: Db, id: string, { by, at }: Stamp): Promise<void> {
  const { evidenceFiles } = tx.tables;
  await tx.update(evidenceFiles).set({ removedAt: at, removedBy: by }).where(eq(evidenceFiles.id, id));
}

/** The file with an id, removed or not; null when there is none. */
export async function findEvidence(db: ReadDb, id: string): Promise<EvidenceRow | null> {
  const { evidenceFiles } = db.tables;
  const [found] = await db.select().from(evidenceFiles).where(eq(evidenceFiles.id, id));
  return found ?? null;
}

/** The files of one unit's report of a period, removed ones too, in the order in which they came. */
export async function listReportEvidence(db: ReadDb, unitId: string, periodId: string): Promise<EvidenceRow[]> {
  const { evidenceFiles } = db.tables;
  return db
    .select()
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.unitId, unitId), eq(evidenceFiles.periodId, periodId)))
    .orderBy(asc(evidenceFiles.createdAt), asc(evidenceFiles.id));
}

/** The files of an answer, removed ones too, in the order in which they came. */
export async function listAnswerEvidence(db: ReadDb, explanationId: string): Promise<EvidenceRow[]> {
  const { evidenceFiles } = db.tables;
  return db
    .select()
    .from(evidenceFiles)
    .where(eq(evidenceFiles.explanationId, explanationId))
    .orderBy(asc(evidenceFiles.createdAt), asc(evidenceFiles.id));
}

/** The files that stand beside a figure or an answer now. */
export async function listAttachedEvidence(db: ReadDb, subject: EvidenceSubject): Promise<EvidenceRow[]> {
  const { evidenceFiles } = db.tables;
  const { unitId, periodId, measureId, explanationId } = subject;
  const about =
    explanationId === null
      ? [eq(evidenceFiles.periodId, periodId ?? ""), eq(evidenceFiles.measureId, measureId ?? "")]
      : [eq(evidenceFiles.explanationId, explanationId)];
  return db
    .select()
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.unitId, unitId), ...about, isNull(evidenceFiles.removedAt)));
}

/** Every file that was ever taken in, removed ones too: their content must be there. */
export async function listAllEvidence(db: ReadDb): Promise<Pick<EvidenceRow, "id" | "name" | "hash">[]> {
  const { evidenceFiles } = db.tables;
  const { id, name, hash } = evidenceFiles;
  return db.select({ id, name, hash }).from(evidenceFiles).orderBy(asc(id));
}
