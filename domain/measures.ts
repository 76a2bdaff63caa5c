import type { Thousandths } from "./thousandths";
import type { CalendarDate } from "./dates";

export type MeasureKind = "count" | "rate" | "percent" | "level" | "judged";
export type Frequency = "month" | "quarter" | "half" | "year" | "term";
export type OverUnits = "sum" | "mean" | "min" | "share";
export type OverTime = "sum" | "mean_periods" | "mean_years" | "latest" | "min" | "each_year";
export type Rule = "at_least" | "more_than" | "at_most" | "less_than" | "exactly" | "range" | "judged";
export type Provenance = "stated" | "inferred" | "assumed";

/** A promised value: one number, or the lower and upper bound of a range. */
export type PlanValue = Thousandths | readonly [Thousandths, Thousandths];

/** The plans that hold together from one change to the next. */
export interface Plans {
  /** For `share` the level; otherwise the promised value. Null where only `yearPlans` exist, or for `judged`. */
  readonly plan: PlanValue | null;
  /** By reporting year id. For `share` they replace `sharePlan`. */
  readonly yearPlans: Readonly<Record<string, PlanValue>>;
  /** `share` only: the promised percentage. */
  readonly sharePlan: Thousandths | null;
}

/** Plans that were in force until a day, the day included. */
export interface EarlierPlans extends Plans {
  readonly until: CalendarDate;
  readonly reason: string;
}

/** A denominator that is not entered: one for the term, or one a reporting year. */
export type FixedBase =
  | { readonly term: Thousandths; readonly years?: undefined }
  | { readonly term?: undefined; readonly years: Readonly<Record<string, Thousandths>> };

/** What is counted for a target, how it adds up, its rule and its plans (CALCULATION.md §2). */
export interface Measure {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly frequency: Frequency;
  readonly overUnits: OverUnits;
  readonly overTime: OverTime;
  readonly rule: Rule;
  readonly plans: Plans;
  /** Oldest first. */
  readonly earlierPlans: readonly EarlierPlans[];
  readonly fixedBase: FixedBase | null;
  readonly decimals: number;
  readonly mayExceedBase: boolean;
  /** Ids of the units it applies to; null for every cell. */
  readonly unitIds: readonly string[] | null;
  /** Of the units it names, those that joined within the term: the first day from which each is asked. */
  readonly joinedOn: Readonly<Record<string, CalendarDate>>;
}

/** A reporting year's entry. Own entries only: nothing keeps a year from being called `constructor`. */
export function entryOfYear<T>(entries: Readonly<Record<string, T>>, yearId: string): T | undefined {
  return Object.hasOwn(entries, yearId) ? entries[yearId] : undefined;
}

export const CEILING_RULES: readonly Rule[] = ["at_most", "less_than"];

/** Whether the rule promises not to exceed a value. */
export function isCeiling(rule: Rule): boolean {
  return CEILING_RULES.includes(rule);
}

/** A count whose figures add up over the whole term (CALCULATION.md §4). */
export function isSummingCount(measure: Pick<Measure, "kind" | "overTime">): boolean {
  return measure.kind === "count" && measure.overTime === "sum";
}

/** Whether the values are percentages: a rate, a percent or a share of rated units (CALCULATION.md §5). */
export function isPercentage(measure: Pick<Measure, "kind" | "overUnits">): boolean {
  return measure.kind === "rate" || measure.kind === "percent" || measure.overUnits === "share";
}

/** A rate whose denominator comes with every figure. */
export function hasEnteredBase({ kind, fixedBase }: Pick<Measure, "kind" | "fixedBase">): boolean {
  return kind === "rate" && fixedBase === null;
}

/** A rate whose n and d add up over units, so that it is pooled and not averaged (CALCULATION.md §2). */
export function isPooledRate(measure: Pick<Measure, "kind" | "overUnits">): boolean {
  return measure.kind === "rate" && measure.overUnits === "sum";
}
