import { Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from "docx";
import type { Alignment, Cell, Column, ReportTable } from "../model";
import type { Profile } from "../profiles/profile";
import { millimetres, styledLine } from "./docx-lines";
import { placeCells } from "./placed-cells";

const CELL_MARGINS = { top: 40, bottom: 40, left: 30, right: 30 } as const;

/**
 * The table over the whole width (millimetres) of the page: the heading row repeats on every page, no row is torn in
 * two, a blank prints `-`.
 */
export function bodyTable(table: ReportTable, profile: Profile, width: number): Table {
  const widths = columnWidths(table.columns, width);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    margins: CELL_MARGINS,
    rows: [
      headingRow(table.columns, widths, profile),
      ...table.rows.map((row) => bodyRow(row, table.columns, widths, profile)),
    ],
  });
}

function headingRow(columns: readonly Column[], widths: readonly number[], profile: Profile): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      tableCell(column.heading, {
        bold: true,
        align: "center",
        size: profile.table.size,
        width: widths[index] ?? 0,
        span: 1,
      }),
    ),
  });
}

function bodyRow(
  row: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
  profile: Profile,
): TableRow {
  const children = placeCells(row, columns).map(({ cell, first, last, text, align }) =>
    tableCell(text, {
      bold: cell.bold === true,
      align,
      size: profile.table.size,
      width: sum(widths.slice(first, last + 1)),
      span: last - first + 1,
    }),
  );
  return new TableRow({ cantSplit: true, children });
}

interface CellLook {
  readonly bold: boolean;
  readonly align: Alignment;
  readonly size: number;
  readonly width: number;
  readonly span: number;
}

function tableCell(text: string, look: CellLook): TableCell {
  return new TableCell({
    columnSpan: look.span,
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: look.width, type: WidthType.DXA },
    children: text
      .split("\n")
      .map((line) => styledLine(line, { size: look.size, bold: look.bold }, { align: look.align })),
  });
}

function columnWidths(columns: readonly Column[], width: number): number[] {
  const total = sum(columns.map((column) => column.width));
  return columns.map((column) => Math.floor(millimetres((column.width * width) / total)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
