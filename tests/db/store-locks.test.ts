// Another process that holds SQLite's write lock: writers wait for it without stopping everything else.
import { spawn, type ChildProcess } from "node:child_process";
import type Database from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "@/db/store";
import { freshSqliteFile } from "../support/databases";

const holder = `
  const Database = require("better-sqlite3");
  const client = new Database(process.argv[1]);
  client.exec("BEGIN IMMEDIATE");
  client.exec("insert into organisations (id, name) values ('other', 'x')");
  process.stdout.write("locked");
  process.stdin.once("data", () => { client.exec("COMMIT"); client.close(); process.exit(0); });
`;

/** Starts a process that takes the lock and keeps it until it is told. */
async function lockFromOutside(file: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["-e", holder, file], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child;
}

it("waits for another process without blocking, and loses nothing", async () => {
  const file = await freshSqliteFile();
  const store = await openStore(`file:${file}`);
  onTestFinished(() => store.close());
  const child = await lockFromOutside(file);
  let done = false;
  const writing = Promise.all(
    ["a", "b"].map((id) => store.transact((tx) => tx.insert(tx.tables.organisations).values({ id, name: id }))),
  ).then(() => (done = true));
  let turns = 0;
  while (turns < 20) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    turns += 1;
    // Readers go on meanwhile and see nothing unfinished.
    expect(await store.db.select().from(store.db.tables.organisations)).toEqual([]);
  }
  expect(done).toBe(false);
  child.stdin?.write("go");
  await writing;
  const rows = await store.db.select({ id: store.db.tables.organisations.id }).from(store.db.tables.organisations);
  expect(rows.map(({ id }) => id).sort()).toEqual(["a", "b", "other"]);
});

it("opens every connection with keys checked and every commit flushed to the disk", async () => {
  const file = await freshSqliteFile();
  const { connectSqlite } = await import("@/db/store/sqlite");
  const client = connectSqlite(file);
  onTestFinished(() => void client.close());
  const settings = ["journal_mode", "foreign_keys", "synchronous", "recursive_triggers"].map((name) =>
    client.pragma(name, { simple: true }),
  );
  expect(settings).toEqual(["wal", 1, 2, 1]);
  expect(() => client.exec("insert into congresses (term_id) values ('nowhere')")).toThrow(/FOREIGN KEY/);
});

it("cannot replace a row of the audit log through REPLACE either", async () => {
  const file = await freshSqliteFile();
  const { connectSqlite } = await import("@/db/store/sqlite");
  const client: Database.Database = connectSqlite(file);
  onTestFinished(() => void client.close());
  const hash = "a".repeat(64);
  const row = `(1, '2024-01-01T00:00:00.000Z', 'x', 'x', 'x', 'x', 'x', '${hash}', '${hash}')`;
  const into =
    "into audit_log (seq, at, actor_login, actor_name, action, subject_type, subject_id, prev_hash, hash) values";
  client.exec(`insert ${into} ${row}`);
  expect(() => client.exec(`replace ${into} ${row}`)).toThrow(/append-only/);
});
