// What units owe, and where each report stands on a day: the matrix, the late units and the reminders go by it.
import { listTellingSubmissions } from "@/db/queries/figures";
import { readReportingSettings } from "@/db/queries/reporting-settings";
import type { StoredTerm } from "@/db/queries/terms";
import type { StoredUnit } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { decideReportStage, type AskedReport, type ReportStage } from "@/domain/report-stages";
import { listTermReports, type ListedReport } from "./report-lists";

/** A report that a unit owes, with where it stands on the day. */
export interface StagedReport extends ListedReport {
  readonly asked: AskedReport;
  readonly stage: ReportStage;
}

interface Owing {
  readonly term: StoredTerm;
  readonly units: readonly StoredUnit[];
  readonly asOf: CalendarDate;
}

/** Every report that units owe in a term, with where it stands on a day. */
export async function stageReports(db: ReadDb, { term, units, asOf }: Owing): Promise<readonly StagedReport[]> {
  const telling = await listTellingSubmissions(db, term.id);
  const { remindDaysBefore } = await readReportingSettings(db);
  return (await listTermReports(db, term, units, asOf)).map((report) => {
    const asked = { dueOn: report.dueOn, record: recordOf(report, telling) };
    return { ...report, asked, stage: decideReportStage(asked, asOf, remindDaysBefore) };
  });
}

function recordOf({ submission }: ListedReport, telling: ReadonlySet<string>): AskedReport["record"] {
  if (submission === null) return null;
  const { id, state, acceptedRevisionId, submittedOn, decidedOn } = submission;
  return { state, isAccepted: acceptedRevisionId !== null, submittedOn, decidedOn, isNotApplicable: !telling.has(id) };
}
