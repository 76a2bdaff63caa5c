// Who has reported what: units × periods of a reporting year, and each unit's punctuality over the term so far.
import "server-only";
import { listStoredPeriods, type StoredPeriod } from "@/db/queries/periods";
import { listTerms, type StoredTerm } from "@/db/queries/terms";
import { listUnits, type StoredUnit } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { FREQUENCIES, hasPeriodEnded } from "@/domain/periods";
import { may, type Authorized } from "@/domain/permissions";
import { computeTimeliness } from "@/domain/report-stages";
import { unitVersionAt } from "@/domain/units";
import { getStore } from "../store";
import { readAskedView, seesDrafts, visibleTerms } from "./asked-view";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";
import { buildMatrixTables, type MatrixSource } from "./report-matrix-tables";
import type { MatrixUnit, MatrixView } from "./report-matrix-views";
import { inOfficialOrder, isReceived } from "./missing-reports";
import { stageReports, type StagedReport } from "./staged-reports";
import type { ViewQuery, ViewState } from "./view-state";

/** A term, day, basis and reporting year, as the address asks for them. */
export type MatrixQuery = ViewQuery & { readonly year?: string | undefined };

/** The matrix that an address asks for, of the units whose reports this person may see; null while there is no term. */
export async function loadReportMatrix(
  actor: Authorized<"submissions.view">,
  query: MatrixQuery,
): Promise<MatrixView | null> {
  const wording = await loadWording();
  return (await getStore()).read((db) => readReportMatrix(db, actor, query, wording));
}

/** The same from a consistent snapshot, without a request. */
export async function readReportMatrix(
  db: ReadDb,
  actor: Authorized<"submissions.view">,
  query: MatrixQuery,
  wording: Wording,
): Promise<MatrixView | null> {
  const terms = visibleTerms(await listTerms(db), seesDrafts(actor, actor.on));
  const asked = readAskedView(terms, query, actor.on);
  if (asked === null) return null;
  const { term, state } = asked;
  const seen = (await listUnits(db)).filter(({ id }) => may(actor, "submissions.view", id, actor.on));
  const units = inOfficialOrder(seen, state.asOf);
  const reports = await stageReports(db, { term, units, asOf: state.asOf });
  const year = chooseYear(term, query.year, state.asOf);
  const periods = (await listStoredPeriods(db, term.id)).filter((period) => yearOf(period, term) === year);
  const source: MatrixSource = { units, reports, asOf: state.asOf, termCode: term.code };
  const punctuality = units.map((unit) => unitPunctuality(unit, reports, state)).filter(isAsked);
  return {
    ...{ state, termName: term.name, year },
    years: term.years.map(({ id }) => ({ id, current: id === year })),
    tables: FREQUENCIES.flatMap((frequency) =>
      buildMatrixTables(
        frequency,
        periods.filter((period) => period.frequency === frequency),
        source,
        wording,
      ),
    ),
    units: punctuality,
    total: sumUp(punctuality),
    overdue: reports.filter(({ stage }) => stage === "overdue").length,
  };
}

/** The reporting year that a period is shown under; the report of the whole term under the last. */
function yearOf({ yearId }: StoredPeriod, { years }: StoredTerm): string | undefined {
  return yearId ?? years.at(-1)?.id;
}

/** The year that is asked for, else the one that runs on the day, else the last. */
function chooseYear({ years }: StoredTerm, asked: string | undefined, asOf: CalendarDate): string {
  const running = years.findLast(({ startsOn }) => startsOn <= asOf) ?? years[0];
  return (years.find(({ id }) => id === asked) ?? running)?.id ?? "";
}

function unitPunctuality(unit: StoredUnit, reports: readonly StagedReport[], { asOf, basis }: ViewState): MatrixUnit {
  const own = reports.filter((report) => report.unit.id === unit.id);
  const ended = own.filter(({ period }) => hasPeriodEnded(period, asOf));
  const timeliness = computeTimeliness(
    own.map(({ asked }) => asked),
    asOf,
  );
  return {
    ...{ unitId: unit.id, unitName: unitVersionAt(unit, asOf).name },
    ...timeliness,
    received: ended.filter(({ submission }) => submission !== null && isReceived(submission, basis)).length,
    expected: ended.length,
  };
}

function isAsked({ due, expected }: MatrixUnit): boolean {
  return due + expected > 0;
}

function sumUp(units: readonly MatrixUnit[]): MatrixView["total"] {
  const sum = (part: "inTime" | "due" | "received" | "expected") =>
    units.reduce((total, unit) => total + unit[part], 0);
  return { inTime: sum("inTime"), due: sum("due"), received: sum("received"), expected: sum("expected") };
}
