import { asc, eq } from "drizzle-orm";
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

/** Row ids of a term's reporting years, by their codes. */
export async function mapYearIds(db: ReadDb, termId: string): Promise<ReadonlyMap<string, string>> {
  const { reportingYears } = db.tables;
  const rows = await db
    .select({ id: reportingYears.id, code: reportingYears.code })
    .from(reportingYears)
    .where(eq(reportingYears.termId, termId));
  return new Map(rows.map(({ id, code }) => [code, id]));
}
