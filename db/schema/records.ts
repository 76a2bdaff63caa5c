import { sql } from "drizzle-orm";
import { dated, holds, instants, oneOf } from "./checks";
import { BASES } from "./closed-sets";
import type { Kit } from "./kit";

function auditLogTable(c: Kit) {
  return c.table(
    "audit_log",
    {
      /** 1, 2, 3 … without a gap. */
      seq: c.integer().primaryKey(),
      at: c.instant().notNull(),
      /** Null for a command that acts as the system. */
      actorId: c.text(),
      actorLogin: c.text().notNull(),
      actorName: c.text().notNull(),
      action: c.text().notNull(),
      subjectType: c.text().notNull(),
      subjectId: c.text().notNull(),
      /** Canonical JSON text. */
      before: c.text(),
      after: c.text(),
      prevHash: c.text().notNull(),
      hash: c.text().notNull(),
    },
    (t) => [
      c.uniqueIndex("audit_log_hash_unique").on(t.hash),
      c.index("audit_log_subject").on(t.subjectType, t.subjectId),
      c.index("audit_log_actor").on(t.actorId),
      ...instants(c, t.at),
      holds(c, "hash_shape", sql`length(${t.hash}) = 64 and length(${t.prevHash}) = 64`),
    ],
  );
}

/** One row: the end of the chain, and the lock of every write on PostgreSQL. */
function auditHeadTable(c: Kit) {
  return c.table(
    "audit_head",
    {
      id: c.integer().primaryKey(),
      seq: c.integer().notNull(),
      hash: c.text().notNull(),
    },
    (t) => [holds(c, "only_one", sql`${t.id} = 1`)],
  );
}

function exportLogTable(c: Kit) {
  return c.table(
    "export_log",
    {
      id: c.id(),
      at: c.instant().notNull(),
      actorId: c.text(),
      actorLogin: c.text().notNull(),
      actorName: c.text().notNull(),
      report: c.text().notNull(),
      format: c.text().notNull(),
      fileName: c.text().notNull(),
      termCode: c.text(),
      asOfOn: c.date(),
      basis: c.choice(BASES),
      /** SHA-256 of the file. */
      hash: c.text().notNull(),
    },
    (t) => [c.index("export_log_at").on(t.at), oneOf(c, t.basis, BASES), ...instants(c, t.at), ...dated(c, t.asOfOn)],
  );
}

/** What happened, for inspection. No foreign keys: the log must stand whatever becomes of what it speaks of. */
export function defineRecords(c: Kit) {
  const auditLog = auditLogTable(c);
  const auditHead = auditHeadTable(c);
  const exportLog = exportLogTable(c);
  return { auditLog, auditHead, exportLog };
}
