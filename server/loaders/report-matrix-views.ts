// What the matrix of reports shows.
import type { CalendarDate } from "@/domain/dates";
import type { Frequency } from "@/domain/measures";
import type { ReportStage, Timeliness } from "@/domain/report-stages";
import type { ReportingRate } from "@/domain/reporting-rate";
import type { ViewState } from "./view-state";

/** One report of the matrix. */
export interface MatrixReport {
  readonly stage: ReportStage;
  /** Days after the due day on which it was sent; 0 when in time or not sent. */
  readonly daysLate: number;
  readonly dueOn: CalendarDate | null;
  /** In the sentence: `tháng 6 năm 2023`. */
  readonly title: string;
  /** The report's page; null where there is nothing to see. */
  readonly address: string | null;
}

/** The reports of one frequency: a column a period, a row a unit. */
export interface MatrixTable {
  readonly frequency: Frequency;
  readonly columns: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly {
    readonly unitId: string;
    readonly unitName: string;
    readonly reports: readonly MatrixReport[];
  }[];
}

/** How punctual and complete one unit was, of the whole term up to the day. */
export interface MatrixUnit extends Timeliness, ReportingRate {
  readonly unitId: string;
  readonly unitName: string;
}

/** A term's reports, one reporting year at a time. */
export interface MatrixView {
  readonly state: ViewState;
  readonly termName: string;
  readonly years: readonly { readonly id: string; readonly current: boolean }[];
  readonly year: string;
  readonly tables: readonly MatrixTable[];
  readonly units: readonly MatrixUnit[];
  /** Over all units and the whole term up to the day. */
  readonly total: Timeliness & ReportingRate;
  readonly overdue: number;
}
