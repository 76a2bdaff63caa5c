declare const calendarDateBrand: unique symbol;

/** A day of the Gregorian calendar as `YYYY-MM-DD`; compares as text. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

/** A stretch of days, both ends included. */
export interface DateSpan {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** A calendar month: year and month 1 to 12. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

const DATE_TEXT = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month, February of a leap year 29. */
export function daysInMonth({ year, month }: Month): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

/** The text as a calendar date, or null when there is no such day (`2023-02-29`, `2023-2-1`). */
export function readCalendarDate(text: string): CalendarDate | null {
  const match = DATE_TEXT.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map((part) => Number.parseInt(part, 10));
  if (year === 0 || month < 1 || month > 12) return null;
  return day >= 1 && day <= daysInMonth({ year, month }) ? (text as CalendarDate) : null;
}

/** The text as a calendar date. Throws RangeError when it is none: for literals and values already checked. */
export function asCalendarDate(text: string): CalendarDate {
  const date = readCalendarDate(text);
  if (date === null) throw new RangeError(`not a calendar date: ${text}`);
  return date;
}

/** Year, month and day as whole numbers. */
export function datePartsOf(date: CalendarDate): Month & { readonly day: number } {
  const part = (from: number, to: number) => Number.parseInt(date.slice(from, to), 10);
  return { year: part(0, 4), month: part(5, 7), day: part(8, 10) };
}

function writeDate({ year, month }: Month, day: number): string {
  const pad = (value: number, width: number) => value.toString().padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The date of a day that exists; throws RangeError for one that does not. */
export function calendarDateOf(month: Month, day: number): CalendarDate {
  return asCalendarDate(writeDate(month, day));
}

/** The month a number of months later, or earlier when negative. */
export function addMonths({ year, month }: Month, months: number): Month {
  const index = year * 12 + (month - 1) + months;
  const zeroBased = ((index % 12) + 12) % 12;
  return { year: (index - zeroBased) / 12, month: zeroBased + 1 };
}

/** The last day of a month of the years 1 to 9999. */
export function lastDayOfMonth(month: Month): CalendarDate {
  // Asked for thousands of times in one calculation, and a month always has its last day: not read again.
  return writeDate(month, daysInMonth(month)) as CalendarDate;
}

/** The first day of a month. */
export function firstDayOfMonth(month: Month): CalendarDate {
  return calendarDateOf(month, 1);
}

/** The day a number of days later, or earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const { year, month, day } = datePartsOf(date);
  // UTC arithmetic only: neither the clock nor a time zone is read.
  const shifted = new Date(Date.UTC(year, month - 1, day + days));
  return asCalendarDate(shifted.toISOString().slice(0, 10));
}

/** The earlier of two days. */
export function earlierOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

const MS_PER_DAY = 86_400_000;

/** Days from one day to another; negative when it lies before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
}

/** The later of two days. */
export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

/** The months whose last day lies inside the span, oldest first (CALCULATION.md §4). */
export function monthsOf(span: DateSpan): readonly Month[] {
  const months: Month[] = [];
  let month: Month = datePartsOf(span.startsOn);
  const lastYear = datePartsOf(span.endsOn).year;
  while (month.year <= lastYear && lastDayOfMonth(month) <= span.endsOn) {
    months.push({ year: month.year, month: month.month });
    month = addMonths(month, 1);
  }
  return months;
}

/** How many months of the span have ended: their last day is on or before `asOf` (CALCULATION.md §4). */
export function countMonthsEnded(span: DateSpan, asOf: CalendarDate): number {
  return monthsOf(span).filter((month) => lastDayOfMonth(month) <= asOf).length;
}
