/** What a plan was before it changed, for the footnotes of reports and the pages alike. */
import { displayPlan } from "@/domain/display";
import { toExact } from "@/domain/exact";
import { isPercentage, type Measure, type PlanValue } from "@/domain/measures";
import type { PlanChange, PlanDifference } from "@/domain/plan-changes";
import { levelWord } from "./appendix-cells";
import { figureText, type Labels } from "./labels";

/** A value of a plan as people read it, `95%`, `90 - 100`; a level by its word; null where none was promised. */
export function planValueText(
  labels: Labels,
  measure: Measure,
  part: PlanDifference["part"],
  plan: PlanValue | null,
): string | null {
  if (plan === null) return null;
  const isLevelOfShare = measure.overUnits === "share" && part === "term";
  const shape: Measure = isLevelOfShare ? { ...measure, overUnits: "min" } : measure;
  const shown = displayPlan(plan);
  return (typeof shown === "string" ? [shown] : shown)
    .map((text) => levelWord(labels, shape, toExact(text)) ?? figureText(labels, text, isPercentage(shape)))
    .join(" - ");
}

/**
 * The values that held until a change, of what it changed only. A year's says what followed it too: the later plan
 * of a year stands in no column.
 */
export function earlierPlanText(labels: Labels, measure: Measure, { differences }: PlanChange): string {
  const { t } = labels;
  return differences
    .map(({ part, yearId, ...values }) => {
      const before = planValueText(labels, measure, part, values.before);
      const after = planValueText(labels, measure, part, values.after) ?? t("reports.earlierPlan.none");
      if (yearId !== null) {
        return t("reports.earlierPlan.year", { year: yearId, before: before ?? t("reports.earlierPlan.none"), after });
      }
      if (before === null) return t("reports.earlierPlan.none");
      return measure.overUnits === "share" && part === "term"
        ? t("reports.earlierPlan.level", { level: before })
        : before;
    })
    .join("; ");
}
