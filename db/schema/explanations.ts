import { dated, instants, oneOf } from "./checks";
import { EXPLANATION_MESSAGE_KINDS, EXPLANATION_STATES } from "./closed-sets";
import type { Kit, Parents } from "./kit";

function explanationsTable(
  c: Kit,
  { terms, targets, units, measures, periods }: Parents<"terms" | "targets" | "units" | "measures" | "periods">,
) {
  return c.table(
    "explanations",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
      code: c.text().notNull(),
      /** What it is about: a target, a unit's figure (measure and period), or with neither its late report of a period. */
      targetId: c.optionalReference(() => targets.id),
      unitId: c.optionalReference(() => units.id),
      measureId: c.optionalReference(() => measures.id),
      periodId: c.optionalReference(() => periods.id),
      state: c.choice(EXPLANATION_STATES),
      /** By when an answer is asked for; null where no day was named. */
      answerBy: c.date(),
      /** Grows with every change: a page that was read at an older one is stale. */
      version: c.integer().notNull().default(1),
    },
    (t) => [
      c.uniqueIndex("explanations_code_unique").on(t.termId, t.code),
      c.index("explanations_unit_state").on(t.unitId, t.state),
      c.index("explanations_target").on(t.targetId),
      oneOf(c, t.state, EXPLANATION_STATES),
      ...dated(c, t.answerBy),
    ],
  );
}

function explanationMessagesTable(c: Kit, { explanations, users }: Parents<"explanations" | "users">) {
  return c.table(
    "explanation_messages",
    {
      id: c.id(),
      explanationId: c.reference(() => explanations.id),
      position: c.integer().notNull(),
      kind: c.choice(EXPLANATION_MESSAGE_KINDS).notNull(),
      writtenOn: c.date(),
      text: c.text().notNull(),
      createdBy: c.optionalReference(() => users.id),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex("explanation_messages_unique").on(t.explanationId, t.position),
      oneOf(c, t.kind, EXPLANATION_MESSAGE_KINDS),
      ...dated(c, t.writtenOn),
      ...instants(c, t.createdAt),
    ],
  );
}

/** A leader's question about a figure or a target, and what was answered. */
export function defineExplanations(
  c: Kit,
  parents: Parents<"measures" | "periods" | "targets" | "terms" | "units" | "users">,
) {
  const explanations = explanationsTable(c, parents);
  const explanationMessages = explanationMessagesTable(c, { ...parents, explanations });
  return { explanations, explanationMessages };
}
