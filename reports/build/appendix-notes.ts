/** The remarks of a line of Appendix 1, and the footnotes that they point to. */
import type { MeasureAchievement, TargetAchievement } from "@/domain/achievements";
import type { CalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";
import { findPublishedMismatch } from "@/domain/published";
import { isPercentage, type Measure, type Provenance } from "@/domain/measures";
import { listPlanChanges, type PlanChange } from "@/domain/plan-changes";
import { PROVENANCE_MARK } from "./appendix-cells";
import type { AppendixData, AppendixMeasure } from "./appendix-data";
import { earlierPlanText } from "./earlier-plans";
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

/** Where a target, a plan or both do not come from the text itself; nothing when all is stated. */
export function provenanceRemarks({ t }: Labels, target: Provenance, plan: Provenance): readonly string[] {
  if (target === plan && target !== "stated") return [`${PROVENANCE_MARK} ${t(`reports.remark.both.${target}`)}`];
  const remarks = [
    target === "stated" ? null : t(`reports.remark.target.${target}`),
    plan === "stated" ? null : t(`reports.remark.plan.${plan}`),
  ].filter((remark) => remark !== null);
  return remarks.length === 0 ? [] : [`${PROVENANCE_MARK} ${remarks.join(", ")}`];
}

/** Provenance of what a measure promises; a judgement has no plan that could be assumed. */
export function planProvenanceOf({ definition, planProvenance }: AppendixMeasure): Provenance {
  return definition.kind === "judged" ? "stated" : planProvenance;
}

interface RemarkInput {
  readonly measure: AppendixMeasure;
  readonly result: MeasureAchievement;
  readonly asOf: CalendarDate;
  readonly basis: Basis;
}

/** What a measure's line remarks besides provenance: provisional basis, missing reports, changes, mismatches. */
export function measureRemarks(labels: Labels, input: RemarkInput, footnotes: Footnotes): readonly string[] {
  const { t } = labels;
  const { measure, result, asOf, basis } = input;
  const remarks: string[] = [];
  if (basis === "provisional") remarks.push(t("reports.remark.provisional"));
  if (result.received < result.expected) {
    remarks.push(t("reports.remark.reports", { received: String(result.received), expected: String(result.expected) }));
  }
  for (const change of listPlanChanges(measure.definition).filter(({ until }) => until < asOf)) {
    const footnote = planChangeText(labels, measure.definition, change);
    remarks.push(t("reports.remark.planChanged", { mark: footnotes.add(footnote) }));
  }
  return [...remarks, ...publishedRemarks(labels, measure, result)];
}

function planChangeText(labels: Labels, measure: Measure, change: PlanChange): string {
  const { t } = labels;
  const values = { date: dateText(labels, change.until), plan: earlierPlanText(labels, measure, change) };
  return change.reason === ""
    ? t("reports.footnote.planChanged", values)
    : t("reports.footnote.planChangedBecause", { ...values, reason: change.reason.replace(/[.\s]+$/, "") });
}

/** A published value or verdict that the figures do not give again. */
function publishedRemarks(labels: Labels, measure: AppendixMeasure, result: MeasureAchievement): readonly string[] {
  const { definition, published } = measure;
  const mismatch = findPublishedMismatch(definition, result, published);
  const remarks: string[] = [];
  if (mismatch?.value) {
    const value = figureText(labels, mismatch.value, isPercentage(definition));
    remarks.push(labels.t("reports.remark.publishedValue", { value }));
  }
  if (mismatch?.verdict) {
    remarks.push(labels.t("reports.remark.publishedVerdict", { verdict: labels.t(`status.${mismatch.verdict}`) }));
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
