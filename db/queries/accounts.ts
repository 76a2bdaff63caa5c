import { and, count, eq, gt, type SQL } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { Role, RoleHolding } from "../../domain/roles";
import type { Db, ReadDb } from "../handle";

/** Every role that an account ever held; for the office also its hold of the committee level, which it enters itself. */
export async function listRoleHoldings(db: ReadDb, userId: string): Promise<RoleHolding[]> {
  const { roleHoldings } = db.tables;
  const held: RoleHolding[] = await db
    .select({ role: roleHoldings.role, unitId: roleHoldings.unitId, from: roleHoldings.fromOn, to: roleHoldings.toOn })
    .from(roleHoldings)
    .where(eq(roleHoldings.userId, userId));
  const ofOffice = held.filter((holding) => holding.role === "office");
  if (ofOffice.length === 0) return held;
  const committees = await listCommitteeIds(db);
  return [...held, ...ofOffice.flatMap((holding) => committees.map((unitId) => ({ ...holding, unitId })))];
}

async function listCommitteeIds(db: ReadDb): Promise<string[]> {
  const { units } = db.tables;
  const rows = await db.select({ id: units.id }).from(units).where(eq(units.kind, "committee"));
  return rows.map((row) => row.id);
}

/** Whether anybody holds the office's role and is not suspended, that is whether the product is set up. */
export async function hasOfficeAccount(db: ReadDb): Promise<boolean> {
  const { roleHoldings, users } = db.tables;
  const found = await db
    .select({ id: users.id })
    .from(roleHoldings)
    .innerJoin(users, eq(users.id, roleHoldings.userId))
    .where(and(eq(roleHoldings.role, "office"), eq(users.banned, false)))
    .limit(1);
  return found.length > 0;
}

export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly suspended: boolean;
  /** Why it is suspended, where that was said. */
  readonly suspensionNote: string | null;
  /** Its password was set by somebody else and not changed yet. */
  readonly mustChangePassword: boolean;
}

function accountColumns({ users }: ReadDb["tables"]) {
  const { id, username: login, name: displayName, banned: suspended, banReason: suspensionNote } = users;
  return { id, login, displayName, suspended, suspensionNote, mustChangePassword: users.mustChangePassword };
}

/** The account of a login in small letters, null when there is none. */
export async function findAccountByLogin(db: ReadDb, login: string): Promise<AccountRow | null> {
  return findOneAccount(db, eq(db.tables.users.username, login));
}

/** The account of an id, null when there is none. */
export async function findAccount(db: ReadDb, accountId: string): Promise<AccountRow | null> {
  return findOneAccount(db, eq(db.tables.users.id, accountId));
}

async function findOneAccount(db: ReadDb, condition: SQL): Promise<AccountRow | null> {
  const [row] = await db.select(accountColumns(db.tables)).from(db.tables.users).where(condition).limit(1);
  return row ? { ...row, login: row.login ?? "" } : null;
}

/** All accounts, in the order in which they were made. */
export async function listAccounts(db: ReadDb): Promise<AccountRow[]> {
  const rows = await db.select(accountColumns(db.tables)).from(db.tables.users).orderBy(db.tables.users.id);
  return rows.map((row) => ({ ...row, login: row.login ?? "" }));
}

export interface NewRoleHolding {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate | null;
  readonly createdAt: string;
}

export async function insertRoleHoldings(tx: Db, holdings: readonly NewRoleHolding[]): Promise<void> {
  await tx.insert(tx.tables.roleHoldings).values([...holdings]);
}

export interface NewPassword {
  readonly hash: string;
  /** Set by somebody else: nothing but changing it is allowed until it is changed. */
  readonly mustChange: boolean;
}

/** Stores the hash of a new password, and whether it must be changed at the next sign-in. */
export async function updatePassword(
  tx: Db,
  userId: string,
  { hash, mustChange }: NewPassword,
  at: string,
): Promise<void> {
  const { accounts, users } = tx.tables;
  await tx
    .update(accounts)
    .set({ password: hash, updatedAt: at })
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, "credential")));
  await tx.update(users).set({ mustChangePassword: mustChange, updatedAt: at }).where(eq(users.id, userId));
}

/** The hash of an account's password, null for an account that has none. */
export async function findPasswordHash(db: ReadDb, userId: string): Promise<string | null> {
  const { accounts } = db.tables;
  const found = await db
    .select({ hash: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, "credential")))
    .limit(1);
  return found[0]?.hash ?? null;
}

/**
 * When the passwords were made that somebody else set and that were not changed yet (UTC), by account; of one account
 * or of all.
 */
export async function listOneTimePasswords(db: ReadDb, userId?: string): Promise<ReadonlyMap<string, string>> {
  const { accounts, users } = db.tables;
  const isOneTime = and(eq(users.mustChangePassword, true), eq(accounts.providerId, "credential"));
  const rows = await db
    .select({ userId: users.id, madeAt: accounts.updatedAt })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(userId === undefined ? isOneTime : and(isOneTime, eq(users.id, userId)));
  return new Map(rows.map((row) => [row.userId, row.madeAt]));
}

/** Gives an account another name. */
export async function updateDisplayName(tx: Db, userId: string, name: string, at: string): Promise<void> {
  const { users } = tx.tables;
  await tx.update(users).set({ name, updatedAt: at }).where(eq(users.id, userId));
}

export interface Suspension {
  readonly suspended: boolean;
  readonly note: string | null;
}

/** Suspends an account, or lets it sign in again. */
export async function updateSuspension(
  tx: Db,
  userId: string,
  { suspended: banned, note: banReason }: Suspension,
  at: string,
): Promise<void> {
  const { users } = tx.tables;
  await tx.update(users).set({ banned, banReason, updatedAt: at }).where(eq(users.id, userId));
}

/** How many sessions of each account are open at an instant (UTC); an account without any is not among them. */
export async function countOpenSessions(db: ReadDb, now: string): Promise<ReadonlyMap<string, number>> {
  const { sessions } = db.tables;
  const rows = await db
    .select({ userId: sessions.userId, open: count() })
    .from(sessions)
    .where(gt(sessions.expiresAt, now))
    .groupBy(sessions.userId);
  return new Map(rows.map(({ userId, open }) => [userId, open]));
}

/** Ends all sessions of an account. */
export async function deleteSessions(tx: Db, userId: string): Promise<void> {
  const { sessions } = tx.tables;
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}

/** Ends the session of a token. */
export async function deleteSession(tx: Db, token: string): Promise<void> {
  const { sessions } = tx.tables;
  await tx.delete(sessions).where(eq(sessions.token, token));
}
