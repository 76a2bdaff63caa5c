import { sql } from "drizzle-orm";
import { holds, instants, present } from "./checks";
import type { Kit, Parents } from "./kit";

/**
 * Files that prove a figure or an answer. The content lies outside the database under its hash; a file that was removed
 * keeps its row, so that it is known who had attached what.
 */
export function defineEvidence(
  c: Kit,
  {
    terms,
    units,
    periods,
    measures,
    users,
    explanations,
  }: Parents<"terms" | "units" | "periods" | "measures" | "users" | "explanations">,
) {
  const evidenceFiles = c.table(
    "evidence_files",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
      unitId: c.reference(() => units.id),
      /** Of a figure: its measure and period. */
      measureId: c.optionalReference(() => measures.id),
      periodId: c.optionalReference(() => periods.id),
      /** Of an answer. */
      explanationId: c.optionalReference(() => explanations.id),
      name: c.text().notNull(),
      /** Decided from the content, never from the name. */
      mediaType: c.text().notNull(),
      /** In bytes. */
      size: c.integer().notNull(),
      /** SHA-256 of the content, in hexadecimal. */
      hash: c.text().notNull(),
      createdAt: c.instant().notNull(),
      createdBy: c.optionalReference(() => users.id),
      removedAt: c.instant(),
      removedBy: c.optionalReference(() => users.id),
    },
    (t) => [
      c.index("evidence_files_figure").on(t.unitId, t.periodId, t.measureId),
      c.index("evidence_files_explanation").on(t.explanationId),
      c.index("evidence_files_hash").on(t.hash),
      ...instants(c, t.createdAt, t.removedAt),
      ...present(c, t.name, t.mediaType),
      holds(c, "size_counts", sql`${t.size} > 0`),
      holds(c, "hash_shape", sql`length(${t.hash}) = 64`),
      holds(
        c,
        "proves_something",
        sql`(${t.explanationId} is not null and ${t.measureId} is null and ${t.periodId} is null)
          or (${t.explanationId} is null and ${t.measureId} is not null and ${t.periodId} is not null)`,
      ),
    ],
  );
  return { evidenceFiles };
}
