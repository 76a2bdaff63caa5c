// A fresh, really migrated database for a test: migrated once, then copied, on either engine.
import { createHash } from "node:crypto";
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { onTestFinished } from "vitest";
import { readMigrations, type Engine, type MigrationSet } from "@/db/migrate/migrations";
import { createAuditHead } from "@/db/migrate/audit-head";
import { migratePg } from "@/db/migrate/pg";
import { migrateSqlite } from "@/db/migrate/sqlite";
import { openStore, type Store } from "@/db/store";
import { pgStoreOn, type PgConnection } from "@/db/store/pg";

export const engines = ["sqlite", "pg"] as const satisfies readonly Engine[];

const cache = join(tmpdir(), "tien-do-test-databases");

/** A store on an empty migrated database, closed and removed when the test is over. */
export async function openFreshStore(engine: Engine): Promise<Store> {
  const store = engine === "sqlite" ? await openStore(`file:${await freshSqliteFile()}`) : await openPglite();
  onTestFinished(() => store.close());
  return store;
}

/** A migrated SQLite file of the test's own. */
export async function freshSqliteFile(): Promise<string> {
  const file = join(await temporaryFolder(), "test.sqlite");
  await putMigratedSqlite(file);
  return file;
}

/** Puts a migrated SQLite database where several tests share it. */
export async function putMigratedSqlite(file: string): Promise<void> {
  await copyFile(await sqliteTemplate(), file);
}

/** A folder that is removed when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tien-do-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The store on a PGlite database. */
export function storeOnPglite(client: PGlite, close = () => client.close()): Store {
  const connection = drizzle(client, { casing: "snake_case" }) as unknown as PgConnection;
  return pgStoreOn(connection, close);
}

/** How many rows each table has. */
export async function countRows(store: Store): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, table] of Object.entries(store.db.tables)) {
    counts[name] = (await store.db.select({ one: sql`1` }).from(table)).length;
  }
  return counts;
}

/** Databases between two tests of a file: starting one costs far more than emptying it. */
const idle: PGlite[] = [];

async function openPglite(): Promise<Store> {
  const client = idle.pop() ?? (await startPglite());
  let isOpen = true;
  return storeOnPglite(client, async () => {
    if (!isOpen) return;
    isOpen = false;
    await emptyPglite(client);
    idle.push(client);
  });
}

async function startPglite(): Promise<PGlite> {
  const template = await readFile(await pgliteTemplate());
  return PGlite.create({ loadDataDir: new Blob([template]) });
}

/** Brings a database back to what migrating leaves: no rows but the beginning of the audit chain. */
async function emptyPglite(client: PGlite): Promise<void> {
  const found = await client.query<{ readonly name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations'",
  );
  // Rows are few: truncating would make new files for every table and index, which takes ten times as long.
  const deletes = found.rows.map(({ name }) => `DELETE FROM "${name}";`).join(" ");
  // As a replica the session runs no triggers: those that guard the log would refuse.
  await client.exec(`SET session_replication_role = replica; ${deletes} RESET session_replication_role;`);
  await client.exec(createAuditHead);
}

async function sqliteTemplate(): Promise<string> {
  const set = readMigrations("sqlite");
  return cached(`${fingerprint(set)}.sqlite`, async (file) => {
    migrateSqlite(file, set);
    const client = new Database(file);
    client.pragma("journal_mode = DELETE");
    client.close();
  });
}

async function pgliteTemplate(): Promise<string> {
  const set = readMigrations("pg");
  return cached(`${fingerprint(set)}.tar`, async (file) => {
    const client = await PGlite.create();
    await migratePg(client, set);
    const dump = await client.dumpDataDir("none");
    await writeFile(file, Buffer.from(await dump.arrayBuffer()));
    await client.close();
  });
}

function fingerprint(set: MigrationSet): string {
  const hash = createHash("sha256").update(set.triggers);
  for (const migration of set.migrations) hash.update(migration.hash);
  return hash.digest("hex").slice(0, 16);
}

/** Makes a file once, also when several test processes want it at the same time. */
async function cached(name: string, make: (file: string) => Promise<void>): Promise<string> {
  const file = join(cache, name);
  if (existsSync(file)) return file;
  await mkdir(cache, { recursive: true });
  const own = `${file}.${process.pid}.${Date.now()}`;
  await make(own);
  await rename(own, file);
  return file;
}
