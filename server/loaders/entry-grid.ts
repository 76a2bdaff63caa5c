// The entry grid: the reports of one period, or of one unit, with what their forms hold now.
import "server-only";
import { listCountingFigures } from "@/db/queries/figures";
import { listTargets } from "@/db/queries/targets";
import { listTerms, type StoredTerm } from "@/db/queries/terms";
import { listUnits, type StoredUnit } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { hasPeriodEnded, FREQUENCIES } from "@/domain/periods";
import { may, type Authorized } from "@/domain/permissions";
import { getStore } from "../store";
import { cellWords, allCellWords } from "../uploads/file-words";
import { readForms } from "../uploads/stored-forms";
import { defaultTerm } from "./asked-view";
import { buildGridReports, type GridFigures } from "./entry-grid-reports";
import type { GridView } from "./entry-grid-views";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";
import { inOfficialOrder } from "./missing-reports";
import { periodTitle } from "./period-texts";
import { listTermReports, type ListedReport } from "./report-lists";
import { unitVersionAt } from "@/domain/units";

/** What the address asks for; a unit goes before a period. */
export interface GridQuery {
  readonly term?: string | undefined;
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
  readonly every?: string | undefined;
}

/** The grid that an address asks for; null while nothing is to be reported in a term that is in force. */
export async function loadEntryGrid(actor: Authorized<"submissions.view">, query: GridQuery): Promise<GridView | null> {
  const wording = await loadWording();
  return (await getStore()).read((db) => readEntryGrid(db, actor, query, wording));
}

/** The same from a consistent snapshot, without a request. */
export async function readEntryGrid(
  db: ReadDb,
  actor: Authorized<"submissions.view">,
  query: GridQuery,
  wording: Wording,
): Promise<GridView | null> {
  const running = (await listTerms(db)).filter(({ state }) => state === "running");
  const term = running.find(({ code }) => code === query.term) ?? defaultTerm(running, actor.on);
  if (!term) return null;
  const seen = (await listUnits(db)).filter(({ id }) => may(actor, "submissions.view", id, actor.on));
  const units = inOfficialOrder(seen, actor.on);
  const begun = (await listTermReports(db, term, units, actor.on)).filter(({ period }) => period.startsOn <= actor.on);
  const asked = chooseReports(begun, actor, query);
  if (asked === null) return null;
  const { by, reports, frequency } = asked;
  const [first] = reports;
  return {
    ...{ by, accountId: actor.accountId ?? "", termCode: term.code },
    title: by === "period" ? periodTitle(first.period, wording) : unitVersionAt(first.unit, actor.on).name,
    measures: await listGridMeasures(db, term, reports),
    reports: buildGridReports(reports, await readGridFigures(db, actor, term, reports), { actor, by, wording }),
    words: { known: allCellWords(), own: cellWords(wording.locale) },
    ...listChoices(begun, units, actor, wording),
    frequencies: FREQUENCIES.filter((every) =>
      begun.some(({ unit, period }) => unit.id === first.unit.id && period.frequency === every),
    ),
    chosen: {
      ...{ unit: by === "unit" ? first.unit.code : null, period: by === "period" ? first.period.key : null },
      frequency,
    },
  };
}

interface AskedReports {
  readonly by: GridView["by"];
  readonly reports: readonly [ListedReport, ...ListedReport[]];
  readonly frequency: GridView["chosen"]["frequency"];
}

/** What is asked for; else somebody's one unit, else the last period that has ended. */
function chooseReports(
  begun: readonly ListedReport[],
  actor: Authorized<"submissions.view">,
  query: GridQuery,
): AskedReports | null {
  const own = new Set(begun.filter(({ unit }) => may(actor, "figures.enter", unit.id, actor.on)).map(codeOf));
  const [onlyOwn] = own.size === 1 && query.period === undefined ? own : [];
  const ofUnit = begun.filter((report) => codeOf(report) === (query.unit ?? onlyOwn));
  if (ofUnit.length > 0) return askedOf("unit", inTimeOrder(ofUnit), query.every);
  const ofPeriod = begun.filter(({ period }) => period.key === query.period);
  if (ofPeriod.length > 0) return askedOf("period", ofPeriod, undefined);
  const first = own.size > 0 ? begun.filter((report) => own.has(codeOf(report))) : begun;
  const newest = inTimeOrder(first).findLast(({ period }) => hasPeriodEnded(period, actor.on)) ?? first[0];
  return newest
    ? askedOf(
        "period",
        begun.filter(({ period }) => period.id === newest.period.id),
        undefined,
      )
    : null;
}

const codeOf = ({ unit }: ListedReport): string => unit.code;

function askedOf(by: GridView["by"], reports: readonly ListedReport[], every: string | undefined): AskedReports | null {
  const present = FREQUENCIES.filter((each) => reports.some(({ period }) => period.frequency === each));
  const frequency = present.find((each) => each === every) ?? present[0];
  const [first, ...others] = reports.filter(({ period }) => period.frequency === frequency);
  return first && frequency ? { by, reports: [first, ...others], frequency } : null;
}

function inTimeOrder(reports: readonly ListedReport[]): readonly ListedReport[] {
  return reports.toSorted((a, b) =>
    a.period.endsOn < b.period.endsOn ? -1 : a.period.endsOn > b.period.endsOn ? 1 : 0,
  );
}

/** The measures that any of the reports asks for, in the order of the targets. */
async function listGridMeasures(
  db: ReadDb,
  term: StoredTerm,
  reports: readonly ListedReport[],
): Promise<GridView["measures"]> {
  const asked = new Set(reports.flatMap(({ measures }) => measures.map(({ id }) => id)));
  return (await listTargets(db, term.id)).flatMap(({ position, measures }) =>
    measures
      .filter(({ id }) => asked.has(id))
      .map((measure) => ({
        ...{ measure, name: measure.name, targetPosition: position, unitLabel: measure.unitLabel },
        ...{ nLabel: measure.nLabel, dLabel: measure.dLabel },
      })),
  );
}

/** What the forms of own reports hold, and what others have sent: a draft is its unit's own. */
async function readGridFigures(
  db: ReadDb,
  actor: Authorized<"submissions.view">,
  term: StoredTerm,
  reports: readonly ListedReport[],
): Promise<GridFigures> {
  const own = reports.filter(({ unit }) => may(actor, "drafts.view", unit.id, actor.on));
  const periodIds = [...new Set(reports.map(({ period }) => period.id))];
  const unitIds = [...new Set(reports.map(({ unit }) => unit.id))];
  const sent = await listCountingFigures(db, { termId: term.id, periodIds, unitIds }, "provisional");
  return { forms: await readForms(db, own), sent };
}

function listChoices(
  begun: readonly ListedReport[],
  units: readonly StoredUnit[],
  actor: Authorized<"submissions.view">,
  wording: Wording,
): Pick<GridView, "units" | "periods"> {
  const codes = new Set(begun.map(codeOf));
  const periods = new Map(inTimeOrder(begun).map(({ period }) => [period.key, period]));
  return {
    units: units
      .filter(({ code }) => codes.has(code))
      .map((unit) => ({ value: unit.code, label: unitVersionAt(unit, actor.on).name })),
    periods: [...periods.values()]
      .reverse()
      .map((period) => ({ value: period.key, label: capitalise(periodTitle(period, wording)) })),
  };
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
