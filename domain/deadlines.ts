// When a report is due, and whether its period still takes entries: rules of the term, and exceptions to them.
import { addDays, addMonths, calendarDateOf, datePartsOf, lastDayOfMonth, type CalendarDate } from "./dates";
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

/** The due day of a unit: its own exception, else that of all units, else the rule's. Of several, the last granted. */
export function decideDueOn(
  period: Period,
  rule: DueRule | null,
  exceptions: readonly PeriodException[],
  unitId: string,
): CalendarDate {
  const granted = exceptions.filter(({ kind }) => kind === "due");
  const own = granted.findLast((exception) => exception.unitId === unitId);
  const ofAll = granted.findLast((exception) => exception.unitId === null);
  return (own ?? ofAll)?.untilOn ?? computeDueOn(period, rule);
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
