// Where each unit's report of each period stands on a day, and how punctual and complete a unit has been.
import { addDays, daysBetween, type CalendarDate } from "./dates";
import type { SubmissionState } from "./figures";

/** Every way that a report can stand, in the order in which they are explained. `none`: nothing is asked for. */
export const REPORT_STAGES = [
  "not_due",
  "due",
  "overdue",
  "submitted",
  "returned",
  "accepted",
  "late",
  "not_applicable",
  "none",
] as const;

export type ReportStage = (typeof REPORT_STAGES)[number];

/** What is known of a report that was begun. */
export interface ReportRecord {
  readonly state: SubmissionState;
  /** Some revision of it counts. */
  readonly isAccepted: boolean;
  readonly submittedOn: CalendarDate | null;
  /** When the newest decision was made; null while there is none, or after an import that names no day. */
  readonly decidedOn: CalendarDate | null;
  /** Every figure of it says that it does not apply. */
  readonly isNotApplicable: boolean;
}

/** A report that is asked for; `record` is null while nobody began it. */
export interface AskedReport {
  readonly dueOn: CalendarDate;
  readonly record: ReportRecord | null;
}

const happenedBy = (day: CalendarDate | null, asOf: CalendarDate) => day === null || day <= asOf;

function isSentBy({ state, isAccepted, submittedOn }: ReportRecord, asOf: CalendarDate): boolean {
  const wasSent = isAccepted || state === "submitted" || state === "accepted" || state === "returned";
  return wasSent && happenedBy(submittedOn, asOf);
}

/** Days after the due day on which a report was sent; 0 when in time, when not sent by the day, or when no day is known. */
export function daysLate({ dueOn, record }: AskedReport, asOf: CalendarDate): number {
  if (record === null || record.submittedOn === null || !isSentBy(record, asOf)) return 0;
  return Math.max(0, daysBetween(dueOn, record.submittedOn));
}

/**
 * Where a report stands at the end of a day. Drafts are their unit's own and do not show: it is due, from `soonDays`
 * days before the due day, or overdue from the day after. What was accepted after the due day is `late`; a correction
 * of an accepted report leaves it accepted.
 */
export function decideReportStage(report: AskedReport, asOf: CalendarDate, soonDays: number): ReportStage {
  const { dueOn, record } = report;
  if (record === null || !isSentBy(record, asOf)) return stageBeforeSending(dueOn, asOf, soonDays);
  if (record.isNotApplicable && record.state !== "returned") return "not_applicable";
  if (record.isAccepted && (record.state !== "accepted" || happenedBy(record.decidedOn, asOf))) {
    return daysLate(report, asOf) > 0 ? "late" : "accepted";
  }
  return record.state === "returned" && happenedBy(record.decidedOn, asOf) ? "returned" : "submitted";
}

function stageBeforeSending(dueOn: CalendarDate, asOf: CalendarDate, soonDays: number): ReportStage {
  if (dueOn < asOf) return "overdue";
  return dueOn <= addDays(asOf, soonDays) ? "due" : "not_due";
}

/** How many of the reports whose due day has passed were sent on it or before. */
export interface Timeliness {
  readonly inTime: number;
  readonly due: number;
}

/** A unit's punctuality by a day. What was sent without a known day (an import) counts as in time. */
export function computeTimeliness(reports: readonly AskedReport[], asOf: CalendarDate): Timeliness {
  const due = reports.filter(({ dueOn }) => dueOn < asOf);
  const inTime = due.filter(
    (report) => report.record !== null && isSentBy(report.record, asOf) && daysLate(report, asOf) === 0,
  );
  return { inTime: inTime.length, due: due.length };
}
