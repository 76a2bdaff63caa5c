// What a change of the settings does to the numbers: the results before and after, told field by field.
import type { MeasureAchievement, TargetAchievement } from "./achievements";
import type { CalendarDate } from "./dates";
import {
  displayAchievementPct,
  displayActual,
  displayExcess,
  displayPlan,
  displayPlanToDate,
  displayRequired,
  displayYear,
} from "./display";
import type { Basis } from "./figures";
import type { Measure } from "./measures";

/** What of a result can change, in the order in which it is told. */
export const EFFECT_FIELDS = [
  "verdict",
  "pace",
  "actual",
  "year",
  "plan",
  "planToDate",
  "achievementPct",
  "excess",
  "required",
  "reports",
] as const;

export type EffectField = (typeof EFFECT_FIELDS)[number];

/** Where a number stands: a term at a day on a basis, a target and, unless it is the target's own, a measure and a year. */
interface Place {
  readonly term: string;
  readonly on: CalendarDate;
  readonly basis: Basis;
  readonly target: Named;
  /** Null: the target's own verdict or pace. */
  readonly measure: Named | null;
  /** The reporting year of a year's value, by its code. */
  readonly year: string | null;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/**
 * One number or word that differs: as shown (numbers with a decimal point, verdicts and paces by their codes, reports
 * as `6/9`), null where there was or is none.
 */
export interface Effect extends Place {
  readonly field: EffectField;
  readonly before: string | null;
  readonly after: string | null;
}

/** A target's result with what it is called. */
export interface NamedResult {
  readonly target: Named;
  readonly achievement: TargetAchievement;
  readonly measures: readonly {
    readonly named: Named;
    readonly measure: Measure;
    readonly achievement: MeasureAchievement;
  }[];
}

/** A term's results at a day on a basis. */
export interface ResultsAt {
  readonly term: string;
  readonly on: CalendarDate;
  readonly basis: Basis;
  readonly targets: readonly NamedResult[];
}

type Told = Omit<Effect, "before" | "after"> & { readonly value: string | null };

/**
 * Everything that differs between two readings of the same terms, days and bases, in the order of the targets. What
 * stands in one reading alone (a term, a target, a measure, a year that came or went) is null in the other.
 */
export function listEffects(before: readonly ResultsAt[], after: readonly ResultsAt[]): readonly Effect[] {
  const old = new Map(before.flatMap(tellResults).map((told) => [keyOf(told), told]));
  const young = new Map(after.flatMap(tellResults).map((told) => [keyOf(told), told]));
  return [...new Map([...old, ...young])].flatMap(([key, { value: _, ...place }]): Effect[] => {
    const [was, is] = [old.get(key)?.value ?? null, young.get(key)?.value ?? null];
    return was === is ? [] : [{ ...place, before: was, after: is }];
  });
}

function keyOf({ term, on, basis, target, measure, year, field }: Told): string {
  return JSON.stringify([term, on, basis, target.code, measure?.code ?? null, year, field]);
}

function tellResults({ term, on, basis, targets }: ResultsAt): readonly Told[] {
  return targets.flatMap(({ target, achievement, measures }) => {
    const place = { term, on, basis, target, measure: null, year: null };
    return [
      { ...place, field: "verdict" as const, value: achievement.verdict },
      { ...place, field: "pace" as const, value: achievement.pace },
      ...measures.flatMap(({ named, measure, achievement: result }) =>
        tellMeasure({ ...place, measure: named }, measure, result),
      ),
    ];
  });
}

function tellMeasure(place: Place, measure: Measure, result: MeasureAchievement): readonly Told[] {
  const plan = result.plan === null ? null : displayPlan(result.plan);
  const values: readonly (readonly [EffectField, string | null])[] = [
    ["verdict", result.verdict],
    ["pace", result.pace],
    ["actual", displayActual(measure, result)],
    ["plan", typeof plan === "string" || plan === null ? plan : plan.join(" - ")],
    ["planToDate", displayPlanToDate(measure, result)],
    ["achievementPct", displayAchievementPct(result)],
    ["excess", displayExcess(measure, result)],
    ["required", displayRequired(measure, result)],
    ["reports", `${result.received}/${result.expected}`],
  ];
  return [
    ...values.map(([field, value]) => ({ ...place, field, value })),
    ...result.years.map((year) => ({
      ...place,
      year: year.yearId,
      field: "year" as const,
      value: year.judged ?? displayYear(measure, year),
    })),
  ];
}
