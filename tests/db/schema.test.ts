import { getTableColumns, getTableName, is, sql, type Column } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { PgTable } from "drizzle-orm/pg-core";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { pgKit, sqliteKit } from "@/db/schema/kit";
import * as pgTables from "@/db/schema/pg";
import { defineSchema, type Tables } from "@/db/schema/schema";
import * as sqliteTables from "@/db/schema/sqlite";
import { engines, openFreshStore } from "../support/databases";

const tablesOf = { sqlite: sqliteTables, pg: pgTables };

function columnsOf(tables: Tables): [string, string[]][] {
  return Object.values(tables).map((table) => [
    getTableName(table),
    Object.values<Column>(getTableColumns(table))
      .map(({ name }) => toSnakeCase(name))
      .sort(),
  ]);
}

describe("the schema", () => {
  it("exports every table to the migrations of both engines", () => {
    expect(Object.keys(sqliteTables).sort()).toEqual(Object.keys(defineSchema(sqliteKit)).sort());
    expect(Object.keys(pgTables).sort()).toEqual(Object.keys(defineSchema(pgKit)).sort());
  });

  it("is of each engine's own kind", () => {
    expect(Object.values(sqliteTables).every((table) => is(table, SQLiteTable))).toBe(true);
    expect(Object.values(pgTables).every((table) => is(table, PgTable))).toBe(true);
  });

  it("has the same tables and columns on both engines", () => {
    expect(columnsOf(tablesOf.pg)).toEqual(columnsOf(tablesOf.sqlite));
  });

  it("names tables in the plural and in snake case", () => {
    const names = columnsOf(tablesOf.sqlite).map(([name]) => name);
    expect(names.filter((name) => !/^[a-z_]+(s|_log|_head)$/.test(name))).toEqual([]);
  });
});

describe.each(engines)("a migrated database on %s", (engine) => {
  it("has the columns of the schema: no migration is missing", async () => {
    const store = await openFreshStore(engine);
    for (const [name, columns] of columnsOf(tablesOf[engine])) {
      const list =
        engine === "sqlite"
          ? sql`(select name from pragma_table_info(${name})) as t`
          : sql`(select column_name as name from information_schema.columns where table_name = ${name}) as t`;
      const rows = await store.db.select({ name: sql<string>`t.name` }).from(list);
      expect(rows.map((row) => row.name).sort(), name).toEqual(columns);
    }
  });
});
