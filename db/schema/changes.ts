import { instants, present } from "./checks";
import type { Kit } from "./kit";

/**
 * What the office changed in the settings, row by row, so that it can be taken back. Written once and kept: taking a
 * change back is another change that names it.
 */
export function defineChanges(c: Kit) {
  const changes = c.table(
    "changes",
    {
      id: c.id(),
      at: c.instant().notNull(),
      /** Null for a command. */
      actorId: c.text(),
      actorName: c.text().notNull(),
      action: c.text().notNull(),
      subjectType: c.text().notNull(),
      subjectId: c.text().notNull(),
      /** The rows before and after, as JSON text. */
      rows: c.text().notNull(),
      /** The change that this one took back. */
      undoesId: c.text(),
    },
    (t) => [
      c.index("changes_at").on(t.at),
      c.index("changes_subject").on(t.subjectType, t.subjectId),
      c.uniqueIndex("changes_undoes_unique").on(t.undoesId),
      ...instants(c, t.at),
      ...present(c, t.action, t.subjectType),
    ],
  );
  return { changes };
}
