// Totals are kept, never patched: recomputed from figures in the transaction that moves them.
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Basis } from "../../domain/figures";
import type { PeriodTotal } from "../../domain/totals";
import { indexUnits, lineAt } from "../../domain/units";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { ALL, indexFigures, readTotal, scopesAt, totalRows, type TotalRow, type TotalsPart } from "../total-rows";
import { listCountingFigures } from "./figures";
import { listMeasures } from "./measures";
import { findStoredPeriod, listStoredPeriods } from "./periods";
import { listUnits } from "./units";

/** Which totals a change of figures moves: those of its unit and of everything above it, in its period. */
export interface TouchedTotals {
  readonly termId: string;
  readonly periodId: string;
  readonly unitId: string;
}

const bases: readonly Basis[] = ["accepted", "provisional"];

/** The rows that there should be in a part of a term's totals, computed from scratch; verifying compares with them. */
export async function computeTotalRows(db: ReadDb, termId: string, part: TotalsPart = {}): Promise<TotalRow[]> {
  const { periodIds, measureIds, scopes: wanted } = part;
  const units = await listUnits(db);
  const measures = (await listMeasures(db, termId)).filter(({ id }) => measureIds?.includes(id) ?? true);
  const frequencies = new Set(measures.map(({ frequency }) => frequency));
  const periods = (await listStoredPeriods(db, termId))
    .filter(({ id, frequency }) => frequencies.has(frequency) && (periodIds?.includes(id) ?? true))
    .map((period) => ({ period, scopes: scopesAt(units, period.endsOn, wanted) }));
  const filter = { termId, ...(periodIds && { periodIds }), ...(measureIds && { measureIds }) };
  const rows: TotalRow[] = [];
  for (const basis of bases) {
    const figuresOf = indexFigures(await listCountingFigures(db, filter, basis));
    for (const { period, scopes } of periods) {
      for (const measure of measures.filter(({ frequency }) => frequency === period.frequency)) {
        const place = { termId, periodId: period.id, period, measure, basis };
        rows.push(...totalRows(place, scopes, figuresOf(measure.id, period.key)));
      }
    }
  }
  return rows;
}

/** Recomputes the totals that a submission's figures enter, on both bases. */
export async function recomputeTotals(tx: Db, { termId, periodId, unitId }: TouchedTotals): Promise<void> {
  const [period, units] = [await findStoredPeriod(tx, periodId), indexUnits(await listUnits(tx))];
  const unit = units.get(unitId);
  if (!period || !unit) throw new Error(`no such report: ${unitId} ${periodId}`);
  const scopes = [ALL, ...lineAt(units, unit, period.endsOn)];
  await rebuildTotals(tx, termId, { periodIds: [periodId], scopes });
}

/** Rebuilds the totals of a term or of a part of them: after an import, a reorganisation or a new method. */
export async function rebuildTotals(tx: Db, termId: string, part: TotalsPart = {}): Promise<void> {
  const { totals } = tx.tables;
  const { periodIds, measureIds, scopes } = part;
  const rows = await computeTotalRows(tx, termId, part);
  await tx
    .delete(totals)
    .where(
      and(
        eq(totals.termId, termId),
        periodIds && inArray(totals.periodId, [...periodIds]),
        measureIds && inArray(totals.measureId, [...measureIds]),
        scopes && inArray(totals.scope, [...scopes]),
      ),
    );
  await insertRows(tx, totals, rows);
}

/** Every row of a term, as it stands. */
export async function listTotalRows(db: ReadDb, termId: string): Promise<TotalRow[]> {
  return db.select().from(db.tables.totals).where(eq(db.tables.totals.termId, termId));
}

export interface TotalsQuery {
  readonly termId: string;
  /** The unit with everything below it; null for the whole organisation. */
  readonly unitId: string | null;
  readonly basis: Basis;
}

/** All totals of a dashboard in one query: by measure, in the order of the periods' ends. */
export async function listTotals(db: ReadDb, query: TotalsQuery): Promise<ReadonlyMap<string, readonly PeriodTotal[]>> {
  const { totals, periods } = db.tables;
  const rows = await db
    .select({ total: totals, key: periods.key })
    .from(totals)
    .innerJoin(periods, eq(periods.id, totals.periodId))
    .where(and(eq(totals.termId, query.termId), eq(totals.scope, query.unitId ?? ALL), eq(totals.basis, query.basis)))
    .orderBy(asc(periods.endsOn));
  return mapGroups(rows, ({ total }) => total.measureId);
}

/** A measure's totals of every unit, in one query: by unit, in the order of the periods' ends. */
export async function listUnitTotals(
  db: ReadDb,
  measureId: string,
  basis: Basis,
): Promise<ReadonlyMap<string, readonly PeriodTotal[]>> {
  const { totals, periods } = db.tables;
  const rows = await db
    .select({ total: totals, key: periods.key })
    .from(totals)
    .innerJoin(periods, eq(periods.id, totals.periodId))
    .where(and(eq(totals.measureId, measureId), eq(totals.basis, basis)))
    .orderBy(asc(periods.endsOn));
  return mapGroups(
    rows.filter(({ total }) => total.unitId !== null),
    ({ total }) => total.scope,
  );
}

type JoinedRow = { readonly total: TotalRow; readonly key: PeriodTotal["period"] };

function mapGroups(rows: readonly JoinedRow[], keyOf: (row: JoinedRow) => string) {
  const groups = groupRows(rows, keyOf);
  return new Map(
    [...groups].map(([key, group]) => [key, group.map(({ total, key: period }) => readTotal(total, period))]),
  );
}
