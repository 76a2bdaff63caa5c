import type { StoredTerm } from "@/db/queries/terms";
import { earlierOf, laterOf, readCalendarDate, type CalendarDate } from "@/domain/dates";
import { may } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import type { ViewQuery, ViewState } from "./view-state";

/** Whether somebody may see terms that are being set up: they are the office's own. */
export function seesDrafts(actor: Actor, today: CalendarDate): boolean {
  return may(actor, "terms.configure", null, today);
}

/** The terms that may be looked at, in the order of their beginnings: without drafts, but for who sees them. */
export function visibleTerms(terms: readonly StoredTerm[], withDrafts: boolean): readonly StoredTerm[] {
  return terms.filter(({ state }) => withDrafts || state !== "draft");
}

/**
 * The term that is shown when none is asked for: the one that runs today, else the last that began, else the first.
 * Never a draft: whoever sees drafts asks for one on purpose.
 */
export function defaultTerm(terms: readonly StoredTerm[], today: CalendarDate): StoredTerm | null {
  const shown = visibleTerms(terms, false);
  return shown.findLast(({ startsOn }) => startsOn <= today) ?? shown[0] ?? null;
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
