// The one narrow handle that queries are written against, and the store that hands it out.
// Its types are SQLite's, which PostgreSQL is cast to.
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { Tables } from "./schema/schema";

/** What drizzle gives on either engine; the result of a write without `returning()` differs by driver and is not read. */
export type Connection = BaseSQLiteDatabase<"async", unknown>;

/** Reading: all that the outside of a transaction can do. */
export interface ReadDb extends Pick<Connection, "select" | "selectDistinct"> {
  readonly tables: Tables;
}

/** Reading and writing, only ever handed to the work of a transaction. */
export interface Db extends ReadDb, Pick<Connection, "insert" | "update" | "delete"> {}

/** The opened database. */
export interface Store {
  readonly engine: "sqlite" | "pg";
  /** Reads outside a transaction; refused inside `transact`, where the transaction's own handle sees what it wrote. */
  readonly db: ReadDb;
  /** Reads that must agree with each other: one consistent snapshot, on a reader of its own. */
  read<T>(work: (db: ReadDb) => Promise<T>): Promise<T>;
  /**
   * The one way to write: everything that `work` does is kept, or nothing when it throws. Transactions run one after
   * the other. Refuses to be nested, and refuses the handle once `work` has ended.
   */
  transact<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** For the account library alone, which cannot be handed a transaction: joins the running one, or makes its own. */
  joinOrTransact<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** For the account library alone: the running transaction's handle, or `db`. */
  joinOrRead(): ReadDb;
  close(): Promise<void>;
}

/** Narrows a connection to a handle that calls `guard` before every statement is begun; the guard throws to refuse it. */
export function narrow(connection: Connection, tables: Tables, guard: () => void): Db {
  const guarded = <K extends Exclude<keyof Db, "tables">>(method: K): Db[K] => {
    const call: (...args: never[]) => unknown = connection[method].bind(connection);
    return ((...args: never[]) => {
      guard();
      return call(...args);
    }) as Db[K];
  };
  return {
    tables,
    select: guarded("select"),
    selectDistinct: guarded("selectDistinct"),
    insert: guarded("insert"),
    update: guarded("update"),
    delete: guarded("delete"),
  };
}
