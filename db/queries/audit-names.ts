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
