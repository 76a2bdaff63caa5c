import { and, asc, eq, inArray } from "drizzle-orm";
import { DEFAULT_DUE_DAY, type DueRule, type PeriodException } from "../../domain/deadlines";
import { FREQUENCIES, listPeriods, type Period } from "../../domain/periods";
import type { Term } from "../../domain/terms";
import { insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";
import { mapYearIds } from "./terms";

/** A period as the calculation takes it (its year by its code), with its row. */
export interface StoredPeriod extends Period {
  readonly id: string;
  readonly termId: string;
  /** Since when entry is locked, UTC; null while it is open. */
  readonly lockedAt: string | null;
}

function selectPeriods(db: ReadDb) {
  const { periods, reportingYears } = db.tables;
  return db
    .select({
      id: periods.id,
      termId: periods.termId,
      key: periods.key,
      frequency: periods.frequency,
      startsOn: periods.startsOn,
      endsOn: periods.endsOn,
      yearId: reportingYears.code,
      lockedAt: periods.lockedAt,
    })
    .from(periods)
    .leftJoin(reportingYears, eq(reportingYears.id, periods.yearId));
}

/** All periods of a term, of every frequency, in the order of their ends. */
export async function listStoredPeriods(db: ReadDb, termId: string): Promise<StoredPeriod[]> {
  const { periods } = db.tables;
  return selectPeriods(db).where(eq(periods.termId, termId)).orderBy(asc(periods.endsOn), asc(periods.key));
}

/** The period with an id, null when there is none. */
export async function findStoredPeriod(db: ReadDb, id: string): Promise<StoredPeriod | null> {
  const [found] = await selectPeriods(db).where(eq(db.tables.periods.id, id));
  return found ?? null;
}

/** The period of a term with a key (`2016-03`), null when there is none. */
export async function findPeriodByKey(db: ReadDb, termId: string, key: string): Promise<StoredPeriod | null> {
  return (await listStoredPeriods(db, termId)).find((period) => period.key === key) ?? null;
}

/** Makes the rows of all periods of a stored term and the rules by which they are due. */
export async function insertPeriods(tx: Db, term: Term, rules: readonly DueRule[]): Promise<void> {
  const { periods, periodRules } = tx.tables;
  const years = await mapYearIds(tx, term.id);
  const rows = FREQUENCIES.flatMap((frequency) => listPeriods(term, frequency)).map(({ yearId, ...period }) => ({
    id: newId(),
    termId: term.id,
    ...period,
    yearId: yearId === null ? null : (years.get(yearId) ?? null),
  }));
  await insertRows(tx, periods, rows);
  await insertRows(
    tx,
    periodRules,
    rules.map((rule) => ({ id: newId(), termId: term.id, ...rule })),
  );
}

/** How many reports were begun in a period, whatever became of them; a file that was attached begins one too. */
async function countReports(db: ReadDb, periodIds: readonly string[]): Promise<number> {
  if (periodIds.length === 0) return 0;
  const reports = new Set<string>();
  for (const table of [db.tables.submissions, db.tables.evidenceFiles]) {
    const { unitId, periodId } = table;
    const rows = await db
      .select({ unitId, periodId })
      .from(table)
      .where(inArray(periodId, [...periodIds]));
    for (const row of rows) reports.add(JSON.stringify([row.unitId, row.periodId]));
  }
  return reports.size;
}

/**
 * Brings the rows of a term's periods to what its days and years make of them: new ones are made, ones without reports
 * dropped with their exceptions, the others moved, and what was reported moves with them. Changes nothing and answers
 * how many reports would fall out where there are some; else 0.
 */
export async function syncPeriods(tx: Db, term: Term): Promise<number> {
  const { periods } = tx.tables;
  const stored = await listStoredPeriods(tx, term.id);
  const years = await mapYearIds(tx, term.id);
  const wanted = FREQUENCIES.flatMap((frequency) => listPeriods(term, frequency)).map(({ yearId, ...period }) => ({
    ...period,
    yearId: yearId === null ? null : (years.get(yearId) ?? null),
  }));
  const keys = new Set<string>(wanted.map(({ key }) => key));
  const gone = stored.filter(({ key }) => !keys.has(key)).map(({ id }) => id);
  const falling = await countReports(tx, gone);
  if (falling > 0) return falling;
  await dropPeriods(tx, gone);
  const known = new Map(stored.map((period) => [period.key, period]));
  for (const { key, ...moved } of wanted) {
    const period = known.get(key);
    if (period) await tx.update(periods).set(moved).where(eq(periods.id, period.id));
  }
  const added = wanted.filter(({ key }) => !known.has(key));
  await insertRows(
    tx,
    periods,
    added.map((period) => ({ id: newId(), termId: term.id, ...period })),
  );
  await alignSubmissionEnds(tx, term.id);
  return 0;
}

async function dropPeriods(tx: Db, periodIds: readonly string[]): Promise<void> {
  const { periods, periodExceptions, totals } = tx.tables;
  if (periodIds.length === 0) return;
  await tx.delete(totals).where(inArray(totals.periodId, [...periodIds]));
  await tx.delete(periodExceptions).where(inArray(periodExceptions.periodId, [...periodIds]));
  await tx.delete(periods).where(inArray(periods.id, [...periodIds]));
}

/** A report keeps its period's last day for the sake of one index: it follows when the period moves. */
export async function alignSubmissionEnds(tx: Db, termId: string): Promise<void> {
  const { submissions } = tx.tables;
  const ends = new Map((await listStoredPeriods(tx, termId)).map(({ id, endsOn }) => [id, endsOn]));
  const rows = await tx
    .select({ periodId: submissions.periodId, endsOn: submissions.endsOn })
    .from(submissions)
    .where(eq(submissions.termId, termId));
  const moved = new Set(
    rows.filter(({ periodId, endsOn }) => ends.get(periodId) !== endsOn).map((row) => row.periodId),
  );
  for (const periodId of moved) {
    const endsOn = ends.get(periodId);
    if (endsOn) await tx.update(submissions).set({ endsOn }).where(eq(submissions.periodId, periodId));
  }
}

/** By which days the reports of a term are due, at most one rule a frequency. */
export async function listDueRules(db: ReadDb, termId: string): Promise<DueRule[]> {
  const { periodRules } = db.tables;
  const rows = await db.select().from(periodRules).where(eq(periodRules.termId, termId));
  return rows.map(({ frequency, dueDay, monthsAfter, daysAfter }) =>
    daysAfter === null
      ? { frequency, dueDay: dueDay ?? DEFAULT_DUE_DAY, monthsAfter: monthsAfter ?? 0 }
      : { frequency, daysAfter },
  );
}

/** An exception and the period that it is made from. */
export interface StoredException extends PeriodException {
  readonly periodId: string;
  readonly reason: string | null;
}

/** An exception with its row. */
export interface GrantedException extends StoredException {
  readonly id: string;
}

/** The exceptions of a term, in the order in which they were granted; of one period where it is named. */
export async function listPeriodExceptions(db: ReadDb, termId: string, periodId?: string): Promise<GrantedException[]> {
  const { periods, periodExceptions } = db.tables;
  const { id, unitId, kind, untilOn, reason } = periodExceptions;
  return db
    .select({ id, periodId: periodExceptions.periodId, unitId, kind, untilOn, reason })
    .from(periodExceptions)
    .innerJoin(periods, eq(periods.id, periodExceptions.periodId))
    .where(and(eq(periods.termId, termId), periodId === undefined ? undefined : eq(periods.id, periodId)))
    .orderBy(asc(periodExceptions.id));
}

/** The exception with an id, null when there is none. */
export async function findPeriodException(db: ReadDb, id: string): Promise<GrantedException | null> {
  const { periodExceptions } = db.tables;
  const [found] = await db.select().from(periodExceptions).where(eq(periodExceptions.id, id));
  if (!found) return null;
  const { periodId, unitId, kind, untilOn, reason } = found;
  return { id, periodId, unitId, kind, untilOn, reason };
}

/** Withdraws an exception: the period goes by its rule and lock again. */
export async function deletePeriodException(tx: Db, id: string): Promise<void> {
  const { periodExceptions } = tx.tables;
  await tx.delete(periodExceptions).where(eq(periodExceptions.id, id));
}

/** Sets by which days the reports of a term are due, in place of what was set. */
export async function replaceDueRules(tx: Db, termId: string, rules: readonly DueRule[]): Promise<void> {
  const { periodRules } = tx.tables;
  await tx.delete(periodRules).where(eq(periodRules.termId, termId));
  await insertRows(
    tx,
    periodRules,
    rules.map((rule) => ({ id: newId(), termId, ...rule })),
  );
}

/** Grants an exception. `at` is UTC. */
export async function insertPeriodException(tx: Db, exception: StoredException, at: string): Promise<void> {
  await tx.insert(tx.tables.periodExceptions).values({ id: newId(), ...exception, createdAt: at });
}

/** Locks periods for everyone from an instant on, or with null opens them again. */
export async function updatePeriodLock(tx: Db, periodIds: readonly string[], lockedAt: string | null): Promise<void> {
  const { periods } = tx.tables;
  await tx
    .update(periods)
    .set({ lockedAt })
    .where(inArray(periods.id, [...periodIds]));
}
