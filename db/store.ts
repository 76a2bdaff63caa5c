// Where the database is opened. One store a process: writes go through `transact`, and through nothing else.
import { openPgStore } from "./engines/pg";
import { openSqliteStore } from "./engines/sqlite";
import type { Store } from "./handle";

export type { Db, ReadDb, Store } from "./handle";

/**
 * Opens a migrated database. `file:PATH` is SQLite, `postgres://…` PostgreSQL.
 * A relative file is read from the current folder: make it absolute before a server changes its own.
 */
export async function openStore(url: string): Promise<Store> {
  if (/^postgres(ql)?:\/\//.test(url)) return openPgStore(url);
  if (url.startsWith("file:")) return openSqliteStore(sqliteFile(url));
  throw new Error("DATABASE_URL must begin with file: or postgres://");
}

/** The file that a `file:` address names. */
export function sqliteFile(url: string): string {
  return url.slice("file:".length).replace(/^\/\/(?=\/)/, "");
}
