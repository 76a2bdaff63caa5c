import { sql } from "drizzle-orm";
import { dated, holds, instants, oneOf } from "./checks";
import { BASES } from "./closed-sets";
import type { Kit } from "./kit";
import type { PeopleTables } from "./people";
import type { TermTables } from "./terms";

/** What happened, for inspection. No foreign keys: the log must stand whatever becomes of what it speaks of. */
export function defineRecords(c: Kit) {
  const auditLog = c.table(
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
  /** One row: the end of the chain, and the lock of every write on PostgreSQL. */
  const auditHead = c.table(
    "audit_head",
    {
      id: c.integer().primaryKey(),
      seq: c.integer().notNull(),
      hash: c.text().notNull(),
    },
    (t) => [holds(c, "only_one", sql`${t.id} = 1`)],
  );
  const exportLog = c.table(
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
    (t) => [
      c.index("export_log_at").on(t.at),
      oneOf(c, t.basis, BASES),
      ...instants(c, t.at),
      ...dated(c, t.asOfOn),
    ],
  );
  return { auditLog, auditHead, exportLog };
}

/** The figures of a congress, frozen: numbered, hashed, with the reports that were made of them. */
export function defineSnapshots(c: Kit, { terms, users }: TermTables & PeopleTables) {
  const snapshots = c.table(
    "snapshots",
    {
      id: c.id(),
      termId: c.text().notNull().references(() => terms.id),
      number: c.integer().notNull(),
      name: c.text().notNull(),
      asOfOn: c.date().notNull(),
      basis: c.choice(BASES).notNull(),
      takenAt: c.instant().notNull(),
      takenBy: c.text().references(() => users.id),
      /** Canonical JSON text of the figures and results; what is hashed is kept as text. */
      content: c.text().notNull(),
      hash: c.text().notNull(),
      note: c.text(),
    },
    (t) => [
      c.uniqueIndex("snapshots_number_unique").on(t.termId, t.number),
      oneOf(c, t.basis, BASES),
      ...dated(c, t.asOfOn),
      ...instants(c, t.takenAt),
      holds(c, "number_counts", sql`${t.number} >= 1`),
    ],
  );
  const snapshotReports = c.table(
    "snapshot_reports",
    {
      id: c.id(),
      snapshotId: c.text().notNull().references(() => snapshots.id),
      report: c.text().notNull(),
      format: c.text().notNull(),
      fileName: c.text().notNull(),
      /** The file, in base64. */
      content: c.text().notNull(),
      hash: c.text().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex("snapshot_reports_unique").on(t.snapshotId, t.report, t.format), ...instants(c, t.createdAt)],
  );
  return { snapshots, snapshotReports };
}
