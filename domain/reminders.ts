// When somebody is reminded of a report: its unit before and after the due day, the office of what waits, and the
// leadership of a unit that is late again.
import { daysBetween, type CalendarDate } from "./dates";
import { daysLate, decideReportStage, type AskedReport } from "./report-stages";

/** A report may wait for the office's decision so many days; from then on the office is reminded. */
export const WAITING_DAYS = 2;

/** After the due day a unit is reminded anew every so many days. */
const AGAIN_DAYS = 7;

/** Days for which a sent report has waited; 0 when no day of sending is known. */
export function daysWaiting(submittedOn: CalendarDate | null, today: CalendarDate): number {
  return submittedOn === null ? 0 : Math.max(0, daysBetween(submittedOn, today));
}

/** Whether a sent report has waited longer than the office is given. */
export function waitsTooLong(submittedOn: CalendarDate | null, today: CalendarDate): boolean {
  return daysWaiting(submittedOn, today) > WAITING_DAYS;
}

/** Whether a report came late or has not come although its day has passed. */
export function isLate(report: AskedReport, asOf: CalendarDate): boolean {
  return report.dueOn < asOf && (daysLate(report, asOf) > 0 || decideReportStage(report, asOf, 0) === "overdue");
}

/** Whether a unit was late with both of the last two reports of one frequency whose due day has passed. */
export function isLateTwice(reports: readonly AskedReport[], asOf: CalendarDate): boolean {
  const passed = reports.filter(({ dueOn }) => dueOn < asOf).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const lastTwo = passed.slice(-2);
  return lastTwo.length === 2 && lastTwo.every((report) => isLate(report, asOf));
}

/** A turn of reminding a unit of a report that it has not sent. */
export type DueTurn = "before" | "on_day" | "after";

/**
 * Whether this is a day on which a unit is reminded of a report that it owes: `daysBefore` days before the due day, on
 * it, on the day after, and every seventh day from then on. Null on any other day.
 */
export function decideDueTurn(dueOn: CalendarDate, today: CalendarDate, daysBefore: number): DueTurn | null {
  const left = daysBetween(today, dueOn);
  if (left === 0) return "on_day";
  if (left > 0) return left === daysBefore ? "before" : null;
  return (-left - 1) % AGAIN_DAYS === 0 ? "after" : null;
}
