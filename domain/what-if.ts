// What a term comes to if every remaining step brings the same: the required pace read from the other side, exact.
import { HUNDRED, sumOf, ZERO, type Exact } from "./exact";
import { isSummingCount, type Frequency } from "./measures";
import { computeTermValue, computeYearValues, countingTotals, type MeasureInput, type YearValue } from "./over-time";
import { periodValue } from "./period-values";
import { hasPeriodEnded, listPeriods, type Period } from "./periods";
import { exactPlan, plansInForce, verdictPlan, type ExactPlan } from "./plans";
import { isTermOver } from "./terms";
import { thousandthsToExact } from "./thousandths";
import { decideOutcome } from "./verdict";

/** What can be asked of a measure: how much each remaining step brings, and what comes of it. */
export interface Question {
  readonly input: MeasureInput;
  /** The remaining steps, oldest first, the running one included. */
  readonly steps: readonly Period[];
  readonly plan: ExactPlan;
  /** The term's value after the first steps, if each brings `pace`: the amount of a count, the % of a rate. */
  readonly valueAfter: (steps: number, pace: Exact) => Exact;
}

/** What comes of a pace. */
export interface WhatIf {
  readonly end: Exact;
  /** Whether the rule holds at the term's end. */
  readonly kept: boolean;
  /** The step from whose end on it is so; null where it is so today already and stays. */
  readonly since: Period | null;
}

type ValueAfter = Question["valueAfter"];

/** Months are too short for what comes a few times a year: a count of months is asked a quarter, where these fit. */
function stepsOf({ measure, term, asOf }: MeasureInput): readonly Period[] {
  const ahead = (frequency: Frequency) =>
    listPeriods(term, frequency).filter((period) => !hasPeriodEnded(period, asOf));
  if (measure.overTime === "mean_years") return ahead("year");
  const own = ahead(measure.frequency);
  if (!isSummingCount(measure) || measure.frequency !== "month") return own;
  const quarters = ahead("quarter");
  return quarters.length > 0 && quarters.at(-1)?.endsOn === own.at(-1)?.endsOn ? quarters : own;
}

/** 100 × (Σn + x/100 × jD) ÷ (Σd + jD), D being the mean Σd of the ended periods that have one. */
function pooledAfter(input: MeasureInput): ValueAfter | null {
  const pooled = countingTotals(input).filter(({ total }) => total.sumD !== null && total.sumD > 0);
  if (pooled.length === 0) return null;
  const n = sumOf(pooled.map(({ total }) => thousandthsToExact(total.sumN ?? 0)));
  const d = sumOf(pooled.map(({ total }) => thousandthsToExact(total.sumD ?? 0)));
  return (steps, pace) => {
    const ahead = d.div(pooled.length).mul(steps);
    return n.mul(HUNDRED).add(pace.mul(ahead)).div(d.add(ahead));
  };
}

/** (Σ of the m values + x × j) ÷ (m + j). */
function meanAfter(values: readonly (Exact | null)[]): ValueAfter {
  const present = values.filter((value) => value !== null);
  return (steps, pace) =>
    sumOf(present)
      .add(pace.mul(steps))
      .div(present.length + steps);
}

function valueAfterOf(input: MeasureInput, years: readonly YearValue[], actual: Exact): ValueAfter | null {
  const { measure, asOf } = input;
  if (isSummingCount(measure)) return (steps, pace) => actual.add(pace.mul(steps));
  if (measure.overTime === "sum") return pooledAfter(input);
  if (measure.overTime === "mean_years") return meanAfter(years.map(({ ended, value }) => (ended ? value : null)));
  const plans = plansInForce(measure, asOf);
  return meanAfter(countingTotals(input).map(({ total }) => periodValue(measure, plans, total)));
}

/**
 * What can be asked, with the same methods as the required pace (CALCULATION.md §5) and ceilings besides. Null once
 * the term is over, without a plan, a value or a remaining step, and where a step has no say: judgements, `latest`,
 * `min`, `each_year`, a fixed base.
 */
export function askWhatIf(input: MeasureInput): Question | null {
  const { measure, term, asOf } = input;
  const addsOrAverages = ["sum", "mean_periods", "mean_years"].includes(measure.overTime);
  if (isTermOver(term, asOf) || measure.kind === "judged" || measure.fixedBase !== null || !addsOrAverages) return null;
  const plan = verdictPlan(measure, term, asOf);
  const years = computeYearValues(input);
  const actual = computeTermValue(input, years)?.value ?? null;
  const steps = stepsOf(input);
  const valueAfter = actual === null ? null : valueAfterOf(input, years, actual);
  if (plan === null || actual === null || valueAfter === null || steps.length === 0) return null;
  const first: ValueAfter = (count, pace) => (count === 0 ? actual : valueAfter(count, pace));
  return { input, steps, plan: exactPlan(plan), valueAfter: first };
}

/** What comes of a pace, exact. The rule is that of the verdict, taken at the end of every step. */
export function answerWhatIf({ input, steps, plan, valueAfter }: Question, pace: Exact): WhatIf {
  const isKept = (value: Exact) => decideOutcome(value, input.measure.rule, plan) !== "not_met";
  const values = [0, ...steps.keys()].map((_, count) => valueAfter(count, pace));
  const end = values.at(-1) ?? ZERO;
  const kept = isKept(end);
  const lastOther = values.findLastIndex((value) => isKept(value) !== kept);
  return { end, kept, since: steps[lastOther] ?? null };
}
