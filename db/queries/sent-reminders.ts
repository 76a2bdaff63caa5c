import { and, eq, inArray, lt } from "drizzle-orm";
import type { Db } from "../handle";
import { insertRows } from "../batches";

/** Which of these reminders were sent to an account already. */
export async function listSentReminders(tx: Db, userId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { sentReminders } = tx.tables;
  const rows = await tx
    .select({ key: sentReminders.key })
    .from(sentReminders)
    .where(and(eq(sentReminders.userId, userId), inArray(sentReminders.key, [...keys])));
  return new Set(rows.map(({ key }) => key));
}

/** Notes reminders as sent. `at` is UTC. */
export async function insertSentReminders(tx: Db, userId: string, keys: readonly string[], at: string): Promise<void> {
  await insertRows(
    tx,
    tx.tables.sentReminders,
    keys.map((key) => ({ userId, key, sentAt: at })),
  );
}

/** Forgets that reminders were sent: the mail did not go out. */
export async function deleteSentReminders(tx: Db, userId: string, keys: readonly string[]): Promise<void> {
  const { sentReminders } = tx.tables;
  await tx.delete(sentReminders).where(and(eq(sentReminders.userId, userId), inArray(sentReminders.key, [...keys])));
}

/** Forgets what was sent before an instant (UTC): its turn does not come again. */
export async function deleteRemindersBefore(tx: Db, at: string): Promise<void> {
  const { sentReminders } = tx.tables;
  await tx.delete(sentReminders).where(lt(sentReminders.sentAt, at));
}
