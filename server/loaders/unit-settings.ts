// The tree as it stood on a day, for everybody; and what the office changes it with.
import "server-only";
import { findOrganisation } from "@/db/queries/organisations";
import { listTerms } from "@/db/queries/terms";
import { listUnitHoldings } from "@/db/queries/unit-holdings";
import { hasReports, listNamingMeasures } from "@/db/queries/unit-reports";
import { listUnitEvents, listUnits, type StoredUnit, type StoredUnitEvent } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { addDays, calendarDateOf, datePartsOf, readCalendarDate, type CalendarDate } from "@/domain/dates";
import { childrenAt, unitsAt, unitVersionAt, type Unit, type UnitKind } from "@/domain/units";
import { clock } from "../clock";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { findClosedUntil } from "../workflows/units";
import { readAskedView } from "./asked-view";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";
import type { ViewQuery, ViewState } from "./view-state";

/** A unit of the tree on a day; `level` counts the units above it. */
export interface TreeUnitView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly level: number;
  readonly from: CalendarDate;
}

/** A reorganisation as the history tells it. */
export interface UnitEventView {
  readonly id: string;
  readonly on: CalendarDate;
  readonly text: string;
  readonly decision: string | null;
}

/** The tree on a day, from top to bottom in the official order, and every event until then, newest first. */
export interface UnitTreeView {
  readonly asOf: CalendarDate;
  readonly units: readonly TreeUnitView[];
  readonly cells: number;
  readonly events: readonly UnitEventView[];
}

/** The tree for the page that everybody may see; null before there is a term to look at. */
export interface PublicTreeView extends UnitTreeView {
  readonly state: ViewState;
  readonly termName: string;
}

/** The tree at the day that the address asks for, for everybody who may see the targets. */
export async function loadUnitTree(query: ViewQuery): Promise<PublicTreeView | null> {
  const actor = await requireActor("targets.view");
  const wording = await loadWording();
  return (await getStore()).read(async (db) => {
    const running = (await listTerms(db)).filter(({ state }) => state !== "draft");
    const asked = readAskedView(running, query, actor.on);
    if (asked === null) return null;
    return {
      ...(await readTree(db, asked.state.asOf, wording, false)),
      state: asked.state,
      termName: asked.term.name,
    };
  });
}

/** The tree for the office: on the day that is asked for, else today, with every event there is. */
export async function loadUnitSettings(asOf: string | undefined): Promise<UnitTreeView> {
  await requireActor("terms.configure");
  const wording = await loadWording();
  const day = readCalendarDate(asOf ?? "") ?? clock.today();
  return (await getStore()).read((db) => readTree(db, day, wording, true));
}

async function readTree(db: ReadDb, asOf: CalendarDate, wording: Wording, planned: boolean): Promise<UnitTreeView> {
  const units = await listUnits(db);
  const events = (await listUnitEvents(db)).filter(({ happenedOn }) => planned || happenedOn <= asOf);
  return {
    asOf,
    units: listTree(units, asOf),
    cells: unitsAt(units, asOf).filter(({ kind }) => kind === "cell").length,
    events: events.toReversed().map((event) => eventView(event, units, wording)),
  };
}

/** Each unit followed by those below it; a unit whose parent is not there that day stands at the top. */
function listTree(units: readonly StoredUnit[], asOf: CalendarDate): readonly TreeUnitView[] {
  const living = unitsAt(units, asOf);
  const ids = new Set(living.map(({ id }) => id));
  const tops = living.filter((unit) => !ids.has(unitVersionAt(unit, asOf).parentId ?? ""));
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  const below = (unit: Unit, level: number): TreeUnitView[] => {
    const { id, kind, from } = unit;
    const own = { id, code: codes.get(id) ?? id, kind, from, level, name: unitVersionAt(unit, asOf).name };
    return [own, ...childrenAt(units, id, asOf).flatMap((child) => below(child, level + 1))];
  };
  return tops.flatMap((unit) => below(unit, 0));
}

function eventView(event: StoredUnitEvent, units: readonly StoredUnit[], wording: Wording): UnitEventView {
  const { id, kind, happenedOn: on, decision } = event;
  const namesOf = (ids: readonly string[], day: CalendarDate) =>
    ids
      .flatMap((known) => units.find((unit) => unit.id === known) ?? [])
      .map((unit) => unitVersionAt(unit, day).name)
      .join(", ");
  const values = { from: namesOf(event.from, addDays(on, -1)), into: namesOf(event.into, on) };
  return { id, on, decision, text: wording.t(`unitSettingsPage.happened.${kind}`, values) };
}

/** Who was or is a unit's secretary. */
export interface SecretaryView {
  readonly accountId: string;
  readonly displayName: string;
  readonly unitId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** A unit with all its versions, as the forms compute with it. */
export type FormUnit = Unit & { readonly code: string };

/** What the form of an event is filled in with. */
export interface UnitFormView {
  readonly units: readonly FormUnit[];
  readonly secretaries: readonly SecretaryView[];
  /** Units that measures of open terms name. */
  readonly namedIds: readonly string[];
  readonly organisationName: string;
  /** Nobody has reported yet: no decision has to be named. */
  readonly firstSetUp: boolean;
  readonly proposedOn: CalendarDate;
  readonly closedUntil: CalendarDate | null;
}

/** What the office needs to fill in an event, or the order. */
export async function loadUnitForm(): Promise<UnitFormView> {
  await requireActor("terms.configure");
  return (await getStore()).read(async (db) => {
    const firstSetUp = !(await hasReports(db));
    return {
      units: await listUnits(db),
      secretaries: (await listUnitHoldings(db)).map(({ userId: accountId, displayName, unitId, from, to }) => ({
        ...{ accountId, displayName, unitId, from, to },
      })),
      namedIds: [...new Set((await listNamingMeasures(db)).flatMap(({ unitIds }) => unitIds))],
      organisationName: (await findOrganisation(db))?.name ?? "",
      firstSetUp,
      proposedOn: await proposeDay(db, firstSetUp),
      closedUntil: await findClosedUntil(db),
    };
  });
}

/** At the first set-up units exist since the term began, or this year; later an event is entered on its day. */
async function proposeDay(db: ReadDb, firstSetUp: boolean): Promise<CalendarDate> {
  const today = clock.today();
  if (!firstSetUp) return today;
  const [first] = await listTerms(db);
  return first?.startsOn ?? calendarDateOf({ year: datePartsOf(today).year, month: 1 }, 1);
}

/** A unit with its history: versions, events, and who was responsible for it. */
export interface UnitDetailsView {
  readonly unit: FormUnit;
  readonly parents: Readonly<Record<string, string>>;
  readonly events: readonly UnitEventView[];
  readonly secretaries: readonly SecretaryView[];
  readonly today: CalendarDate;
}

/** The unit with a code; null when there is none. */
export async function loadUnitDetails(code: string): Promise<UnitDetailsView | null> {
  await requireActor("terms.configure");
  const wording = await loadWording();
  return (await getStore()).read(async (db) => {
    const units = await listUnits(db);
    const unit = units.find((known) => known.code === code);
    if (!unit) return null;
    const events = (await listUnitEvents(db)).filter(({ from, into }) => [...from, ...into].includes(unit.id));
    const holdings = (await listUnitHoldings(db)).filter(({ unitId }) => unitId === unit.id);
    return {
      unit,
      parents: Object.fromEntries(units.map((known) => [known.id, known.versions.at(-1)?.name ?? known.code])),
      events: events.toReversed().map((event) => eventView(event, units, wording)),
      secretaries: holdings.map(({ userId: accountId, displayName, unitId, from, to }) => ({
        ...{ accountId, displayName, unitId, from, to },
      })),
      today: clock.today(),
    };
  });
}
