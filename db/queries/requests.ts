// What was asked for once and must not be done twice, with the answer that was given.
import { and, eq, lt } from "drizzle-orm";
import type { Db, ReadDb } from "../handle";

type RequestRow = ReadDb["tables"]["requests"]["$inferSelect"];

/** The answer that an account was given to a request; null when it has not been done. */
export async function findRequest(
  db: ReadDb,
  userId: string,
  id: string,
): Promise<Pick<RequestRow, "action" | "result"> | null> {
  const { requests } = db.tables;
  const [found] = await db
    .select({ action: requests.action, result: requests.result })
    .from(requests)
    .where(and(eq(requests.userId, userId), eq(requests.id, id)));
  return found ?? null;
}

export async function insertRequest(tx: Db, request: RequestRow): Promise<void> {
  await tx.insert(tx.tables.requests).values(request);
}

/** Forgets an account's requests from before an instant (UTC): nobody sends them again. */
export async function deleteRequestsBefore(tx: Db, userId: string, before: string): Promise<void> {
  const { requests } = tx.tables;
  await tx.delete(requests).where(and(eq(requests.userId, userId), lt(requests.createdAt, before)));
}
