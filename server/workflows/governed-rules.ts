// What holds for every change of the settings, whoever makes it: closed terms stay as they are, the office remains,
// totals follow.
import type { GovernedRows, GovernedTable, RowChange } from "@/db/governed-rows";
import { listMovedTotals, type ChangedRows } from "@/db/moved-totals";
import { hasUnlistedFigures } from "@/db/queries/measure-uses";
import type { StoredTerm } from "@/db/queries/terms";
import { rebuildTotals } from "@/db/queries/totals";
import type { Db } from "@/db/store";
import { requireOffice, type AccountRoles } from "@/domain/accounts";
import type { CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { RoleHolding } from "@/domain/roles";

type Row = NonNullable<RowChange["after"]>;

/** Which column of a table leads to the row above it, on the way to the term that it belongs to. */
const ABOVE: Partial<Record<GovernedTable, readonly [column: string, tables: readonly GovernedTable[]]>> = {
  periodExceptions: ["periodId", ["periods"]],
  measureVersions: ["measureId", ["measures"]],
  measureUnits: ["measureId", ["measures"]],
  planVersions: ["measureId", ["measures"]],
  measureYearBases: ["versionId", ["measureVersions"]],
  planValues: ["versionId", ["planVersions"]],
  taskUnits: ["taskId", ["tasks"]],
  taskTargets: ["taskId", ["tasks"]],
  taskUpdates: ["taskId", ["tasks"]],
};

/** Finds the term that a row belongs to; null for what stands above terms (units, accounts, the organisation). */
function termFinder(...readings: readonly GovernedRows[]): (table: GovernedTable, row: Row) => string | null {
  const byId = (table: GovernedTable, id: string): Row | null =>
    readings.map((rows) => rows.get(table)?.get(JSON.stringify([id]))).find((row) => row !== undefined) ?? null;
  const find = (table: GovernedTable, row: Row): string | null => {
    if (table === "terms") return row.id as string;
    if (typeof row.termId === "string") return row.termId;
    const [column, tables] = ABOVE[table] ?? ["", []];
    const above = tables.map((name) => [name, byId(name, row[column] as string)] as const);
    return above.map(([name, found]) => (found ? find(name, found) : null)).find((id) => id !== null) ?? null;
  };
  return find;
}

/**
 * Refuses to begin a change within a closed term (`term_closed`): asked before everything else, so that nobody mends a
 * field, or is told of reports that stand in the way, where nothing can be changed at all.
 */
export function requireOpen({ state }: Pick<StoredTerm, "state">): void {
  if (state === "closed") throw new DomainError("term_closed");
}

/**
 * Refuses a change of anything within a term that is closed (`term_closed`). Opening it again, and nothing else, is
 * a change that it takes.
 */
export function refuseClosedTerms(rows: readonly RowChange[], before: GovernedRows, after: GovernedRows): void {
  const termOf = termFinder(after, before);
  const closed = new Set(
    [...(before.get("terms")?.values() ?? [])].filter((term) => term.closed === true).map((term) => term.id as string),
  );
  for (const { table, before: was, after: is } of rows) {
    const row = is ?? was;
    const termId = row && termOf(table, row);
    if (termId === null || !closed.has(termId)) continue;
    const opensAgain = table === "terms" && is !== null && is.closed === false;
    if (!opensAgain) throw new DomainError("term_closed");
  }
}

/** Refuses to take a unit away from a measure that it has been reporting since the change (`still_needed`). */
export async function refuseUnlistedFigures(tx: Db, undone: readonly RowChange[]): Promise<void> {
  const listing = undone.flatMap(({ table, before, after }) =>
    table === "measureUnits" && before === null && after !== null ? [after.measureId as string] : [],
  );
  if (await hasUnlistedFigures(tx, [...new Set(listing)])) throw new DomainError("still_needed");
}

/** Refuses a change, or the undoing of one, that leaves a day from today on without an office account. */
export function refuseWithoutOffice(
  rows: readonly RowChange[],
  before: GovernedRows,
  after: GovernedRows,
  today: CalendarDate,
): void {
  if (!rows.some(({ table }) => table === "users" || table === "roleHoldings")) return;
  requireOffice(accountsOf(before), accountsOf(after), today);
}

function accountsOf(rows: GovernedRows): AccountRoles[] {
  const holdings = [...(rows.get("roleHoldings")?.values() ?? [])];
  return [...(rows.get("users")?.values() ?? [])].map(({ id, banned }) => ({
    suspended: banned === true,
    holdings: holdings
      .filter(({ userId }) => userId === id)
      .map(({ role, fromOn, toOn }) => ({ role, from: fromOn, to: toOn }) as Pick<RoleHolding, "role" | "from" | "to">),
  }));
}

/** Rebuilds the totals that a change moved, and no others: every other row stays as it was written. */
export async function rebuildMovedTotals(tx: Db, changed: ChangedRows): Promise<void> {
  for (const [termId, parts] of listMovedTotals(changed)) {
    for (const part of parts) await rebuildTotals(tx, termId, part);
  }
}
