import { calendarDateOf, datePartsOf, earlierOf, laterOf, type CalendarDate, type DateSpan } from "./dates";

/** One of a term's reporting years, with its own first and last day (CALCULATION.md §2). */
export interface ReportingYear {
  readonly id: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** Thresholds of the pace, in percent of the plan to date and in percentage points (CALCULATION.md §5). */
export interface TermSettings {
  readonly atRiskCountPct: number;
  readonly atRiskPoints: number;
  readonly viewAsOf: CalendarDate | null;
}

/**
 * Where a term stands. A draft is being set up: the office alone sees it and nobody reports in it. A closed one is
 * read-only; the calculation asks for neither (CALCULATION.md §3).
 */
export type TermState = "draft" | "running" | "closed";

/** What the calculation needs of a term. */
export interface Term {
  readonly id: string;
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Oldest first; without gaps they make up the term. */
  readonly years: readonly ReportingYear[];
  readonly settings: TermSettings;
}

export const DEFAULT_SETTINGS: TermSettings = {
  atRiskCountPct: 85,
  atRiskPoints: 2,
  viewAsOf: null,
};

/** A term is over when its last day is on or before `asOf` (CALCULATION.md §3). */
export function isTermOver(term: Term, asOf: CalendarDate): boolean {
  return term.endsOn <= asOf;
}

/** A year has ended when its last day is on or before `asOf` (CALCULATION.md §2). */
export function hasYearEnded(year: ReportingYear, asOf: CalendarDate): boolean {
  return year.endsOn <= asOf;
}

/** The years begun at `asOf`, oldest first. */
export function yearsBegun(term: Term, asOf: CalendarDate): readonly ReportingYear[] {
  return term.years.filter((year) => year.startsOn <= asOf);
}

/** The last year begun at `asOf`; null before the term. */
export function lastYearBegun(term: Term, asOf: CalendarDate): ReportingYear | null {
  return yearsBegun(term, asOf).at(-1) ?? null;
}

/** The reporting years of a term that names none: calendar years cut to the term (CALCULATION.md §7). */
export function defaultYears(span: DateSpan): readonly ReportingYear[] {
  const first = datePartsOf(span.startsOn).year;
  const last = datePartsOf(span.endsOn).year;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    return {
      id: year.toString().padStart(4, "0"),
      startsOn: laterOf(span.startsOn, calendarDateOf({ year, month: 1 }, 1)),
      endsOn: earlierOf(span.endsOn, calendarDateOf({ year, month: 12 }, 31)),
    };
  });
}
