// The value axis of a drawing: round ends, four or five hairlines, heights as fractions. Drawing only.
import { displayEntered } from "@/domain/display";
import { greatestOf, leastOf, toExact, ZERO, type Exact } from "@/domain/exact";
import type { Estimate } from "@/domain/estimates";
import { isPercentage, type Measure } from "@/domain/measures";
import { lowerBound, type ExactPlan } from "@/domain/plans";
import type { Tick } from "./drawings";
import { figureText, type Wording } from "./figure-texts";
import { percentScale, placeOn, type Scale } from "./measure-drawings";

const MOST_STEPS = 5;
const ROUND_STEPS = [1, 2, 5];
const MOST_DECIMALS = -2;
const MOST_DIGITS = 12;

export interface Axis {
  readonly scale: Scale;
  readonly ticks: readonly Tick[];
}

/** The least round step (1, 2, 5 × 10^k) that spans a distance in at most five. */
function roundStep(distance: Exact): Exact {
  for (let power = MOST_DECIMALS; power < MOST_DIGITS; power += 1) {
    for (const digit of ROUND_STEPS) {
      const step = toExact(10).pow(power)?.mul(digit) ?? toExact(digit);
      if (step.mul(MOST_STEPS).gte(distance)) return step;
    }
  }
  return distance;
}

/** Levels stand one apart, and counts are of whole things: their hairlines are at least one apart. */
function stepOf(measure: Measure, distance: Exact): Exact {
  if (measure.kind === "level") return toExact(1);
  const step = roundStep(distance);
  return measure.kind === "count" && step.lt(1) ? toExact(1) : step;
}

/** How much of its scale a percentage's axis shows below the plan at least: the plan never lies on the foot. */
const BELOW_PLAN = 4;

/**
 * What the axis must span: a count begins at zero; a percentage shows its values and plan up to the end of the plan's
 * scale, but nothing below that scale, so that one odd month does not flatten all others; a level shows all four.
 */
function spanOf(measure: Measure, values: readonly Exact[], plan: ExactPlan | null): Scale {
  const most = greatestOf(values) ?? toExact(1);
  const least = leastOf(values) ?? ZERO;
  if (isPercentage(measure)) {
    if (plan === null) return { from: least, to: most };
    const { from: floor, to: end } = percentScale(plan);
    const foot = lowerBound(plan).sub(end.sub(floor).div(BELOW_PLAN));
    const from = least.lt(foot) ? least : foot;
    return { from: from.lt(floor) ? floor : from, to: most.gt(end) ? most : end };
  }
  if (measure.kind === "level") return { from: toExact(1), to: toExact(4) };
  return { from: least.lt(ZERO) ? least : ZERO, to: most };
}

/** The axis for values of a measure, its plan among them. */
export function buildAxis(measure: Measure, values: readonly Exact[], plan: ExactPlan | null, wording: Wording): Axis {
  const span = spanOf(measure, plan === null ? values : [...values, lowerBound(plan)], plan);
  const distance = span.to.sub(span.from);
  const step = stepOf(measure, distance.gt(ZERO) ? distance : toExact(1));
  const from = span.from.div(step).floor().mul(step);
  const rounded = span.to.div(step).ceil().mul(step);
  const to = rounded.gt(from) ? rounded : from.add(step);
  const scale = { from, to };
  const ticks: Tick[] = [];
  for (let value = from; value.lte(to); value = value.add(step)) {
    ticks.push({ at: placeOn(scale, value).at, label: figureText(measure, displayEntered(value), wording) });
  }
  return { scale, ticks };
}

const DRAWN_DECIMALS = 6;

/** An estimate as a number of the axis. For drawing alone: the exact value that it becomes is nobody's figure. */
export function estimateOnAxis({ about }: Estimate): Exact {
  return toExact(about.toFixed(DRAWN_DECIMALS));
}
