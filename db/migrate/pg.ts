// Migrating PostgreSQL: one transaction, as its DDL allows, under a lock against a second migrating process.
import { createAuditHead } from "./audit-head";
import { pendingMigrations, type AppliedMigration, type MigrationSet } from "./migrations";

/** What a connection of pg and a PGlite database have in common here; both run several statements in one text. */
export interface PgScriptClient {
  exec(text: string): Promise<unknown>;
  query(text: string, params?: unknown[]): Promise<{ rows: unknown[] }>;
}

const LOCK_KEY = 8_215_001;

/** Brings a PostgreSQL database to the set's last migration, whole or not at all. Answers the tags that were applied. */
export async function migratePg(client: PgScriptClient, set: MigrationSet): Promise<readonly string[]> {
  await client.exec("BEGIN");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [LOCK_KEY]);
    const tags = await applyPending(client, set);
    await client.exec("COMMIT");
    return tags;
  } catch (error) {
    await client.exec("ROLLBACK");
    throw error;
  }
}

async function applyPending(client: PgScriptClient, set: MigrationSet): Promise<readonly string[]> {
  await client.exec(
    "CREATE TABLE IF NOT EXISTS schema_migrations (tag text PRIMARY KEY, hash text NOT NULL, applied_at text NOT NULL)",
  );
  const applied = await client.query("select tag, hash from schema_migrations order by tag");
  const pending = pendingMigrations(set.migrations, applied.rows as AppliedMigration[]);
  await dropTriggers(client);
  for (const { tag, hash, statements } of pending) {
    for (const statement of statements) await client.exec(statement);
    const remember = "insert into schema_migrations (tag, hash, applied_at) values ($1, $2, $3)";
    await client.query(remember, [tag, hash, new Date().toISOString()]);
  }
  await client.exec(createAuditHead);
  await client.exec(set.triggers);
  return pending.map(({ tag }) => tag);
}

async function dropTriggers(client: PgScriptClient): Promise<void> {
  const { rows } = await client.query(
    `select t.tgname as name, c.relname as "table" from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace`,
  );
  for (const { name, table } of rows as { name: string; table: string }[]) {
    await client.exec(`DROP TRIGGER "${name}" ON "${table}"`);
  }
}
