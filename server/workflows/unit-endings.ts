// What hangs on a unit that ends or is founded: reports to settle, secretaries, tasks, measures that name their units.
import {
  deleteHoldings,
  endHolding,
  insertSecretary,
  listUnitHoldings,
  type NamedHolding,
} from "@/db/queries/unit-holdings";
import {
  discardOpenRevision,
  insertMeasureUnits,
  listNamingMeasures,
  listOpenTasksLedBy,
  listUnitReports,
  updateTaskLeads,
  type UnitReport,
} from "@/db/queries/unit-reports";
import type { Db } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { decideOpenReport, isDiscardable, type OpenReportKind } from "@/domain/open-reports";
import { foundedSuccessors, type Reorganisation, type ReorganisationPlan } from "@/domain/reorganisations";
import type { Actor } from "@/domain/roles";
import { endHoldings } from "@/domain/unit-holdings";
import { recordAudit } from "./audit";

/** A report of a unit that ends, with what has to be done about it first. */
export interface OpenReport extends UnitReport {
  readonly kind: OpenReportKind;
}

/** What has to be settled before the units end, in the order of the periods. */
export async function listOpenReports(tx: Db, plan: ReorganisationPlan, on: CalendarDate): Promise<OpenReport[]> {
  const reports = await listUnitReports(
    tx,
    plan.ends.map(({ unitId }) => unitId),
  );
  return reports.flatMap((report) => {
    const kind = decideOpenReport(report, on);
    return kind === null ? [] : [{ ...report, kind }];
  });
}

/** Discards what these units began and never sent; each is written to the log without its figures. */
export async function discardDrafts(
  tx: Db,
  actor: Actor,
  reports: readonly OpenReport[],
  unitIds: ReadonlySet<string>,
): Promise<void> {
  for (const { submission, kind } of reports) {
    if (!isDiscardable(kind) || !unitIds.has(submission.unitId)) continue;
    await discardOpenRevision(tx, submission);
    await recordAudit(tx, actor, {
      action: "submission.discarded",
      subject: { type: "submission", id: submission.id },
      before: { state: submission.state },
      after: null,
    });
  }
}

/** Whose rights end with the units, and which never begin. */
export async function endUnitHoldings(tx: Db, plan: ReorganisationPlan): Promise<readonly NamedHolding[]> {
  const holdings = await listUnitHoldings(tx);
  const ended: NamedHolding[] = [];
  for (const { unitId, lastDay } of plan.ends) {
    const { shortened, dropped } = endHoldings(holdings, unitId, lastDay);
    for (const { id } of shortened) await endHolding(tx, id, lastDay);
    if (dropped.length > 0) {
      await deleteHoldings(
        tx,
        dropped.map(({ id }) => id),
      );
    }
    ended.push(...shortened, ...dropped);
  }
  return ended;
}

/**
 * Makes the chosen accounts secretaries of the founded units, from the event's day on. Only who is or was a secretary
 * goes on as one (`bad_choice` otherwise); anybody else is given the role with the accounts.
 */
export async function beginHoldings(
  tx: Db,
  plan: ReorganisationPlan,
  secretaryIds: readonly (readonly string[])[],
  at: string,
): Promise<void> {
  const known = new Set((await listUnitHoldings(tx)).map(({ userId }) => userId));
  for (const [index, { id: unitId, from }] of plan.founded.entries()) {
    const chosen = [...new Set(secretaryIds[index])];
    if (chosen.some((userId) => !known.has(userId))) {
      throw new DomainError(
        "invalid_input",
        {},
        { [`founded.${index}.secretaryIds`]: { code: "bad_choice", values: {} } },
      );
    }
    for (const userId of chosen) await insertSecretary(tx, { userId, unitId, from }, at);
  }
}

/** A measure that names units of the event: the founded ones are named too, or the office has to choose. */
export interface NamingMeasure {
  readonly name: string;
  readonly followed: boolean;
}

/**
 * Names the founded units wherever the units are named that they were made of. A unit that existed before is not
 * added: it would be asked for the periods before the event as well, which never happened.
 */
export async function nameSuccessors(
  tx: Db,
  event: Reorganisation,
  plan: ReorganisationPlan,
): Promise<readonly NamingMeasure[]> {
  const successors = foundedSuccessors(event);
  const ended = plan.ends.map(({ unitId }) => unitId);
  const named: NamingMeasure[] = [];
  for (const { id, name, unitIds, lastPosition } of await listNamingMeasures(tx)) {
    const concerned = unitIds.filter((unitId) => successors.has(unitId) || ended.includes(unitId));
    if (concerned.length === 0) continue;
    const added = new Set(concerned.flatMap((unitId) => successors.get(unitId) ?? []));
    if (added.size > 0) await insertMeasureUnits(tx, id, [...added], lastPosition);
    const goesOn = plan.into.some((unitId) => unitIds.includes(unitId));
    named.push({ name, followed: added.size > 0 || goesOn });
  }
  return named;
}

/** Hands the unfinished tasks of the units that end to the chosen one; answers how many there are. */
export async function handTasksOver(tx: Db, plan: ReorganisationPlan, unitId: string | null): Promise<number> {
  const tasks = await listOpenTasksLedBy(
    tx,
    plan.ends.map((end) => end.unitId),
  );
  if (unitId !== null) {
    await updateTaskLeads(
      tx,
      tasks.map(({ id }) => id),
      unitId,
    );
  }
  return tasks.length;
}
