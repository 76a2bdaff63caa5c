import { sql } from "drizzle-orm";
import { dated, holds, inOrder, instants, oneOf, present } from "./checks";
import { ROLES } from "./closed-sets";
import type { Kit } from "./kit";
import type { UnitTables } from "./units";

/**
 * The account library's four tables. Property names are the library's field names (its drizzle adapter
 * addresses columns by them, with `usePlural`); its dates arrive as ISO text because the columns are text.
 */
function defineLibraryTables(c: Kit) {
  const users = c.table(
    "users",
    {
      id: c.id(),
      name: c.text().notNull(),
      email: c.text().notNull(),
      emailVerified: c.flag().notNull().default(false),
      image: c.text(),
      username: c.text(),
      displayUsername: c.text(),
      role: c.text(),
      banned: c.flag().notNull().default(false),
      banReason: c.text(),
      banExpires: c.instant(),
      mustChangePassword: c.flag().notNull().default(false),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex("users_email_unique").on(t.email),
      c.uniqueIndex("users_username_unique").on(t.username),
      ...present(c, t.name),
    ],
  );
  const sessions = c.table(
    "sessions",
    {
      id: c.id(),
      userId: c.text().notNull().references(() => users.id),
      token: c.text().notNull(),
      expiresAt: c.instant().notNull(),
      ipAddress: c.text(),
      userAgent: c.text(),
      impersonatedBy: c.text(),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex("sessions_token_unique").on(t.token), c.index("sessions_user").on(t.userId)],
  );
  const accounts = c.table(
    "accounts",
    {
      id: c.id(),
      userId: c.text().notNull().references(() => users.id),
      accountId: c.text().notNull(),
      providerId: c.text().notNull(),
      accessToken: c.text(),
      refreshToken: c.text(),
      idToken: c.text(),
      accessTokenExpiresAt: c.instant(),
      refreshTokenExpiresAt: c.instant(),
      scope: c.text(),
      password: c.text(),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex("accounts_provider_unique").on(t.providerId, t.accountId),
      c.index("accounts_user").on(t.userId),
    ],
  );
  const verifications = c.table(
    "verifications",
    {
      id: c.id(),
      identifier: c.text().notNull(),
      value: c.text().notNull(),
      expiresAt: c.instant().notNull(),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
    },
    (t) => [c.index("verifications_identifier").on(t.identifier)],
  );
  return { users, sessions, accounts, verifications };
}

/** Accounts, who holds which role where and when, and what belongs to one account. */
export function definePeople(c: Kit, { units }: UnitTables) {
  const library = defineLibraryTables(c);
  const { users } = library;
  const roleHoldings = c.table(
    "role_holdings",
    {
      id: c.id(),
      userId: c.text().notNull().references(() => users.id),
      role: c.choice(ROLES).notNull(),
      /** The unit it is bound to: a secretary's cell, or the committee whose own figures the office enters. */
      unitId: c.text().references(() => units.id),
      fromOn: c.date().notNull(),
      toOn: c.date(),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.index("role_holdings_user").on(t.userId),
      c
        .uniqueIndex("role_holdings_unit_unique")
        .on(t.userId, t.role, t.unitId, t.fromOn)
        .where(sql`${t.unitId} is not null`),
      c
        .uniqueIndex("role_holdings_unique")
        .on(t.userId, t.role, t.fromOn)
        .where(sql`${t.unitId} is null`),
      oneOf(c, t.role, ROLES),
      ...dated(c, t.fromOn, t.toOn),
      ...instants(c, t.createdAt),
      inOrder(c, t.fromOn, t.toOn),
      holds(c, "secretary_has_unit", sql`${t.role} <> 'secretary' or ${t.unitId} is not null`),
    ],
  );
  const loginFailures = c.table(
    "login_failures",
    {
      /** What was typed as the login, folded; it need not belong to an account. */
      login: c.text().primaryKey(),
      failures: c.integer().notNull(),
      lastFailedAt: c.instant().notNull(),
      lockedUntilAt: c.instant(),
    },
    (t) => [holds(c, "failures_counted", sql`${t.failures} > 0`), ...instants(c, t.lastFailedAt, t.lockedUntilAt)],
  );
  const preferences = c.table(
    "preferences",
    {
      userId: c.text().notNull().references(() => users.id),
      name: c.text().notNull(),
      value: c.text().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.userId, t.name] })],
  );
  const requests = c.table(
    "requests",
    {
      /** The idempotency key that the sender made. */
      id: c.text().notNull(),
      userId: c.text().notNull().references(() => users.id),
      action: c.text().notNull(),
      /** The answer that was given, as JSON text. */
      result: c.text().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.userId, t.id] }),
      c.index("requests_created").on(t.createdAt),
      ...instants(c, t.createdAt),
    ],
  );
  return { ...library, roleHoldings, loginFailures, preferences, requests };
}

export type PeopleTables = ReturnType<typeof definePeople>;
