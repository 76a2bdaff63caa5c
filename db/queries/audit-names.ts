// The names that stand behind the ids of the audit log.
import { eq, inArray } from "drizzle-orm";
import type { PeriodKey } from "../../domain/periods";
import type { ReadDb } from "../handle";

/** Everybody who ever acted, by login; the name is the newest in the log. */
export async function listAuditActors(db: ReadDb): Promise<{ readonly login: string; readonly name: string }[]> {
  const { auditLog } = db.tables;
  const rows = await db.selectDistinct({ login: auditLog.actorLogin, name: auditLog.actorName }).from(auditLog);
  return [...new Map(rows.map((row) => [row.login, row])).values()];
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
