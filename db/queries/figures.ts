import { and, asc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { Basis, Figure, FigureValue, Level } from "../../domain/figures";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";

export type FigureRow = ReadDb["tables"]["figureValues"]["$inferSelect"];

/** A figure as entered: its value and what is said about it. */
export interface EnteredFigure {
  readonly measureId: string;
  readonly value: FigureValue;
  readonly note: string | null;
  readonly estimate: boolean;
  readonly illustrative: boolean;
}

/** Of a corrected figure: the value that it replaced, on which day, and why. */
export interface Correction {
  readonly replacesId: string;
  readonly correctedOn: CalendarDate;
  readonly reason: string | null;
}

/** A stored figure as the domain reads it. */
export interface StoredFigure extends EnteredFigure {
  readonly id: string;
  readonly correction: Correction | null;
}

type ValueColumns = Pick<FigureRow, "n" | "d" | "level" | "judged" | "evidence" | "notApplicable">;

/** The value that a row holds. */
export function readFigureValue(row: ValueColumns): FigureValue {
  if (row.notApplicable) return { type: "not_applicable" };
  if (row.level !== null) return { type: "level", level: row.level as Level };
  if (row.judged !== null) return { type: "judged", judged: row.judged, evidence: row.evidence };
  return { type: "number", n: row.n, d: row.d };
}

/** A value as the columns of a row. */
export function figureColumns(value: FigureValue): ValueColumns {
  return {
    n: value.type === "number" ? value.n : null,
    d: value.type === "number" ? value.d : null,
    level: value.type === "level" ? value.level : null,
    judged: value.type === "judged" ? value.judged : null,
    evidence: value.type === "judged" ? value.evidence : null,
    notApplicable: value.type === "not_applicable",
  };
}

function readFigure(row: FigureRow): StoredFigure {
  const { id, measureId, note, estimate, illustrative, replacesId, correctedOn, reason } = row;
  return {
    ...{ id, measureId, note, estimate: estimate ?? false, illustrative: illustrative ?? false },
    value: readFigureValue(row),
    correction: replacesId !== null && correctedOn !== null ? { replacesId, correctedOn, reason } : null,
  };
}

/** The figures of a revision. */
export async function listRevisionFigures(db: ReadDb, revisionId: string): Promise<StoredFigure[]> {
  const { figureValues } = db.tables;
  const rows = await db
    .select()
    .from(figureValues)
    .where(eq(figureValues.revisionId, revisionId))
    .orderBy(asc(figureValues.id));
  return rows.map(readFigure);
}

/** The figures of the newest revisions of a term's reports, drafts too, by revision. */
export async function listNewestFigures(
  db: ReadDb,
  { termId, unitIds, periodIds }: Omit<FigureFilter, "measureIds">,
): Promise<ReadonlyMap<string, readonly StoredFigure[]>> {
  const { submissions, figureValues } = db.tables;
  const rows = await db
    .select({ figure: figureValues })
    .from(submissions)
    .innerJoin(figureValues, eq(figureValues.revisionId, submissions.currentRevisionId))
    .where(
      and(
        eq(submissions.termId, termId),
        unitIds && inArray(submissions.unitId, [...unitIds]),
        periodIds && inArray(submissions.periodId, [...periodIds]),
      ),
    );
  const byRevision = groupRows(rows, ({ figure }) => figure.revisionId);
  return new Map([...byRevision].map(([id, figures]) => [id, figures.map(({ figure }) => readFigure(figure))]));
}

/** A new figure of a revision; its id is made here. */
export interface NewFigure extends EnteredFigure {
  readonly correction: Correction | null;
}

function figureRow(
  revisionId: string,
  { measureId, value, note, estimate, illustrative, correction }: NewFigure,
): FigureRow {
  return {
    ...{ id: newId(), revisionId, measureId, ...figureColumns(value), note, estimate, illustrative },
    replacesId: correction?.replacesId ?? null,
    correctedOn: correction?.correctedOn ?? null,
    reason: correction?.reason ?? null,
  };
}

/** Puts figures in the place of a draft's; a sealed revision refuses. */
export async function replaceFigures(tx: Db, revisionId: string, figures: readonly NewFigure[]): Promise<void> {
  const { figureValues } = tx.tables;
  await tx.delete(figureValues).where(eq(figureValues.revisionId, revisionId));
  await insertRows(
    tx,
    figureValues,
    figures.map((figure) => figureRow(revisionId, figure)),
  );
}

/** What a figure was before it was corrected, newest first: the value, until when, and why it was replaced. */
export interface EarlierFigure {
  readonly at: CalendarDate;
  readonly value: FigureValue;
  readonly reason: string | null;
}

/** The values that a stored figure replaced, newest first. */
export async function listFigureHistory(db: ReadDb, figure: StoredFigure): Promise<EarlierFigure[]> {
  const { figureValues } = db.tables;
  const history: EarlierFigure[] = [];
  for (let correction = figure.correction; correction;) {
    const { correctedOn: at, reason } = correction;
    const [row] = await db.select().from(figureValues).where(eq(figureValues.id, correction.replacesId));
    if (!row) break;
    const earlier = readFigure(row);
    history.push({ at, value: earlier.value, reason });
    correction = earlier.correction;
  }
  return history;
}

/** Which revision of a submission counts on a basis: while a correction is pending, the accepted one stays. */
export function countingRevision({ submissions }: ReadDb["tables"], basis: Basis): SQL {
  if (basis === "accepted") return sql`${submissions.acceptedRevisionId}`;
  return sql`case when ${submissions.state} in ('submitted', 'accepted')
    then ${submissions.currentRevisionId} else ${submissions.acceptedRevisionId} end`;
}

/** The submissions of a term with a figure that is more than "not applicable" in what was sent last. */
export async function listTellingSubmissions(db: ReadDb, termId: string): Promise<ReadonlySet<string>> {
  const { submissions, figureValues } = db.tables;
  const rows = await db
    .selectDistinct({ id: submissions.id })
    .from(submissions)
    .innerJoin(figureValues, eq(figureValues.revisionId, countingRevision(db.tables, "provisional")))
    .where(and(eq(submissions.termId, termId), eq(figureValues.notApplicable, false)));
  return new Set(rows.map(({ id }) => id));
}

/** A figure that counts, with its rows. */
export interface CountingFigure extends Figure, StoredFigure {
  readonly measureId: string;
  readonly submissionId: string;
  readonly periodId: string;
}

export interface FigureFilter {
  readonly termId: string;
  readonly measureIds?: readonly string[];
  readonly periodIds?: readonly string[];
  readonly unitIds?: readonly string[];
}

/** The figures that count on a basis (CALCULATION.md §3); `state` says whether the office has accepted them. */
export async function listCountingFigures(db: ReadDb, filter: FigureFilter, basis: Basis): Promise<CountingFigure[]> {
  const { submissions, figureValues, periods } = db.tables;
  const rows = await db
    .select({
      figure: figureValues,
      submissionId: submissions.id,
      unitId: submissions.unitId,
      periodId: periods.id,
      period: periods.key,
      acceptedRevisionId: submissions.acceptedRevisionId,
    })
    .from(submissions)
    .innerJoin(figureValues, eq(figureValues.revisionId, countingRevision(db.tables, basis)))
    .innerJoin(periods, eq(periods.id, submissions.periodId))
    .where(
      and(
        eq(submissions.termId, filter.termId),
        filter.measureIds && inArray(figureValues.measureId, [...filter.measureIds]),
        filter.periodIds && inArray(submissions.periodId, [...filter.periodIds]),
        filter.unitIds && inArray(submissions.unitId, [...filter.unitIds]),
      ),
    )
    .orderBy(asc(periods.endsOn));
  return rows.map(({ figure, acceptedRevisionId, ...where }) => ({
    ...readFigure(figure),
    ...where,
    state: figure.revisionId === acceptedRevisionId ? "accepted" : "submitted",
  }));
}

/** Whether any counting figure of a term was made up for illustration. */
export async function hasIllustrativeFigures(db: ReadDb, termId: string): Promise<boolean> {
  const { submissions, figureValues } = db.tables;
  const found = await db
    .select({ id: figureValues.id })
    .from(figureValues)
    .innerJoin(submissions, eq(submissions.currentRevisionId, figureValues.revisionId))
    .where(and(eq(submissions.termId, termId), eq(figureValues.illustrative, true)))
    .limit(1);
  return found.length > 0;
}

/** Whether anybody has entered a figure of a measure, be it in a draft. */
export async function hasFigures(db: ReadDb, measureId: string): Promise<boolean> {
  const { figureValues } = db.tables;
  const found = await db
    .select({ id: figureValues.id })
    .from(figureValues)
    .where(eq(figureValues.measureId, measureId))
    .limit(1);
  return found.length > 0;
}
