import { asc, eq, inArray } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";

type ExplanationRow = ReadDb["tables"]["explanations"]["$inferSelect"];

export interface StoredMessage {
  readonly kind: "question" | "answer";
  readonly writtenOn: CalendarDate | null;
  readonly text: string;
}

/** A question about a figure or a target with its messages, oldest first. */
export interface StoredExplanation extends Omit<ExplanationRow, "termId"> {
  readonly messages: readonly StoredMessage[];
}

/** A term's explanations in the order in which they were asked. */
export async function listExplanations(db: ReadDb, termId: string): Promise<StoredExplanation[]> {
  const { explanations, explanationMessages } = db.tables;
  const ofTerm = db.select({ id: explanations.id }).from(explanations).where(eq(explanations.termId, termId));
  const messages = groupRows(
    await db
      .select()
      .from(explanationMessages)
      .where(inArray(explanationMessages.explanationId, ofTerm))
      .orderBy(asc(explanationMessages.position)),
    ({ explanationId }) => explanationId,
  );
  const rows = await db
    .select()
    .from(explanations)
    .where(eq(explanations.termId, termId))
    .orderBy(asc(explanations.id));
  return rows.map(({ termId: _, ...row }) => ({
    ...row,
    messages: (messages.get(row.id) ?? []).map(({ kind, writtenOn, text }) => ({ kind, writtenOn, text })),
  }));
}

/** Stores explanations with their messages. `at` is UTC. */
export async function insertExplanations(
  tx: Db,
  termId: string,
  added: readonly StoredExplanation[],
  at: string,
): Promise<void> {
  const { explanations, explanationMessages } = tx.tables;
  await insertRows(
    tx,
    explanations,
    added.map(({ messages: _, ...row }) => ({ ...row, termId })),
  );
  await insertRows(
    tx,
    explanationMessages,
    added.flatMap(({ id, messages }) =>
      messages.map((message, position) => ({ id: newId(), explanationId: id, position, ...message, createdAt: at })),
    ),
  );
}
