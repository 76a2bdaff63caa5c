/**
 * Formulas that let a reader of the workbook follow a result. One is given only where it is the method itself and
 * gives the exact result again; a pooled rate, for one, is not the mean of its years.
 */
import type { MeasureAchievement, YearAchievement } from "@/domain/achievements";
import { HUNDRED, meanOf, sumOf, type Exact } from "@/domain/exact";
import { isPercentage, isSummingCount, type Measure } from "@/domain/measures";
import { exactPlan, isPair, lowerBound } from "@/domain/plans";
import type { CellFormula, Operand } from "../model";

/** Key of a reporting year's column. */
export function yearColumn(yearId: string): string {
  return `year:${yearId}`;
}

/** The term's value from its years: the sum of a summing count, the mean of ended years where that is the method. */
export function resultFormula(measure: Measure, result: MeasureAchievement): CellFormula | null {
  const { actual, years } = result;
  if (actual === null || (measure.kind === "level" && !isPercentage(measure))) return null;
  if (isSummingCount(measure)) return fromYears("sum", years, actual);
  if (measure.overTime !== "mean_years" && measure.overTime !== "each_year") return null;
  return fromYears(
    "mean",
    years.filter(({ ended }) => ended),
    actual,
  );
}

function fromYears(op: "sum" | "mean", years: readonly YearAchievement[], actual: Exact): CellFormula | null {
  const [first, last] = [years.at(0), years.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const values = years.map((year) => year.actual).filter((value) => value !== null);
  const again = op === "sum" ? sumOf(values) : meanOf(values);
  if (again === null || !again.equals(actual)) return null;
  return { op, from: yearColumn(first.yearId), to: yearColumn(last.yearId) };
}

/** Achievement of a count: result ÷ plan. */
export function ratioFormula(result: MeasureAchievement): CellFormula | null {
  const { actual, plan, achievementPct } = result;
  if (actual === null || plan === null || achievementPct === null) return null;
  const promised = lowerBound(exactPlan(plan));
  if (!actual.div(promised).mul(HUNDRED).equals(achievementPct)) return null;
  return { op: "ratio", of: RESULT, to: planOperand(result, false) };
}

/** Difference from the plan, of a ceiling the margin below it. */
export function differenceFormula(measure: Measure, result: MeasureAchievement): CellFormula | null {
  const { actual, plan, excess } = result;
  if (actual === null || plan === null || excess === null || isLevelWord(measure)) return null;
  const isPercent = isPercentage(measure);
  const promised = planOperand(result, isPercent);
  const times = isPercent ? 100 : 1;
  const above = actual.sub(lowerBound(exactPlan(plan)));
  if (above.equals(excess)) return { op: "difference", of: RESULT, minus: promised, times };
  if (above.neg().equals(excess)) return { op: "difference", of: promised, minus: RESULT, times };
  return null;
}

const RESULT: Operand = { column: "result" };

/** The plan's cell, or the lower bound of a range, whose cell is words. */
function planOperand({ plan }: MeasureAchievement, isPercent: boolean): Operand {
  if (plan === null || !isPair(plan)) return { column: "plan" };
  const lower = lowerBound(exactPlan(plan));
  return { value: (isPercent ? lower.div(HUNDRED) : lower).valueOf() };
}

/** A level prints as a word, with which a spreadsheet cannot calculate. */
function isLevelWord(measure: Measure): boolean {
  return measure.kind === "level" && !isPercentage(measure);
}
