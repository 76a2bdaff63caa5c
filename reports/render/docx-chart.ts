import { AlignmentType, Paragraph } from "docx";
import { ChartRun } from "docx/charts";
import type { ReportChart, ReportLanguage } from "../model";
import type { Profile } from "../profiles/profile";
import { percentCode } from "./number-codes";
import { SERIES_COLOURS } from "./chart-look";

const CHART_SIZE = { width: 920, height: 340 } as const;

/** The chart as Word's own, editable one, in a paragraph of its own. */
export function chartParagraph(chart: ReportChart, profile: Profile, language: ReportLanguage): Paragraph {
  const font = { name: profile.font, color: "000000" };
  const labels = { value: true, position: "outsideEnd", font: { ...font, size: 9 } } as const;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ChartRun({
        type: "column",
        title: { text: chart.title, font: { ...font, size: 13, bold: true } },
        font,
        categories: [...chart.categories],
        series: chart.series.map((series) => ({
          name: series.name,
          values: series.points.map((point) => point.value),
          color: SERIES_COLOURS[series.role],
          pointLabels: series.points.map(({ decimals }) => ({
            ...labels,
            numberFormat: percentCode(decimals, language),
          })),
        })),
        overlap: 0,
        gapWidth: 60,
        legend: { position: "bottom", font: { ...font, size: 11 } },
        categoryAxis: { font: { ...font, size: 10 } },
        valueAxis: { numberFormat: percentCode(0, language), font: { ...font, size: 10 } },
        dataLabels: labels,
        // The library would count on over the whole process; the chart is the document's only drawing.
        altText: { id: "1", name: chart.title, description: chart.description },
        transformation: CHART_SIZE,
      }),
    ],
  });
}
