// How complete the reports are that a term's results rest on.
import { listSubmissions, type SubmissionRow } from "@/db/queries/submissions";
import { listStoredPeriods } from "@/db/queries/periods";
import type { ReadDb } from "@/db/handle";
import type { CalendarDate } from "@/domain/dates";
import { listExpectedReports, type ExpectedReport } from "@/domain/expected-reports";
import type { Basis } from "@/domain/figures";
import { cellsBelow, unitsAt, unitVersionAt, type Unit } from "@/domain/units";
import type { Wording } from "./figure-texts";
import type { MissingReports, OverviewView } from "./overview";
import { periodText } from "./period-texts";
import type { TermLook, TermResults } from "./term-results";

/** How many of the missing periods are named. */
export const NEWEST_SHOWN = 3;

/** Whether a report counts on a basis: accepted, or in the provisional view sent. */
export function isReceived({ acceptedRevisionId, state }: SubmissionRow, basis: Basis): boolean {
  return acceptedRevisionId !== null || (basis === "provisional" && state === "submitted");
}

function reportKey(unitId: string, endsOn: string, frequency: string): string {
  return `${unitId} ${endsOn} ${frequency}`;
}

async function receivedKeys(db: ReadDb, look: TermLook): Promise<ReadonlySet<string>> {
  const submissions = await listSubmissions(db, { termId: look.term.id });
  const periods = await listPeriodFrequencies(db, look.term.id);
  return new Set(
    submissions
      .filter((submission) => isReceived(submission, look.basis))
      .map(({ unitId, endsOn, periodId }) => reportKey(unitId, endsOn, periods.get(periodId) ?? "")),
  );
}

async function listPeriodFrequencies(db: ReadDb, termId: string): Promise<ReadonlyMap<string, string>> {
  const stored = await listStoredPeriods(db, termId);
  return new Map(stored.map(({ id, frequency }) => [id, frequency]));
}

/** The reports of a term that were to come by the look's day, and those that have not, by unit in the official order. */
export async function readReporting(
  db: ReadDb,
  { units, targets }: TermResults,
  look: TermLook,
  wording: Wording,
): Promise<OverviewView["reports"]> {
  const measures = targets.flatMap(({ target }) => target.measures);
  const expected = listExpectedReports(measures, units, look.term, look.asOf);
  const received = await receivedKeys(db, look);
  const missing = expected.filter(
    ({ unit, period }) => !received.has(reportKey(unit.id, period.endsOn, period.frequency)),
  );
  return {
    received: expected.length - missing.length,
    expected: expected.length,
    cells: cellsBelow(units, look.unitId, look.asOf).length,
    missing: groupMissing(missing, units, look, wording),
  };
}

/** Units that still exist come first, in the official order; those that ceased to exist follow. */
export function inOfficialOrder<U extends Unit>(units: readonly U[], asOf: CalendarDate): readonly U[] {
  const existing = unitsAt(units, asOf).map(({ id }) => id);
  const place = ({ id }: Unit) => (existing.includes(id) ? existing.indexOf(id) : existing.length);
  return [...units].sort((a, b) => place(a) - place(b));
}

function groupMissing(
  missing: readonly ExpectedReport[],
  units: TermResults["units"],
  look: TermLook,
  wording: Wording,
): readonly MissingReports[] {
  return inOfficialOrder(units, look.asOf).flatMap((unit) => {
    const own = missing.filter((report) => report.unit.id === unit.id);
    if (own.length === 0) return [];
    const newest = [...own].sort((a, b) => (a.period.endsOn < b.period.endsOn ? -1 : 1)).slice(-NEWEST_SHOWN);
    return [
      {
        unitCode: unit.code,
        unitName: unitVersionAt(unit, look.asOf).name,
        count: own.length,
        newest: newest.map(({ period }) => periodText(period, wording)),
      },
    ];
  });
}
