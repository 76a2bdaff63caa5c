// A term's form in the browser: its texts, and what follows from its days.
import { readCalendarDate, type CalendarDate } from "@/domain/dates";
import type { TermForm, TermTexts } from "@/domain/inputs/terms";
import { fitYears, proposeYears, type YearsProposal } from "@/domain/reporting-years";
import { MAX_TERM_YEARS, proposeTermCode, type ReportingYear } from "@/domain/terms";

/** How the years follow the term's days: by a proposal, or as they were laid out by hand. */
export type YearsMode = YearsProposal | "own";

export const EMPTY_TERM: TermTexts = {
  ...{ name: "", code: "", startsOn: "", endsOn: "", ordinal: "", heldOn: "", resolution: "" },
  ...{ years: [], atRiskCountPct: "85", atRiskPoints: "2" },
};

/** What is stored as the texts of the fields. */
export function termTexts(stored: TermForm | null): TermTexts {
  if (!stored) return EMPTY_TERM;
  const { state: _, ordinal, heldOn, resolution, atRiskCountPct, atRiskPoints, ...rest } = stored;
  const comma = (text: string) => text.replace(".", ",");
  return {
    ...rest,
    ...{ ordinal: ordinal ?? "", heldOn: heldOn ?? "", resolution: resolution ?? "" },
    ...{ atRiskCountPct: comma(atRiskCountPct), atRiskPoints: comma(atRiskPoints) },
  };
}

/** The years of a form as the domain takes them; null while a day cannot be read. */
export function yearsOf({ years }: TermTexts): ReportingYear[] | null {
  const read = years.flatMap(({ code, startsOn, endsOn }) => {
    const [first, last] = [readCalendarDate(startsOn), readCalendarDate(endsOn)];
    return first && last ? [{ id: code, startsOn: first, endsOn: last }] : [];
  });
  return read.length === years.length ? read : null;
}

/** Years of the domain as rows of the form. */
export function yearTexts(years: readonly ReportingYear[]): TermTexts["years"] {
  return years.map(({ id, startsOn, endsOn }) => ({ code: id, startsOn, endsOn }));
}

interface Span {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

function spanOf({ startsOn, endsOn }: TermTexts): Span | null {
  const [first, last] = [readCalendarDate(startsOn), readCalendarDate(endsOn)];
  if (!first || !last || last < first) return null;
  return Number(last.slice(0, 4)) - Number(first.slice(0, 4)) <= MAX_TERM_YEARS
    ? { startsOn: first, endsOn: last }
    : null;
}

/** What follows from the first and the last day until the person types something else. */
export interface Proposals {
  readonly name: (first: string, last: string) => string;
}

/**
 * The form with years that make up its days, and with the code and the name that follow from them unless others were
 * typed; without proposals both stay.
 */
export function withDays(texts: TermTexts, before: TermTexts, mode: YearsMode, proposals: Proposals | null): TermTexts {
  const span = spanOf(texts);
  if (!span) return texts;
  const laid = yearsOf(texts);
  const years = mode === "own" ? (laid ? fitYears(laid, span) : []) : proposeYears(span, mode);
  return { ...texts, years: yearTexts(years), ...(proposals && followDays(texts, span, spanOf(before), proposals)) };
}

function followDays({ code, name }: TermTexts, span: Span, old: Span | null, proposals: Proposals) {
  const nameOf = ({ startsOn, endsOn }: Span) => proposals.name(startsOn.slice(0, 4), endsOn.slice(0, 4));
  const follows = (text: string, propose: (span: Span) => string) =>
    text === "" || (old !== null && text === propose(old)) ? propose(span) : text;
  return { code: follows(code, proposeTermCode), name: follows(name, nameOf) };
}
