import type { ViewState } from "@/server/loaders/view-state";

/** The page of a target under a view. Codes come with bundles and may hold any letter. */
export function targetAddress(code: string, state: Partial<ViewState>): string {
  return viewAddress(`/targets/${encodeURIComponent(code)}`, state);
}

/** The page of a task under a view. */
export function taskAddress(code: string, state: Partial<ViewState>): string {
  return viewAddress(`/tasks/${encodeURIComponent(code)}`, state);
}

/** An address that holds what the page shows: term, day and basis. What is left out is left to the page's default. */
export function viewAddress(path: string, state: Partial<ViewState>): string {
  const query = new URLSearchParams();
  if (state.termId) query.set("term", state.termId);
  if (state.asOf) query.set("asOf", state.asOf);
  if (state.basis) query.set("basis", state.basis);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
