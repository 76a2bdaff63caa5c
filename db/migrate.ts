// Our own migrate: drizzle's would empty child tables and lose triggers on SQLite.
import { existsSync } from "node:fs";
import pg from "pg";
import { readMigrations } from "./migrate/migrations";
import { migratePg } from "./migrate/pg";
import { countPendingSqlite, migrateSqlite } from "./migrate/sqlite";
import { isPgUrl, sqliteFile } from "./store";

/** Brings the database at the address to this version and answers what was applied. Throws MigrationRefused and changes nothing where it cannot. */
export async function migrate(url: string): Promise<readonly string[]> {
  if (!isPgUrl(url)) return migrateSqlite(sqliteFile(url), readMigrations("sqlite"));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await migratePg(
      { exec: (text) => client.query(text), query: (text, params) => client.query(text, params) },
      readMigrations("pg"),
    );
  } finally {
    await client.end();
  }
}

/** Whether migrating would change a SQLite file that exists, so that it is copied away first. False for PostgreSQL, which has its own tools. */
export function needsBackup(url: string): boolean {
  if (isPgUrl(url)) return false;
  const file = sqliteFile(url);
  return existsSync(file) && countPendingSqlite(file, readMigrations("sqlite")) > 0;
}
