// Units that owe reports whose day has passed, for the office and the leadership.
import { listTerms } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { FREQUENCIES } from "@/domain/periods";
import { isLateTwice } from "@/domain/reminders";
import { unitVersionAt } from "@/domain/units";
import type { Wording } from "./figure-texts";
import { inOfficialOrder, NEWEST_SHOWN } from "./missing-reports";
import { periodText } from "./period-texts";
import { stageReports, type StagedReport } from "./staged-reports";

/** One unit with what it owes. */
export interface LateUnit {
  readonly unitId: string;
  readonly unitName: string;
  /** Reports that can still come and have not, although their day has passed. */
  readonly overdue: number;
  /** The newest of them by name. */
  readonly newest: readonly string[];
  /** The last two reports of one frequency were both late, or are both missing. */
  readonly lateTwice: boolean;
  /** The last due day that has passed. */
  readonly lastDueOn: CalendarDate | null;
}

/** The units with overdue reports, or late twice in a row, in terms in force; in the official order. */
export async function readLateUnits(db: ReadDb, today: CalendarDate, wording: Wording): Promise<readonly LateUnit[]> {
  const units = await listUnits(db);
  const reports: StagedReport[] = [];
  for (const term of (await listTerms(db)).filter(({ state }) => state === "running")) {
    reports.push(...(await stageReports(db, { term, units, asOf: today })));
  }
  return inOfficialOrder(units, today).flatMap((unit) => {
    const own = reports.filter((report) => report.unit.id === unit.id);
    const overdue = own.filter(({ stage, locked }) => stage === "overdue" && !locked);
    const lateTwice = isLateAgain(own, today);
    if (overdue.length === 0 && !lateTwice) return [];
    const newest = overdue.toSorted((a, b) => (a.period.endsOn < b.period.endsOn ? -1 : 1)).slice(-NEWEST_SHOWN);
    return [
      {
        ...{ unitId: unit.id, unitName: unitVersionAt(unit, today).name, lateTwice },
        overdue: overdue.length,
        lastDueOn: lastDueDay(own, today),
        newest: newest.map(({ period }) => periodText(period, wording)),
      },
    ];
  });
}

function lastDueDay(reports: readonly StagedReport[], today: CalendarDate): CalendarDate | null {
  const passed = reports.map(({ dueOn }) => dueOn).filter((dueOn) => dueOn < today);
  return passed.sort().at(-1) ?? null;
}

function isLateAgain(reports: readonly StagedReport[], today: CalendarDate): boolean {
  return FREQUENCIES.some((frequency) =>
    isLateTwice(
      reports.filter(({ period }) => period.frequency === frequency).map(({ asked }) => asked),
      today,
    ),
  );
}
