// The tree changes: by events that are remembered with their decision, by corrections of a name, by its official order.
import { newId } from "@/db/ids";
import { listTerms } from "@/db/queries/terms";
import { hasReports } from "@/db/queries/unit-reports";
import {
  endUnit,
  insertUnitEvents,
  insertUnits,
  listUnitEvents,
  listUnits,
  saveUnitVersion,
  type StoredUnit,
} from "@/db/queries/units";
import type { Db, ReadDb, Store } from "@/db/store";
import type { AuditEvent } from "@/domain/audit";
import { laterOf, type CalendarDate } from "@/domain/dates";
import { DomainError, type FieldError } from "@/domain/errors";
import { chosenUnit, eventOf, type ReorganiseInput, type TypedReorganisation } from "@/domain/inputs/units";
import { isDiscardable } from "@/domain/open-reports";
import type { Authorized } from "@/domain/permissions";
import { findEventProblems, findReorganisationProblems, type FieldProblems } from "@/domain/reorganisation-problems";
import {
  planReorganisation,
  unitsConcerned,
  type Reorganisation,
  type ReorganisationPlan,
} from "@/domain/reorganisations";
import { proposeEventCode } from "@/domain/unit-codes";
import { existsAt, type Unit } from "@/domain/units";
import { applyChange, type ChangeAnswer, type Deed } from "./changes";
import {
  beginHoldings,
  discardDrafts,
  endUnitHoldings,
  listMissingReports,
  listOpenReports,
  type OpenReport,
} from "./unit-endings";
import { missingByUnit, nameAt, openReportView, type ReorganisationAnswer } from "./unit-event-answers";
import { handTasksOver, nameSuccessors } from "./unit-successors";

/**
 * Does an event of the tree on its day, with everything that hangs on the units that end or are founded. A preview
 * lists what has to be settled; saving refuses while anything is (`drafts_open`, `reports_after_date` at the day).
 */
export function reorganiseUnits(
  store: Store,
  actor: Authorized<"terms.configure">,
  input: ReorganiseInput,
  now: string,
): Promise<ChangeAnswer<ReorganisationAnswer>> {
  const { mode, typed } = input;
  return applyChange(store, actor, {
    mode,
    days: [typed.on],
    work: async (tx) => {
      const planned = await planTyped(tx, typed);
      const { plan } = planned;
      await saveEvent(tx, typed, planned);
      const settled = await settleReports(tx, actor, input, planned);
      const holdings = await endUnitHoldings(tx, plan);
      await beginHoldings(
        tx,
        plan,
        typed.founded.map(({ secretaryIds }) => secretaryIds),
        now,
      );
      const missing = await listMissingReports(tx, plan, planned.units, { on: typed.on, today: actor.on });
      const tasksTo = chosenUnit(typed.tasksTo, planned.foundedIds);
      const tasks = await handTasksOver(tx, plan, tasksTo);
      const measures = await nameSuccessors(tx, { event: planned.event, plan, follow: typed.measuresFollow });
      const nameOf = (id: string) => nameAt(plan.tree, id, typed.on);
      return deedOf(input, planned, {
        openReports: settled.map((report) => openReportView(report, planned.units, typed.on)),
        missing: missingByUnit(missing, typed.on),
        holdings: holdings.map(({ displayName, unitId }) => ({ person: displayName, unitName: nameOf(unitId) })),
        tasks: { ...tasks, to: tasksTo === null ? null : nameOf(tasksTo) },
        measures: measures.map(({ joiningIds, ...measure }) => ({ ...measure, joins: joiningIds.map(nameOf) })),
      });
    },
  });
}

interface Planned {
  readonly units: readonly StoredUnit[];
  readonly foundedIds: readonly string[];
  readonly event: Reorganisation;
  readonly plan: ReorganisationPlan;
}

async function planTyped(tx: ReadDb, typed: TypedReorganisation): Promise<Planned> {
  const foundedIds = typed.founded.map(newId);
  const event = eventOf(typed, foundedIds);
  const units = await listUnits(tx);
  const context = {
    units,
    events: await listUnitEvents(tx),
    closedUntil: await findClosedUntil(tx),
    decision: typed.decision,
    needsDecision: event.kind !== "found" || (await hasReports(tx)),
  };
  const isKnown = (unitId: string) => units.some(({ id }) => id === unitId);
  if (!unitsConcerned(event).every(isKnown)) refuseFields(findEventProblems(event, context));
  const plan = planReorganisation(units, event);
  refuseFields({
    ...{ ...tasksProblem(typed, foundedIds, plan), ...discardProblems(typed, units) },
    ...findReorganisationProblems(event, plan, context),
  });
  return { units, foundedIds, event, plan };
}

function tasksProblem(
  typed: TypedReorganisation,
  foundedIds: readonly string[],
  plan: ReorganisationPlan,
): FieldProblems {
  const id = chosenUnit(typed.tasksTo, foundedIds);
  const unit = plan.tree.find((known) => known.id === id);
  const problem: FieldError = { code: "bad_choice", values: {} };
  return id === null || (unit && existsAt(unit, typed.on)) ? {} : { tasksTo: problem };
}

function discardProblems({ discards, on }: TypedReorganisation, units: readonly Unit[]): FieldProblems {
  const wrong = discards.flatMap(({ unitId, name }, index): [string, FieldError][] =>
    name === "" || name === nameAt(units, unitId, on)
      ? []
      : [[`discards.${index}.name`, { code: "name_not_typed", values: {} }]],
  );
  return Object.fromEntries(wrong);
}

/** The last day of the closed terms; null while there is none. */
export async function findClosedUntil(db: ReadDb): Promise<CalendarDate | null> {
  const closed = (await listTerms(db)).filter(({ state }) => state === "closed");
  return closed.reduce<CalendarDate | null>((last, { endsOn }) => (last ? laterOf(last, endsOn) : endsOn), null);
}

/** Refuses with what is wrong at its fields, where anything is. */
export function refuseFields(problems: FieldProblems): void {
  if (Object.keys(problems).length > 0) throw new DomainError("invalid_input", {}, problems);
}

async function saveEvent(tx: Db, typed: TypedReorganisation, { event, plan, units }: Planned): Promise<void> {
  await insertUnits(
    tx,
    plan.founded.map(({ id, code, kind, from, name, parentId, position }) => ({
      ...{ id, code, kind, from, to: null },
      versions: [{ from, name, parentId, position }],
    })),
  );
  for (const { unitId, version } of plan.versions) await saveUnitVersion(tx, unitId, version);
  for (const { unitId, lastDay } of plan.ends) await endUnit(tx, unitId, lastDay);
  const taken = (await listUnitEvents(tx)).map(({ code }) => code);
  const codes = new Map([...units, ...plan.founded].map(({ id, code }) => [id, code]));
  const subject = codes.get(plan.into[0] ?? plan.from[0] ?? "") ?? "";
  const { kind, on } = event;
  await insertUnitEvents(tx, [
    {
      ...{ id: newId(), code: proposeEventCode({ kind, on }, subject, taken), kind, happenedOn: on },
      ...{ decision: typed.decision, from: plan.from, into: plan.into },
    },
  ]);
}

/** What remains to be settled once what may be discarded is; saving refuses while anything does. */
async function settleReports(
  tx: Db,
  actor: Authorized<"terms.configure">,
  { mode, typed }: ReorganiseInput,
  { plan }: Planned,
): Promise<readonly OpenReport[]> {
  const open = await listOpenReports(tx, plan, typed.on);
  const discarded = new Set(typed.discards.filter(({ name }) => name !== "").map(({ unitId }) => unitId));
  await discardDrafts(tx, actor, open, discarded);
  const left = open.filter(({ kind, submission }) => !isDiscardable(kind) || !discarded.has(submission.unitId));
  if (mode === "save") refuseOpenReports(left);
  return left;
}

function refuseOpenReports(left: readonly OpenReport[]): void {
  const counted = left.filter(({ kind }) => kind === "counted").length;
  if (counted > 0) refuseFields({ on: { code: "reports_after_date", values: { count: counted } } });
  if (left.length > 0) throw new DomainError("drafts_open", { count: left.length });
}

function deedOf(
  { reason, typed: { kind, on, decision } }: ReorganiseInput,
  { units, event: planned, plan }: Planned,
  hanging: Pick<ReorganisationAnswer, "openReports" | "missing" | "holdings" | "tasks" | "measures">,
): Deed<ReorganisationAnswer> {
  const { from, into, ends, founded, versions } = plan;
  const before = (id: string) => nameAt(units, id, on);
  const subject = { type: "unit", id: into[0] ?? from[0] ?? "" } as const;
  const event: AuditEvent = {
    action: kind === "found" ? "unit.founded" : "unit.reorganised",
    subject,
    before: from.length === 0 ? null : { units: from.map((unit) => ({ unit, name: before(unit) })) },
    after: {
      event: kind,
      on,
      decision,
      reason: reason ?? undefined,
      units: into.map((unit) => ({ unit, name: nameAt(plan.tree, unit, on) })),
    },
  };
  const stops = ends.map(({ unitId }) => before(unitId));
  const starts = founded.map(({ name }) => name);
  return {
    event,
    data: {
      ...{ kind, on, stops, starts, changes: versions.map(({ unitId }) => before(unitId)) },
      ...{ becomes: becomesOf(planned, plan), ...hanging },
    },
  };
}

function becomesOf(event: Reorganisation, { tree }: ReorganisationPlan): string | null {
  if (event.kind === "rename") return event.name;
  return event.kind === "move" && event.parentId !== null ? nameAt(tree, event.parentId, event.on) : null;
}
