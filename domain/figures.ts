import type { PeriodKey } from "./periods";
import type { Thousandths } from "./thousandths";

export type SubmissionState = "draft" | "submitted" | "returned" | "accepted";
/** Which submissions count: accepted ones, or submitted ones too (CALCULATION.md §3). */
export type Basis = "accepted" | "provisional";
/** Ordinal 1 NOT_COMPLETED, 2 COMPLETED, 3 GOOD, 4 EXCELLENT. */
export type Level = 1 | 2 | 3 | 4;
export type Judgement = "not_met" | "met" | "exceeded";

/** What one unit reported for one measure and period. A draft may hold n without d. */
export type FigureValue =
  | { readonly type: "number"; readonly n: Thousandths | null; readonly d: Thousandths | null }
  | { readonly type: "level"; readonly level: Level }
  | { readonly type: "judged"; readonly judged: Judgement; readonly evidence: string | null }
  | { readonly type: "not_applicable" };

/** One measure, one unit, one period. */
export interface Figure {
  readonly measureId: string;
  readonly unitId: string;
  readonly period: PeriodKey;
  readonly state: SubmissionState;
  readonly value: FigureValue;
}

/** Whether figures of a submission in this state count on this basis (CALCULATION.md §3). */
export function countsOn(state: SubmissionState, basis: Basis): boolean {
  return state === "accepted" || (basis === "provisional" && state === "submitted");
}

/** Whether two values are the same entry; their parts are numbers and texts. */
export function isSameValue(a: FigureValue, b: FigureValue): boolean {
  const parts = (value: FigureValue) => Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1));
  return JSON.stringify(parts(a)) === JSON.stringify(parts(b));
}

/** Every judgement, the weakest first. */
export const JUDGEMENTS: readonly Judgement[] = ["not_met", "met", "exceeded"];

/** The weakest judgement, null of none (CALCULATION.md §2). */
export function weakestJudgement(judgements: readonly Judgement[]): Judgement | null {
  return JUDGEMENTS.find((judgement) => judgements.includes(judgement)) ?? null;
}
