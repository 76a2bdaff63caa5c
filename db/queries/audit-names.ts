// The names that stand behind the ids of the audit log.
import { asc, eq, inArray, max } from "drizzle-orm";
import type { PeriodKey } from "../../domain/periods";
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

/** Of each submission its unit and period. */
export async function listSubmissionNames(
  db: ReadDb,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly unitId: string; readonly periodKey: PeriodKey }[]> {
  if (ids.length === 0) return [];
  const { submissions, periods } = db.tables;
  return db
    .select({ id: submissions.id, unitId: submissions.unitId, periodKey: periods.key })
    .from(submissions)
    .innerJoin(periods, eq(periods.id, submissions.periodId))
    .where(inArray(submissions.id, [...ids]));
}
