// What `latest` needs besides totals: each unit's last figure with a value at a point, one indexed row a unit.
import { and, desc, eq, isNotNull, lte, or, sql } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { Basis } from "../../domain/figures";
import { latestPoints, type LatestByPoint, type LatestFigure } from "../../domain/latest";
import type { Measure } from "../../domain/measures";
import { TERM_PERIOD } from "../../domain/periods";
import type { Term } from "../../domain/terms";
import { existsAt, indexUnits, isWithin, type Unit } from "../../domain/units";
import type { ReadDb } from "../handle";
import { countingRevision, readFigureValue } from "./figures";

/** Every unit's last counting figure with a value on or before a day; a judgement for the whole term counts on any. */
export async function listLatestFigures(
  db: ReadDb,
  measure: Measure,
  termId: string,
  point: CalendarDate,
  basis: Basis,
): Promise<LatestFigure[]> {
  const { units, submissions, submissionRevisions, figureValues, periods } = db.tables;
  const isPast = or(lte(submissions.endsOn, point), and(eq(periods.key, TERM_PERIOD), isNotNull(figureValues.judged)));
  const hasValue = or(
    isNotNull(figureValues.level),
    isNotNull(figureValues.judged),
    and(isNotNull(figureValues.n), hasDenominator(db, measure)),
  );
  const last = db
    .select({ id: figureValues.id })
    .from(submissions)
    .innerJoin(
      figureValues,
      and(eq(figureValues.revisionId, countingRevision(db.tables, basis)), eq(figureValues.measureId, measure.id)),
    )
    .innerJoin(periods, eq(periods.id, submissions.periodId))
    .where(and(eq(submissions.unitId, units.id), eq(submissions.termId, termId), isPast, hasValue))
    .orderBy(desc(submissions.endsOn))
    .limit(1);
  const lastOfUnits = db
    .select({ unitId: units.id, figureId: sql<string>`${last}`.as("figure_id") })
    .from(units)
    .as("last");
  const rows = await db
    .select({ unitId: lastOfUnits.unitId, period: periods.key, figure: figureValues })
    .from(lastOfUnits)
    .innerJoin(figureValues, eq(figureValues.id, lastOfUnits.figureId))
    .innerJoin(submissionRevisions, eq(submissionRevisions.id, figureValues.revisionId))
    .innerJoin(submissions, eq(submissions.id, submissionRevisions.submissionId))
    .innerJoin(periods, eq(periods.id, submissions.periodId));
  return rows.map(({ figure, ...place }) => ({ ...place, value: readFigureValue(figure) }));
}

/** A rate without a denominator above 0 has no value, and so is not its unit's last (CALCULATION.md §1). */
function hasDenominator({ tables: { figureValues } }: ReadDb, measure: Measure) {
  return measure.kind === "rate" && measure.fixedBase === null ? sql`${figureValues.d} > 0` : undefined;
}

/** A measure's last figures at every point that a term seen at `asOf` asks for, of the units at or below `unitId` (null: all). */
export async function findLatest(
  db: ReadDb,
  measure: Measure,
  term: Term,
  units: readonly Unit[],
  view: { readonly unitId: string | null; readonly basis: Basis; readonly asOf: CalendarDate },
): Promise<LatestByPoint> {
  const byId = indexUnits(units);
  const points = new Map<CalendarDate, readonly LatestFigure[]>();
  for (const point of latestPoints(term, view.asOf)) {
    const figures = await listLatestFigures(db, measure, term.id, point, view.basis);
    const standing = figures.filter(({ unitId }) => {
      const unit = byId.get(unitId);
      return unit !== undefined && existsAt(unit, point) && isWithin(byId, unitId, view.unitId, point);
    });
    points.set(point, standing);
  }
  return points;
}
