import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { MEASURE_PERCENT_LIMIT, type MeasureUses } from "../../domain/measure-changes";
import type { ReadDb } from "../handle";

/** What has been reported of a measure, as far as it limits what can be changed about it. */
export async function readMeasureUses(db: ReadDb, measureId: string): Promise<MeasureUses> {
  const { figureValues, submissionRevisions, submissions } = db.tables;
  const rows = await db
    .select({
      unitId: submissions.unitId,
      sealedAt: submissionRevisions.sealedAt,
      n: figureValues.n,
      d: figureValues.d,
    })
    .from(figureValues)
    .innerJoin(submissionRevisions, eq(figureValues.revisionId, submissionRevisions.id))
    .innerJoin(submissions, eq(submissionRevisions.submissionId, submissions.id))
    .where(eq(figureValues.measureId, measureId));
  return {
    hasFigures: rows.length > 0,
    wasSubmitted: rows.some(({ sealedAt }) => sealedAt !== null),
    hasDenominators: rows.some(({ d }) => d !== null),
    hasNumerators: rows.some(({ n }) => n !== null),
    exceedsBase: rows.some(({ n, d }) => n !== null && n > (d ?? MEASURE_PERCENT_LIMIT)),
    unitIds: [...new Set(rows.map(({ unitId }) => unitId))],
  };
}

/** Whether one of these measures, if it lists its units, has figures of a unit that it does not list. */
export async function hasUnlistedFigures(db: ReadDb, measureIds: readonly string[]): Promise<boolean> {
  if (measureIds.length === 0) return false;
  const { figureValues, measures, measureUnits, submissionRevisions, submissions } = db.tables;
  const found = await db
    .select({ one: sql`1` })
    .from(figureValues)
    .innerJoin(submissionRevisions, eq(figureValues.revisionId, submissionRevisions.id))
    .innerJoin(submissions, eq(submissionRevisions.submissionId, submissions.id))
    .innerJoin(measures, eq(measures.id, figureValues.measureId))
    .leftJoin(measureUnits, and(eq(measureUnits.measureId, measures.id), eq(measureUnits.unitId, submissions.unitId)))
    .where(and(inArray(measures.id, [...measureIds]), eq(measures.listsUnits, true), isNull(measureUnits.unitId)))
    .limit(1);
  return found.length > 0;
}

/** Whether anybody was asked to explain a figure of the measure, or attached a file to one. */
export async function isMeasureReferred(db: ReadDb, measureId: string): Promise<boolean> {
  for (const table of [db.tables.explanations, db.tables.evidenceFiles]) {
    const found = await db
      .select({ one: sql`1` })
      .from(table)
      .where(and(isNotNull(table.measureId), eq(table.measureId, measureId)))
      .limit(1);
    if (found.length > 0) return true;
  }
  return false;
}
