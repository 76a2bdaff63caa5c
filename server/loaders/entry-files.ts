import "server-only";
import { unitVersionAt } from "@/domain/units";
import type { CalendarDate } from "@/domain/dates";
import { may, type Authorized } from "@/domain/permissions";
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
  /** This person enters figures for some unit; others download what was reported. */
  readonly enters: boolean;
  /** Units among them that this person does not enter for. */
  readonly showsOthers: boolean;
}

/** The units and periods whose reports an account sees, those that it enters for among them. */
export async function loadEntryFiles(actor: Authorized<"submissions.view">): Promise<EntryFilesView> {
  const wording = await loadWording();
  return (await getStore()).read(async (db) => {
    const units = await listOwnUnits(db, actor, "submissions.view", actor.on);
    const isOwn = ({ id }: { readonly id: string }) => may(actor, "figures.enter", id, actor.on);
    const reports = await listReports(db, units, actor.on);
    const own = reports.filter(({ unit }) => isOwn(unit));
    const open = new Set(own.filter(takesEntries).map(({ period }) => period.id));
    const periods = [...new Map(reports.map(({ period }) => [period.id, period])).values()].sort((a, b) =>
      a.endsOn < b.endsOn ? 1 : -1,
    );
    const newest = periods.find(({ id }) => open.has(id)) ?? periods[0];
    const reporting = new Set(reports.map(({ unit }) => unit.id));
    const shown = units.filter(({ id }) => reporting.has(id));
    return {
      enters: may(actor, "figures.enter", null, actor.on),
      showsOthers: !shown.every(isOwn),
      units: shown.map((unit) => ({ id: unit.id, name: unitVersionAt(unit, actor.on).name })),
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
