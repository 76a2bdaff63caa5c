import { and, asc, eq, inArray } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import { DomainError } from "../../domain/errors";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";

export type ExplanationRow = ReadDb["tables"]["explanations"]["$inferSelect"];

export interface StoredMessage {
  readonly kind: "question" | "answer";
  readonly writtenOn: CalendarDate | null;
  readonly text: string;
}

/** A message with who wrote it (null: it came with a file) and when (UTC). */
export interface WrittenMessage extends StoredMessage {
  readonly createdBy: string | null;
  readonly createdAt: string;
}

/** A question about a figure or a target with its messages, oldest first. */
export interface StoredExplanation<Message extends StoredMessage = StoredMessage> extends Omit<
  ExplanationRow,
  "termId"
> {
  readonly messages: readonly Message[];
}

/** A term's explanations in the order in which they were asked. */
export async function listExplanations(db: ReadDb, termId: string): Promise<StoredExplanation<WrittenMessage>[]> {
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
  return rows.map(({ termId: _, ...row }) => ({ ...row, messages: (messages.get(row.id) ?? []).map(readMessage) }));
}

function readMessage({
  kind,
  writtenOn,
  text,
  createdBy,
  createdAt,
}: ReadDb["tables"]["explanationMessages"]["$inferSelect"]): WrittenMessage {
  return { kind, writtenOn, text, createdBy, createdAt };
}

/** The explanation with an id and its messages, null when there is none. */
export async function findExplanation(
  db: ReadDb,
  id: string,
): Promise<(ExplanationRow & StoredExplanation<WrittenMessage>) | null> {
  const { explanations, explanationMessages } = db.tables;
  const [found] = await db.select().from(explanations).where(eq(explanations.id, id));
  if (!found) return null;
  const messages = await db
    .select()
    .from(explanationMessages)
    .where(eq(explanationMessages.explanationId, id))
    .orderBy(asc(explanationMessages.position));
  return { ...found, messages: messages.map(readMessage) };
}

/** Stores explanations with their messages; `at` is UTC, `by` null for what came with a file. */
export async function insertExplanations(
  tx: Db,
  termId: string,
  added: readonly StoredExplanation[],
  at: string,
  by: string | null = null,
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
      messages.map((message, position) => ({
        ...{ id: newId(), explanationId: id, position, ...message },
        ...{ createdAt: at, createdBy: by },
      })),
    ),
  );
}

/** Adds what was just written to an explanation, behind its other messages. */
export async function insertMessage(
  tx: Db,
  { id, messages }: Pick<StoredExplanation, "id" | "messages">,
  message: StoredMessage,
  { by, at }: { readonly by: string | null; readonly at: string },
): Promise<void> {
  await tx.insert(tx.tables.explanationMessages).values({
    ...{ id: newId(), explanationId: id, position: messages.length, ...message },
    ...{ createdAt: at, createdBy: by },
  });
}

/** What of an explanation a step changes. */
export type ExplanationChange = Partial<Pick<ExplanationRow, "state" | "answerBy">>;

/** Changes an explanation that was read before. Throws `stale_version` when somebody else changed it meanwhile. */
export async function updateExplanation(
  tx: Db,
  read: Pick<ExplanationRow, "id" | "version">,
  change: ExplanationChange,
): Promise<ExplanationRow> {
  const { explanations } = tx.tables;
  const [changed] = await tx
    .update(explanations)
    .set({ ...change, version: read.version + 1 })
    .where(and(eq(explanations.id, read.id), eq(explanations.version, read.version)))
    .returning();
  if (!changed) throw new DomainError("stale_version");
  return changed;
}

/** When a question was answered, oldest first (UTC). */
export async function listAnswerTimes(db: ReadDb, explanationId: string): Promise<readonly string[]> {
  const { explanationMessages } = db.tables;
  const rows = await db
    .select({ at: explanationMessages.createdAt })
    .from(explanationMessages)
    .where(and(eq(explanationMessages.explanationId, explanationId), eq(explanationMessages.kind, "answer")))
    .orderBy(asc(explanationMessages.createdAt));
  return rows.map(({ at }) => at);
}
