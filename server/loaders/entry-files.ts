import "server-only";
import { unitVersionAt } from "@/domain/units";
import type { CalendarDate } from "@/domain/dates";
import type { Authorized } from "@/domain/permissions";
import { isEditable } from "@/domain/submissions";
import { getStore } from "../store";
import { loadWording } from "./load-wording";
import { periodTitle } from "./period-texts";
import { listOwnUnits, listReports, type ListedReport } from "./report-lists";

/** A period for which the account has reports. */
export interface FilePeriod {
  readonly id: string;
  readonly title: string;
  readonly endsOn: CalendarDate;
  /** Some report of it takes entries. */
  readonly isOpen: boolean;
  /** Proposed: the newest that take entries. */
  readonly isProposed: boolean;
}

/** What can be chosen for a file. */
export interface EntryFilesView {
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Newest first. */
  readonly periods: readonly FilePeriod[];
}

/** The units and periods that an account enters reports for. */
export async function loadEntryFiles(actor: Authorized<"figures.enter">): Promise<EntryFilesView> {
  const wording = await loadWording();
  return (await getStore()).read(async (db) => {
    const units = await listOwnUnits(db, actor, "figures.enter", actor.on);
    const reports = await listReports(db, units, actor.on);
    const open = new Set(reports.filter(takesEntries).map(({ period }) => period.id));
    const periods = [...new Map(reports.map(({ period }) => [period.id, period])).values()].sort((a, b) =>
      a.endsOn < b.endsOn ? 1 : -1,
    );
    const newest = periods.find(({ id }) => open.has(id)) ?? periods[0];
    const reporting = new Set(reports.map(({ unit }) => unit.id));
    return {
      units: units
        .filter(({ id }) => reporting.has(id))
        .map((unit) => ({ id: unit.id, name: unitVersionAt(unit, actor.on).name })),
      periods: periods.map((period) => ({
        ...{ id: period.id, title: periodTitle(period, wording), endsOn: period.endsOn },
        ...{
          isOpen: open.has(period.id),
          isProposed: period.endsOn === newest?.endsOn && (open.has(period.id) || period === newest),
        },
      })),
    };
  });
}

function takesEntries({ submission, locked }: ListedReport): boolean {
  return isEditable(submission, locked);
}
