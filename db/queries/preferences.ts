import { and, eq } from "drizzle-orm";
import type { Db, ReadDb } from "../handle";

/** What an account keeps for itself. `mail`: the address to which reminders go; `mail_language`: in which language. */
export type PreferenceName = "mail" | "mail_language";

/** An account's own choice, null where it has made none. */
export async function findPreference(db: ReadDb, userId: string, name: PreferenceName): Promise<string | null> {
  const { preferences } = db.tables;
  const [row] = await db
    .select({ value: preferences.value })
    .from(preferences)
    .where(and(eq(preferences.userId, userId), eq(preferences.name, name)));
  return row?.value ?? null;
}

/** The choice of every account that has made one, by account. */
export async function listPreferences(db: ReadDb, name: PreferenceName): Promise<ReadonlyMap<string, string>> {
  const { preferences } = db.tables;
  const rows = await db.select().from(preferences).where(eq(preferences.name, name));
  return new Map(rows.map(({ userId, value }) => [userId, value]));
}

/** Stores an account's own choice; null takes it back. */
export async function savePreference(
  tx: Db,
  userId: string,
  name: PreferenceName,
  value: string | null,
): Promise<void> {
  const { preferences } = tx.tables;
  await tx.delete(preferences).where(and(eq(preferences.userId, userId), eq(preferences.name, name)));
  if (value !== null) await tx.insert(preferences).values({ userId, name, value });
}
