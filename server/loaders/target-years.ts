// The reporting years of a measure, each against its own plan.
import type { YearAchievement } from "@/domain/achievements";
import type { Exact } from "@/domain/exact";
import { listPeriods } from "@/domain/periods";
import { lowerBound, type ExactPlan } from "@/domain/plans";
import type { PeriodTotal } from "@/domain/totals";
import type { TrajectoryYear } from "@/domain/trajectories";
import { buildAxis } from "./axes";
import { planText, yearText, type Wording } from "./figure-texts";
import { placeOn } from "./measure-drawings";
import { provisionalPeriods } from "./provisional";
import type { TargetMeasureView, TargetYearView } from "./targets";
import type { MeasureResult } from "./term-results";

type YearViews = Pick<TargetMeasureView, "years" | "yearTicks">;

interface YearBuilder {
  readonly result: MeasureResult;
  readonly wording: Wording;
  readonly achievements: ReadonlyMap<string, YearAchievement>;
  readonly provisional: ReadonlySet<string>;
  readonly heightOf: (value: Exact | null) => number | null;
}

function totalsOfYear({ input, measure }: MeasureResult, yearId: string): readonly PeriodTotal[] {
  const ended = listPeriods(input.term, measure.frequency).filter(
    (period) => period.yearId === yearId && period.endsOn <= input.asOf,
  );
  const keys = new Set(ended.map((period) => period.key));
  return input.totals.filter((total) => keys.has(total.period));
}

function sum(totals: readonly PeriodTotal[], key: "received" | "expected"): number {
  return totals.reduce((whole, total) => whole + total[key], 0);
}

function exceptNull<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value) => value !== null);
}

function buildYearView({ year, ended, value, plan }: TrajectoryYear, builder: YearBuilder): TargetYearView {
  const { result, wording, achievements, heightOf } = builder;
  const achievement = achievements.get(year.id) ?? null;
  const totals = totalsOfYear(result, year.id);
  return {
    id: year.id,
    label: year.id,
    ended,
    actual: achievement && yearText(result.measure, achievement, wording),
    plan: plan && planText(result.measure, plan, wording),
    status: isSharedPlan(result) ? null : (achievement?.verdict ?? null),
    actualY: heightOf(value),
    planY: heightOf(plan && lowerBound(plan)),
    provisional: totals.some(({ period }) => builder.provisional.has(period)),
    received: sum(totals, "received"),
    expected: sum(totals, "expected"),
  };
}

/** A count with one plan for the whole term: a year's part of it is no promise, so a year has no verdict. */
function isSharedPlan({ measure }: MeasureResult): boolean {
  return measure.kind === "count" && measure.overTime === "sum" && Object.keys(measure.plans.yearPlans).length === 0;
}

/** The years of the term against their plans; those ahead have their plan only. A judged measure needs no axis. */
export function buildYearViews(result: MeasureResult, years: readonly TrajectoryYear[], wording: Wording): YearViews {
  const { measure, achievement, input, accepted } = result;
  const plans = exceptNull<ExactPlan>(years.map(({ plan }) => plan));
  const values = exceptNull(years.map(({ value }) => value));
  const axis =
    measure.kind === "judged"
      ? null
      : buildAxis(measure, [...values, ...plans.map(lowerBound)], plans[0] ?? null, wording);
  const builder: YearBuilder = {
    result,
    wording,
    achievements: new Map(achievement.years.map((year) => [year.yearId, year])),
    provisional: provisionalPeriods(input, accepted),
    heightOf: (value) => (axis === null || value === null ? null : placeOn(axis.scale, value).at),
  };
  return { yearTicks: axis?.ticks ?? [], years: years.map((year) => buildYearView(year, builder)) };
}
