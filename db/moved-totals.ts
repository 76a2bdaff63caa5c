// Which kept totals a change of the governed rows moves: whole measures and periods where those are changed, else only
// the scopes in which a unit came, went or moved, or is asked otherwise. Everything else stays as it was written.
import type { CalendarDate } from "../domain/dates";
import type { Measure } from "../domain/measures";
import { findMovedScopes, findScopesAsked, type ScopeIds } from "../domain/moved-scopes";
import type { Unit } from "../domain/units";
import { groupRows } from "./batches";
import type { GovernedRows, GovernedTable, RowChange } from "./governed-rows";
import { assembleAsked } from "./queries/measures";
import { assembleUnits } from "./queries/units";
import type { Tables } from "./schema/schema";
import { ALL, type TotalsPart } from "./total-rows";

/** What a change did, and all governed rows on either side of it. */
export interface ChangedRows {
  readonly changes: readonly RowChange[];
  readonly before: GovernedRows;
  readonly after: GovernedRows;
}

type StoredRow<T extends GovernedTable> = Tables[T]["$inferSelect"];

/** The parts of each open term's totals that a change moved, by the term's id; most changes move none. */
export function listMovedTotals(changed: ChangedRows): ReadonlyMap<string, readonly TotalsPart[]> {
  const whole = new Set([...movedMeasures(changed), ...movedPeriods(changed)]);
  const open = rowsOf(changed.after, "terms").filter(({ closed }) => !closed);
  return new Map(open.map(({ id }) => [id, partsOfTerm(id, whole, changed)]));
}

function partsOfTerm(termId: string, whole: ReadonlySet<string>, changed: ChangedRows): readonly TotalsPart[] {
  const measures = rowsOf(changed.after, "measures").filter((row) => row.termId === termId);
  const periods = rowsOf(changed.after, "periods").filter((row) => row.termId === termId);
  const narrow = <R extends { readonly id: string }>(rows: readonly R[]) => rows.filter(({ id }) => !whole.has(id));
  const wide = (rows: readonly { readonly id: string }[]) =>
    rows.flatMap(({ id }): readonly string[] => (whole.has(id) ? [id] : []));
  const measureIds = narrow(measures).map(({ id }) => id);
  const parts: readonly TotalsPart[] = [
    { measureIds: wide(measures) },
    { measureIds, periodIds: wide(periods) },
    ...treeParts(measureIds, narrow(periods), changed),
    ...measureIds.flatMap((id) => askedParts(id, narrow(periods), changed)),
  ];
  return parts.filter((part) => [part.measureIds, part.periodIds, part.scopes].every((ids) => ids?.length !== 0));
}

/** The measures that came, or whose method, base or kind of list is another. */
function movedMeasures({ changes, before, after }: ChangedRows): readonly string[] {
  const versions = [before, after].flatMap((rows) => rowsOf(rows, "measureVersions"));
  const measureOf = new Map(versions.map(({ id, measureId }) => [id, measureId]));
  const moved = changes.flatMap((change): readonly unknown[] => {
    const row = change.after ?? change.before;
    if (change.table === "measures") return differsIn(change, ["listsUnits"]) ? [row?.id] : [];
    if (change.table === "measureVersions") return [row?.measureId];
    return change.table === "measureYearBases" ? [measureOf.get(row?.versionId as string)] : [];
  });
  return moved.filter((id) => typeof id === "string");
}

/** The periods that came, have other days or stand in another year; a lock moves nothing. */
function movedPeriods({ changes }: ChangedRows): readonly string[] {
  const columns = ["key", "frequency", "endsOn", "yearId"];
  return changes.flatMap((change) =>
    change.table === "periods" && change.after !== null && differsIn(change, columns)
      ? [change.after.id as string]
      : [],
  );
}

function differsIn({ before, after }: RowChange, columns: readonly string[]): boolean {
  return before === null || after === null || columns.some((column) => before[column] !== after[column]);
}

/** What other lives, parents or units move, of every measure alike. */
function treeParts(
  measureIds: readonly string[],
  periods: readonly StoredRow<"periods">[],
  { changes, before, after }: ChangedRows,
): readonly TotalsPart[] {
  if (!changes.some(({ table }) => table === "units" || table === "unitVersions")) return [];
  const [old, young] = [unitsOf(before), unitsOf(after)];
  return partsByScopes(measureIds, periods, (day) => findMovedScopes(old, young, day));
}

/** What moves of one measure because it asks other units, or from another day on. */
function askedParts(
  measureId: string,
  periods: readonly StoredRow<"periods">[],
  { changes, before, after }: ChangedRows,
): readonly TotalsPart[] {
  const isOwn = ({ table, ...change }: RowChange) =>
    table === "measureUnits" && (change.after ?? change.before)?.measureId === measureId;
  if (!changes.some(isOwn)) return [];
  const [units, was, is] = [unitsOf(after), askedBy(measureId, before), askedBy(measureId, after)];
  return partsByScopes([measureId], periods, (day) => findScopesAsked(units, was, is, day));
}

/** Periods in which the same scopes move are one part; several of them may end on one day. */
function partsByScopes(
  measureIds: readonly string[],
  periods: readonly StoredRow<"periods">[],
  scopesOn: (day: CalendarDate) => ScopeIds,
): readonly TotalsPart[] {
  const days = [...new Set(periods.map(({ endsOn }) => endsOn))];
  const scopesOfDays = new Map(days.map((day) => [day, [...scopesOn(day)].map((id) => id ?? ALL).sort()]));
  const withScopes = periods.map(({ id, endsOn }) => ({ id, scopes: scopesOfDays.get(endsOn) ?? [] }));
  const groups = groupRows(withScopes, ({ scopes }) => scopes.join(" "));
  return [...groups.values()].map((group) => ({
    ...{ measureIds, periodIds: group.map(({ id }) => id) },
    scopes: group[0]?.scopes ?? [],
  }));
}

/** The rows of a table as they are stored; governed rows are read whole. */
function rowsOf<T extends GovernedTable>(rows: GovernedRows, table: T): readonly StoredRow<T>[] {
  return [...(rows.get(table)?.values() ?? [])] as unknown as readonly StoredRow<T>[];
}

function unitsOf(rows: GovernedRows): readonly Unit[] {
  return assembleUnits(rowsOf(rows, "units"), rowsOf(rows, "unitVersions"));
}

function askedBy(measureId: string, rows: GovernedRows): Pick<Measure, "unitIds" | "joinedOn"> {
  const listed = rowsOf(rows, "measureUnits").filter((row) => row.measureId === measureId);
  const measure = rowsOf(rows, "measures").find(({ id }) => id === measureId);
  return assembleAsked(measure?.listsUnits ?? false, listed);
}
