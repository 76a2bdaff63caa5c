// Where the database is opened. One store a process: writes go through `transact`, and through nothing else.
import { openPgStore } from "./store/pg";
import { openSqliteStore } from "./store/sqlite";
import type { Store } from "./handle";

export type { Db, ReadDb, Store } from "./handle";

/**
 * Opens a migrated database. `file:PATH` is SQLite, `postgres://…` PostgreSQL.
 * A relative file is read from the current folder: make it absolute before a server changes its own.
 */
export async function openStore(url: string): Promise<Store> {
  if (isPgUrl(url)) return openPgStore(url);
  if (url.startsWith("file:")) return openSqliteStore(sqliteFile(url));
  throw new Error("DATABASE_URL must begin with file: or postgres://");
}

/** Whether an address names a PostgreSQL database. */
export function isPgUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

/** The file that a `file:` address names. */
export function sqliteFile(url: string): string {
  return url.slice("file:".length).replace(/^\/\/(?=\/)/, "");
}
