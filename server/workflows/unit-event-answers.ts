// What an event of the tree tells of itself, by names: for the sentence and the lists that precede it.
import type { StoredUnit } from "@/db/queries/units";
import type { CalendarDate } from "@/domain/dates";
import type { ExpectedReport } from "@/domain/expected-reports";
import type { Period } from "@/domain/periods";
import type { UnitEventKind } from "@/domain/reorganisations";
import { unitVersionAt, type Unit } from "@/domain/units";
import type { OpenReport } from "./unit-endings";
import type { MeasureOutcome, OpenTasks } from "./unit-successors";

type NamedPeriod = Pick<Period, "key" | "frequency" | "endsOn">;

/** A report that stands in the way, by names and codes. */
export interface OpenReportView extends Pick<OpenReport, "kind" | "period" | "termCode"> {
  readonly submissionId: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
}

/** The reports that a unit which stops never began, oldest period first. */
export interface MissingReports {
  readonly unitName: string;
  readonly periods: readonly NamedPeriod[];
}

/** What an event does, for the sentence and the lists that precede it. */
export interface ReorganisationAnswer {
  readonly kind: UnitEventKind;
  readonly on: CalendarDate;
  /** By name: what ends, what begins, and what only changes. */
  readonly stops: readonly string[];
  readonly starts: readonly string[];
  readonly changes: readonly string[];
  /** The new name of what is renamed, the unit above what is moved; null at the top of the tree and for other events. */
  readonly becomes: string | null;
  readonly openReports: readonly OpenReportView[];
  readonly missing: readonly MissingReports[];
  /** Whose rights end. */
  readonly holdings: readonly { readonly person: string; readonly unitName: string }[];
  /** Unfinished ones of what ends, and who takes them over; null where they stay. */
  readonly tasks: OpenTasks & { readonly to: string | null };
  /** Measures that name units of the event; `joins` are the names of those that are asked from the day on. */
  readonly measures: readonly {
    readonly name: string;
    readonly outcome: MeasureOutcome;
    readonly joins: readonly string[];
  }[];
}

/** The name that a unit has on a day; its id where there is no such unit. */
export function nameAt(units: readonly Unit[], id: string, day: CalendarDate): string {
  const unit = units.find((known) => known.id === id);
  return unit ? unitVersionAt(unit, day).name : id;
}

/** An open report by the names of a day. */
export function openReportView(report: OpenReport, units: readonly StoredUnit[], on: CalendarDate): OpenReportView {
  const { kind, period, termCode, submission } = report;
  const { unitId, id: submissionId } = submission;
  const unitCode = units.find(({ id }) => id === unitId)?.code ?? unitId;
  return { kind, period, termCode, submissionId, unitId, unitCode, unitName: nameAt(units, unitId, on) };
}

/** Missing reports by unit, with its name of a day. */
export function missingByUnit(missing: readonly ExpectedReport[], on: CalendarDate): readonly MissingReports[] {
  const units = [...new Set(missing.map(({ unit }) => unit))];
  return units.map((unit) => ({
    unitName: unitVersionAt(unit, on).name,
    periods: missing
      .filter((report) => report.unit === unit)
      .map(({ period: { key, frequency, endsOn } }) => ({ key, frequency, endsOn }))
      .sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1)),
  }));
}
