/** The remarks of a line of Appendix 1, and the footnotes that they point to. */
import type { MeasureAchievement, TargetAchievement } from "@/domain/achievements";
import type { CalendarDate } from "@/domain/dates";
import { displayActual, displayPlan } from "@/domain/display";
import type { Basis } from "@/domain/figures";
import { isPercentage, type EarlierPlans, type Measure, type PlanValue } from "@/domain/measures";
import { thousandthsToExact } from "@/domain/thousandths";
import { PROVENANCE_MARK } from "./appendix-cells";
import type { AppendixData, AppendixMeasure, AppendixTarget } from "./appendix-data";
import { dateText, figureText, type Labels } from "./labels";

/** Footnotes in the order of their first mention, numbered from 1. */
export interface Footnotes {
  /** Notes a footnote and gives its mark, `(1)`. */
  add(text: string): string;
  readonly lines: readonly string[];
}

/** An empty list of footnotes. */
export function createFootnotes(): Footnotes {
  const lines: string[] = [];
  return {
    lines,
    add: (text) => {
      const mark = `(${lines.length + 1})`;
      lines.push(`${mark} ${text}`);
      return mark;
    },
  };
}

/** What a target's own line remarks. */
export function targetRemarks({ t }: Labels, target: AppendixTarget): readonly string[] {
  return target.provenance === "stated"
    ? []
    : [`${PROVENANCE_MARK} ${t(`reports.remark.target.${target.provenance}`)}`];
}

interface RemarkInput {
  readonly measure: AppendixMeasure;
  readonly result: MeasureAchievement;
  readonly asOf: CalendarDate;
  readonly basis: Basis;
}

/** What a measure's line remarks: provenance of the plan, provisional basis, missing reports, changes, mismatches. */
export function measureRemarks(labels: Labels, input: RemarkInput, footnotes: Footnotes): readonly string[] {
  const { t } = labels;
  const { measure, result, asOf, basis } = input;
  const remarks: string[] = [];
  if (measure.planProvenance !== "stated" && measure.definition.kind !== "judged") {
    remarks.push(`${PROVENANCE_MARK} ${t(`reports.remark.plan.${measure.planProvenance}`)}`);
  }
  if (basis === "provisional") remarks.push(t("reports.remark.provisional"));
  if (result.received < result.expected) {
    remarks.push(t("reports.remark.reports", { received: String(result.received), expected: String(result.expected) }));
  }
  const changes = measure.definition.earlierPlans.filter(({ until }) => until < asOf);
  for (const change of changes) {
    const footnote = planChangeText(labels, measure.definition, change);
    remarks.push(t("reports.remark.planChanged", { mark: footnotes.add(footnote) }));
  }
  return [...remarks, ...publishedRemarks(labels, measure, result)];
}

function planChangeText(labels: Labels, measure: Measure, change: EarlierPlans): string {
  const { t } = labels;
  const plan = measure.overUnits === "share" ? change.sharePlan : change.plan;
  const values = { date: dateText(labels, change.until), plan: plan === null ? "-" : planText(labels, measure, plan) };
  return change.reason === ""
    ? t("reports.footnote.planChanged", values)
    : t("reports.footnote.planChangedBecause", { ...values, reason: change.reason });
}

function planText(labels: Labels, measure: Measure, plan: PlanValue): string {
  const shown = displayPlan(plan);
  return (typeof shown === "string" ? [shown] : shown)
    .map((text) => figureText(labels, text, isPercentage(measure)))
    .join(" - ");
}

/** A published value or verdict that the figures do not give again. */
function publishedRemarks(labels: Labels, measure: AppendixMeasure, result: MeasureAchievement): readonly string[] {
  const { published, definition } = measure;
  if (published === null) return [];
  const remarks: string[] = [];
  const { value, verdict } = published;
  if (value !== null && result.actual !== null) {
    const shown = displayActual(definition, { ...result, actual: thousandthsToExact(value) });
    if (shown !== null && shown !== displayActual(definition, result)) {
      const text = figureText(labels, shown, isPercentage(definition));
      remarks.push(labels.t("reports.remark.publishedValue", { value: text }));
    }
  }
  if (verdict !== null && result.verdict !== "in_progress" && verdict !== result.verdict) {
    remarks.push(labels.t("reports.remark.publishedVerdict", { verdict: labels.t(`status.${verdict}`) }));
  }
  return remarks;
}

/** The footnotes that explain the table's marks and columns, as far as it uses them. */
export function legendLines(
  labels: Labels,
  data: AppendixData,
  results: readonly TargetAchievement[],
): readonly string[] {
  const { t } = labels;
  const isMarked = data.targets.some(
    ({ provenance, measures }) =>
      provenance !== "stated" || measures.some(({ planProvenance }) => planProvenance !== "stated"),
  );
  const compares = results.some(({ measures }) => measures.some(({ excess }) => excess !== null));
  const isComposite = data.targets.some(({ measures }) => measures.length > 1);
  return [
    isMarked ? t("reports.footnote.provenance") : null,
    compares ? t("reports.footnote.comparison") : null,
    isComposite ? t("reports.footnote.composite") : null,
    data.illustrative ? t("reports.footnote.illustrative") : null,
  ].filter((line) => line !== null);
}
