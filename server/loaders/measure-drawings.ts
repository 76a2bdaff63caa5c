// Where a measure's marks stand on its bar or scale. Drawing only: no verdict is taken from these fractions.
import type { MeasureAchievement, YearAchievement } from "@/domain/achievements";
import { toExact, ZERO, type Exact } from "@/domain/exact";
import { isPercentage, type Measure } from "@/domain/measures";
import { exactPlan, isPair, lowerBound, type ExactPlan } from "@/domain/plans";
import type { BarDrawing, Cut, DotDrawing, Drawing } from "./drawings";

/** A stretch of the number line that a drawing shows. */
export interface Scale {
  readonly from: Exact;
  readonly to: Exact;
}

interface Place {
  readonly at: number;
  readonly cut: Cut;
}

/** Where a value stands on a scale, as a fraction; beyond its ends it is drawn at the end, and said to be cut. */
export function placeOn(scale: Scale, value: Exact): Place {
  const span = scale.to.sub(scale.from);
  const fraction = span.equals(ZERO) ? 0 : value.sub(scale.from).div(span).valueOf();
  if (fraction < 0) return { at: 0, cut: "below" };
  if (fraction > 1) return { at: 1, cut: "above" };
  return { at: fraction, cut: null };
}

function upperBound(plan: ExactPlan): Exact {
  return isPair(plan) ? plan[1] : plan;
}

const PERCENT_STARTS = [80, 50, 0];
const PERCENT_ENDS = [1, 2, 5, 10, 20, 50, 100];

/**
 * The scale of a percentage, chosen from its plan alone so that it stands still when the result moves: 80 to 100 for a
 * plan of 85 and more, 50 to 100 from 62.5, else from 0 to the first round end that leaves room above the plan.
 */
export function percentScale(plan: ExactPlan): Scale {
  const low = lowerBound(plan);
  const start = PERCENT_STARTS.find((from) => from === 0 || low.gte(from + (100 - from) / 4)) ?? 0;
  if (start > 0) return { from: toExact(start), to: toExact(100) };
  const room = upperBound(plan).mul(3).div(2);
  return { from: ZERO, to: toExact(PERCENT_ENDS.find((to) => room.lte(to)) ?? 100) };
}

const LEVEL_SCALE: Scale = { from: toExact(1), to: toExact(4) };

function drawDot(scale: Scale, actual: Exact | null, plan: ExactPlan, unit: string): DotDrawing {
  const place = actual === null ? null : placeOn(scale, actual);
  return {
    type: "dot",
    from: `${scale.from.toString()}${unit}`,
    to: `${scale.to.toString()}${unit}`,
    actual: place?.at ?? null,
    cut: place?.cut ?? null,
    plan: placeOn(scale, lowerBound(plan)).at,
    upper: isPair(plan) ? placeOn(scale, plan[1]).at : null,
  };
}

/** A plan that is passed stands at four fifths of the bar, so that the passing shows; a far longer bar is cut. */
function countScale(actual: Exact | null, plan: ExactPlan): Scale | null {
  const end = upperBound(plan);
  if (actual !== null && actual.gt(end)) {
    return { from: ZERO, to: end.equals(ZERO) ? actual : end.mul(5).div(4) };
  }
  return end.lte(ZERO) ? null : { from: ZERO, to: end };
}

function drawBar(actual: Exact | null, plan: ExactPlan, planToDate: Exact | null): BarDrawing | null {
  const scale = countScale(actual, plan);
  if (scale === null) return null;
  const place = actual === null ? null : placeOn(scale, actual);
  return {
    type: "bar",
    actual: place?.at ?? null,
    cut: place?.cut ?? null,
    plan: placeOn(scale, lowerBound(plan)).at,
    upper: isPair(plan) ? placeOn(scale, plan[1]).at : null,
    planToDate: planToDate === null ? null : placeOn(scale, planToDate).at,
  };
}

/** The years of a yearly judgement that kept their promise, of those that were judged. */
export function keptYears(years: readonly YearAchievement[]): { readonly kept: number; readonly judged: number } {
  const judged = years.filter((year) => year.judged !== null);
  return { kept: judged.filter((year) => year.judged !== "not_met").length, judged: judged.length };
}

function drawYears(achievement: MeasureAchievement): BarDrawing | null {
  const { kept, judged } = keptYears(achievement.years);
  if (judged === 0) return null;
  return { type: "bar", actual: kept / judged, cut: null, plan: 1, upper: null, planToDate: null };
}

/**
 * The drawing of a value against a plan: a bar from zero for a count, a dot on a named scale for a percentage or
 * a level, kept years for a yearly judgement. Null where nothing can be drawn.
 */
export function drawMeasure(measure: Measure, achievement: MeasureAchievement): Drawing | null {
  if (measure.kind === "judged") return measure.overTime === "each_year" ? drawYears(achievement) : null;
  if (achievement.plan === null) return null;
  const { planToDate, planToDateProRated } = achievement;
  return drawValue(measure, achievement.actual, exactPlan(achievement.plan), planToDateProRated ? planToDate : null);
}

/** The drawing of any value of a measure against a plan, such as a cell's or a year's. */
export function drawValue(
  measure: Measure,
  actual: Exact | null,
  plan: ExactPlan,
  planToDate: Exact | null,
): Drawing | null {
  if (isPercentage(measure)) return drawDot(percentScale(plan), actual, plan, "%");
  if (measure.kind === "level") return drawDot(LEVEL_SCALE, actual, plan, "");
  return drawBar(actual, plan, planToDate);
}
