// The rows that the settings are made of, as a whole: what a change did to them is a difference, and taking it back is
// the same difference the other way round. Figures, reports and records are not among them.
import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Tables } from "./schema/schema";
import { canonicalText, type JsonValue } from "../domain/audit";
import type { CalendarDate } from "../domain/dates";
import { DomainError } from "../domain/errors";
import { insertRows } from "./batches";
import type { Db, ReadDb } from "./handle";

/** Things that others refer to, in the order in which they can be inserted, with their key. */
const THINGS = {
  organisations: ["id"],
  reportingSettings: ["id"],
  units: ["id"],
  unitEvents: ["id"],
  users: ["id"],
  terms: ["id"],
  reportingYears: ["id"],
  periods: ["id"],
  targets: ["id"],
  measures: ["id"],
  measureVersions: ["id"],
  planVersions: ["id"],
  taskGroups: ["id"],
  tasks: ["id"],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

/** What belongs to a thing and is referred to by nothing. */
const PARTS = {
  unitVersions: ["id"],
  unitEventParts: ["eventId", "side", "unitId"],
  roleHoldings: ["id"],
  congresses: ["termId"],
  periodRules: ["id"],
  periodExceptions: ["id"],
  targetLinks: ["id"],
  measureYearBases: ["versionId", "yearId"],
  measureUnits: ["measureId", "unitId"],
  planValues: ["id"],
  taskUnits: ["taskId", "unitId"],
  taskTargets: ["taskId", "targetId"],
  taskUpdates: ["id"],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

const KEYS = { ...THINGS, ...PARTS };

export type GovernedTable = keyof typeof KEYS;

/**
 * Where the columns of a row have nothing to do with each other, those that belong together: a change is about the
 * groups that it altered, is taken back in them alone, and what came later in another group neither blocks that nor is
 * undone by it. Columns in no group are not governed. Only an account is such a row: its name, and whether it is
 * suspended, say nothing about the password, which its person changes at any time. Elsewhere rules bind columns to each
 * other (a term's days, a method's kind and base, a task's state), so that half a row taken back could be one that no
 * form would have let through.
 */
const APART: Partial<Record<GovernedTable, readonly (readonly string[])[]>> = {
  users: [["name"], ["banned", "banReason", "banExpires"]],
};

type Row = Readonly<Record<string, JsonValue>>;

/** Every governed row, by table and key. */
export type GovernedRows = ReadonlyMap<GovernedTable, ReadonlyMap<string, Row>>;

/** One row before and after a change; null where there was none. */
export interface RowChange {
  readonly table: GovernedTable;
  readonly before: Row | null;
  readonly after: Row | null;
}

const tableNames = Object.keys(KEYS) as readonly GovernedTable[];

/** A row's key as text. */
function keyOf(table: GovernedTable, row: Row): string {
  return canonicalText(KEYS[table].map((column) => row[column] ?? null));
}

/** Reads all of them; a row is plain JSON on both engines. */
export async function readGovernedRows(db: ReadDb): Promise<GovernedRows> {
  const read = new Map<GovernedTable, ReadonlyMap<string, Row>>();
  for (const name of tableNames) {
    const rows = (await db.select().from(db.tables[name] as SQLiteTable)) as readonly Row[];
    read.set(name, new Map(rows.map((row) => [keyOf(name, row), row])));
  }
  return read;
}

/**
 * What became of the rows: one entry for each that came, went or differs, in the order of the tables. An account that
 * came is left out: accounts are never deleted, so taking the change back leaves it, without the roles it was given.
 */
export function diffGovernedRows(before: GovernedRows, after: GovernedRows): readonly RowChange[] {
  return tableNames.flatMap((table) => {
    const old = before.get(table) ?? new Map<string, Row>();
    const young = after.get(table) ?? new Map<string, Row>();
    const keys = new Set([...old.keys(), ...young.keys()]);
    return [...keys].flatMap((key): RowChange[] => {
      const change = { table, before: old.get(key) ?? null, after: young.get(key) ?? null };
      const isNewAccount = table === "users" && change.before === null;
      return isNewAccount || isSame(change.before, change.after, alteredColumns(change)) ? [] : [change];
    });
  });
}

/** The columns that a change of a row was about; null for all of them. */
function alteredColumns({ table, before, after }: RowChange): readonly string[] | null {
  const groups = APART[table];
  if (!groups || before === null || after === null) return null;
  return groups.filter((columns) => !isSame(before, after, columns)).flat();
}

function isSame(a: Row | null, b: Row | null, columns: readonly string[] | null): boolean {
  return canonicalText(partOf(a, columns)) === canonicalText(partOf(b, columns));
}

/** A row as far as the columns go; null for all of them. */
function partOf(row: Row | null, columns: readonly string[] | null): Row | null {
  if (row === null || columns === null) return row;
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

/** The same changes the other way round. */
export function reversed(changes: readonly RowChange[]): readonly RowChange[] {
  return changes.map(({ table, before, after }) => ({ table, before: after, after: before }));
}

/** Whether every changed row still stands as the change left it, in the columns that the change was about. */
export function stillStands(rows: GovernedRows, changes: readonly RowChange[]): boolean {
  return changes.every((change) => {
    const { table, before, after } = change;
    const row = after ?? before;
    const present = row && rows.get(table)?.get(keyOf(table, row));
    return isSame(present ?? null, after, alteredColumns(change));
  });
}

/**
 * Brings the rows to what each change says comes after it. Parts go first and come last, things in the order in which
 * they refer to each other. DomainError `still_needed` when a row that would go is referred to by something newer.
 */
export async function applyRowChanges(tx: Db, changes: readonly RowChange[]): Promise<void> {
  const things = Object.keys(THINGS) as GovernedTable[];
  const parts = Object.keys(PARTS) as GovernedTable[];
  for (const table of parts) await deleteGone(tx, table, changes);
  await deleteTotalsOfGone(tx, changes);
  await parkYears(tx, changes);
  for (const table of things) await insertNew(tx, table, changes);
  for (const table of tableNames) await updateChanged(tx, table, changes);
  for (const table of [...things].reverse()) await deleteGone(tx, table, changes);
  for (const table of parts) await insertNew(tx, table, changes);
}

function columnsOf(tx: ReadDb, table: GovernedTable): Readonly<Record<string, AnySQLiteColumn>> {
  return tx.tables[table] as unknown as Readonly<Record<string, AnySQLiteColumn>>;
}

function isRow(tx: ReadDb, table: GovernedTable, row: Row): SQL | undefined {
  const columns = columnsOf(tx, table);
  return and(
    ...KEYS[table].map((name) => {
      const column = columns[name];
      if (!column) throw new Error(`no column ${name} in ${table}`);
      return eq(column, row[name]);
    }),
  );
}

/** Totals are computed anew after every change: those of what goes must not hold it back. */
async function deleteTotalsOfGone(tx: Db, changes: readonly RowChange[]): Promise<void> {
  const { totals } = tx.tables;
  const columns = { periods: totals.periodId, measures: totals.measureId, units: totals.unitId };
  for (const [table, column] of Object.entries(columns)) {
    const gone = changes.flatMap(({ before, after, ...change }) =>
      change.table === table && before !== null && after === null ? [before.id as string] : [],
    );
    if (gone.length > 0) await tx.delete(totals).where(inArray(column, gone));
  }
}

/** Years that move begin where another one began: they step aside first, to days that no term has. */
async function parkYears(tx: Db, changes: readonly RowChange[]): Promise<void> {
  const { reportingYears } = tx.tables;
  const moved = changes.filter(({ table, before, after }) => table === "reportingYears" && before && after);
  for (const [index, { after }] of moved.entries()) {
    const startsOn = `0001-01-${String(index + 1).padStart(2, "0")}` as CalendarDate;
    await tx
      .update(reportingYears)
      .set({ startsOn })
      .where(eq(reportingYears.id, after?.id as string));
  }
}

async function deleteGone(tx: Db, table: GovernedTable, changes: readonly RowChange[]): Promise<void> {
  for (const change of changes) {
    if (change.table !== table || change.after !== null || change.before === null) continue;
    try {
      await tx.delete(tx.tables[table] as SQLiteTable).where(isRow(tx, table, change.before));
    } catch (error) {
      throw isRefusal(error, FOREIGN_KEY_CODES) ? new DomainError("still_needed") : error;
    }
  }
}

async function insertNew(tx: Db, table: GovernedTable, changes: readonly RowChange[]): Promise<void> {
  const rows = changes.flatMap((change) =>
    change.table === table && change.before === null && change.after !== null ? [change.after] : [],
  );
  try {
    await insertRows(tx, tx.tables[table] as SQLiteTable, rows);
  } catch (error) {
    // Its code was given away, or what it refers to has gone.
    throw isRefusal(error, [...UNIQUE_CODES, ...FOREIGN_KEY_CODES]) ? new DomainError("changed_since") : error;
  }
}

async function updateChanged(tx: Db, table: GovernedTable, changes: readonly RowChange[]): Promise<void> {
  for (const change of changes) {
    const { before, after } = change;
    const columns = alteredColumns(change);
    if (change.table !== table || before === null || after === null || columns?.length === 0) continue;
    await tx
      .update(tx.tables[table] as SQLiteTable)
      .set(partOf(after, columns) ?? after)
      .where(isRow(tx, table, after));
  }
}

const FOREIGN_KEY_CODES = ["SQLITE_CONSTRAINT_FOREIGNKEY", "23503"];
const UNIQUE_CODES = ["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "23505"];

/** Whether a database refused a row for one of these reasons; drizzle wraps what the engine says. */
function isRefusal(error: unknown, codes: readonly string[]): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { readonly code?: unknown };
  return (typeof code === "string" && codes.includes(code)) || isRefusal(error.cause, codes);
}
