// One measure's result at a date, from its kept totals: the second of the two stages that screen, report and command share.
import type { ExcessUnit, MeasureAchievement, Pace, Verdict, YearAchievement } from "./achievements";
import { HUNDRED, ZERO, type Exact } from "./exact";
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
  lowerBound,
  planToDate,
  plansInForce,
  verdictPlan,
  yearPlan,
  type ExactPlan,
  type PlanToDate,
} from "./plans";
import { computeReportingRate } from "./reporting-rate";
import { computeRequired } from "./required-pace";
import { isTermOver } from "./terms";
import { decideEachYear, decideJudged, decideOutcome, type JudgedYear } from "./verdict";

/** What the verdict and pace are decided on, once everything is computed. */
interface Findings {
  readonly input: MeasureInput;
  readonly years: readonly (YearValue & { readonly plan: ExactPlan | null })[];
  readonly actual: Exact | null;
  readonly judged: Judgement | null;
  readonly plan: PlanValue | null;
  readonly toDate: PlanToDate | null;
  readonly required: Exact | null;
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
  const { actual, judged, plan, input } = findings;
  const { measure } = input;
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
  const { input, actual, judged, plan, toDate, required } = findings;
  const { measure, term, asOf } = input;
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

function achievementPctOf(measure: Measure, actual: Exact, plan: Exact): Exact | null {
  if (measure.kind !== "count" || isCeiling(measure.rule) || plan.equals(ZERO)) return null;
  return actual.div(plan).mul(HUNDRED);
}

function differenceUnit(measure: Measure): ExcessUnit {
  if (isPercentage(measure)) return "points";
  return measure.kind === "level" ? "levels" : "units";
}

/** Achievement in % and excess, or the margin under a ceiling (CALCULATION.md §5). */
function compare(measure: Measure, actual: Exact | null, plan: PlanValue | null) {
  const nothing = { achievementPct: null, excess: null, excessUnit: null };
  if (actual === null || plan === null) return nothing;
  const promised = lowerBound(exactPlan(plan));
  const excessUnit = differenceUnit(measure);
  if (isCeiling(measure.rule)) {
    return { achievementPct: null, excess: promised.sub(actual), excessUnit };
  }
  if (measure.kind !== "count") {
    return { achievementPct: null, excess: actual.sub(promised), excessUnit };
  }
  const achievementPct = achievementPctOf(measure, actual, promised);
  if (achievementPct === null) return nothing;
  return { achievementPct, excess: achievementPct.sub(HUNDRED), excessUnit: "percent" as const };
}

function find(input: MeasureInput): Findings {
  const { measure, term, asOf } = input;
  const isJudged = measure.kind === "judged";
  const plans = plansInForce(measure, asOf);
  const values = computeYearValues(input);
  const plan = isJudged ? null : verdictPlan(measure, term, asOf);
  const actual = isJudged ? null : computeTermValue(input, values);
  const required =
    plan === null || isTermOver(term, asOf)
      ? null
      : computeRequired(input, values, actual, lowerBound(exactPlan(plan)));
  const planOf = (year: YearValue) => yearPlan(measure, plans, year.year)?.value ?? null;
  return {
    input,
    years: values.map((year) => ({ ...year, plan: isJudged ? null : planOf(year) })),
    actual,
    judged: isJudged ? computeTermJudgement(input) : null,
    plan,
    toDate: isJudged ? null : planToDate(measure, term, asOf),
    required,
  };
}

function yearAchievements({ input, years }: Findings): readonly YearAchievement[] {
  return years
    .filter(({ value, judged }) => value !== null || judged !== null)
    .map((year) => ({
      yearId: year.year.id,
      ended: year.ended,
      actual: year.value,
      judged: year.judged,
      plan: year.plan,
      verdict: year.ended ? outcomeOf(input.measure, year) : null,
    }));
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
    actual: findings.actual,
    judged: findings.judged,
    plan: findings.plan,
    planToDate: findings.toDate?.value ?? null,
    planToDateProRated: findings.toDate?.proRated ?? false,
    ...compare(measure, findings.actual, findings.plan),
    verdict: isFinal || lacksPlan ? decideFinalVerdict(findings) : "in_progress",
    pace: isFinal ? null : computePace(findings),
    required: findings.required,
    years: yearAchievements(findings),
    ...computeReportingRate(totals),
  };
}
