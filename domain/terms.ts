import { calendarDateOf, datePartsOf, earlierOf, laterOf, type CalendarDate, type DateSpan } from "./dates";
import { DomainError, type ErrorCode, type FieldError } from "./errors";
import { readNumber } from "./number-text";
import { thousandthsToExact } from "./thousandths";

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

const MOST_THRESHOLD = 100_000;

/** A threshold as a number of percent or of points, 0 to 100, or why the text is none (CALCULATION.md §5). */
export function readThreshold(text: string): number | ErrorCode {
  const reading = readNumber(text, { kind: "percent", mayBeNegative: false });
  if (!reading.ok) return reading.code === "empty" ? "required" : "bad_number";
  return reading.value > MOST_THRESHOLD ? "percent_over_100" : thousandthsToExact(reading.value).valueOf();
}

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

/** What can be done to a term as a whole. */
export type TermCommand = "start" | "close" | "reopen";

const transitions: Record<TermCommand, readonly [TermState, TermState]> = {
  start: ["draft", "running"],
  close: ["running", "closed"],
  reopen: ["closed", "running"],
};

/** The state that a term is in after a command. Refuses with `wrong_state`. */
export function decideTermState(state: TermState, command: TermCommand): TermState {
  const [from, to] = transitions[command];
  if (state !== from) throw new DomainError("wrong_state", { state, command });
  return to;
}

/** The code that is proposed for a term: the years it begins and ends in, `2025-2030`. */
export function proposeTermCode({ startsOn, endsOn }: DateSpan): string {
  const [first, last] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  return first === last ? first : `${first}-${last}`;
}

/** Congresses meet every five years; a term of more than this many is a slip of the keyboard. */
export const MAX_TERM_YEARS = 12;

/** What a term is told apart from others by. */
export interface TermIdentity extends DateSpan {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/**
 * What is wrong with a term's code and days beside the other terms, by field. Terms follow each other: a day belongs
 * to one term only, so that a figure has one place.
 */
export function checkTermIdentity(
  term: TermIdentity,
  others: readonly TermIdentity[],
): Readonly<Record<string, FieldError>> {
  const problems: Record<string, FieldError> = {};
  const rest = others.filter(({ id }) => id !== term.id);
  if (rest.some(({ code }) => code === term.code)) problems.code = { code: "code_taken", values: {} };
  const { startsOn, endsOn } = term;
  if (endsOn < startsOn) return { ...problems, endsOn: { code: "ends_before_start", values: {} } };
  if (spanYears(term) > MAX_TERM_YEARS) {
    problems.endsOn = { code: "term_too_long", values: { years: MAX_TERM_YEARS } };
  }
  const overlapping = rest.find((other) => other.startsOn <= endsOn && startsOn <= other.endsOn);
  if (overlapping) {
    const field = overlapping.startsOn < startsOn ? "startsOn" : "endsOn";
    problems[field] ??= { code: "term_overlaps", values: { name: overlapping.name } };
  }
  return problems;
}

function spanYears({ startsOn, endsOn }: DateSpan): number {
  return datePartsOf(endsOn).year - datePartsOf(startsOn).year;
}
