// What hangs on a unit that ends or is founded: reports that are open or missing, and secretaries.
import {
  deleteHoldings,
  endHolding,
  insertSecretary,
  listUnitHoldings,
  type NamedHolding,
} from "@/db/queries/unit-holdings";
import { listMeasures } from "@/db/queries/measures";
import { listTerms } from "@/db/queries/terms";
import { discardOpenRevision, listUnitReports, type UnitReport } from "@/db/queries/unit-reports";
import type { Db, ReadDb } from "@/db/store";
import { addDays, earlierOf, type CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { listExpectedReports, type ExpectedReport } from "@/domain/expected-reports";
import { decideOpenReport, isDiscardable, type OpenReportKind } from "@/domain/open-reports";
import type { ReorganisationPlan } from "@/domain/reorganisations";
import type { Actor } from "@/domain/roles";
import { endHoldings } from "@/domain/unit-holdings";
import type { Unit } from "@/domain/units";
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

/**
 * The reports that the units that end owe and never began, of running terms and periods that ended before the event's
 * day and by today: nobody will send them afterwards. `units` is the tree before the event.
 */
export async function listMissingReports(
  tx: ReadDb,
  plan: ReorganisationPlan,
  units: readonly Unit[],
  { on, today }: { readonly on: CalendarDate; readonly today: CalendarDate },
): Promise<readonly ExpectedReport[]> {
  const ending = units.filter(({ id }) => plan.ends.some(({ unitId }) => unitId === id));
  if (ending.length === 0) return [];
  const begun = await listUnitReports(
    tx,
    ending.map(({ id }) => id),
  );
  const keys = new Set(
    begun.map(({ submission, period, termCode }) => `${termCode} ${submission.unitId} ${period.key}`),
  );
  const missing: ExpectedReport[] = [];
  for (const term of (await listTerms(tx)).filter(({ state }) => state === "running")) {
    const measures = await listMeasures(tx, term.id);
    const expected = listExpectedReports(measures, ending, term, earlierOf(addDays(on, -1), today));
    missing.push(...expected.filter(({ unit, period }) => !keys.has(`${term.code} ${unit.id} ${period.key}`)));
  }
  return missing;
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
