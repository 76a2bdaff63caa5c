// What the entry grid shows: reports down, measures across, every cell a text.
import type { CellWords, KnownWords } from "@/domain/cell-texts";
import type { AcceptedFigure } from "@/domain/entry-checks";
import type { SheetRow } from "@/domain/grid-sheets";
import type { Frequency } from "@/domain/measures";
import type { ReportMeasure, ReportStanding } from "./report-views";

/** A measure of the grid: one column, or two for a rate. */
export type GridMeasure = Pick<
  ReportMeasure,
  "measure" | "name" | "targetPosition" | "unitLabel" | "nLabel" | "dLabel"
>;

/** Why a report is only to be read in the grid. */
export type GridClosure = "other_unit" | "submitted" | "accepted" | "locked";

/** One report: a row of the grid. */
export interface GridReport {
  readonly unitId: string;
  readonly periodId: string;
  /** 0 for a report that nobody began. */
  readonly version: number;
  /** The unit's name, or the period in short: `3/2016`. */
  readonly name: string;
  /** In a sentence: `Chi bộ 1, tháng 3 năm 2016`. */
  readonly title: string;
  readonly address: string;
  readonly standing: ReportStanding;
  /** Null where it can be entered. */
  readonly closure: GridClosure | null;
  readonly cells: SheetRow;
  /** What figures are checked against, with their measure; no history is needed to tell what needs a note. */
  readonly facts: Omit<ReportMeasure["facts"], "accepted">;
  /** What was accepted and is being corrected, by measure; empty where nothing is. */
  readonly accepted: Readonly<Record<string, AcceptedFigure>>;
  /** By measure, with its rule: `từ 95%`. */
  readonly plans: Readonly<Record<string, string | null>>;
}

/** Something else to choose: a unit, a period or how often. */
export interface GridChoice {
  readonly value: string;
  readonly label: string;
}

/** Units × measures of one period, or periods × measures of one unit. */
export interface GridView {
  readonly by: "period" | "unit";
  readonly accountId: string;
  readonly termCode: string;
  /** Inside a sentence: `tháng 6 năm 2023`, or the unit's name. */
  readonly title: string;
  readonly measures: readonly GridMeasure[];
  readonly reports: readonly GridReport[];
  /** What is understood in cells, and what is written into them. */
  readonly words: { readonly known: KnownWords; readonly own: CellWords };
  readonly units: readonly GridChoice[];
  readonly periods: readonly GridChoice[];
  readonly frequencies: readonly Frequency[];
  /** The values of what is shown; null where the other choice decides. */
  readonly chosen: { readonly unit: string | null; readonly period: string | null; readonly frequency: Frequency };
}
