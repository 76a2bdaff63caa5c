// The result as JSON, exactly as CALCULATION.md §7 prints it.
import type {
  ExcessUnit,
  Headline,
  MeasureAchievement,
  Pace,
  TargetAchievement,
  TermAchievement,
  Verdict,
  YearAchievement,
} from "../achievements";
import type { CalendarDate } from "../dates";
import {
  displayAchievementPct,
  displayActual,
  displayExcess,
  displayPlan,
  displayPlanToDate,
  displayRequired,
  displayYear,
} from "../display";
import { exactText } from "../exact";
import type { Basis, Judgement } from "../figures";
import type { Measure } from "../measures";
import type { Target } from "../targets";

interface YearJson {
  readonly id: string;
  readonly actual: string | null;
  readonly exact: string | null;
  readonly judged?: Judgement;
}

interface MeasureJson {
  readonly id: string;
  readonly actual: string | null;
  readonly exact: string | null;
  readonly plan: string | readonly [string, string] | null;
  readonly planToDate: string | null;
  readonly achievementPct: string | null;
  readonly excess: string | null;
  readonly excessUnit: ExcessUnit | null;
  readonly verdict: Verdict;
  readonly pace: Pace | null;
  readonly required: string | null;
  readonly years: readonly YearJson[];
  readonly received: number;
  readonly expected: number;
}

interface TargetJson {
  readonly id: string;
  readonly verdict: Verdict;
  readonly pace: Pace | null;
  readonly measures: readonly MeasureJson[];
}

/** `tien-do/achievements@1`: what the command prints. */
export interface AchievementsJson {
  readonly format: "tien-do/achievements@1";
  /** The date asked for; null when each term stands at its own last day. */
  readonly asOf: CalendarDate | null;
  readonly basis: Basis;
  readonly terms: readonly {
    readonly id: string;
    readonly asOf: CalendarDate;
    readonly final: boolean;
    readonly headline: Headline;
    readonly targets: readonly TargetJson[];
  }[];
}

function yearJson(measure: Measure, year: YearAchievement): YearJson {
  const exact = year.actual === null ? null : exactText(year.actual);
  const shown = { id: year.yearId, actual: displayYear(measure, year), exact };
  return year.judged === null ? shown : { ...shown, judged: year.judged };
}

function measureJson(measure: Measure, result: MeasureAchievement): MeasureJson {
  return {
    id: measure.id,
    actual: displayActual(measure, result),
    exact: result.actual === null ? null : exactText(result.actual),
    plan: result.plan === null ? null : displayPlan(result.plan),
    planToDate: displayPlanToDate(measure, result),
    achievementPct: displayAchievementPct(result),
    excess: displayExcess(measure, result),
    excessUnit: result.excessUnit,
    verdict: result.verdict,
    pace: result.pace,
    required: displayRequired(measure, result),
    years: result.years.map((year) => yearJson(measure, year)),
    received: result.received,
    expected: result.expected,
  };
}

function targetJson(target: Target, result: TargetAchievement): TargetJson {
  const byId = new Map(result.measures.map((measure) => [measure.measureId, measure]));
  return {
    id: target.id,
    verdict: result.verdict,
    pace: result.pace,
    measures: target.measures.flatMap((measure) => {
      const found = byId.get(measure.id);
      return found === undefined ? [] : measureJson(measure, found);
    }),
  };
}

/** A term's targets as the model has them, with their results. */
export interface TermResult {
  readonly targets: readonly Target[];
  readonly achievement: TermAchievement;
}

/** The JSON of CALCULATION.md §7; `asOf` is the date asked for, null without one. */
export function achievementsJson(
  results: readonly TermResult[],
  asOf: CalendarDate | null,
  basis: Basis,
): AchievementsJson {
  const terms = results.map(({ targets, achievement }) => {
    const byId = new Map(achievement.targets.map((target) => [target.targetId, target]));
    return {
      id: achievement.termId,
      asOf: achievement.asOf,
      final: achievement.final,
      headline: achievement.headline,
      targets: targets.flatMap((target) => {
        const found = byId.get(target.id);
        return found === undefined ? [] : targetJson(target, found);
      }),
    };
  });
  return { format: "tien-do/achievements@1", asOf, basis, terms };
}
