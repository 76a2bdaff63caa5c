/** The chart of Appendix 1: result beside plan, in percent, for every measure that has both. */
import { displayAchievementPct, displayActual, displayPlan } from "@/domain/display";
import { HUNDRED, toExact } from "@/domain/exact";
import { isPercentage } from "@/domain/measures";
import type { ChartPoint, ReportChart } from "../model";
import type { AppendixRow } from "./appendix-rows";
import type { Labels } from "./labels";
import { decimalsOf, spreadsheetValue, withoutZeroDecimals } from "./number-cells";

interface Category {
  readonly name: string;
  readonly actual: ChartPoint;
  readonly plan: ChartPoint;
  readonly isCount: boolean;
}

/** Rates as they are; counts as a percentage of their plan. Null when nothing can be drawn. */
export function appendixChart({ t }: Labels, rows: readonly AppendixRow[]): ReportChart | null {
  const categories = rows.map((row, index) => categoryOf(row, index)).filter((category) => category !== null);
  if (categories.length === 0) return null;
  return {
    title: t("reports.chart.title"),
    sheetName: t("reports.chart.sheet"),
    categoryHeading: t("reports.column.name"),
    categories: categories.map(({ name, isCount }) => (isCount ? t("reports.chart.count", { name }) : name)),
    series: [
      { name: t("reports.chart.actual"), role: "actual", points: categories.map(({ actual }) => actual) },
      { name: t("reports.chart.plan"), role: "plan", points: categories.map(({ plan }) => plan) },
    ],
    note: categories.some(({ isCount }) => isCount) ? t("reports.chart.note") : null,
  };
}

function categoryOf(row: AppendixRow, index: number): Category | null {
  if (row.measure === null) return null;
  const name = `${row.code}. ${row.name}`;
  return isPercentage(row.measure.label.definition)
    ? percentageCategory(row, index, name)
    : countCategory(row, index, name);
}

function percentageCategory({ measure }: AppendixRow, row: number, name: string): Category | null {
  if (measure === null || measure.result.plan === null) return null;
  const { label, result } = measure;
  const { plan } = measure.result;
  const shownPlan = displayPlan(plan);
  const isSingle = typeof shownPlan === "string";
  const lower = isSingle ? shownPlan : shownPlan[0];
  const shown = displayActual(label.definition, result);
  return {
    name,
    isCount: false,
    actual:
      result.actual === null || shown === null
        ? { value: null, decimals: 0, source: null }
        : {
            value: spreadsheetValue(result.actual, true),
            decimals: decimalsOf(shown),
            source: { row, column: "result" },
          },
    plan: {
      value: spreadsheetValue(toExact(lower), true),
      decimals: decimalsOf(lower),
      source: isSingle ? { row, column: "plan" } : null,
    },
  };
}

function countCategory({ measure }: AppendixRow, row: number, name: string): Category | null {
  if (measure === null) return null;
  const { achievementPct } = measure.result;
  const shown = displayAchievementPct(measure.result);
  if (achievementPct === null || shown === null) return null;
  return {
    name,
    isCount: true,
    actual: {
      value: spreadsheetValue(achievementPct, true),
      decimals: decimalsOf(withoutZeroDecimals(shown)),
      source: { row, column: "comparison" },
    },
    plan: { value: spreadsheetValue(HUNDRED, true), decimals: 0, source: null },
  };
}
