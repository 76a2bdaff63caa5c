// Migrating SQLite. drizzle-kit rebuilds tables (create, copy, drop, rename): with foreign keys on, dropping empties
// the child tables, and inside a transaction the keys cannot be turned off. So they are off before it begins.
import Database from "better-sqlite3";
import { createOwnerOnly } from "../owner-only";
import { createAuditHead } from "./audit-head";
import { MigrationRefused, pendingMigrations, type AppliedMigration, type MigrationSet } from "./migrations";

/** Brings a SQLite file to the set's last migration, whole or not at all; a new file is its owner's alone. Answers the tags that were applied. */
export function migrateSqlite(file: string, set: MigrationSet): readonly string[] {
  createOwnerOnly(file);
  const client = new Database(file, { timeout: 15_000 });
  try {
    client.pragma("journal_mode = WAL");
    client.pragma("synchronous = FULL");
    client.pragma("foreign_keys = OFF");
    client.exec("BEGIN IMMEDIATE");
    const tags = applyPending(client, set);
    client.exec("COMMIT");
    return tags;
  } finally {
    if (client.inTransaction) client.exec("ROLLBACK");
    client.close();
  }
}

/** How many of the set's migrations a SQLite file lacks; it is not changed. */
export function countPendingSqlite(file: string, set: MigrationSet): number {
  const client = new Database(file, { readonly: true });
  try {
    const known = client.prepare("select 1 from sqlite_master where name = 'schema_migrations'").get();
    return pendingMigrations(set.migrations, known ? listApplied(client) : []).length;
  } finally {
    client.close();
  }
}

function applyPending(client: Database.Database, set: MigrationSet): readonly string[] {
  client.exec(
    "CREATE TABLE IF NOT EXISTS schema_migrations (tag text PRIMARY KEY, hash text NOT NULL, applied_at text NOT NULL)",
  );
  const pending = pendingMigrations(set.migrations, listApplied(client));
  // A trigger that names a table while it is renamed makes the rename fail.
  dropTriggers(client);
  const remember = client.prepare("insert into schema_migrations (tag, hash, applied_at) values (?, ?, ?)");
  for (const { tag, hash, statements } of pending) {
    for (const statement of statements) client.exec(statement);
    remember.run(tag, hash, new Date().toISOString());
  }
  client.exec(createAuditHead);
  client.exec(set.triggers);
  refuseBrokenReferences(client);
  return pending.map(({ tag }) => tag);
}

function listApplied(client: Database.Database): AppliedMigration[] {
  return client.prepare("select tag, hash from schema_migrations order by tag").all() as AppliedMigration[];
}

function dropTriggers(client: Database.Database): void {
  const triggers = client.prepare("select name from sqlite_master where type = 'trigger'").all() as { name: string }[];
  for (const { name } of triggers) client.exec(`DROP TRIGGER "${name}"`);
}

function refuseBrokenReferences(client: Database.Database): void {
  const broken = client.pragma("foreign_key_check") as { table: string; parent: string }[];
  const [first] = broken;
  if (!first) return;
  throw new MigrationRefused(
    `after migrating, ${broken.length} rows would refer to nothing (first in ${first.table}, to ${first.parent}); nothing was changed`,
  );
}
