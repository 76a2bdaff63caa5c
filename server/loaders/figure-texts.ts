// A measure's figures as texts of a page: the decimal text of domain/display.ts, its unit, and the words of levels.
import type { MeasureAchievement, YearAchievement } from "@/domain/achievements";
import {
  displayActual,
  displayAchievementPct,
  displayEntered,
  displayExcess,
  displayPlanToDate,
  displayRequired,
  displayValue,
  displayYear,
  localiseDecimal,
} from "@/domain/display";
import { isWhole, type Exact } from "@/domain/exact";
import type { Judgement, Level } from "@/domain/figures";
import { isPercentage, type Measure } from "@/domain/measures";
import { isPair, type ExactPlan } from "@/domain/plans";
import { thousandthsToExact } from "@/domain/thousandths";
import { withoutEmptyDecimals, wordMeasure } from "@/domain/wording";
import type { Locale, Translate } from "@/messages/translate";
import { keptYears } from "./measure-drawings";

const MINUS = "−";

/** What every text of a page is written with. */
export interface Wording {
  readonly locale: Locale;
  readonly t: Translate;
}

/** A decimal text as a figure of the measure: `97,61%`, `12`. */
export function figureText(measure: Measure, text: string, { locale }: Wording): string {
  const written = localiseDecimal(text, locale).replace(/^-/, MINUS);
  return isPercentage(measure) ? `${written}%` : written;
}

/** The word of a level: `hoàn thành tốt nhiệm vụ`. */
export function levelWord(level: Exact, { t }: Wording): string {
  return t(`measures.level.${Number(level.n) as Level}`);
}

/** A level is its word; a mean between two levels stays a figure. */
function levelOrFigure(measure: Measure, value: Exact, text: string, wording: Wording): string {
  const isLevel = measure.kind === "level" && !isPercentage(measure) && isWhole(value);
  if (!isLevel) return figureText(measure, text, wording);
  return levelWord(value, wording);
}

/** The word of a judgement: `đạt`. */
export function judgementText(judged: Judgement, { t }: Wording): string {
  return t(`measures.judgement.${judged}`);
}

/** A value of the measure, guarded against a plan, in the page's writing; a whole level is its word. */
export function valueText(measure: Measure, value: Exact, plan: ExactPlan | null, wording: Wording): string {
  const text = displayValue(measure, value, plan);
  return levelOrFigure(measure, value, text, wording);
}

/** The measure's result: a figure, a level's word, `3/3` kept years of a yearly judgement; null when missing. */
export function actualText(measure: Measure, achievement: MeasureAchievement, wording: Wording): string | null {
  if (measure.kind === "judged") return judgedText(measure, achievement, wording);
  const text = displayActual(measure, achievement);
  if (text === null || achievement.actual === null) return null;
  return levelOrFigure(measure, achievement.actual, text, wording);
}

function judgedText(measure: Measure, achievement: MeasureAchievement, wording: Wording): string | null {
  const { kept, judged } = keptYears(achievement.years);
  if (measure.overTime === "each_year" && judged > 0) {
    return wording.t("measures.keptYears", { kept: String(kept), judged: String(judged) });
  }
  return achievement.judged === null ? null : judgementText(achievement.judged, wording);
}

/** A reporting year's value, or its judgement. */
export function yearText(measure: Measure, year: YearAchievement, wording: Wording): string | null {
  if (year.judged !== null) return judgementText(year.judged, wording);
  const text = displayYear(measure, year);
  if (text === null || year.actual === null) return null;
  return levelOrFigure(measure, year.actual, text, wording);
}

/** A plan's one bound as entered: `95%`, `8`, a level's word. */
export function planBoundText(measure: Measure, bound: Exact, wording: Wording): string {
  return levelOrFigure(measure, bound, displayEntered(bound), wording);
}

/** A plan in one text: `95%`, `90 - 100`. */
export function planText(measure: Measure, plan: ExactPlan, wording: Wording): string {
  if (!isPair(plan)) return planBoundText(measure, plan, wording);
  return plan.map((bound) => planBoundText(measure, bound, wording)).join(" - ");
}

/** The pro-rated plan to date; null where it is the plan itself. */
export function planToDateText(measure: Measure, achievement: MeasureAchievement, wording: Wording): string | null {
  const text = achievement.planToDateProRated ? displayPlanToDate(measure, achievement) : null;
  return text === null ? null : figureText(measure, text, wording);
}

/** `240%`; null where an achievement % means nothing. */
export function achievementPctText(achievement: MeasureAchievement, { locale }: Wording): string | null {
  const text = displayAchievementPct(achievement);
  return text === null ? null : `${localiseDecimal(withoutEmptyDecimals(text), locale)}%`;
}

/** The difference with its sign and without its unit: `+2,61`, `−0,88`, `0`. */
export function excessText(measure: Measure, achievement: MeasureAchievement, { locale }: Wording): string | null {
  const text = displayExcess(measure, achievement);
  if (text === null) return null;
  const written = localiseDecimal(text.replace(/^-/, ""), locale);
  if (text.startsWith("-")) return `${MINUS}${written}`;
  return /[1-9]/.test(text) ? `+${written}` : written;
}

/** The sentence that a report writes of the result, by the measure's rule. */
export function sentenceText(measure: Measure, achievement: MeasureAchievement, { locale, t }: Wording): string {
  const { key, values } = wordMeasure(measure, achievement, locale);
  return t(key, values);
}

/** What each remaining period must bring, with its sign of unit. */
export function requiredText(measure: Measure, achievement: MeasureAchievement, wording: Wording): string | null {
  const text = displayRequired(measure, achievement);
  return text === null ? null : figureText(measure, text, wording);
}

/** n or d of a pooled figure, a sum in thousandths: `3.406`. */
export function sumText(sum: number, { locale }: Wording): string {
  return localiseDecimal(displayEntered(thousandthsToExact(sum)), locale);
}
