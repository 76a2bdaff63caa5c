// A term's reporting years while the office lays them out: proposed, split, joined, moved, and checked.
import {
  addDays,
  addMonths,
  calendarDateOf,
  datePartsOf,
  daysInMonth,
  earlierOf,
  laterOf,
  monthsOf,
  type CalendarDate,
  type DateSpan,
} from "./dates";
import type { FieldError } from "./errors";
import { hasPeriodForm } from "./periods";
import { defaultYears, type ReportingYear } from "./terms";

/** Calendar years cut to the term, or 12 months each from its first day. */
export type YearsProposal = "calendar" | "twelve_months";

/**
 * The reporting years that are proposed for a span of days: without gaps they make it up. A last rest in which no month
 * ends is no year of its own but belongs to the year before it: nothing monthly would ever be reported in it.
 */
export function proposeYears(span: DateSpan, proposal: YearsProposal): readonly ReportingYear[] {
  const years = proposal === "calendar" ? defaultYears(span) : twelveMonthYears(span);
  const last = years.at(-1);
  return last && years.length > 1 && monthsOf(last).length === 0 ? joinYears(years, years.length - 2) : years;
}

function twelveMonthYears(span: DateSpan): readonly ReportingYear[] {
  const starts: CalendarDate[] = [];
  for (let start = span.startsOn; start <= span.endsOn; start = yearsLater(span.startsOn, starts.length)) {
    starts.push(start);
  }
  return starts.map((startsOn, index) => {
    const next = starts[index + 1];
    return { id: startsOn.slice(0, 4), startsOn, endsOn: next ? addDays(next, -1) : span.endsOn };
  });
}

/** The same day a number of years later; 29 February becomes 28 where it is missing. */
export function yearsLater(date: CalendarDate, years: number): CalendarDate {
  const { day, ...month } = datePartsOf(date);
  const later = addMonths(month, years * 12);
  return calendarDateOf(later, Math.min(day, daysInMonth(later)));
}

/** The year at `index` and the one after it as one, under the first one's code. */
export function joinYears(years: readonly ReportingYear[], index: number): readonly ReportingYear[] {
  const [first, second] = [years[index], years[index + 1]];
  if (!first || !second) return years;
  return [...years.slice(0, index), { ...first, endsOn: second.endsOn }, ...years.slice(index + 2)];
}

/**
 * The year at `index` as two: at the turn of a calendar year inside it, else after half of its months. A year of one
 * day stays whole.
 */
export function splitYear(years: readonly ReportingYear[], index: number): readonly ReportingYear[] {
  const year = years[index];
  const startsOn = year && turnInside(year);
  if (!year || !startsOn) return years;
  const id = freeYearId(
    years.map(({ id: taken }) => taken),
    startsOn,
  );
  const halves = [
    { ...year, endsOn: addDays(startsOn, -1) },
    { id, startsOn, endsOn: year.endsOn },
  ];
  return [...years.slice(0, index), ...halves, ...years.slice(index + 1)];
}

function turnInside({ startsOn, endsOn }: DateSpan): CalendarDate | null {
  const { year, month } = datePartsOf(startsOn);
  const months = monthsOf({ startsOn, endsOn }).length;
  const newYear = calendarDateOf({ year: year + 1, month: 1 }, 1);
  const half = calendarDateOf(addMonths({ year, month }, Math.max(1, Math.floor(months / 2))), 1);
  const turns = [newYear, half, addDays(startsOn, 1)];
  return turns.find((turn) => startsOn < turn && turn <= endsOn) ?? null;
}

/** A code for a year that begins on a day: `2017`, or `2017b`, `2017c` … where that is taken. */
export function freeYearId(taken: readonly string[], startsOn: CalendarDate): string {
  const plain = startsOn.slice(0, 4);
  const letters = "bcdefghijklmnopqrstuvwxyz";
  const codes = [plain, ...[...letters].map((letter) => `${plain}${letter}`)];
  return codes.find((code) => !taken.includes(code)) ?? `${plain}-${startsOn}`;
}

/** The years with another last day of the one at `index`; the one after it begins the day after. */
export function moveYearEnd(
  years: readonly ReportingYear[],
  index: number,
  endsOn: CalendarDate,
): readonly ReportingYear[] {
  return years.map((year, place) => {
    if (place === index) return { ...year, endsOn };
    return place === index + 1 ? { ...year, startsOn: addDays(endsOn, 1) } : year;
  });
}

/** The years cut to a span: the first begins and the last ends with it, those outside it are left out. */
export function fitYears(years: readonly ReportingYear[], span: DateSpan): readonly ReportingYear[] {
  const inside = years.filter(({ startsOn, endsOn }) => startsOn <= span.endsOn && span.startsOn <= endsOn);
  if (inside.length === 0) return proposeYears(span, "calendar");
  return inside.map((year, index) => ({
    ...year,
    startsOn: index === 0 ? span.startsOn : laterOf(year.startsOn, span.startsOn),
    endsOn: index === inside.length - 1 ? span.endsOn : earlierOf(year.endsOn, span.endsOn),
  }));
}

/** What is wrong with a term's years, by the field it concerns (`years.1.startsOn`). */
export type YearProblems = Readonly<Record<string, FieldError>>;

/**
 * Checks that years, oldest first, make up the term without gaps or overlaps, and that none is named twice or like
 * another period (CALCULATION.md §7).
 */
export function checkYears(years: readonly ReportingYear[], span: DateSpan): YearProblems {
  const problems: Record<string, FieldError> = {};
  const add = (field: string, code: FieldError["code"], values: FieldError["values"] = {}) => {
    problems[field] ??= { code, values };
  };
  if (years.length === 0) add("years", "required");
  years.forEach((year, index) => {
    const before = years[index - 1];
    const expected = before ? addDays(before.endsOn, 1) : span.startsOn;
    if (hasPeriodForm(year.id)) add(`years.${index}.code`, "year_code_reserved");
    if (years.findIndex(({ id }) => id === year.id) < index) add(`years.${index}.code`, "code_taken");
    if (year.endsOn < year.startsOn) add(`years.${index}.endsOn`, "ends_before_start");
    if (year.startsOn > expected) add(`years.${index}.startsOn`, "years_gap");
    if (year.startsOn < expected) add(`years.${index}.startsOn`, "years_overlap");
  });
  const last = years.at(-1);
  if (last && last.endsOn < span.endsOn) add(`years.${years.length - 1}.endsOn`, "years_gap");
  if (last && last.endsOn > span.endsOn) add(`years.${years.length - 1}.endsOn`, "years_leave_term");
  return problems;
}
