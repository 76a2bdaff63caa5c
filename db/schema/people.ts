import { sql } from "drizzle-orm";
import { dated, holds, inOrder, instants, oneOf, present } from "./checks";
import { ROLES } from "./closed-sets";
import type { Kit, Parents } from "./kit";

function roleHoldingsTable(c: Kit, { users, units }: Parents<"users" | "units">) {
  return c.table(
    "role_holdings",
    {
      id: c.id(),
      userId: c.reference(() => users.id),
      role: c.choice(ROLES).notNull(),
      /** The unit it is bound to: a secretary's cell, or the committee whose own figures the office enters. */
      unitId: c.optionalReference(() => units.id),
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
}

function loginFailuresTable(c: Kit) {
  return c.table(
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
}

function preferencesTable(c: Kit, { users }: Parents<"users">) {
  return c.table(
    "preferences",
    {
      userId: c.reference(() => users.id),
      name: c.text().notNull(),
      value: c.text().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.userId, t.name] })],
  );
}

function requestsTable(c: Kit, { users }: Parents<"users">) {
  return c.table(
    "requests",
    {
      /** The idempotency key that the sender made. */
      id: c.text().notNull(),
      userId: c.reference(() => users.id),
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
}

function sentRemindersTable(c: Kit, { users }: Parents<"users">) {
  return c.table(
    "sent_reminders",
    {
      userId: c.reference(() => users.id),
      /** What it reminded of, and of which turn: the same one is never sent twice. */
      key: c.text().notNull(),
      sentAt: c.instant().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.userId, t.key] }), ...instants(c, t.sentAt), ...present(c, t.key)],
  );
}

/** Who holds which role where and when, and what belongs to one account. */
export function definePeople(c: Kit, parents: Parents<"units" | "users">) {
  const roleHoldings = roleHoldingsTable(c, parents);
  const loginFailures = loginFailuresTable(c);
  const preferences = preferencesTable(c, parents);
  const requests = requestsTable(c, parents);
  const sentReminders = sentRemindersTable(c, parents);
  return { roleHoldings, loginFailures, preferences, requests, sentReminders };
}
