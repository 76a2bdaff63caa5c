import { desc } from "drizzle-orm";
import type { AuditActor } from "../../domain/audit";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";

type ExportRow = ReadDb["tables"]["exportLog"]["$inferSelect"];

/** A file that left the system: which report of what, and the SHA-256 of its bytes in hex. */
export type ExportedFile = Pick<ExportRow, "report" | "format" | "fileName" | "termCode" | "asOfOn" | "basis" | "hash">;

/** Records that somebody took a file out. `at` is UTC. */
export async function insertExport(tx: Db, actor: AuditActor, file: ExportedFile, at: string): Promise<void> {
  const { id: actorId, login: actorLogin, name: actorName } = actor;
  await tx.insert(tx.tables.exportLog).values({ id: newId(), at, actorId, actorLogin, actorName, ...file });
}

/** The files taken out, newest first, at most `limit`. */
export async function listExports(db: ReadDb, limit: number): Promise<ExportRow[]> {
  const { exportLog } = db.tables;
  return db.select().from(exportLog).orderBy(desc(exportLog.at), desc(exportLog.id)).limit(limit);
}
