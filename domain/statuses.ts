import type { Pace, Verdict } from "./achievements";

/** The one word that a row shows: the verdict of an ended term, the pace of a running one. */
export type Status = Exclude<Verdict, "in_progress"> | Pace;

/** Verdict and pace as the one status that is shown (CALCULATION.md §5). */
export function statusOf(result: { readonly verdict: Verdict; readonly pace: Pace | null }): Status {
  return result.verdict === "in_progress" ? (result.pace ?? "no_data") : result.verdict;
}
