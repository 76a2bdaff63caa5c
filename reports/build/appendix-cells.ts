/** The cells of one measure's line in Appendix 1. */
import type { MeasureAchievement, YearAchievement } from "@/domain/achievements";
import { displayAchievementPct, displayActual, displayExcess, displayPlan, displayYear } from "@/domain/display";
import { isWhole, toExact, type Exact } from "@/domain/exact";
import type { Judgement, Level } from "@/domain/figures";
import { isCeiling, isPercentage, type Measure } from "@/domain/measures";
import { withoutEmptyDecimals } from "@/domain/wording";
import type { Cell } from "../model";
import type { AppendixMeasure } from "./appendix-data";
import { differenceFormula, ratioFormula, resultFormula } from "./appendix-formulas";
import { figureText, type Labels } from "./labels";
import { numberCell, wordsAround, type NumberWords } from "./number-cells";

/** Marks what is inferred or assumed, wherever it is shown. */
export const PROVENANCE_MARK = "°";

const BLANK_CELL: Cell = { type: "blank" };

/** A text cell; nothing to say is a blank. */
export function textCell(text: string | null): Cell {
  return text === null || text === "" ? BLANK_CELL : { type: "text", text };
}

/** What was promised: a number with the words of its rule, `từ 95%`; a range, a level or a judgement in words. */
export function planCell(labels: Labels, measure: AppendixMeasure, result: MeasureAchievement): Cell {
  const { definition } = measure;
  const mark = measure.planProvenance === "stated" ? "" : PROVENANCE_MARK;
  if (definition.kind === "judged") return textCell(labels.t("measures.plan.judged"));
  if (result.plan === null) return textCell(labels.t("measures.plan.none"));
  const isPercent = isPercentage(definition);
  const write = (plan: string, upper: string) => planWords(labels, definition, plan, upper) + mark;
  const shown = displayPlan(result.plan);
  if (typeof shown !== "string") {
    return textCell(write(figureText(labels, shown[0], isPercent), figureText(labels, shown[1], isPercent)));
  }
  const value = toExact(shown);
  const level = levelWord(labels, definition, value);
  if (level !== null) return textCell(write(level, level));
  const words: NumberWords = { around: wordsAround((plan) => write(plan, plan)), aroundNegative: null, zero: null };
  return numberCell(labels, { value, shown, isPercent, words });
}

/** A count that is to be reached stands bare. */
function planWords({ t }: Labels, { kind, rule }: Measure, plan: string, upper: string): string {
  return kind === "count" && rule === "at_least" ? plan : t(`measures.plan.${rule}`, { plan, upper });
}

/** A year's value, or its weakest judgement. */
export function yearCell(labels: Labels, measure: Measure, year: YearAchievement | undefined): Cell {
  if (year === undefined) return BLANK_CELL;
  if (year.judged !== null) return judgementCell(labels, year.judged);
  return valueCell(labels, measure, year.actual, displayYear(measure, year));
}

/** The term's value, or its decisive judgement. */
export function resultCell(labels: Labels, measure: Measure, result: MeasureAchievement): Cell {
  if (result.judged !== null) return judgementCell(labels, result.judged);
  const cell = valueCell(labels, measure, result.actual, displayActual(measure, result));
  return cell.type === "number" ? { ...cell, formula: resultFormula(measure, result) } : cell;
}

function judgementCell({ t }: Labels, judged: Judgement): Cell {
  return textCell(t(`measures.judgement.${judged}`));
}

function valueCell(labels: Labels, measure: Measure, value: Exact | null, shown: string | null): Cell {
  if (value === null || shown === null) return BLANK_CELL;
  const level = levelWord(labels, measure, value);
  if (level !== null) return textCell(level);
  return numberCell(labels, { value, shown, isPercent: isPercentage(measure) });
}

/** The name of a level; a mean between two levels has none. */
export function levelWord({ t }: Labels, measure: Measure, value: Exact): string | null {
  if (measure.kind !== "level" || isPercentage(measure) || !isWhole(value)) return null;
  const level = value.valueOf();
  return isLevel(level) ? t(`measures.level.${level}`) : null;
}

function isLevel(value: number): value is Level {
  return [1, 2, 3, 4].includes(value);
}

/** How far from the plan: a percentage for a count, a difference for everything else (CALCULATION.md §5). */
export function comparisonCell(labels: Labels, measure: Measure, result: MeasureAchievement): Cell {
  const { achievementPct, excess } = result;
  const pct = displayAchievementPct(result);
  if (achievementPct !== null && pct !== null) {
    const shown = withoutEmptyDecimals(pct);
    return numberCell(labels, { value: achievementPct, shown, isPercent: true, formula: ratioFormula(result) });
  }
  const shown = displayExcess(measure, result);
  if (excess === null || shown === null) return BLANK_CELL;
  return numberCell(labels, {
    value: excess,
    shown,
    isPercent: false,
    words: differenceWords(labels, measure, result),
    formula: differenceFormula(measure, result),
  });
}

function differenceWords({ t }: Labels, { rule }: Measure, { excessUnit }: MeasureAchievement): NumberWords {
  const unit = t(`reports.difference.unit.${excessUnit ?? "units"}`);
  // Only "at least" claims to be exceeded (CALCULATION.md §5).
  const above = rule === "at_least" ? "beyond" : "above";
  const side = (key: "beyond" | "above" | "below") =>
    wordsAround((value) => t(`reports.difference.${key}`, { value, unit }).trim());
  const [positive, negative] = isCeiling(rule) ? [side("below"), side("above")] : [side(above), side("below")];
  return { around: positive, aroundNegative: negative, zero: t("reports.difference.equal") };
}
