// The one place where an exact value becomes a printed number, rounded once and never across its verdict (CALCULATION.md §1).
import type { MeasureAchievement, YearAchievement } from "./achievements";
import { fixedText, HUNDRED, isWhole, roundHalfAway, roundUp, sideOf, ZERO, type Exact } from "./exact";
import type { Measure, PlanValue } from "./measures";
import { exactPlan, isPair, type ExactPlan } from "./plans";
import { thousandthsText, type Thousandths } from "./thousandths";

/** Percentages of achievement and points always have 2 decimals (CALCULATION.md §1). */
export const COMPARISON_DECIMALS = 2;

/** An entered number has at most this many decimals: an equality is always visible with them. */
const ENTERED_DECIMALS = 3;

type Shape = Pick<Measure, "kind" | "decimals">;

function keepsSides(value: Exact, rounded: Exact, bounds: readonly Exact[]): boolean {
  return bounds.every((bound) => sideOf(rounded, bound) === sideOf(value, bound));
}

/**
 * Decimal text with a point, half away from zero, with the fewest further decimals that keep the printed value on
 * its true side of every bound: 94.996 against 95 is not `95.00` (CALCULATION.md §1).
 */
export function displayGuarded(value: Exact, decimals: number, bounds: readonly Exact[]): string {
  // A value that equals a bound without a finite decimal form (10/3) cannot be printed equal to it: it needs no guard.
  const visible = bounds.filter((bound) => !value.equals(bound) || isWhole(bound.mul(10 ** ENTERED_DECIMALS)));
  let places = decimals;
  let rounded = roundHalfAway(value, places);
  while (!keepsSides(value, rounded, visible)) {
    places += 1;
    rounded = roundHalfAway(value, places);
  }
  return fixedText(rounded, places);
}

function boundsOf(plan: ExactPlan | null): readonly Exact[] {
  return plan === null ? [] : isPair(plan) ? plan : [plan];
}

/** A value in the measure's unit, guarded against a plan; a whole count prints without decimals. */
export function displayValue(measure: Shape, value: Exact, plan: ExactPlan | null): string {
  if (measure.kind === "count" && isWhole(value)) return fixedText(value, 0);
  return displayGuarded(value, measure.decimals, boundsOf(plan));
}

/** A plan as entered, without trailing zeros: `95`, `97.5`, of a range both bounds (CALCULATION.md §7). */
export function displayPlan(plan: PlanValue): string | readonly [string, string] {
  return isPair<Thousandths>(plan) ? [thousandthsText(plan[0]), thousandthsText(plan[1])] : thousandthsText(plan);
}

/** The term's value, guarded against the plan of the verdict; null when there is none. */
export function displayActual(measure: Shape, result: MeasureAchievement): string | null {
  const { actual, plan } = result;
  return actual === null ? null : displayValue(measure, actual, plan === null ? null : exactPlan(plan));
}

/** A year's value, guarded against that year's plan; null for a judgement. */
export function displayYear(measure: Shape, { actual, plan }: YearAchievement): string | null {
  return actual === null ? null : displayValue(measure, actual, plan);
}

/** The plan to date: rounded when pro-rated by months, else as entered (CALCULATION.md §7). */
export function displayPlanToDate(measure: Shape, result: MeasureAchievement): string | null {
  const { planToDate, planToDateProRated } = result;
  if (planToDate === null) return null;
  return planToDateProRated ? displayValue(measure, planToDate, null) : displayEntered(planToDate);
}

/** An exact value with at most 3 decimals, as it would be entered: without trailing zeros. */
export function displayEntered(value: Exact): string {
  const text = fixedText(roundHalfAway(value, ENTERED_DECIMALS), ENTERED_DECIMALS);
  return text.replace(/\.?0+$/, "");
}

/** The achievement in %, guarded against 100 (CALCULATION.md §1). */
export function displayAchievementPct({ achievementPct }: MeasureAchievement): string | null {
  return achievementPct === null ? null : displayGuarded(achievementPct, COMPARISON_DECIMALS, [HUNDRED]);
}

/** The excess or margin in its unit, guarded against 0; a whole one in units prints without decimals. */
export function displayExcess(measure: Shape, result: MeasureAchievement): string | null {
  const { excess, excessUnit } = result;
  if (excess === null) return null;
  if (excessUnit !== "units") return displayGuarded(excess, COMPARISON_DECIMALS, [ZERO]);
  return displayValue(measure, excess, ZERO);
}

/** What each remaining period must bring, rounded up so that bringing it suffices (CALCULATION.md §5). */
export function displayRequired(measure: Shape, { required }: MeasureAchievement): string | null {
  if (required === null) return null;
  if (measure.kind === "count" && isWhole(required)) return fixedText(required, 0);
  return fixedText(roundUp(required, measure.decimals), measure.decimals);
}

export type NumberLocale = "vi" | "en";

/** Decimal text with a point in a language's writing: `1234.50` is `1.234,50` in vi and `1,234.50` in en. */
export function localiseDecimal(text: string, locale: NumberLocale): string {
  const [whole = "", fraction] = text.split(".");
  const [group, point] = locale === "vi" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, group);
  return fraction === undefined ? grouped : grouped + point + fraction;
}
