import { eq, gt, lt } from "drizzle-orm";
import type { Db, ReadDb } from "../handle";

/** Failed attempts in a row for one login (or another name that is guessed at); instants are UTC. */
export interface LoginFailures {
  readonly login: string;
  readonly failures: number;
  readonly lastFailedAt: string;
  readonly lockedUntilAt: string | null;
}

export async function findLoginFailures(db: ReadDb, login: string): Promise<LoginFailures | null> {
  const { loginFailures } = db.tables;
  const found = await db.select().from(loginFailures).where(eq(loginFailures.login, login)).limit(1);
  return found[0] ?? null;
}

/** The logins that are locked at an instant (UTC). */
export async function listLockedLogins(db: ReadDb, now: string): Promise<ReadonlySet<string>> {
  const { loginFailures } = db.tables;
  const rows = await db
    .select({ login: loginFailures.login })
    .from(loginFailures)
    .where(gt(loginFailures.lockedUntilAt, now));
  return new Set(rows.map(({ login }) => login));
}

/** Stores the count of a login, in place of the one before. */
export async function saveLoginFailures(tx: Db, row: LoginFailures): Promise<void> {
  const { loginFailures } = tx.tables;
  await tx.insert(loginFailures).values(row).onConflictDoUpdate({ target: loginFailures.login, set: row });
}

export async function deleteLoginFailures(tx: Db, login: string): Promise<void> {
  const { loginFailures } = tx.tables;
  await tx.delete(loginFailures).where(eq(loginFailures.login, login));
}

/** Forgets counts whose last failure is older than an instant, so that guessing at names fills no table. */
export async function deleteLoginFailuresBefore(tx: Db, instant: string): Promise<void> {
  const { loginFailures } = tx.tables;
  await tx.delete(loginFailures).where(lt(loginFailures.lastFailedAt, instant));
}
