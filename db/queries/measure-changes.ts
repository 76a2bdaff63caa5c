// How the office changes measures: their own row, their method from a day on, and that they go.
import { asc, eq, inArray } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { Measure } from "../../domain/measures";
import type { Term } from "../../domain/terms";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";
import {
  baseRows,
  fixedBaseOf,
  measureRow,
  measureUnitRows,
  methodColumns,
  type MethodVersionRow,
  type StoredMeasure,
} from "./measures";
import { mapYearIds } from "./terms";

/** A method with the day on which it was decided and why; the newest counts for the whole term. */
export interface MethodVersion extends Pick<
  Measure,
  "kind" | "frequency" | "overUnits" | "overTime" | "rule" | "mayExceedBase" | "fixedBase"
> {
  readonly id: string;
  readonly fromOn: CalendarDate;
  readonly reason: string | null;
}

/** The versions of a measure's method, oldest first. */
export async function listMethodVersions(db: ReadDb, termId: string, measureId: string): Promise<MethodVersion[]> {
  const { measureVersions, measureYearBases } = db.tables;
  const rows = await db
    .select()
    .from(measureVersions)
    .where(eq(measureVersions.measureId, measureId))
    .orderBy(asc(measureVersions.fromOn));
  const ids = rows.map(({ id }) => id);
  const bases = groupRows(
    await db.select().from(measureYearBases).where(inArray(measureYearBases.versionId, ids)),
    ({ versionId }) => versionId,
  );
  const yearCodes = new Map([...(await mapYearIds(db, termId))].map(([code, id]) => [id, code]));
  return rows.map((row) => methodVersion(row, fixedBaseOf(row, bases.get(row.id) ?? [], yearCodes)));
}

function methodVersion(row: MethodVersionRow, fixedBase: MethodVersion["fixedBase"]): MethodVersion {
  const { id, fromOn, reason, kind, frequency, overUnits, overTime, rule, mayExceedBase } = row;
  return { id, fromOn, reason, kind, frequency, overUnits, overTime, rule, mayExceedBase, fixedBase };
}

/** Changes a measure's own row and the units that it lists; its method and plans stay. */
export async function updateMeasure(tx: Db, term: Term, measure: StoredMeasure): Promise<void> {
  const { measures, measureUnits } = tx.tables;
  const { id, termId: _, ...row } = measureRow(measure, term);
  await tx.update(measures).set(row).where(eq(measures.id, id));
  await tx.delete(measureUnits).where(eq(measureUnits.measureId, id));
  await insertRows(tx, measureUnits, measureUnitRows(measure));
}

/** Adds a version of the method, which from then on counts for the whole term. */
export async function insertMethodVersion(
  tx: Db,
  term: Term,
  measure: StoredMeasure,
  { fromOn, reason }: Pick<MethodVersion, "fromOn" | "reason">,
): Promise<void> {
  const { measureVersions } = tx.tables;
  const version = { id: newId(), measureId: measure.id, fromOn, reason, ...methodColumns(measure) };
  await tx.insert(measureVersions).values(version);
  await insertBases(tx, term, measure, version);
}

/** Replaces what the newest version of the method says, and why; its day stays. */
export async function replaceMethodVersion(
  tx: Db,
  term: Term,
  measure: StoredMeasure,
  version: Pick<MethodVersion, "id" | "reason">,
): Promise<void> {
  const { measureVersions, measureYearBases } = tx.tables;
  const { id, reason } = version;
  await tx
    .update(measureVersions)
    .set({ ...methodColumns(measure), reason })
    .where(eq(measureVersions.id, id));
  await tx.delete(measureYearBases).where(eq(measureYearBases.versionId, id));
  await insertBases(tx, term, measure, version);
}

async function insertBases(tx: Db, term: Term, measure: StoredMeasure, version: Pick<MethodVersion, "id">) {
  const yearIds = await mapYearIds(tx, term.id);
  await insertRows(tx, tx.tables.measureYearBases, baseRows(measure, version, yearIds));
}

/** Removes measures without figures, with their methods, units, plans and totals. */
export async function deleteMeasures(tx: Db, ids: readonly string[]): Promise<void> {
  const { measures, measureVersions, measureYearBases, measureUnits, planVersions, planValues, totals } = tx.tables;
  const methods = tx
    .select({ id: measureVersions.id })
    .from(measureVersions)
    .where(inArray(measureVersions.measureId, [...ids]));
  const plans = tx
    .select({ id: planVersions.id })
    .from(planVersions)
    .where(inArray(planVersions.measureId, [...ids]));
  await tx.delete(totals).where(inArray(totals.measureId, [...ids]));
  await tx.delete(measureYearBases).where(inArray(measureYearBases.versionId, methods));
  await tx.delete(measureVersions).where(inArray(measureVersions.measureId, [...ids]));
  await tx.delete(planValues).where(inArray(planValues.versionId, plans));
  await tx.delete(planVersions).where(inArray(planVersions.measureId, [...ids]));
  await tx.delete(measureUnits).where(inArray(measureUnits.measureId, [...ids]));
  await tx.delete(measures).where(inArray(measures.id, [...ids]));
}
