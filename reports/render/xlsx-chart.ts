/** The sheet of the chart: its numbers as cells that follow the table, and the native chart over them. */
import {
  Chart,
  ChartDataLabel,
  ChartDataLabelPosition,
  ChartFont,
  ChartFormat,
  ChartLegendPosition,
  ChartRange,
  ChartSeries as NativeSeries,
  ChartSolidFill,
  Color,
  Formula,
  type Workbook,
  type Worksheet,
} from "wasm-xlsxwriter/nodejs";
import type { ChartPoint, ChartSeries, ReportChart, ReportModel } from "../model";
import type { Profile } from "../profiles/profile";
import { SERIES_COLOURS } from "./chart-look";
import { percentCode } from "./number-codes";
import { columnIndex } from "./placed-cells";
import { lineFormat, tableFormat } from "./xlsx-formats";
import { addressOnSheet } from "./xlsx-grid";

const HEADING_ROW = 2;
const CATEGORY_WIDTH = 60;
const VALUE_WIDTH = 14;
const CHART_SIZE = { width: 1000, height: 420 } as const;
const A4 = 9;

interface ChartSheet {
  readonly sheet: Worksheet;
  readonly chart: ReportChart;
  readonly model: ReportModel;
  readonly profile: Profile;
  /** Row of the first table row on the main sheet. */
  readonly tableFirstRow: number;
}

/** Adds the chart's sheet to the workbook. */
export function addChartSheet(
  workbook: Workbook,
  model: ReportModel,
  chart: ReportChart,
  place: { readonly profile: Profile; readonly tableFirstRow: number },
): void {
  const sheet = workbook.addWorksheet();
  const target: ChartSheet = { sheet, chart, model, ...place };
  sheet.setName(chart.sheetName);
  sheet.setPaperSize(A4).setLandscape().setPrintFitToPages(1, 0);
  writeData(target);
  const below = HEADING_ROW + chart.categories.length + 2;
  sheet.insertChart(below, 0, nativeChart(target));
}

function writeData({ sheet, chart, model, profile, tableFirstRow }: ChartSheet): void {
  const heading = tableFormat(profile, { align: "center", bold: true });
  sheet.setColumnWidth(0, CATEGORY_WIDTH);
  sheet.writeStringWithFormat(0, 0, chart.title, lineFormat(profile, profile.subject, "left").setAlign(0));
  if (chart.note !== null) {
    sheet.mergeRange(1, 0, 1, chart.series.length, chart.note, lineFormat(profile, profile.footnote, "left"));
    sheet.setRowHeight(1, 32);
  }
  sheet.writeStringWithFormat(HEADING_ROW, 0, chart.categoryHeading, heading);
  chart.categories.forEach((category, index) => {
    sheet.writeStringWithFormat(HEADING_ROW + 1 + index, 0, category, tableFormat(profile, { align: "left" }));
  });
  chart.series.forEach((series, index) => {
    sheet.setColumnWidth(index + 1, VALUE_WIDTH);
    sheet.writeStringWithFormat(HEADING_ROW, index + 1, series.name, heading);
    series.points.forEach((point, row) => {
      writePoint({ sheet, chart, model, profile, tableFirstRow }, point, HEADING_ROW + 1 + row, index + 1);
    });
  });
}

function writePoint(target: ChartSheet, point: ChartPoint, row: number, column: number): void {
  const { sheet, model, profile } = target;
  const format = tableFormat(profile, { align: "right", numberCode: percentCode(point.decimals, model.language) });
  if (point.value === null) {
    sheet.writeBlank(row, column, format);
  } else if (point.source === null) {
    sheet.writeNumberWithFormat(row, column, point.value, format);
  } else {
    const { columns } = model.table;
    const source = addressOnSheet(
      model.sheetName,
      target.tableFirstRow + point.source.row,
      columnIndex(columns, point.source.column),
    );
    sheet.writeFormulaWithFormat(row, column, new Formula(`=${source}`).setResult(String(point.value)), format);
  }
}

function nativeChart({ chart, model, profile }: ChartSheet): Chart {
  const native = Chart.newColumn().setWidth(CHART_SIZE.width).setHeight(CHART_SIZE.height);
  native.setName("chart").setAltText(chart.description);
  native.title().setName(chart.title).setFont(chartFont(profile, 13).setBold());
  native.legend().setPosition(ChartLegendPosition.Bottom).setFont(chartFont(profile, 11));
  native.xAxis().setFont(chartFont(profile, 10));
  native.yAxis().setFont(chartFont(profile, 10)).setNumFormat(percentCode(0, model.language));
  chart.series.forEach((series, index) => {
    native.pushSeries(nativeSeries(chart, series, index + 1, profile));
  });
  return native;
}

function nativeSeries(chart: ReportChart, series: ChartSeries, column: number, profile: Profile): NativeSeries {
  const first = HEADING_ROW + 1;
  const last = HEADING_ROW + chart.categories.length;
  const range = (at: number) => ChartRange.newFromRange(chart.sheetName, first, at, last, at);
  const fill = new ChartSolidFill().setColor(Color.parse(`#${SERIES_COLOURS[series.role]}`));
  return new NativeSeries()
    .setName(series.name)
    .setCategories(range(0))
    .setValues(range(column))
    .setFormat(new ChartFormat().setSolidFill(fill))
    .setDataLabel(
      new ChartDataLabel().showValue().setPosition(ChartDataLabelPosition.OutsideEnd).setFont(chartFont(profile, 9)),
    );
}

function chartFont(profile: Profile, size: number): ChartFont {
  return new ChartFont().setName(profile.font).setSize(size);
}
