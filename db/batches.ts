import { getTableColumns, sql, type SQL } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "./handle";

const ROWS_A_STATEMENT = 2000;

/**
 * Inserts any number of rows in as few statements as there can be; none is no statement at all. The rows travel as one
 * parameter, a JSON text that the engine itself takes apart: built value by value, a statement of 500 rows costs
 * drizzle more time than it costs the engine. Both engines run the same text.
 */
export async function insertRows<T extends SQLiteTable>(
  tx: Db,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await tx.insert(table).select(selectRows(table, rows.slice(start, start + ROWS_A_STATEMENT)));
  }
}

/** The rows as a query; what a row does not say is its column's default. */
function selectRows<T extends SQLiteTable>(table: T, rows: readonly T["$inferInsert"][]): SQL {
  const columns = Object.entries(getTableColumns(table));
  const values = (row: Readonly<Record<string, unknown>>) =>
    columns.map(([key, column]): unknown => row[key] ?? column.default ?? null);
  // An object of lists, because `json_each` of an object is the same function on both engines.
  const json = JSON.stringify({ ...rows.map(values) });
  const selected = columns.map(([, column], place) => sql.raw(`cast(value ->> ${place} as ${column.getSQLType()})`));
  return sql`select ${sql.join(selected, sql`, `)} from json_each(${json})`;
}

/** The rows under their key, in their order. */
export function groupRows<K, R>(rows: readonly R[], keyOf: (row: R) => K): Map<K, R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
