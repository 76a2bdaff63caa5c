// A measure's result as the overview and its target's page show it.
import { isPercentage } from "@/domain/measures";
import { listPeriods, hasPeriodEnded } from "@/domain/periods";
import { exactPlan, isPair } from "@/domain/plans";
import { statusOf } from "@/domain/statuses";
import {
  achievementPctText,
  actualText,
  excessText,
  planBoundText,
  planToDateText,
  requiredText,
  sentenceText,
  type Wording,
} from "./figure-texts";
import { drawMeasure } from "./measure-drawings";
import type { MeasureView, PlanView, RequiredView } from "./overview";
import type { MeasureResult } from "./term-results";

function planView({ measure, achievement }: MeasureResult, wording: Wording): PlanView | null {
  if (achievement.plan === null) return null;
  const plan = exactPlan(achievement.plan);
  const [value, upper] = isPair(plan) ? plan : [plan, null];
  return {
    value: planBoundText(measure, value, wording),
    upper: upper && planBoundText(measure, upper, wording),
    provenance: measure.planProvenance ?? "stated",
  };
}

function requiredView({ measure, achievement, input }: MeasureResult, wording: Wording): RequiredView | null {
  const { frequency } = measure;
  const value = requiredText(measure, achievement, wording);
  if (value === null) return null;
  const ahead = listPeriods(input.term, frequency).filter((period) => !hasPeriodEnded(period, input.asOf));
  return { value, frequency, periodsLeft: ahead.length };
}

/** A measure's result with every figure as a text in the page's language. */
export function buildMeasureView(result: MeasureResult, wording: Wording): MeasureView {
  const { measure, achievement } = result;
  return {
    id: measure.code,
    name: measure.name,
    kind: measure.kind,
    rule: measure.rule,
    overUnits: measure.overUnits,
    overTime: measure.overTime,
    frequency: measure.frequency,
    unitLabel: measure.unitLabel ?? (isPercentage(measure) ? "%" : ""),
    ...comparisonTexts(result, wording),
    provisional: result.provisional,
    plan: planView(result, wording),
    sentence: sentenceText(measure, achievement, wording),
    status: statusOf(achievement),
    required: requiredView(result, wording),
    received: achievement.received,
    expected: achievement.expected,
    drawing: drawMeasure(measure, achievement),
  };
}

type ComparisonTexts = Pick<MeasureView, "actual" | "planToDate" | "achievementPct" | "excess" | "excessUnit">;

function comparisonTexts({ measure, achievement }: MeasureResult, wording: Wording): ComparisonTexts {
  return {
    actual: actualText(measure, achievement, wording),
    planToDate: achievement.verdict === "in_progress" ? planToDateText(measure, achievement, wording) : null,
    achievementPct: achievementPctText(achievement, wording),
    excess: excessText(measure, achievement, wording),
    excessUnit: achievement.excessUnit,
  };
}
