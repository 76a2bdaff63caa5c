// The changes that the office made in the settings, each with its rows before and after.
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { AuditActor, AuditAction, AuditSubject } from "../../domain/audit";
import type { RowChange } from "../governed-rows";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";

/** A change as it is listed. */
export interface StoredChange {
  readonly id: string;
  /** UTC. */
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: AuditAction;
  readonly subjectType: AuditSubject;
  readonly subjectId: string;
  /** The change that this one took back. */
  readonly undoesId: string | null;
}

export interface NewChange {
  readonly at: string;
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly subject: { readonly type: AuditSubject; readonly id: string };
  readonly rows: readonly RowChange[];
  readonly undoesId: string | null;
}

/** Keeps a change; answers its id. */
export async function insertChange(tx: Db, { at, actor, action, subject, rows, undoesId }: NewChange): Promise<string> {
  const id = newId();
  await tx.insert(tx.tables.changes).values({
    ...{ id, at, actorId: actor.id, actorName: actor.name.normalize("NFC"), action, undoesId },
    ...{ subjectType: subject.type, subjectId: subject.id, rows: JSON.stringify(rows) },
  });
  return id;
}

function changeColumns({ changes }: ReadDb["tables"]) {
  const { id, at, actorId, actorName, action, subjectType, subjectId, undoesId } = changes;
  return { id, at, actorId, actorName, action, subjectType, subjectId, undoesId };
}

/** A change with its rows, null when there is none. */
export async function findChange(
  db: ReadDb,
  changeId: string,
): Promise<(StoredChange & { readonly rows: readonly RowChange[] }) | null> {
  const { changes } = db.tables;
  const [found] = await db
    .select({ ...changeColumns(db.tables), rows: changes.rows })
    .from(changes)
    .where(eq(changes.id, changeId));
  return found ? { ...(found as StoredChange), rows: JSON.parse(found.rows) as RowChange[] } : null;
}

/** Whether a change was taken back. */
export async function isUndone(db: ReadDb, changeId: string): Promise<boolean> {
  const { changes } = db.tables;
  return (await db.select({ id: changes.id }).from(changes).where(eq(changes.undoesId, changeId))).length > 0;
}

/** The newest change of a subject, null when it never changed. */
export async function findLastChange(
  db: ReadDb,
  subject: { readonly type: AuditSubject; readonly id: string },
): Promise<StoredChange | null> {
  const { changes } = db.tables;
  const [found] = await db
    .select(changeColumns(db.tables))
    .from(changes)
    .where(and(eq(changes.subjectType, subject.type), eq(changes.subjectId, subject.id)))
    .orderBy(desc(changes.at), desc(changes.id))
    .limit(1);
  return (found as StoredChange | undefined) ?? null;
}

/** The newest changes, newest first, each with whether it was taken back. */
export async function listRecentChanges(
  db: ReadDb,
  most: number,
): Promise<readonly (StoredChange & { readonly undone: boolean })[]> {
  const { changes } = db.tables;
  const rows = await db.select(changeColumns(db.tables)).from(changes).orderBy(desc(changes.id)).limit(most);
  const undone = await db
    .select({ id: sql<string>`${changes.undoesId}` })
    .from(changes)
    .where(isNotNull(changes.undoesId));
  const ids = new Set(undone.map(({ id }) => id));
  return rows.map((row) => ({ ...(row as StoredChange), undone: ids.has(row.id) }));
}
