/** The chart of Appendix 1: result beside plan, in percent, for every measure that has both. */
import { displayAchievementPct, displayActual, displayPlan } from "@/domain/display";
import { HUNDRED, toExact, type Exact } from "@/domain/exact";
import { isPercentage } from "@/domain/measures";
import { withoutEmptyDecimals } from "@/domain/wording";
import { BLANK, type ChartPoint, type ReportChart } from "../model";
import type { AppendixRow } from "./appendix-rows";
import { figureText, type Labels } from "./labels";
import { decimalsOf, spreadsheetValue } from "./number-cells";

/** A percentage: exact, as it is shown, and the column of the table that holds it. */
interface Percentage {
  readonly value: Exact;
  readonly shown: string;
  readonly column: string | null;
}

interface Category {
  readonly name: string;
  /** Line of the table. */
  readonly row: number;
  /** Null is a gap. */
  readonly actual: Percentage | null;
  readonly plan: Percentage;
  readonly isCount: boolean;
}

type Measured = NonNullable<AppendixRow["measure"]>;

/** Rates as they are; counts as a percentage of their plan. Null when nothing can be drawn. */
export function appendixChart(labels: Labels, rows: readonly AppendixRow[]): ReportChart | null {
  const { t } = labels;
  const categories = rows.map((row, index) => categoryOf(labels, row, index)).filter((category) => category !== null);
  if (categories.length === 0) return null;
  return {
    title: t("reports.chart.title"),
    sheetName: t("reports.chart.sheet"),
    categoryHeading: t("reports.column.name"),
    categories: categories.map(({ name }) => name),
    series: [
      {
        name: t("reports.chart.actual"),
        role: "actual",
        points: categories.map(({ row, actual }) => chartPoint(row, actual)),
      },
      {
        name: t("reports.chart.plan"),
        role: "plan",
        points: categories.map(({ row, plan }) => chartPoint(row, plan)),
      },
    ],
    note: categories.some(({ isCount }) => isCount) ? t("reports.chart.note") : null,
    description: chartDescription(labels, categories),
  };
}

function categoryOf(labels: Labels, { code, name, measure }: AppendixRow, row: number): Category | null {
  if (measure === null) return null;
  const isCount = !isPercentage(measure.label.definition);
  const actual = isCount ? countActual(measure) : rateActual(measure);
  const plan = isCount ? WHOLE_PLAN : ratePlan(measure);
  if (plan === null || (isCount && actual === null)) return null;
  const title = `${code}. ${name}`;
  return { name: isCount ? labels.t("reports.chart.count", { name: title }) : title, row, actual, plan, isCount };
}

/** The plan of a count, of which its achievement is a percentage. */
const WHOLE_PLAN: Percentage = { value: HUNDRED, shown: "100", column: null };

function countActual({ result }: Measured): Percentage | null {
  const value = result.achievementPct;
  const shown = displayAchievementPct(result);
  if (value === null || shown === null) return null;
  return { value, shown: withoutEmptyDecimals(shown), column: "comparison" };
}

function rateActual({ label, result }: Measured): Percentage | null {
  const shown = displayActual(label.definition, result);
  return result.actual === null || shown === null ? null : { value: result.actual, shown, column: "result" };
}

/** Of a range the lower bound, which no cell of the table holds by itself. */
function ratePlan({ result }: Measured): Percentage | null {
  if (result.plan === null) return null;
  const shown = displayPlan(result.plan);
  return typeof shown === "string"
    ? { value: toExact(shown), shown, column: "plan" }
    : { value: toExact(shown[0]), shown: shown[0], column: null };
}

function chartPoint(row: number, percentage: Percentage | null): ChartPoint {
  if (percentage === null) return { value: null, decimals: 0, source: null };
  const { value, shown, column } = percentage;
  return {
    value: spreadsheetValue(value, true),
    decimals: decimalsOf(shown),
    source: column === null ? null : { row, column },
  };
}

function chartDescription(labels: Labels, categories: readonly Category[]): string {
  const { t } = labels;
  const text = (percentage: Percentage | null) =>
    percentage === null ? BLANK : figureText(labels, percentage.shown, true);
  const parts = categories.map(({ name, actual, plan }) =>
    t("reports.chart.part", { name, actual: text(actual), plan: text(plan) }),
  );
  return t("reports.chart.description", { title: t("reports.chart.title"), parts: parts.join("; ") });
}
