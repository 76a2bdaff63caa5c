// What a change of the settings does to the numbers: the results before and after, told field by field.
import type { ExcessUnit, MeasureAchievement, TargetAchievement } from "./achievements";
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
import { isPercentage, type Measure } from "./measures";

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
  readonly measure: NamedMeasure | null;
  /** The reporting year of a year's value, by its code. */
  readonly year: string | null;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

interface NamedMeasure extends Named {
  /** What a count counts: `đảng viên`. */
  readonly unitLabel: string | null;
}

/** What a number is of: `level` is one of the four levels, `levels` a distance between them, `units` the measure's own. */
export type EffectUnit = ExcessUnit | "level";

/**
 * One number or word that differs: as shown (numbers with a decimal point, verdicts and paces by their codes, reports
 * as `6/9`), null where there was or is none.
 */
export interface Effect extends Place {
  readonly field: EffectField;
  readonly before: string | null;
  readonly after: string | null;
  /** Of each number; null for a word, for reports, and where there is none. */
  readonly units: { readonly before: EffectUnit | null; readonly after: EffectUnit | null };
}

/** A target's result with what it is called. */
export interface NamedResult {
  readonly target: Named;
  readonly achievement: TargetAchievement;
  readonly measures: readonly {
    readonly named: NamedMeasure;
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

type Told = Place & {
  readonly field: EffectField;
  readonly value: string | null;
  readonly unit: EffectUnit | null;
};

/**
 * Everything that differs between two readings of the same terms, days and bases, in the order of the targets. What
 * stands in one reading alone (a term, a target, a measure, a year that came or went) is null in the other.
 */
export function listEffects(before: readonly ResultsAt[], after: readonly ResultsAt[]): readonly Effect[] {
  const old = new Map(before.flatMap(tellResults).map((told) => [keyOf(told), told]));
  const young = new Map(after.flatMap(tellResults).map((told) => [keyOf(told), told]));
  return [...new Map([...old, ...young])].flatMap(([key, { value: _, unit: __, ...place }]): Effect[] => {
    const [was, is] = [old.get(key), young.get(key)];
    const [before, after] = [was?.value ?? null, is?.value ?? null];
    const units = { before: was?.unit ?? null, after: is?.unit ?? null };
    return before === after ? [] : [{ ...place, before, after, units }];
  });
}

function keyOf({ term, on, basis, target, measure, year, field }: Told): string {
  return JSON.stringify([term, on, basis, target.code, measure?.code ?? null, year, field]);
}

function tellResults({ term, on, basis, targets }: ResultsAt): readonly Told[] {
  return targets.flatMap(({ target, achievement, measures }) => {
    const place = { term, on, basis, target, measure: null, year: null };
    const word = { ...place, unit: null };
    return [
      { ...word, field: "verdict" as const, value: achievement.verdict },
      { ...word, field: "pace" as const, value: achievement.pace },
      ...measures.flatMap(({ named, measure, achievement: result }) =>
        tellMeasure({ ...place, measure: named }, measure, result),
      ),
    ];
  });
}

function tellMeasure(place: Place, measure: Measure, result: MeasureAchievement): readonly Told[] {
  const plan = result.plan === null ? null : displayPlan(result.plan);
  const own = ownUnit(measure);
  const values: readonly (readonly [EffectField, string | null, EffectUnit | null])[] = [
    ["verdict", result.verdict, null],
    ["pace", result.pace, null],
    ["actual", displayActual(measure, result), own],
    ["plan", typeof plan === "string" || plan === null ? plan : plan.join(" - "), own],
    ["planToDate", displayPlanToDate(measure, result), own],
    ["achievementPct", displayAchievementPct(result), "percent"],
    ["excess", displayExcess(measure, result), result.excessUnit],
    ["required", displayRequired(measure, result), own],
    ["reports", `${result.received}/${result.expected}`, null],
  ];
  return [
    ...values.map(([field, value, unit]) => ({ ...place, field, value, unit })),
    ...result.years.map((year) => ({
      ...place,
      year: year.yearId,
      field: "year" as const,
      value: year.judged ?? displayYear(measure, year),
      unit: year.judged === null ? own : null,
    })),
  ];
}

/** What a value of the measure itself is of. */
function ownUnit(measure: Measure): EffectUnit {
  if (isPercentage(measure)) return "percent";
  return measure.kind === "level" ? "level" : "units";
}
