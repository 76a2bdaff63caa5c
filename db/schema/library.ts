import { present } from "./checks";
import type { Kit, Parents } from "./kit";

function usersTable(c: Kit) {
  return c.table(
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
}

function sessionsTable(c: Kit, { users }: Parents<"users">) {
  return c.table(
    "sessions",
    {
      id: c.id(),
      userId: c.reference(() => users.id),
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
}

function accountsTable(c: Kit, { users }: Parents<"users">) {
  return c.table(
    "accounts",
    {
      id: c.id(),
      userId: c.reference(() => users.id),
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
}

function verificationsTable(c: Kit) {
  return c.table(
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
}

/**
 * The account library's four tables. Property names are the library's field names (its drizzle adapter addresses
 * columns by them, with `usePlural`); its dates arrive as ISO text because the columns are text.
 */
export function defineLibrary(c: Kit) {
  const users = usersTable(c);
  const sessions = sessionsTable(c, { users });
  const accounts = accountsTable(c, { users });
  const verifications = verificationsTable(c);
  return { users, sessions, accounts, verifications };
}
