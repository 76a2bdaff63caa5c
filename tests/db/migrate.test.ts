import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { MigrationRefused, readMigrations, type Engine, type MigrationSet } from "@/db/migrate/migrations";
import { migratePg } from "@/db/migrate/pg";
import { countPendingSqlite, migrateSqlite } from "@/db/migrate/sqlite";
import { engines, temporaryFolder } from "../support/databases";
import { filledRows, type Cell, type Row } from "../support/filled-rows";

/** A database of either engine in plain SQL. */
interface PlainDatabase {
  migrate(set: MigrationSet): Promise<readonly string[]>;
  run(sql: string, params?: readonly Cell[]): Promise<void>;
  all(sql: string): Promise<Row[]>;
}

async function openPlain(engine: Engine): Promise<PlainDatabase> {
  return engine === "sqlite" ? openPlainSqlite() : openPlainPglite();
}

async function openPlainSqlite(): Promise<PlainDatabase> {
  const file = join(await temporaryFolder(), "plain.sqlite");
  const within = <T>(work: (client: Database.Database) => T): T => {
    const client = new Database(file);
    client.pragma("foreign_keys = ON");
    try {
      return work(client);
    } finally {
      client.close();
    }
  };
  return {
    migrate: async (set) => migrateSqlite(file, set),
    run: async (sql, params = []) =>
      within(
        (client) =>
          void client.prepare(sql).run(...params.map((cell) => (typeof cell === "boolean" ? Number(cell) : cell))),
      ),
    all: async (sql) => within((client) => client.prepare(sql).all() as Row[]),
  };
}

async function openPlainPglite(): Promise<PlainDatabase> {
  const client = await PGlite.create();
  onTestFinished(() => client.close());
  return {
    migrate: (set) => migratePg(client, set),
    run: async (sql, params = []) => void (await client.query(numbered(sql), [...params])),
    all: async (sql) => (await client.query<Row>(sql)).rows,
  };
}

function numbered(sql: string): string {
  let count = 0;
  return sql.replaceAll("?", () => `$${(count += 1)}`);
}

async function columnsOf(db: PlainDatabase, engine: Engine, table: string): Promise<string[]> {
  const rows = await db.all(
    engine === "sqlite"
      ? `select name from pragma_table_info('${table}')`
      : `select column_name as name from information_schema.columns where table_name = '${table}'`,
  );
  return rows.map(({ name }) => String(name));
}

async function tablesOf(db: PlainDatabase, engine: Engine): Promise<string[]> {
  const rows = await db.all(
    engine === "sqlite"
      ? "select name from sqlite_master where type = 'table'"
      : "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  return rows.map(({ name }) => String(name)).sort();
}

async function triggersOf(db: PlainDatabase, engine: Engine): Promise<string[]> {
  const rows = await db.all(
    engine === "sqlite"
      ? "select name from sqlite_master where type = 'trigger'"
      : "select tgname as name from pg_trigger where not tgisinternal",
  );
  return rows.map(({ name }) => String(name)).sort();
}

function triggersIn(set: MigrationSet): string[] {
  return [...set.triggers.matchAll(/CREATE TRIGGER (\w+)/g)].map(([, name]) => String(name)).sort();
}

/** Fills a database of any version with every row that it has a table for. */
async function fill(db: PlainDatabase, engine: Engine): Promise<void> {
  for (const [table, rows] of filledRows) {
    const known = await columnsOf(db, engine, table);
    for (const row of known.length === 0 ? [] : rows) {
      const columns = Object.keys(row).filter((column) => known.includes(column));
      const marks = columns.map(() => "?").join(", ");
      const names = columns.map((column) => `"${column}"`).join(", ");
      await db.run(
        `insert into ${table} (${names}) values (${marks})`,
        columns.map((column) => row[column] ?? null),
      );
    }
  }
  await db.run("update submissions set current_revision_id = ? where id = ?", ["b1", "b"]);
}

/** Every row of every table, columns by name. */
async function readAll(db: PlainDatabase, engine: Engine): Promise<Record<string, Row[]>> {
  const contents: Record<string, Row[]> = {};
  for (const table of await tablesOf(db, engine)) {
    if (table === "schema_migrations") continue;
    const rows = await db.all(`select * from ${table}`);
    contents[table] = rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return contents;
}

function withoutNewColumns(after: Record<string, Row[]>, before: Record<string, Row[]>): Record<string, Row[]> {
  return Object.fromEntries(
    Object.entries(before).map(([table, rows]) => {
      const columns = Object.keys(rows[0] ?? {});
      const kept = (after[table] ?? []).map((row) =>
        Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
      );
      return [table, kept];
    }),
  );
}

const forbidden: readonly string[] = [
  "update audit_log set action = 'x'",
  "delete from audit_log",
  "update export_log set report = 'x'",
  "delete from export_log",
  "update snapshots set name = 'x'",
  "delete from snapshots",
  "update snapshot_reports set content = 'x'",
  "delete from snapshot_reports",
  "update task_updates set text = 'x'",
  "update changes set rows = '[]'",
  "delete from changes",
  "update explanation_messages set text = 'x'",
  "delete from explanation_messages",
  "update submission_revisions set number = 9 where id = 'b1'",
  "update submission_revisions set sealed_at = null where id = 'b1'",
  "delete from submission_revisions where id = 'b1'",
  "update figure_values set n = 1 where id = 'fv1'",
  "update figure_values set revision_id = 'b1' where id = 'fv2'",
  "delete from figure_values where id = 'fv1'",
  "insert into figure_values (id, revision_id, measure_id, n, not_applicable) values ('late', 'b1', 'm', 1, false)",
];

async function expectTriggersBite(db: PlainDatabase): Promise<void> {
  // Younger than the oldest database that is upgraded here.
  await db.run(
    `insert into changes (id, at, actor_name, action, subject_type, subject_id, rows)
     values ('ch2', '2024-03-01T08:00:00.000Z', 'Văn phòng', 'term.changed', 'term', 't', '[]')`,
  );
  for (const sql of forbidden) await expect(db.run(sql), sql).rejects.toThrow(/append-only|sealed/);
  // A draft stays open, and a sealed revision takes one decision.
  await db.run("update figure_values set n = 25000 where id = 'fv2'");
  const decide =
    "update submission_revisions set decision = 'returned', decided_at = '2024-03-02T08:00:00.000Z' where id = 'b1'";
  await db.run(decide);
  await expect(db.run(decide)).rejects.toThrow(/sealed/);
}

describe.each(engines)("migrate on %s", (engine) => {
  const set = readMigrations(engine);

  it("has filling rows for every table", async () => {
    const db = await openPlain(engine);
    await db.migrate(set);
    const filled = filledRows.map(([table]) => table);
    expect([...filled, "audit_head", "schema_migrations"].sort()).toEqual(await tablesOf(db, engine));
  });

  it.each(set.migrations.slice(0, -1).map(({ tag }, index) => [tag, index + 1] as const))(
    "carries every row of a database at %s to the newest version, with triggers that bite",
    async (_, count) => {
      const db = await openPlain(engine);
      await db.migrate({ migrations: set.migrations.slice(0, count), triggers: "" });
      await fill(db, engine);
      const before = await readAll(db, engine);
      const applied = await db.migrate(set);
      expect(applied).toEqual(set.migrations.slice(count).map(({ tag }) => tag));
      expect(withoutNewColumns(await readAll(db, engine), before)).toEqual(before);
      expect(await triggersOf(db, engine)).toEqual(triggersIn(set));
      await expectTriggersBite(db);
    },
  );

  it("changes nothing the second time", async () => {
    const db = await openPlain(engine);
    await db.migrate(set);
    await fillBehindTriggers(db, engine);
    const before = await readAll(db, engine);
    expect(await db.migrate(set)).toEqual([]);
    expect(await readAll(db, engine)).toEqual(before);
    expect(await triggersOf(db, engine)).toEqual(triggersIn(set));
  });

  it("begins the audit chain once", async () => {
    const db = await openPlain(engine);
    await db.migrate(set);
    await db.migrate(set);
    expect(await db.all("select id, seq, hash from audit_head")).toEqual([{ id: 1, seq: 0, hash: "0".repeat(64) }]);
  });

  it("refuses a database of a newer version and leaves it alone", async () => {
    const db = await openPlain(engine);
    await db.migrate(set);
    await db.run("insert into schema_migrations (tag, hash, applied_at) values (?, ?, ?)", [
      "9999_from_later",
      "x",
      "x",
    ]);
    await expect(db.migrate(set)).rejects.toThrow(MigrationRefused);
    expect(await triggersOf(db, engine)).toEqual(triggersIn(set));
  });

  it("refuses a database whose history reads differently", async () => {
    const db = await openPlain(engine);
    await db.migrate(set);
    await db.run("update schema_migrations set hash = ?", ["other"]);
    await expect(db.migrate(set)).rejects.toThrow(/another history/);
  });

  it("undoes everything when a migration fails half-way", async () => {
    const db = await openPlain(engine);
    await db.migrate(set);
    await fillBehindTriggers(db, engine);
    const before = await readAll(db, engine);
    const broken = { tag: "9999_broken", hash: "x", statements: ["DROP TABLE preferences", "SELECT * FROM nowhere"] };
    await expect(db.migrate({ ...set, migrations: [...set.migrations, broken] })).rejects.toThrow();
    expect(await readAll(db, engine)).toEqual(before);
    expect(await triggersOf(db, engine)).toEqual(triggersIn(set));
  });
});

/** Fills a database that has its triggers already, by the one order that they allow. */
async function fillBehindTriggers(db: PlainDatabase, engine: Engine): Promise<void> {
  const without = readMigrations(engine);
  await db.migrate({ ...without, triggers: "" });
  await fill(db, engine);
  await db.migrate(without);
}

describe("migrating SQLite", () => {
  it("makes triggers anew on a table that a migration rebuilds", async () => {
    const set = readMigrations("sqlite");
    const db = await openPlain("sqlite");
    await db.migrate(set);
    await fillBehindTriggers(db, "sqlite");
    const [made] = await db.all("select sql from sqlite_master where name = 'submission_revisions'");
    const rebuild = [
      String(made?.sql).replaceAll("submission_revisions", "__new_submission_revisions"),
      "INSERT INTO __new_submission_revisions SELECT * FROM submission_revisions",
      "DROP TABLE submission_revisions",
      "ALTER TABLE __new_submission_revisions RENAME TO submission_revisions",
    ];
    await db.migrate({
      ...set,
      migrations: [...set.migrations, { tag: "9999_rebuilt", hash: "x", statements: rebuild }],
    });
    expect(await db.all("select count(*) as count from figure_values")).toEqual([{ count: 2 }]);
    await expectTriggersBite(db);
  });

  it("refuses a migration that leaves a reference to nothing, and undoes it", async () => {
    const set = readMigrations("sqlite");
    const db = await openPlain("sqlite");
    await db.migrate(set);
    await fillBehindTriggers(db, "sqlite");
    const careless = { tag: "9999_careless", hash: "x", statements: ["DELETE FROM measures"] };
    await expect(db.migrate({ ...set, migrations: [...set.migrations, careless] })).rejects.toThrow(/refer to nothing/);
    expect(await db.all("select count(*) as count from measures")).toEqual([{ count: 1 }]);
  });

  it("knows what a file lacks without changing it", async () => {
    const set = readMigrations("sqlite");
    const file = join(await temporaryFolder(), "old.sqlite");
    migrateSqlite(file, { ...set, migrations: set.migrations.slice(0, 1), triggers: "" });
    expect(countPendingSqlite(file, set)).toBe(set.migrations.length - 1);
  });
});
