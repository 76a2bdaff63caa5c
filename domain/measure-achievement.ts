// One measure's result at a date, from its kept totals: the second of the two stages that screen, report and command share.
import type { AchievementTraces, ExcessUnit, MeasureAchievement, Pace, Verdict, YearAchievement } from "./achievements";
import { HUNDRED, ZERO } from "./exact";
import type { Judgement } from "./figures";
import { isCeiling, isPercentage, isSummingCount, type Measure, type PlanValue } from "./measures";
import {
  computeTermJudgement,
  computeTermValue,
  computeYearValues,
  countingTotals,
  type MeasureInput,
  type YearValue,
} from "./over-time";
import { hasPeriodEnded } from "./periods";
import { computeEachYearPace, computeJudgedPace, computeTermPace, type Standing } from "./pace";
import {
  exactPlan,
  growsWithinYear,
  planToDate,
  plansInForce,
  verdictPlan,
  verdictPlanTrace,
  yearPlan,
  type ExactPlan,
  type PlanToDate,
} from "./plans";
import { computeReportingRate } from "./reporting-rate";
import { computeRequired } from "./required-pace";
import { isTermOver } from "./terms";
import { given, traced, type Trace } from "./traces";
import { decideEachYear, decideJudged, decideOutcome, type JudgedYear } from "./verdict";

/** What the verdict and pace are decided on, once everything is computed. */
interface Findings {
  readonly input: MeasureInput;
  readonly years: readonly (YearValue & { readonly plan: ExactPlan | null })[];
  readonly judged: Judgement | null;
  readonly plan: PlanValue | null;
  readonly toDate: PlanToDate | null;
  readonly excessUnit: ExcessUnit | null;
  readonly traces: AchievementTraces;
}

/** The promise must hold in every reporting year; a measure due once a term has only the one value to hold. */
function mustHoldEachYear({ overTime, frequency }: Measure): boolean {
  return overTime === "each_year" && frequency !== "term";
}

function outcomeOf(measure: Measure, year: Findings["years"][number]): YearAchievement["verdict"] {
  if (measure.kind === "judged") return year.judged;
  if (year.value === null || year.plan === null) return null;
  return decideOutcome(year.value, measure.rule, year.plan);
}

function judgedYears({ input, years }: Findings): readonly JudgedYear[] {
  const { measure } = input;
  return years.map((year) => ({
    ended: year.ended,
    outcome: outcomeOf(measure, year),
    silent: year.silent && (measure.kind === "judged" || year.plan !== null),
  }));
}

function decideFinalVerdict(findings: Findings): Verdict {
  const { judged, plan, input } = findings;
  const { measure } = input;
  const { actual } = valuesOf(findings.traces);
  if (measure.kind !== "judged" && plan === null) return "no_plan";
  if (mustHoldEachYear(measure)) return decideEachYear(judgedYears(findings));
  if (measure.kind === "judged") return decideJudged(judged);
  if (actual === null || plan === null) return "no_data";
  return decideOutcome(actual, measure.rule, exactPlan(plan));
}

function runningYear(findings: Findings): Standing | null {
  const { input, years, toDate } = findings;
  const running = years.at(-1);
  if (running === undefined || running.ended || toDate === null) return null;
  if (running.value === null || running.plan === null) return null;
  return {
    measure: input.measure,
    settings: input.term.settings,
    actual: running.value,
    plan: running.plan,
    planToDate: toDate.value,
    growing: growsWithinYear(input.measure, input.term, input.asOf),
  };
}

function computePace(findings: Findings): Pace | null {
  const { input, judged, plan, toDate } = findings;
  const { measure, term, asOf } = input;
  const { actual, required } = valuesOf(findings.traces);
  if (measure.kind === "judged") return computeJudgedPace(measure, judged);
  if (plan === null || toDate === null) return null;
  if (actual === null) return "no_data";
  if (mustHoldEachYear(measure)) {
    const hasFailed = judgedYears(findings).some((y) => y.ended && y.outcome === "not_met");
    return computeEachYearPace(hasFailed, runningYear(findings));
  }
  const growing = isSummingCount(measure) || growsWithinYear(measure, term, asOf);
  const whole = isSummingCount(measure) ? exactPlan(plan) : wholePlan(findings, exactPlan(plan));
  const standing = { measure, settings: term.settings, actual, plan: whole, growing };
  return computeTermPace({ ...standing, planToDate: toDate.value }, required);
}

/** What a value that grows within its first year is finally held against: that year's plan. */
function wholePlan({ input, years }: Findings, plan: ExactPlan): ExactPlan {
  return growsWithinYear(input.measure, input.term, input.asOf) ? (years.at(-1)?.plan ?? plan) : plan;
}

/** 100 × actual ÷ plan; null where an achievement % means nothing (CALCULATION.md §5). */
function achievementOf(measure: Measure, actual: Trace, plan: Trace): Trace | null {
  if (measure.kind !== "count" || isCeiling(measure.rule) || plan.value?.equals(ZERO)) return null;
  return traced("percent", [actual, plan]);
}

function differenceUnit(measure: Measure): ExcessUnit {
  if (isPercentage(measure)) return "points";
  return measure.kind === "level" ? "levels" : "units";
}

/** Achievement in % and excess, or the margin under a ceiling (CALCULATION.md §5). */
function compare(measure: Measure, actual: Trace | null, plan: Trace | null) {
  const nothing = { achievementPct: null, excess: null, excessUnit: null };
  if (actual === null || actual.value === null || plan === null) return nothing;
  const excessUnit = differenceUnit(measure);
  if (isCeiling(measure.rule)) {
    return { achievementPct: null, excess: traced("difference", [plan, actual]), excessUnit };
  }
  if (measure.kind !== "count") {
    return { achievementPct: null, excess: traced("difference", [actual, plan]), excessUnit };
  }
  const achievementPct = achievementOf(measure, actual, plan);
  if (achievementPct === null) return nothing;
  const excess = traced("difference", [achievementPct, given(HUNDRED, { type: "constant" })]);
  return { achievementPct, excess, excessUnit: "percent" as const };
}

function find(input: MeasureInput): Findings {
  const { measure, term, asOf } = input;
  const isJudged = measure.kind === "judged";
  const plans = plansInForce(measure, asOf);
  const values = computeYearValues(input);
  const actual = computeTermValue(input, values);
  const plan = isJudged ? null : verdictPlanTrace(measure, term, asOf);
  const isOpen = plan !== null && !isTermOver(term, asOf);
  const planOf = (year: YearValue) => yearPlan(measure, plans, year.year)?.value ?? null;
  const toDate = isJudged ? null : planToDate(measure, term, asOf);
  const { excessUnit, ...compared } = compare(measure, actual, plan);
  const required = isOpen ? computeRequired(input, values, actual, plan) : null;
  return {
    input,
    years: values.map((year) => ({ ...year, plan: isJudged ? null : planOf(year) })),
    judged: isJudged ? computeTermJudgement(input) : null,
    plan: isJudged ? null : verdictPlan(measure, term, asOf),
    toDate,
    excessUnit,
    traces: { actual, plan, planToDate: toDate?.trace ?? null, ...compared, required },
  };
}

function yearAchievements({ input, years }: Findings): readonly YearAchievement[] {
  return years
    .filter(({ value, judged }) => value !== null || judged !== null)
    .map((year) => ({
      yearId: year.year.id,
      ended: year.ended,
      actual: year.value,
      trace: year.trace,
      judged: year.judged,
      plan: year.plan,
      verdict: year.ended ? outcomeOf(input.measure, year) : null,
    }));
}

/** The numbers that the traces lead to. */
function valuesOf({ actual, planToDate, achievementPct, excess, required }: AchievementTraces) {
  const valueOf = (trace: Trace | null) => trace?.value ?? null;
  return {
    actual: valueOf(actual),
    planToDate: valueOf(planToDate),
    achievementPct: valueOf(achievementPct),
    excess: valueOf(excess),
    required: valueOf(required),
  };
}

/**
 * A measure's result at a date from its totals (CALCULATION.md §2 to §5): exact values in the shown unit, the verdict
 * once the term is over, the pace while it runs. The same for the organisation, a section or a single cell.
 */
export function computeMeasureAchievement(input: MeasureInput): MeasureAchievement {
  const { measure, term, asOf } = input;
  const findings = find(input);
  const isFinal = isTermOver(term, asOf);
  const lacksPlan = measure.kind !== "judged" && findings.plan === null;
  const totals = countingTotals(input)
    .filter(({ period }) => hasPeriodEnded(period, asOf))
    .map(({ total }) => total);
  return {
    measureId: measure.id,
    ...valuesOf(findings.traces),
    judged: findings.judged,
    plan: findings.plan,
    planToDateProRated: findings.toDate?.proRated ?? false,
    excessUnit: findings.excessUnit,
    verdict: isFinal || lacksPlan ? decideFinalVerdict(findings) : "in_progress",
    pace: isFinal ? null : computePace(findings),
    years: yearAchievements(findings),
    ...computeReportingRate(totals),
    traces: findings.traces,
  };
}
