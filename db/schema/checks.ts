// Check constraints that both engines read the same. Names are unique within a table only.
import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Kit } from "./kit";

const DAY = "____-__-__";
const INSTANT = "____-__-__T__:__:__%Z";

const named = (column: SQLiteColumn, rule: string) => `${toSnakeCase(column.name)}_${rule}`;

/** The column holds one of a closed set (or null, where it may). */
export function oneOf(c: Kit, column: SQLiteColumn, values: readonly string[]) {
  const list = values.map((value) => `'${value}'`).join(", ");
  return c.check(named(column, "known"), sql`${column} in (${sql.raw(list)})`);
}

/** The columns look like `YYYY-MM-DD`. */
export function dated(c: Kit, ...columns: SQLiteColumn[]) {
  return columns.map((column) => c.check(named(column, "shape"), sql`${column} like ${sql.raw(`'${DAY}'`)}`));
}

/** The columns look like UTC instants. */
export function instants(c: Kit, ...columns: SQLiteColumn[]) {
  return columns.map((column) => c.check(named(column, "shape"), sql`${column} like ${sql.raw(`'${INSTANT}'`)}`));
}

/** The first day is not after the last; an open end passes. */
export function inOrder(c: Kit, first: SQLiteColumn, last: SQLiteColumn) {
  return c.check(named(first, `to_${toSnakeCase(last.name)}`), sql`${first} <= ${last}`);
}

/** The text is not blank. */
export function present(c: Kit, ...columns: SQLiteColumn[]) {
  return columns.map((column) => c.check(named(column, "present"), sql`length(trim(${column})) > 0`));
}

/** A rule of its own. */
export function holds(c: Kit, name: string, rule: SQL | SQLWrapper) {
  return c.check(name, sql`${rule}`);
}
