import { addMonths, firstDayOfMonth, lastDayOfMonth, monthsOf, type CalendarDate, type Month } from "./dates";
import type { Frequency } from "./measures";
import type { Term } from "./terms";

declare const periodKeyBrand: unique symbol;

/** `2016-03`, `2016-Q2`, `2016-H1`, a reporting year's id, or `term` (CALCULATION.md §7). */
export type PeriodKey = string & { readonly [periodKeyBrand]: true };

/** A stretch of a term for which figures are due. */
export interface Period {
  readonly key: PeriodKey;
  readonly frequency: Frequency;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Id of the reporting year that contains its last day; null for the period `term`. */
  readonly yearId: string | null;
}

export const TERM_PERIOD = "term" as PeriodKey;

const MONTHS_OF = { month: 1, quarter: 3, half: 6 } as const;
const CALENDAR_KEY = /^[0-9]{4}-(?:0[1-9]|1[0-2]|Q[1-4]|H[12])$/;

/** Whether a text has the form of a calendar period, or is `term`. */
export function hasPeriodForm(text: string): boolean {
  return text === TERM_PERIOD || CALENDAR_KEY.test(text);
}

function calendarKey({ year, month }: Month, months: 1 | 3 | 6): PeriodKey {
  const part = (index: number) => Math.ceil(month / index).toString();
  const suffix = months === 1 ? part(1).padStart(2, "0") : months === 3 ? `Q${part(3)}` : `H${part(6)}`;
  return `${year.toString().padStart(4, "0")}-${suffix}` as PeriodKey;
}

function yearIdAt(term: Term, date: CalendarDate): string | null {
  return term.years.find((year) => year.startsOn <= date && date <= year.endsOn)?.id ?? null;
}

function listCalendarPeriods(term: Term, frequency: "month" | "quarter" | "half"): Period[] {
  const months = MONTHS_OF[frequency];
  return monthsOf(term)
    .filter(({ month }) => month % months === 0)
    .map((last) => {
      const endsOn = lastDayOfMonth(last);
      return {
        key: calendarKey(last, months),
        frequency,
        startsOn: firstDayOfMonth(addMonths(last, 1 - months)),
        endsOn,
        yearId: yearIdAt(term, endsOn),
      };
    });
}

function buildPeriods(term: Term, frequency: Frequency): readonly Period[] {
  switch (frequency) {
    case "month":
    case "quarter":
    case "half":
      return listCalendarPeriods(term, frequency);
    case "year":
      return term.years.map(({ id, startsOn, endsOn }) => ({
        key: id as PeriodKey,
        frequency,
        startsOn,
        endsOn,
        yearId: id,
      }));
    case "term":
      return [
        {
          key: TERM_PERIOD,
          frequency,
          startsOn: term.startsOn,
          endsOn: term.endsOn,
          yearId: null,
        },
      ];
  }
}

/** A term's periods are asked for many times in one calculation and never change: they are worked out once. */
const periodsOfTerms = new WeakMap<Term, Map<Frequency, readonly Period[]>>();

/**
 * The periods of a term in which a measure of this frequency is due, oldest first: calendar ones whose last day
 * lies inside the term, one a reporting year, or the term itself (CALCULATION.md §7).
 */
export function listPeriods(term: Term, frequency: Frequency): readonly Period[] {
  const known = periodsOfTerms.get(term) ?? new Map<Frequency, readonly Period[]>();
  periodsOfTerms.set(term, known);
  const periods = known.get(frequency) ?? buildPeriods(term, frequency);
  known.set(frequency, periods);
  return periods;
}

export const FREQUENCIES: readonly Frequency[] = ["month", "quarter", "half", "year", "term"];

/** The period with this key among all frequencies; null when the term has none. */
export function findPeriod(term: Term, key: string): Period | null {
  for (const frequency of FREQUENCIES) {
    const found = listPeriods(term, frequency).find((period) => period.key === key);
    if (found !== undefined) return found;
  }
  return null;
}

/** The period of a frequency in which a day lies; null when none of the term's does. */
export function periodOf(term: Term, frequency: Frequency, date: CalendarDate): Period | null {
  const periods = listPeriods(term, frequency);
  return periods.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn) ?? null;
}

/** A period's figures count from its last day on (CALCULATION.md §3). */
export function hasPeriodEnded(period: Period, asOf: CalendarDate): boolean {
  return period.endsOn <= asOf;
}
