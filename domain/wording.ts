// What the report says about a result: the key of a sentence and the values in it. The sentences stand in messages/.
import type { MeasureAchievement, Verdict } from "./achievements";
import {
  displayAchievementPct,
  displayActual,
  displayExcess,
  displayPlan,
  localiseDecimal,
  type NumberLocale,
} from "./display";
import { isCeiling, isPercentage, type Measure, type Rule } from "./measures";

/** A sentence of `messages/`, under `wording`, with the values that it names, numbers already written. */
export interface Wording {
  readonly key: WordingKey;
  readonly values: Readonly<Record<string, string>>;
}

export type WordingKey =
  | "wording.noData"
  | "wording.noPlan"
  | "wording.judged"
  | "wording.count"
  | "wording.countOfZero"
  | "wording.ceiling"
  | "wording.value";

/** How the actual stands to the plan: what the sentence says after the value. */
type Relation = "above" | "equal" | "below" | "within" | "running";

/** `240.00` is written `240`, `102.86` stays: percentages of achievement in prose have no empty decimals. */
export function withoutEmptyDecimals(text: string): string {
  return text.replace(/\.0+$/, "");
}

/** A whole number of things in prose: in Vietnamese zero-padded below 10, `05` (CALCULATION.md §6). */
export function padCount(text: string, locale: NumberLocale): string {
  return locale === "vi" && /^[0-9]$/.test(text) ? `0${text}` : text;
}

function unsigned(text: string): string {
  return text.replace(/^-/, "");
}

function signOf(text: string): -1 | 0 | 1 {
  if (text.startsWith("-")) return -1;
  return /[1-9]/.test(text) ? 1 : 0;
}

function relationOf(rule: Rule, verdict: Verdict, excess: string): Relation {
  const sign = signOf(excess);
  if (isCeiling(rule)) return sign < 0 ? "above" : sign === 0 ? "equal" : "within";
  if (sign < 0) return "below";
  if (sign === 0) return "equal";
  return rule === "range" && verdict === "met" ? "within" : "above";
}

interface PlanTexts {
  readonly rule: Rule;
  readonly plan: string;
  readonly upper: string;
}

function planTexts(measure: Measure, result: MeasureAchievement, locale: NumberLocale): PlanTexts {
  const shown = result.plan === null ? "" : displayPlan(result.plan);
  const [plan, upper] = typeof shown === "string" ? [shown, ""] : shown;
  return {
    rule: measure.rule,
    plan: localiseDecimal(plan, locale),
    upper: localiseDecimal(upper, locale),
  };
}

function wordCount(measure: Measure, result: MeasureAchievement, locale: NumberLocale): Wording {
  const pct = displayAchievementPct(result);
  const excess = displayExcess(measure, result);
  const actual = padCount(localiseDecimal(displayActual(measure, result) ?? "", locale), locale);
  const texts = { ...planTexts(measure, result, locale), actual };
  if (pct === null || excess === null) return { key: "wording.countOfZero", values: { ...texts } };
  const write = (text: string) => localiseDecimal(withoutEmptyDecimals(text), locale);
  const relation = signOf(excess) > 0 && measure.rule !== "exactly" ? "above" : "below";
  return {
    key: "wording.count",
    values: { ...texts, pct: write(pct), excess: write(unsigned(excess)), relation },
  };
}

function wordValue(measure: Measure, result: MeasureAchievement, locale: NumberLocale): Wording {
  const excess = displayExcess(measure, result) ?? "0";
  const relation = relationOf(measure.rule, result.verdict, excess);
  const plan = planTexts(measure, result, locale);
  const shown = localiseDecimal(displayActual(measure, result) ?? "", locale);
  const isEqual = relation === "equal" && measure.rule !== "range";
  return {
    key: isCeiling(measure.rule) ? "wording.ceiling" : "wording.value",
    values: {
      ...plan,
      relation,
      // Equal to the plan, it is written as the plan is: `đạt 100%, đúng chỉ tiêu`.
      actual: isEqual ? plan.plan : shown,
      excess: localiseDecimal(unsigned(excess), locale),
      unit: isPercentage(measure) ? "points" : measure.kind === "level" ? "levels" : "units",
    },
  };
}

/**
 * The sentence of a measure's result by its rule (CALCULATION.md §6): a count in % of its plan, a rate beside its
 * plan and never in % of it, a ceiling with its margin, a judgement as judged.
 */
export function wordMeasure(measure: Measure, result: MeasureAchievement, locale: NumberLocale): Wording {
  if (measure.kind === "judged") {
    return { key: "wording.judged", values: { judged: result.judged ?? "none" } };
  }
  if (result.actual === null) return { key: "wording.noData", values: {} };
  if (result.plan === null) {
    const actual = localiseDecimal(displayActual(measure, result) ?? "", locale);
    const unit = isPercentage(measure) ? "points" : "units";
    return { key: "wording.noPlan", values: { actual, unit } };
  }
  const isCount = measure.kind === "count" && !isCeiling(measure.rule);
  return isCount ? wordCount(measure, result, locale) : wordValue(measure, result, locale);
}
