import type { SQLiteInsertValue, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "./handle";

// Both engines limit the parameters of a statement (SQLite to 32,766); no table has more than 30 columns.
const ROWS_A_STATEMENT = 500;

/** Inserts any number of rows in as few statements as the engines allow; none is no statement at all. */
export async function insertRows<T extends SQLiteTable>(
  tx: Db,
  table: T,
  rows: readonly SQLiteInsertValue<T>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await tx.insert(table).values(rows.slice(start, start + ROWS_A_STATEMENT));
  }
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
