// The one-time code of the first run, hashed, in the library's table for such things.
import { eq } from "drizzle-orm";
import type { Db, ReadDb } from "../handle";

const IDENTIFIER = "first-run";

/** Puts the hash of a new code in the place of the one before. Instants are UTC. */
export async function replaceFirstRunCode(
  tx: Db,
  code: { readonly id: string; readonly hash: string; readonly createdAt: string; readonly expiresAt: string },
): Promise<void> {
  const { id, hash, createdAt, expiresAt } = code;
  await deleteFirstRunCode(tx);
  await tx
    .insert(tx.tables.verifications)
    .values({ id, identifier: IDENTIFIER, value: hash, createdAt, expiresAt, updatedAt: createdAt });
}

/** The hash of the code that opens the first-run page, null when there is none or it has expired. */
export async function findFirstRunCode(db: ReadDb, at: string): Promise<string | null> {
  const { verifications } = db.tables;
  const found = await db.select().from(verifications).where(eq(verifications.identifier, IDENTIFIER)).limit(1);
  const code = found[0];
  return code && at < code.expiresAt ? code.value : null;
}

export async function deleteFirstRunCode(tx: Db): Promise<void> {
  const { verifications } = tx.tables;
  await tx.delete(verifications).where(eq(verifications.identifier, IDENTIFIER));
}
