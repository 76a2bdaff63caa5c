import { sql } from "drizzle-orm";
import { holds, oneOf, present } from "./checks";
import { PROVENANCES, TARGET_LINK_KINDS } from "./closed-sets";
import type { Kit, Parents } from "./kit";

function targetsTable(c: Kit, { terms }: Parents<"terms">) {
  return c.table(
    "targets",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
      code: c.text().notNull(),
      position: c.integer().notNull(),
      name: c.text().notNull(),
      /** The resolution's exact words. */
      wording: c.text(),
      groupCode: c.text(),
      provenance: c.choice(PROVENANCES),
    },
    (t) => [
      c.uniqueIndex("targets_code_unique").on(t.termId, t.code),
      c.unique("targets_id_term_unique").on(t.id, t.termId),
      oneOf(c, t.provenance, PROVENANCES),
      ...present(c, t.code, t.name),
    ],
  );
}

// The previous term may not be in this database: it is named by its code.
function targetLinksTable(c: Kit, { terms, targets }: Parents<"terms" | "targets">) {
  return c.table(
    "target_links",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
      position: c.integer().notNull(),
      targetId: c.optionalReference(() => targets.id),
      previousTermCode: c.text(),
      previousTargetCode: c.text(),
      kind: c.choice(TARGET_LINK_KINDS).notNull(),
      reason: c.text(),
    },
    (t) => [
      c.uniqueIndex("target_links_position_unique").on(t.termId, t.position),
      c.index("target_links_target").on(t.targetId),
      oneOf(c, t.kind, TARGET_LINK_KINDS),
      holds(c, "links_something", sql`${t.targetId} is not null or ${t.previousTargetCode} is not null`),
    ],
  );
}

/** The promises of a term, and how each goes back to the term before. */
export function defineTargets(c: Kit, parents: Parents<"terms">) {
  const targets = targetsTable(c, parents);
  const targetLinks = targetLinksTable(c, { ...parents, targets });
  return { targets, targetLinks };
}
