// The audit log: appended inside the transaction that it speaks of, each row hashed together with the one before.
import { createHash } from "node:crypto";
import { and, asc, desc, eq, gt, gte, inArray, lt, max, type SQL } from "drizzle-orm";
import {
  canonicalText,
  chainText,
  type AuditAction,
  type AuditActor,
  type AuditEvent,
  type AuditRecord,
  type JsonValue,
} from "../../domain/audit";
import type { Db, ReadDb } from "../handle";

/** A row of the log with its place in the chain. */
export interface ChainedRecord extends AuditRecord {
  readonly prevHash: string;
  readonly hash: string;
}

/** An event with who did it and when (`at`: UTC instant in ISO 8601). */
export type NewAuditEntry = AuditEvent & { readonly actor: AuditActor; readonly at: string };

/** The hash of a row that follows `prevHash` (SHA-256, in hex). */
export function hashRecord(prevHash: string, record: AuditRecord): string {
  return createHash("sha256").update(chainText(prevHash, record)).digest("hex");
}

/** Appends an event to the chain, in the same transaction as what it speaks of. */
export async function appendAudit(tx: Db, entry: NewAuditEntry): Promise<void> {
  const { auditHead, auditLog } = tx.tables;
  const head = await findAuditHead(tx);
  if (!head) throw new Error("the audit chain has no head: the database was not migrated");
  const record: AuditRecord = {
    seq: head.seq + 1,
    at: entry.at,
    actorId: entry.actor.id,
    actorLogin: entry.actor.login.normalize("NFC"),
    actorName: entry.actor.name.normalize("NFC"),
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id.normalize("NFC"),
    before: stateText(entry.before),
    after: stateText(entry.after),
  };
  const hash = hashRecord(head.hash, record);
  await tx.insert(auditLog).values({ ...record, prevHash: head.hash, hash });
  await tx.update(auditHead).set({ seq: record.seq, hash }).where(eq(auditHead.id, 1));
}

function stateText(state: JsonValue): string | null {
  return state === null ? null : canonicalText(state);
}

/** Where the chain ends: the number and hash of its last row. */
export async function findAuditHead(db: ReadDb): Promise<{ readonly seq: number; readonly hash: string } | null> {
  const { auditHead } = db.tables;
  const found = await db.select({ seq: auditHead.seq, hash: auditHead.hash }).from(auditHead);
  return found[0] ?? null;
}

/** Rows of the chain after a number, oldest first. */
export async function listAuditChain(db: ReadDb, afterSeq: number, limit: number): Promise<ChainedRecord[]> {
  const { auditLog } = db.tables;
  return db.select().from(auditLog).where(gt(auditLog.seq, afterSeq)).orderBy(asc(auditLog.seq)).limit(limit);
}

/** When each account last signed in (UTC); one that never did is not among them. */
export async function listLastSignIns(db: ReadDb): Promise<ReadonlyMap<string, string>> {
  const { auditLog } = db.tables;
  const rows = await db
    .select({ accountId: auditLog.subjectId, last: max(auditLog.seq) })
    .from(auditLog)
    .where(eq(auditLog.action, "account.signed_in" satisfies AuditAction))
    .groupBy(auditLog.subjectId);
  const numbers = rows.flatMap(({ last }) => (last === null ? [] : [last]));
  const entries = await db
    .select({ accountId: auditLog.subjectId, at: auditLog.at })
    .from(auditLog)
    .where(inArray(auditLog.seq, numbers));
  return new Map(entries.map(({ accountId, at }) => [accountId, at]));
}

export interface AuditFilter {
  readonly subject?: { readonly type: string; readonly id: string };
  readonly actorId?: string;
  readonly actorLogin?: string;
  /** Instants in UTC: from the first on, and before the second. */
  readonly from?: string;
  readonly until?: string;
  readonly actions?: readonly AuditAction[];
  /** Only rows before this number: the next page. */
  readonly beforeSeq?: number;
}

/** The newest rows first, at most `limit`. */
export async function listAudit(db: ReadDb, filter: AuditFilter, limit: number): Promise<ChainedRecord[]> {
  const { auditLog } = db.tables;
  const conditions: (SQL | undefined)[] = [
    filter.subject && and(eq(auditLog.subjectType, filter.subject.type), eq(auditLog.subjectId, filter.subject.id)),
    filter.actorId === undefined ? undefined : eq(auditLog.actorId, filter.actorId),
    filter.actorLogin === undefined ? undefined : eq(auditLog.actorLogin, filter.actorLogin),
    filter.from === undefined ? undefined : gte(auditLog.at, filter.from),
    filter.until === undefined ? undefined : lt(auditLog.at, filter.until),
    filter.actions && inArray(auditLog.action, [...filter.actions]),
    filter.beforeSeq === undefined ? undefined : lt(auditLog.seq, filter.beforeSeq),
  ];
  return db
    .select()
    .from(auditLog)
    .where(and(...conditions))
    .orderBy(desc(auditLog.seq))
    .limit(limit);
}
