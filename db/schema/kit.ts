// The columns and constraints that the schema is written with, once for each engine.
// SQLite's types are the canonical ones: what compiles against them runs on both, because
// the kit offers nothing that only one engine has. No `@/` imports below db/schema: drizzle-kit loads it.
import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { CalendarDate } from "../../domain/dates";
import type { PeriodKey } from "../../domain/periods";
import type { Thousandths } from "../../domain/thousandths";

export const sqliteKit = {
  table: sqlite.sqliteTable,
  /** UUIDv7 as text, made by the application. */
  id: () => sqlite.text().primaryKey(),
  text: () => sqlite.text(),
  /** The id of a row that must exist; nothing is deleted or changed along with it. */
  reference: (column: () => AnySQLiteColumn) => sqlite.text().notNull().references(column),
  optionalReference: (column: () => AnySQLiteColumn) => sqlite.text().references(column),
  /** Text of a closed set; `oneOf` adds the check. */
  choice: <const V extends readonly [string, ...string[]]>(values: V) =>
    sqlite.text({ enum: [...values] as unknown as V }),
  /** `YYYY-MM-DD`; `dated` adds the check. */
  date: () => sqlite.text().$type<CalendarDate>(),
  /** UTC instant in ISO 8601; `instants` adds the check. */
  instant: () => sqlite.text(),
  periodKey: () => sqlite.text().$type<PeriodKey>(),
  integer: () => sqlite.integer(),
  /** An entered number, in thousandths. */
  thousandths: () => sqlite.integer().$type<Thousandths>(),
  /** A sum of entered numbers, in thousandths, below 2^53. */
  sum: () => sqlite.integer(),
  flag: () => sqlite.integer({ mode: "boolean" }),
  check: sqlite.check,
  index: sqlite.index,
  /** For columns that a composite foreign key refers to: made with the table, before the key. */
  unique: sqlite.unique,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  foreignKey: sqlite.foreignKey,
};

export type Kit = typeof sqliteKit;

/** A table that others refer to. */
export interface Referred {
  readonly id: AnySQLiteColumn;
}

/** The tables that some table refers to, by name. */
export type Parents<Name extends string> = Readonly<Record<Name, Referred>>;

/** PostgreSQL's columns under SQLite's types: the one place where the two engines are called the same. */
export const pgKit = {
  table: pg.pgTable,
  id: () => pg.text().primaryKey(),
  text: () => pg.text(),
  reference: (column: () => pg.AnyPgColumn) => pg.text().notNull().references(column),
  optionalReference: (column: () => pg.AnyPgColumn) => pg.text().references(column),
  choice: (values: readonly [string, ...string[]]) => pg.text({ enum: [...values] as [string, ...string[]] }),
  date: () => pg.text(),
  instant: () => pg.text(),
  periodKey: () => pg.text(),
  integer: () => pg.integer(),
  thousandths: () => pg.bigint({ mode: "number" }),
  sum: () => pg.bigint({ mode: "number" }),
  flag: () => pg.boolean(),
  check: pg.check,
  index: pg.index,
  unique: pg.unique,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
} as unknown as Kit;
