import type { ChartPoint, ReportChart, ReportLanguage } from "../model";
import { percentCode } from "./number-codes";

const NUMBER_CACHE = /<c:numCache>.*?<\/c:numCache>/gs;

/**
 * Fills in the values that a chart shows before its cells are calculated: the workbook library leaves out cells that
 * hold formulas, so a preview would draw an empty chart. Series stand in the order in which they were added.
 */
export function fillChartCache(xml: string, chart: ReportChart, language: ReportLanguage): string {
  let next = 0;
  return xml.replace(NUMBER_CACHE, (found) => {
    const series = chart.series[next++];
    return series === undefined ? found : numberCache(series.points, language);
  });
}

function numberCache(points: readonly ChartPoint[], language: ReportLanguage): string {
  const values = points.map(({ value, decimals }, index) =>
    value === null
      ? ""
      : `<c:pt idx="${index}" formatCode="${percentCode(decimals, language)}"><c:v>${value}</c:v></c:pt>`,
  );
  const count = `<c:ptCount val="${points.length}"/>`;
  return `<c:numCache><c:formatCode>General</c:formatCode>${count}${values.join("")}</c:numCache>`;
}
