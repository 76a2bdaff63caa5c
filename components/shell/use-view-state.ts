"use client";

import { useSearchParams } from "next/navigation";
import { readCalendarDate } from "@/domain/dates";
import type { ShellTerm } from "@/server/loaders/shell";
import type { ViewState } from "@/server/loaders/view-state";

/** What the present address shows; what it leaves out, or says wrongly, falls back to the term's defaults. */
export function useViewState(terms: readonly ShellTerm[], defaultTermId: string | null) {
  const query = useSearchParams();
  const asked = terms.find((term) => term.id === query.get("term"));
  const term = asked ?? terms.find(({ id }) => id === defaultTermId);
  if (!term) return null;
  const state: ViewState = {
    termId: term.id,
    asOf: readCalendarDate(query.get("asOf") ?? "") ?? term.defaultAsOf,
    basis: query.get("basis") === "provisional" ? "provisional" : "accepted",
  };
  return { term, state };
}
