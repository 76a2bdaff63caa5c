// PostgreSQL, and PGlite in tests: the server's own transactions, one writer at a time by a lock on one row.
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { PgDatabase, PgQueryResultHKT, PgTransactionConfig } from "drizzle-orm/pg-core";
import pg from "pg";
import type { Connection, Db, ReadDb, Store } from "../handle";
import * as pgTables from "../schema/pg";
import { auditHead } from "../schema/pg";
import { Transactions } from "./transactions";

/** Drizzle on PostgreSQL, whatever the driver. */
export type PgConnection = PgDatabase<PgQueryResultHKT>;

const snapshot: PgTransactionConfig = { isolationLevel: "repeatable read", accessMode: "read only" };

/** The one cast between the engines: queries are compiled against SQLite's types and built by PostgreSQL's dialect. */
function asConnection(connection: PgConnection): Connection {
  return connection as unknown as Connection;
}

/** Opens the store on a migrated PostgreSQL database. */
export function openPgStore(url: string): Store {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pgStoreOn(drizzle(pool, { casing: "snake_case" }), () => pool.end());
}

/** The store on a connection that is already open; drizzle must have been made with `casing: "snake_case"`. */
export function pgStoreOn(connection: PgConnection, close: () => Promise<void>): Store {
  const transactions = new Transactions(pgTables);
  const db: ReadDb = transactions.outerHandle(asConnection(connection));

  async function transact<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    transactions.refuseNesting("transact");
    return connection.transaction(async (tx) => {
      // Locked first, so that no link of the audit chain and no total is lost, and no two writers wait for each other.
      await tx.execute(sql`select 1 from ${auditHead} for update`);
      return transactions.run(asConnection(tx), work);
    });
  }

  async function read<T>(work: (db: ReadDb) => Promise<T>): Promise<T> {
    transactions.refuseNesting("read");
    return connection.transaction((tx) => transactions.runReading(asConnection(tx), work), snapshot);
  }

  return {
    engine: "pg",
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
