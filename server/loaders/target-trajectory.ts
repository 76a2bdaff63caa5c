// A measure over its term as its chart draws it: positions as fractions, figures as texts.
import { daysBetween, type CalendarDate } from "@/domain/dates";
import type { Estimate } from "@/domain/estimates";
import type { Exact } from "@/domain/exact";
import { isPercentage } from "@/domain/measures";
import { exactPlan, isPair, lowerBound } from "@/domain/plans";
import { computeProjection, wordProjection, writeBand, type Projection } from "@/domain/projections";
import type { PlanPoint, Trajectory, TrajectoryPoint as DomainPoint } from "@/domain/trajectories";
import { buildAxis, estimateOnAxis, type Axis } from "./axes";
import { planText, valueText, type Wording } from "./figure-texts";
import { placeOn } from "./measure-drawings";
import { periodText } from "./period-texts";
import { provisionalPeriods } from "./provisional";
import type { TrajectoryPoint, TrajectoryView } from "./targets";
import type { MeasureResult } from "./term-results";

type TrajectoryEvent = TrajectoryView["events"][number];

/** A day's place in the term's span: its first day is 0, the end of its last day 1. */
function dayFraction({ input }: MeasureResult, on: CalendarDate, isEnd: boolean): number {
  const { startsOn, endsOn } = input.term;
  const whole = daysBetween(startsOn, endsOn) + 1;
  return (daysBetween(startsOn, on) + (isEnd ? 1 : 0)) / whole;
}

function valuesOf({ points, planPath }: Trajectory, projection: Projection | null): readonly Exact[] {
  const drawn = points.flatMap(({ value, cumulative }) => [value, cumulative]);
  const foreseen = (projection?.points ?? []).flatMap(({ band }) => [band.lower, band.upper].map(estimateOnAxis));
  return [...drawn.filter((value) => value !== null), ...planPath.map(({ value }) => value), ...foreseen];
}

function buildPoint(
  result: MeasureResult,
  point: DomainPoint,
  axis: Axis,
  isProvisional: boolean,
  wording: Wording,
): TrajectoryPoint {
  const { measure, achievement } = result;
  const plan = achievement.plan === null ? null : exactPlan(achievement.plan);
  const { period, value, cumulative, carried } = point;
  const place = value === null ? null : placeOn(axis.scale, value);
  return {
    x: dayFraction(result, period.endsOn, true),
    period: periodText(period, wording),
    y: place?.at ?? null,
    value: value && valueText(measure, value, null, wording),
    runningY: cumulative && placeOn(axis.scale, cumulative).at,
    running: cumulative && valueText(measure, cumulative, plan, wording),
    provisional: isProvisional,
    carried,
    cut: place?.cut ?? null,
  };
}

function buildPlanPath(result: MeasureResult, path: readonly PlanPoint[], axis: Axis): TrajectoryView["plan"] {
  return path.map(({ on, begins, value }) => ({
    x: dayFraction(result, on, !begins),
    y: placeOn(axis.scale, value).at,
  }));
}

function buildProjection(
  result: MeasureResult,
  projection: Projection | null,
  axis: Axis,
  wording: Wording,
): TrajectoryView["projection"] {
  if (projection === null) return null;
  const { locale, t } = wording;
  const { measure } = result;
  const { key, values } = wordProjection(measure, projection, locale);
  const sign = isPercentage(measure) ? "%" : "";
  const yOf = (estimate: Estimate) => placeOn(axis.scale, estimateOnAxis(estimate)).at;
  return {
    sentence: t(key, { ...values, unit: measure.unitLabel ?? "" }),
    points: projection.points.map(({ period, band }) => ({
      ...{ x: dayFraction(result, period.endsOn, true), period: periodText(period, wording) },
      ...{ lowerY: yOf(band.lower), upperY: yOf(band.upper) },
      text: t("projections.about", { ...writeBand(measure, band, locale), sign }),
    })),
  };
}

/** The measure's trajectory; null for a judgement, which has no numbers to draw. */
export function buildTrajectoryView(
  result: MeasureResult,
  trajectory: Trajectory,
  events: readonly TrajectoryEvent[],
  wording: Wording,
): TrajectoryView | null {
  const { measure, achievement, input, accepted } = result;
  if (measure.kind === "judged") return null;
  const plan = achievement.plan === null ? null : exactPlan(achievement.plan);
  const projection = computeProjection(input);
  const axis = buildAxis(measure, valuesOf(trajectory, projection), plan && lowerBound(plan), wording);
  const unaccepted = provisionalPeriods(input, accepted);
  return {
    ticks: axis.ticks,
    years: input.term.years.map(({ id, startsOn, endsOn }) => ({
      label: id,
      from: dayFraction(result, startsOn, false),
      to: dayFraction(result, endsOn, true),
    })),
    points: trajectory.points.map((point) =>
      buildPoint(result, point, axis, unaccepted.has(point.period.key), wording),
    ),
    plan: buildPlanPath(result, trajectory.planPath, axis),
    planText: plan && planText(measure, isPair(plan) ? plan[0] : plan, wording),
    events,
    projection: buildProjection(result, projection, axis, wording),
  };
}

/** Where an event stands in the term; null outside of it or after the day looked from. */
export function placeEvent(result: MeasureResult, on: CalendarDate, label: string): TrajectoryEvent | null {
  const { term, asOf } = result.input;
  if (on < term.startsOn || on > term.endsOn || on > asOf) return null;
  return { x: dayFraction(result, on, false), on, label };
}
