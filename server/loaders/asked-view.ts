import type { StoredTerm } from "@/db/queries/terms";
import { earlierOf, laterOf, readCalendarDate, type CalendarDate } from "@/domain/dates";
import type { ViewQuery, ViewState } from "./view-state";

/** The term that is shown when none is asked for: the one that runs today, else the last that began, else the first. */
export function defaultTerm(terms: readonly StoredTerm[], today: CalendarDate): StoredTerm | null {
  return terms.findLast(({ startsOn }) => startsOn <= today) ?? terms[0] ?? null;
}

/** The day that a term opens at: today, kept within the term. */
export function defaultAsOf({ startsOn, endsOn }: StoredTerm, today: CalendarDate): CalendarDate {
  return laterOf(startsOn, earlierOf(today, endsOn));
}

/**
 * The term, day and basis that an address asks for; what it leaves out or says wrongly falls back to the defaults.
 * Null while there is no term. `terms` are in the order of their beginnings.
 */
export function readAskedView(
  terms: readonly StoredTerm[],
  query: ViewQuery,
  today: CalendarDate,
): { readonly term: StoredTerm; readonly state: ViewState } | null {
  const term = terms.find(({ code }) => code === query.term) ?? defaultTerm(terms, today);
  if (term === null) return null;
  const asOf = readCalendarDate(query.asOf ?? "") ?? defaultAsOf(term, today);
  const basis = query.basis === "provisional" ? "provisional" : "accepted";
  return { term, state: { termId: term.code, asOf, basis } };
}
