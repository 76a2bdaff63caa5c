import type { Pace, Verdict } from "./achievements";

/** The one word that a row shows: the verdict of an ended term, the pace of a running one. */
export type Status = Exclude<Verdict, "in_progress"> | Pace;

/** Verdict and pace as the one status that is shown (CALCULATION.md §5). */
export function statusOf(result: { readonly verdict: Verdict; readonly pace: Pace | null }): Status {
  return result.verdict === "in_progress" ? (result.pace ?? "no_data") : result.verdict;
}

/** The order in which a sentence tells how many targets have each status: the kept ones first. */
const TOLD_FIRST: readonly Status[] = [
  "met",
  "exceeded",
  "reached",
  "on_track",
  "at_risk",
  "behind",
  "not_met",
  "out_of_reach",
  "no_data",
  "no_plan",
];

/** Whether a text is a status's code. */
export function isStatus(text: string): text is Status {
  return (TOLD_FIRST as readonly string[]).includes(text);
}

/** How many targets have a status. */
export interface StatusCount {
  readonly status: Status;
  readonly count: number;
}

/** What the headline of a term is made of (CALCULATION.md §6). */
export interface StatusCounts {
  readonly total: number;
  /** Met or exceeded. */
  readonly kept: number;
  /** Of the statuses that occur, in the order in which they are told. */
  readonly parts: readonly StatusCount[];
}

/** Counts the statuses of a term's targets for its headline: `8/8 chỉ tiêu đạt và vượt (1 đạt, 7 vượt)`. */
export function countStatuses(statuses: readonly Status[]): StatusCounts {
  const count = (status: Status) => statuses.filter((one) => one === status).length;
  const parts = TOLD_FIRST.map((status) => ({ status, count: count(status) }));
  return {
    total: statuses.length,
    kept: count("met") + count("exceeded"),
    parts: parts.filter((part) => part.count > 0),
  };
}
