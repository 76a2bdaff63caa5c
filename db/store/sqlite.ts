// SQLite: one connection that writes, behind a queue, and readers that cannot.
// better-sqlite3's own `transaction` is never used: it cannot hold an async function.
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Connection, Db, ReadDb, Store } from "../handle";
import * as tables from "../schema/sqlite";
import { Transactions } from "./transactions";

/** How long a write waits for another process that holds the lock. */
const LOCK_PATIENCE_MS = 15_000;

/** Another process kept the database locked for too long; nothing was written. */
export class DatabaseBusy extends Error {
  override readonly name = "DatabaseBusy";
}

interface Reader {
  readonly client: Database.Database;
  readonly connection: Connection;
}

/** Opens a connection with the settings that the product relies on. */
export function connectSqlite(file: string): Database.Database {
  const client = new Database(file, { timeout: 0 });
  client.pragma("journal_mode = WAL");
  client.pragma("foreign_keys = ON");
  // An acknowledged write survives a power cut; the build's default for WAL is NORMAL.
  client.pragma("synchronous = FULL");
  // REPLACE must not go round the triggers that guard against deletion.
  client.pragma("recursive_triggers = ON");
  return client;
}

/** Drizzle on a SQLite connection, under the canonical type: its queries run at once and are awaited all the same. */
function drizzleOf(client: Database.Database): Connection {
  return drizzle(client, { casing: "snake_case" }) as unknown as Connection;
}

function openReader(file: string): Reader {
  const client = connectSqlite(file);
  // Readers never wait for writers in WAL, but for the moment in which a checkpoint restarts the log.
  client.pragma("busy_timeout = 5000");
  client.pragma("query_only = ON");
  return { client, connection: drizzleOf(client) };
}

/** Opens the store on a migrated SQLite file. */
export function openSqliteStore(file: string): Store {
  const transactions = new Transactions(tables);
  const writer = connectSqlite(file);
  const writing = drizzleOf(writer);
  const outer = openReader(file);
  const idleReaders: Reader[] = [];
  const db: ReadDb = transactions.outerHandle(outer.connection);
  let queue: Promise<unknown> = Promise.resolve();

  function transact<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    transactions.refuseNesting("transact");
    const result = queue.then(() => commitOrRollBack(writer, () => transactions.run(writing, work)));
    queue = result.catch(() => undefined);
    return result;
  }

  async function read<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
    transactions.refuseNesting("read");
    const reader = idleReaders.pop() ?? openReader(file);
    reader.client.exec("BEGIN");
    try {
      return await transactions.runReading(reader.connection, work);
    } finally {
      reader.client.exec("ROLLBACK");
      idleReaders.push(reader);
    }
  }

  async function close(): Promise<void> {
    await queue;
    for (const { client } of [...idleReaders, outer]) client.close();
    writer.close();
  }

  return {
    engine: "sqlite",
    db,
    read,
    transact,
    joinOrTransact: (work) => {
      const tx = transactions.current();
      return tx ? work(tx) : transact(work);
    },
    joinOrRead: () => transactions.current() ?? db,
    close,
  };
}

async function commitOrRollBack<T>(writer: Database.Database, work: () => Promise<T>): Promise<T> {
  await beginImmediate(writer);
  try {
    const result = await work();
    writer.exec("COMMIT");
    return result;
  } catch (error) {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    throw error;
  }
}

/** Takes the write lock, waiting without blocking the event loop while another process holds it. */
async function beginImmediate(writer: Database.Database): Promise<void> {
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (let pause = 2; ; pause = Math.min(pause * 2, 100)) {
    try {
      writer.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > deadline) throw new DatabaseBusy("another process keeps the database locked", { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
