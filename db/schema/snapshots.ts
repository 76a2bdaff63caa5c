import { sql } from "drizzle-orm";
import { dated, holds, instants, oneOf } from "./checks";
import { BASES } from "./closed-sets";
import type { Kit, Parents } from "./kit";

function snapshotsTable(c: Kit, { terms, users }: Parents<"terms" | "users">) {
  return c.table(
    "snapshots",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
      number: c.integer().notNull(),
      name: c.text().notNull(),
      asOfOn: c.date().notNull(),
      basis: c.choice(BASES).notNull(),
      takenAt: c.instant().notNull(),
      takenBy: c.optionalReference(() => users.id),
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
}

function snapshotReportsTable(c: Kit, { snapshots }: Parents<"snapshots">) {
  return c.table(
    "snapshot_reports",
    {
      id: c.id(),
      snapshotId: c.reference(() => snapshots.id),
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
}

/** The figures of a congress, frozen: numbered, hashed, with the reports that were made of them. */
export function defineSnapshots(c: Kit, parents: Parents<"terms" | "users">) {
  const snapshots = snapshotsTable(c, parents);
  const snapshotReports = snapshotReportsTable(c, { snapshots });
  return { snapshots, snapshotReports };
}
