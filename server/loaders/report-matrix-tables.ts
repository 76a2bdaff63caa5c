import type { StoredPeriod } from "@/db/queries/periods";
import type { StoredUnit } from "@/db/queries/units";
import type { CalendarDate } from "@/domain/dates";
import type { Frequency } from "@/domain/measures";
import { daysLate } from "@/domain/report-stages";
import { unitVersionAt } from "@/domain/units";
import type { Wording } from "./figure-texts";
import { periodText, periodTitle } from "./period-texts";
import type { MatrixReport, MatrixTable } from "./report-matrix-views";
import type { StagedReport } from "./staged-reports";

/** What the tables are made of: units in the official order, and what each of them owes. */
export interface MatrixSource {
  readonly units: readonly StoredUnit[];
  readonly reports: readonly StagedReport[];
  readonly asOf: CalendarDate;
  readonly termCode: string;
}

/** The table of one frequency: none where no unit owes such a report in these periods. */
export function buildMatrixTables(
  frequency: Frequency,
  periods: readonly StoredPeriod[],
  source: MatrixSource,
  wording: Wording,
): readonly MatrixTable[] {
  const rows = source.units.flatMap((unit): MatrixTable["rows"] => {
    const own = new Map(
      source.reports.filter((report) => report.unit.id === unit.id).map((report) => [report.period.id, report]),
    );
    const isAsked = periods.some(({ id }) => own.has(id));
    if (!isAsked) return [];
    const reports = periods.map((period) => matrixReport(period, own.get(period.id), source, wording));
    return [{ unitId: unit.id, unitName: unitVersionAt(unit, source.asOf).name, reports }];
  });
  if (rows.length === 0) return [];
  return [
    { frequency, columns: periods.map((period) => ({ key: period.key, name: periodText(period, wording) })), rows },
  ];
}

function matrixReport(
  period: StoredPeriod,
  report: StagedReport | undefined,
  { asOf, termCode }: MatrixSource,
  wording: Wording,
): MatrixReport {
  const title = periodTitle(period, wording);
  if (!report) return { stage: "none", daysLate: 0, dueOn: null, title, address: null };
  const path = `/entry/${encodeURIComponent(report.unit.code)}/${encodeURIComponent(period.key)}`;
  const isBegun = period.startsOn <= asOf;
  return {
    stage: report.stage,
    daysLate: daysLate(report.asked, asOf),
    dueOn: report.dueOn,
    title,
    address: isBegun ? `${path}?term=${encodeURIComponent(termCode)}` : null,
  };
}
