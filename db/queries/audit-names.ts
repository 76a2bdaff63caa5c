// The names that stand behind the ids of the audit log.
import { asc, eq, inArray, max } from "drizzle-orm";
import type { Period } from "../../domain/periods";
import type { ReadDb } from "../handle";

/** Everybody who ever acted, by login; the name is the newest in the log. */
export async function listAuditActors(db: ReadDb): Promise<{ readonly login: string; readonly name: string }[]> {
  const { auditLog } = db.tables;
  const rows = await db
    .select({ login: auditLog.actorLogin, name: auditLog.actorName, last: max(auditLog.seq) })
    .from(auditLog)
    .groupBy(auditLog.actorLogin, auditLog.actorName)
    .orderBy(asc(max(auditLog.seq)));
  return [...new Map(rows.map(({ login, name }) => [login, { login, name }])).values()];
}

/** What a submission is called by: its unit and its period. */
export interface SubmissionName extends Pick<Period, "key" | "frequency" | "endsOn"> {
  readonly id: string;
  readonly unitId: string;
}

/** Of each submission its unit and period. */
export async function listSubmissionNames(db: ReadDb, ids: readonly string[]): Promise<SubmissionName[]> {
  if (ids.length === 0) return [];
  const { submissions, periods } = db.tables;
  return db
    .select({
      id: submissions.id,
      unitId: submissions.unitId,
      key: periods.key,
      frequency: periods.frequency,
      endsOn: periods.endsOn,
    })
    .from(submissions)
    .innerJoin(periods, eq(periods.id, submissions.periodId))
    .where(inArray(submissions.id, [...ids]));
}

/** Of each period what its title is made of. */
export async function listPeriodNames(
  db: ReadDb,
  ids: readonly string[],
): Promise<(Pick<Period, "key" | "frequency" | "endsOn"> & { readonly id: string })[]> {
  if (ids.length === 0) return [];
  const { id, key, frequency, endsOn } = db.tables.periods;
  return db
    .select({ id, key, frequency, endsOn })
    .from(db.tables.periods)
    .where(inArray(id, [...ids]));
}

/** What a row that the log speaks of is called. */
export interface RowName {
  readonly id: string;
  readonly name: string;
}

/** The names of the targets, measures, task groups, tasks and terms among these ids. */
export async function listRowNames(db: ReadDb, ids: readonly string[]): Promise<RowName[]> {
  if (ids.length === 0) return [];
  const { targets, measures, taskGroups, tasks, terms } = db.tables;
  const found: RowName[] = [];
  for (const table of [targets, measures, taskGroups, tasks, terms]) {
    const rows = await db
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(inArray(table.id, [...ids]));
    found.push(...rows);
  }
  return found;
}
