// When a report is due, and whether its period still takes entries: rules of the term, and exceptions to them.
import { addDays, addMonths, calendarDateOf, datePartsOf, lastDayOfMonth, type CalendarDate } from "./dates";
import type { SubmissionState } from "./figures";
import type { Frequency } from "./measures";
import type { Period } from "./periods";

/** Reports are due on a day of the period's last month, or of one that follows it. */
export interface DueDayOfMonth {
  readonly dueDay: number;
  readonly monthsAfter: number;
}

/** Reports are due so many days after the period's last day. */
export interface DueDaysAfter {
  readonly daysAfter: number;
}

/** When the reports of a frequency are due. */
export type DueRule = { readonly frequency: Frequency } & (DueDayOfMonth | DueDaysAfter);

/** One period, for one unit or (null) for all: another due day, a lock from the day after, or entry open again until a day. */
export interface PeriodException {
  readonly unitId: string | null;
  readonly kind: "due" | "lock" | "unlock";
  readonly untilOn: CalendarDate;
}

/** Where a term sets no day: cells report before the 25th (DOMAIN.md "Who and when"). */
export const DEFAULT_DUE_DAY = 25;

/** The last day in time for a period; a day that its month lacks is the month's last. */
export function computeDueOn(period: Period, rule: DueRule | null): CalendarDate {
  if (rule !== null && "daysAfter" in rule) return addDays(period.endsOn, rule.daysAfter);
  const { year, month } = addMonths(datePartsOf(period.endsOn), rule?.monthsAfter ?? 0);
  const last = lastDayOfMonth({ year, month });
  return calendarDateOf({ year, month }, Math.min(rule?.dueDay ?? DEFAULT_DUE_DAY, datePartsOf(last).day));
}

function exceptionalDueOn(exceptions: readonly PeriodException[], unitId: string): CalendarDate | null {
  const granted = exceptions.filter(({ kind }) => kind === "due");
  const own = granted.findLast((exception) => exception.unitId === unitId);
  const ofAll = granted.findLast((exception) => exception.unitId === null);
  return (own ?? ofAll)?.untilOn ?? null;
}

/** The due day of a unit: its own exception, else that of all units, else the rule's. Of several, the last granted. */
export function decideDueOn(
  period: Period,
  rule: DueRule | null,
  exceptions: readonly PeriodException[],
  unitId: string,
): CalendarDate {
  return exceptionalDueOn(exceptions, unitId) ?? computeDueOn(period, rule);
}

/** What of a report that was begun decides about its due day; `dueOn` is the day that was told to its unit. */
export interface BegunReport {
  readonly state: SubmissionState;
  readonly dueOn: CalendarDate | null;
  readonly acceptedRevisionId: string | null;
}

/** What the due days of a period go by. */
export interface DueTerms {
  readonly period: Period;
  readonly rule: DueRule | null;
  /** Of the period. */
  readonly exceptions: readonly PeriodException[];
}

/**
 * The due day of a unit's report. A day that was told once stays when the rule changes; an exception moves it as long
 * as the report is still awaited. What was sent keeps the day by which it was early or late.
 */
export function decideReportDueOn(
  { period, rule, exceptions }: DueTerms,
  unitId: string,
  report: BegunReport | null,
): CalendarDate {
  if (report === null || report.dueOn === null) return decideDueOn(period, rule, exceptions, unitId);
  const isAwaited = (report.state === "draft" || report.state === "returned") && report.acceptedRevisionId === null;
  return (isAwaited ? exceptionalDueOn(exceptions, unitId) : null) ?? report.dueOn;
}

/** Whether entry is locked for a unit on a day: by the period's lock or an exception, unless it was opened again. */
export function isLockedOn(
  locked: boolean,
  exceptions: readonly PeriodException[],
  unitId: string,
  today: CalendarDate,
): boolean {
  const concerning = exceptions.filter((exception) => exception.unitId === null || exception.unitId === unitId);
  if (concerning.some(({ kind, untilOn }) => kind === "unlock" && today <= untilOn)) return false;
  return locked || concerning.some(({ kind, untilOn }) => kind === "lock" && today > untilOn);
}

/** Whether a period takes entries; `reopened`: locked, but open by an exception. */
export type PeriodState = "not_begun" | "open" | "locked" | "reopened";

/** Where a period stands; `untilOn` is the last day of entry where it ends by itself. */
export interface PeriodStanding {
  readonly state: PeriodState;
  readonly untilOn: CalendarDate | null;
}

/** Where a period stands on a day, for a unit or (null) for all of them together. */
export function decidePeriodStanding(
  period: Pick<Period, "startsOn"> & { readonly lockedAt: string | null },
  exceptions: readonly PeriodException[],
  unitId: string | null,
  today: CalendarDate,
): PeriodStanding {
  if (today < period.startsOn) return { state: "not_begun", untilOn: null };
  const concerning = exceptions.filter((exception) => exception.unitId === null || exception.unitId === unitId);
  const days = (kind: PeriodException["kind"]) =>
    concerning
      .filter((exception) => exception.kind === kind)
      .map(({ untilOn }) => untilOn)
      .sort();
  const locksAfter = days("lock").at(0) ?? null;
  const opensUntil = days("unlock").at(-1) ?? null;
  const isLocked = period.lockedAt !== null || (locksAfter !== null && today > locksAfter);
  if (!isLocked) return { state: "open", untilOn: locksAfter };
  if (opensUntil !== null && today <= opensUntil) return { state: "reopened", untilOn: opensUntil };
  return { state: "locked", untilOn: null };
}
