import { asc, eq, inArray } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { Term, TermState } from "../../domain/terms";
import { thousandthsToExact, type Thousandths } from "../../domain/thousandths";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";

export interface Congress {
  readonly ordinal: string | null;
  readonly heldOn: CalendarDate | null;
  readonly resolution: string | null;
}

/** A term as the calculation takes it (its years by their codes), with what else is kept of it. */
export interface StoredTerm extends Term {
  /** `2015-2020`: what addresses and files call it. */
  readonly code: string;
  readonly state: TermState;
  readonly congress: Congress | null;
}

/** All terms, oldest first. */
export async function listTerms(db: ReadDb): Promise<StoredTerm[]> {
  const { terms, reportingYears, congresses } = db.tables;
  const rows = await db.select().from(terms).orderBy(asc(terms.startsOn), asc(terms.code));
  const years = groupRows(
    await db.select().from(reportingYears).orderBy(asc(reportingYears.startsOn)),
    ({ termId }) => termId,
  );
  const held = new Map((await db.select().from(congresses)).map(({ termId, ...congress }) => [termId, congress]));
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    state: row.draft ? "draft" : row.closed ? "closed" : "running",
    congress: held.get(row.id) ?? null,
    years: (years.get(row.id) ?? []).map(({ code, startsOn, endsOn }) => ({ id: code, startsOn, endsOn })),
    settings: {
      atRiskCountPct: thousandthsToExact(row.atRiskCountPct).valueOf(),
      atRiskPoints: thousandthsToExact(row.atRiskPoints).valueOf(),
      viewAsOf: row.viewOn,
    },
  }));
}

/** The term with a code, null when there is none. */
export async function findTermByCode(db: ReadDb, code: string): Promise<StoredTerm | null> {
  return (await listTerms(db)).find((term) => term.code === code) ?? null;
}

/** The term with an id, null when there is none. */
export async function findTerm(db: ReadDb, id: string): Promise<StoredTerm | null> {
  return (await listTerms(db)).find((term) => term.id === id) ?? null;
}

function thresholdThousandths(threshold: number): Thousandths {
  return Math.round(threshold * 1000) as Thousandths;
}

/** A state as its two columns. */
export function stateFlags(state: TermState) {
  return { draft: state === "draft", closed: state === "closed" };
}

/** Stores a term with its years and congress. */
export async function insertTerm(tx: Db, term: StoredTerm): Promise<void> {
  const { terms, reportingYears, congresses } = tx.tables;
  const { id, code, name, startsOn, endsOn, state, settings } = term;
  await tx.insert(terms).values({
    ...{ id, code, name, startsOn, endsOn, ...stateFlags(state) },
    atRiskCountPct: thresholdThousandths(settings.atRiskCountPct),
    atRiskPoints: thresholdThousandths(settings.atRiskPoints),
    viewOn: settings.viewAsOf,
  });
  await insertRows(
    tx,
    reportingYears,
    term.years.map((year) => ({
      id: newId(),
      termId: id,
      code: year.id,
      startsOn: year.startsOn,
      endsOn: year.endsOn,
    })),
  );
  if (term.congress) await tx.insert(congresses).values({ termId: id, ...term.congress });
}

/** Changes a term's own row: its name, code, days, state and thresholds. */
async function updateTermRow(tx: Db, term: StoredTerm): Promise<void> {
  const { terms } = tx.tables;
  const { id, code, name, startsOn, endsOn, state, settings } = term;
  await tx
    .update(terms)
    .set({
      ...{ code, name, startsOn, endsOn, ...stateFlags(state) },
      atRiskCountPct: thresholdThousandths(settings.atRiskCountPct),
      atRiskPoints: thresholdThousandths(settings.atRiskPoints),
      viewOn: settings.viewAsOf,
    })
    .where(eq(terms.id, id));
}

/** Changes a term with its congress. Its years and periods are brought in step by `syncYears` and `syncPeriods`. */
export async function updateTerm(tx: Db, term: StoredTerm): Promise<void> {
  const { congresses } = tx.tables;
  await updateTermRow(tx, term);
  await tx.delete(congresses).where(eq(congresses.termId, term.id));
  if (term.congress) await tx.insert(congresses).values({ termId: term.id, ...term.congress });
}

/** Days that no year has: where rows wait while they change places, because no two may begin on the same day. */
const parkedOn = (index: number) => `0001-01-${(index + 1).toString().padStart(2, "0")}` as CalendarDate;

/**
 * Brings the rows of a term's years to its years, each known by its code. A year that is gone must be referred to by
 * nothing any more (`removeYears` comes after the periods were brought in step).
 */
export async function syncYears(tx: Db, term: StoredTerm): Promise<void> {
  const { reportingYears } = tx.tables;
  const ids = await mapYearIds(tx, term.id);
  const kept = term.years.filter(({ id }) => ids.has(id));
  const gone = [...ids].flatMap(([code, id]) => (term.years.some((year) => year.id === code) ? [] : [id]));
  const parked = [...kept.map(({ id }) => ids.get(id) ?? ""), ...gone];
  for (const [index, id] of parked.entries()) {
    await tx
      .update(reportingYears)
      .set({ startsOn: parkedOn(index) })
      .where(eq(reportingYears.id, id));
  }
  for (const { id: code, startsOn, endsOn } of kept) {
    await tx
      .update(reportingYears)
      .set({ startsOn, endsOn })
      .where(eq(reportingYears.id, ids.get(code) ?? ""));
  }
  const added = term.years.filter(({ id }) => !ids.has(id));
  await insertRows(
    tx,
    reportingYears,
    added.map(({ id: code, startsOn, endsOn }) => ({ id: newId(), termId: term.id, code, startsOn, endsOn })),
  );
}

/** Removes the years that it no longer has, with their plans and bases; answers the codes of those that had plans. */
export async function removeYears(tx: Db, term: StoredTerm): Promise<readonly string[]> {
  const { reportingYears, planValues, measureYearBases } = tx.tables;
  const ids = await mapYearIds(tx, term.id);
  const codes = [...ids.keys()].filter((code) => term.years.every((year) => year.id !== code));
  if (codes.length === 0) return [];
  const gone = codes.map((code) => ids.get(code) ?? "");
  const planned = await tx
    .selectDistinct({ id: planValues.yearId })
    .from(planValues)
    .where(inArray(planValues.yearId, gone));
  await tx.delete(planValues).where(inArray(planValues.yearId, gone));
  await tx.delete(measureYearBases).where(inArray(measureYearBases.yearId, gone));
  await tx.delete(reportingYears).where(inArray(reportingYears.id, gone));
  return codes.filter((code) => planned.some(({ id }) => id === ids.get(code)));
}

/** Removes a term in which nothing was ever reported, with everything that it consists of. */
export async function deleteTerm(tx: Db, termId: string): Promise<void> {
  const { tables } = tx;
  const measureIds = tx
    .select({ id: tables.measures.id })
    .from(tables.measures)
    .where(eq(tables.measures.termId, termId));
  const taskIds = tx.select({ id: tables.tasks.id }).from(tables.tasks).where(eq(tables.tasks.termId, termId));
  const periodIds = tx.select({ id: tables.periods.id }).from(tables.periods).where(eq(tables.periods.termId, termId));
  const plans = tx
    .select({ id: tables.planVersions.id })
    .from(tables.planVersions)
    .where(inArray(tables.planVersions.measureId, measureIds));
  const methods = tx
    .select({ id: tables.measureVersions.id })
    .from(tables.measureVersions)
    .where(inArray(tables.measureVersions.measureId, measureIds));
  await tx.delete(tables.totals).where(eq(tables.totals.termId, termId));
  await tx.delete(tables.planValues).where(inArray(tables.planValues.versionId, plans));
  await tx.delete(tables.planVersions).where(inArray(tables.planVersions.measureId, measureIds));
  await tx.delete(tables.measureYearBases).where(inArray(tables.measureYearBases.versionId, methods));
  await tx.delete(tables.measureVersions).where(inArray(tables.measureVersions.measureId, measureIds));
  await tx.delete(tables.measureUnits).where(inArray(tables.measureUnits.measureId, measureIds));
  await tx.delete(tables.measures).where(eq(tables.measures.termId, termId));
  for (const table of [tables.taskUnits, tables.taskTargets, tables.taskUpdates]) {
    await tx.delete(table).where(inArray(table.taskId, taskIds));
  }
  await tx.delete(tables.tasks).where(eq(tables.tasks.termId, termId));
  await tx.delete(tables.taskGroups).where(eq(tables.taskGroups.termId, termId));
  await tx.delete(tables.targetLinks).where(eq(tables.targetLinks.termId, termId));
  await tx.delete(tables.targets).where(eq(tables.targets.termId, termId));
  await tx.delete(tables.periodExceptions).where(inArray(tables.periodExceptions.periodId, periodIds));
  await tx.delete(tables.periodRules).where(eq(tables.periodRules.termId, termId));
  await tx.delete(tables.periods).where(eq(tables.periods.termId, termId));
  await tx.delete(tables.reportingYears).where(eq(tables.reportingYears.termId, termId));
  await tx.delete(tables.congresses).where(eq(tables.congresses.termId, termId));
  await tx.delete(tables.terms).where(eq(tables.terms.id, termId));
}

/** Row ids of a term's reporting years, by their codes. */
export async function mapYearIds(db: ReadDb, termId: string): Promise<ReadonlyMap<string, string>> {
  const { reportingYears } = db.tables;
  const rows = await db
    .select({ id: reportingYears.id, code: reportingYears.code })
    .from(reportingYears)
    .where(eq(reportingYears.termId, termId));
  return new Map(rows.map(({ id, code }) => [code, id]));
}
