import type { CalendarDate } from "./dates";
import type { Exact } from "./exact";
import type { Basis, Judgement } from "./figures";
import type { PlanValue } from "./measures";
import type { Trace } from "./traces";

export type Verdict = "not_met" | "no_plan" | "no_data" | "met" | "exceeded" | "in_progress";
export type Pace = "out_of_reach" | "behind" | "at_risk" | "no_data" | "on_track" | "reached";
export type ExcessUnit = "percent" | "points" | "levels" | "units";

/** One reporting year's value against that year's plan. */
export interface YearAchievement {
  readonly yearId: string;
  readonly ended: boolean;
  readonly actual: Exact | null;
  /** How `actual` came about. */
  readonly trace: Trace | null;
  readonly judged: Judgement | null;
  /** The year's own plan (CALCULATION.md §4), pro-rated for a short first year of a count; null when none. */
  readonly plan: Exact | readonly [Exact, Exact] | null;
  /** Of an ended year under its own plan; null when the year has not ended or is not judged. */
  readonly verdict: "not_met" | "met" | "exceeded" | null;
}

/** How the numbers of a result came about; null where there is no such number. */
export interface AchievementTraces {
  readonly actual: Trace | null;
  readonly plan: Trace | null;
  readonly planToDate: Trace | null;
  readonly achievementPct: Trace | null;
  readonly excess: Trace | null;
  readonly required: Trace | null;
}

/** A measure's result at a date: exact values, to be shown by `display.ts` only. */
export interface MeasureAchievement {
  readonly measureId: string;
  readonly actual: Exact | null;
  /** The decisive judgement of a judged measure. */
  readonly judged: Judgement | null;
  /** The plan of the verdict, in force at asOf; for `share` the promised %. */
  readonly plan: PlanValue | null;
  /** What should have been brought by asOf; of a range its lower bound. */
  readonly planToDate: Exact | null;
  /** Whether `planToDate` was pro-rated by months (and is then rounded for display). */
  readonly planToDateProRated: boolean;
  readonly achievementPct: Exact | null;
  readonly excess: Exact | null;
  readonly excessUnit: ExcessUnit | null;
  readonly verdict: Verdict;
  readonly pace: Pace | null;
  readonly required: Exact | null;
  readonly years: readonly YearAchievement[];
  readonly received: number;
  readonly expected: number;
  readonly traces: AchievementTraces;
}

/** A target's result: the weakest of its measures. */
export interface TargetAchievement {
  readonly targetId: string;
  readonly verdict: Verdict;
  readonly pace: Pace | null;
  readonly measures: readonly MeasureAchievement[];
}

/** How many targets have each verdict. */
export interface Headline {
  readonly met: number;
  readonly exceeded: number;
  readonly notMet: number;
  readonly noData: number;
  readonly noPlan: number;
  readonly inProgress: number;
}

/** All targets of a term at a date on a basis. */
export interface TermAchievement {
  readonly termId: string;
  readonly asOf: CalendarDate;
  readonly basis: Basis;
  readonly final: boolean;
  readonly headline: Headline;
  readonly targets: readonly TargetAchievement[];
}
