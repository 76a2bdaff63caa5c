/**
 * What a report holds before it becomes a file: words, typed numbers and charts, in the order of the page.
 * Builders make it from the domain's results; renderers write it as Word or Excel and compute nothing.
 */
import type { ProfileId } from "./profiles/profile";

/** What a missing or not-applicable value prints (CALCULATION.md §1). */
export const BLANK = "-";

export type ReportLanguage = "vi" | "en";

/** How a number stands in a cell: a percentage is held as its fraction (0.9761), everything else as it reads. */
export interface NumberFormat {
  readonly style: "decimal" | "percent";
  readonly decimals: number;
  /** Words before and after the number: `["từ ", " trở lên"]`. */
  readonly around: Affixes;
  /** Words of a negative number, which then prints without its sign; null keeps the sign and `around`. */
  readonly aroundNegative: Affixes | null;
  /** What zero prints instead of a number; null prints it as a number. */
  readonly zero: string | null;
}

export type Affixes = readonly [before: string, after: string];

/** A column of the same row, or a fixed value in the spreadsheet's own unit. */
export type Operand = { readonly column: string } | { readonly value: number };

/** A calculation that a reader of the spreadsheet can follow; it must give the cell's own value again. */
export type CellFormula =
  | { readonly op: "sum" | "mean"; readonly from: string; readonly to: string }
  | { readonly op: "ratio"; readonly of: Operand; readonly to: Operand }
  | {
      readonly op: "difference";
      readonly of: Operand;
      readonly minus: Operand;
      /** 100 turns a difference of percentages into percentage points. */
      readonly times: 1 | 100;
    };

export type CellContent =
  | { readonly type: "blank" }
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "number";
      /** As printed on paper, in the report's language. */
      readonly text: string;
      readonly value: number;
      readonly format: NumberFormat;
      readonly formula: CellFormula | null;
    };

export type Cell = CellContent & {
  /** How many columns it covers; 1 when left out. */
  readonly span?: number;
  readonly bold?: boolean;
};

export type Alignment = "left" | "center" | "right";

export interface Column {
  readonly key: string;
  readonly heading: string;
  /** Millimetres on paper; the table fills the width of the page in these proportions. */
  readonly width: number;
  readonly align: Alignment;
}

export interface ReportTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One bar: its value in the spreadsheet's unit, and the table's cell that it repeats. */
export interface ChartPoint {
  readonly value: number | null;
  /** Decimals of its label, a percentage. */
  readonly decimals: number;
  readonly source: { readonly row: number; readonly column: string } | null;
}

export interface ChartSeries {
  readonly name: string;
  readonly role: "actual" | "plan";
  readonly points: readonly ChartPoint[];
}

/** Clustered columns in percent, one category a measure. */
export interface ReportChart {
  readonly title: string;
  readonly sheetName: string;
  readonly categoryHeading: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly note: string | null;
  /** What the chart shows, in words, for those who cannot see it. */
  readonly description: string;
}

export type HeaderRole = "superior" | "issuer" | "star" | "number" | "nation" | "motto" | "placeDate";

export interface HeaderLine {
  readonly role: HeaderRole;
  readonly text: string;
}

export interface SignatureBlock {
  readonly onBehalfOf: string;
  readonly title: string;
  /** Empty until somebody signs. */
  readonly name: string;
}

export interface ReportModel {
  readonly language: ReportLanguage;
  readonly profileId: ProfileId;
  /** For the file's own properties; never a person's name. */
  readonly fileTitle: string;
  readonly fileAuthor: string;
  readonly sheetName: string;
  readonly header: { readonly left: readonly HeaderLine[]; readonly right: readonly HeaderLine[] };
  readonly title: string;
  readonly subject: readonly string[];
  /** Sentences above the table, the headline first. */
  readonly lead: readonly string[];
  readonly table: ReportTable;
  readonly footnotes: readonly string[];
  /** Null when no measure has a value to draw. */
  readonly chart: ReportChart | null;
  readonly recipients: { readonly heading: string; readonly lines: readonly string[] };
  readonly signature: SignatureBlock;
}
