// What waits for a person: reports to enter by urgency, and for the office the queue of submitted ones.
import "server-only";
import { listRevisionFigures, type StoredFigure } from "@/db/queries/figures";
import { listMeasures, type StoredMeasure } from "@/db/queries/measures";
import { listDueRules, listPeriodExceptions, listStoredPeriods } from "@/db/queries/periods";
import { listSubmissions, type SubmissionRow } from "@/db/queries/submissions";
import { listTerms, type StoredTerm } from "@/db/queries/terms";
import { listUnits, type StoredUnit } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { addDays, type CalendarDate } from "@/domain/dates";
import { decideReportDueOn, isLockedOn } from "@/domain/deadlines";
import { may, type Permission } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { unitVersionAt } from "@/domain/units";
import { readCorrected } from "../corrected-figures";
import { measuresDue, type ReportContext } from "../report-context";
import { standingOf, type HeadParts } from "./report-heads";
import type { ReportGroupKey } from "./report-views";

/** Reports are listed as due from this many days before their due date. */
const DUE_SOON_DAYS = 31;
const RECENTLY_ACCEPTED = 6;

/** A report of a person's list, before it is worded. */
export interface ListedReport extends HeadParts {
  readonly measures: readonly StoredMeasure[];
  readonly corrected: ReportContext["corrected"];
}

/** The units for which somebody has a permission today, in the official order. */
export async function listOwnUnits(
  db: ReadDb,
  actor: Actor,
  permission: Permission,
  today: CalendarDate,
): Promise<StoredUnit[]> {
  const position = (unit: StoredUnit) => unitVersionAt(unit, today).position;
  return (await listUnits(db))
    .filter(({ id }) => may(actor, permission, id, today))
    .sort((a, b) => position(a) - position(b));
}

/** Every report of these units whose period has begun, in open terms, with where it stands. */
export async function listReports(
  db: ReadDb,
  units: readonly StoredUnit[],
  today: CalendarDate,
): Promise<ListedReport[]> {
  const open = (await listTerms(db)).filter(({ state }) => state === "running");
  const reports: ListedReport[] = [];
  for (const term of open) reports.push(...(await listTermReports(db, term, units, today)));
  return reports.filter(({ period }) => period.startsOn <= today);
}

/** Every report that these units owe in a term, with those of periods to come; locked or not as of today. */
export async function listTermReports(
  db: ReadDb,
  term: StoredTerm,
  units: readonly StoredUnit[],
  today: CalendarDate,
): Promise<ListedReport[]> {
  const periods = await listStoredPeriods(db, term.id);
  const measures = await listMeasures(db, term.id);
  const rules = await listDueRules(db, term.id);
  const exceptions = await listPeriodExceptions(db, term.id);
  const submissions = await listSubmissions(db, { termId: term.id, unitIds: units.map(({ id }) => id) });
  const corrected = await readAllCorrected(db, submissions, measures);
  const stored = new Map(submissions.map((submission) => [`${submission.unitId} ${submission.periodId}`, submission]));
  return units.flatMap((unit) =>
    periods.flatMap((period): ListedReport[] => {
      const due = measuresDue(measures, period, unit);
      if (due.length === 0) return [];
      const submission = stored.get(`${unit.id} ${period.id}`) ?? null;
      const own = exceptions.filter(({ periodId }) => periodId === period.id);
      const rule = rules.find(({ frequency }) => frequency === period.frequency) ?? null;
      return [
        {
          ...{ term, period, unit, submission, measures: due },
          corrected: corrected.get(submission?.id ?? "") ?? new Map(),
          dueOn: decideReportDueOn({ period, rule, exceptions: own }, unit.id, submission),
          locked: isLockedOn(period.lockedAt !== null, own, unit.id, today),
        },
      ];
    }),
  );
}

/** By report; a query or two for each that is being corrected, and there are few. */
async function readAllCorrected(
  db: ReadDb,
  submissions: readonly SubmissionRow[],
  measures: readonly StoredMeasure[],
): Promise<ReadonlyMap<string, ReportContext["corrected"]>> {
  const corrected = new Map<string, ReportContext["corrected"]>();
  for (const submission of submissions) {
    const found = await readCorrected(db, submission, measures);
    if (found.size > 0) corrected.set(submission.id, found);
  }
  return corrected;
}

/** In which group of a person's list a report stands; null when nothing is to be said of it. */
export function groupOf({ submission, dueOn, locked }: ListedReport, today: CalendarDate): ReportGroupKey | null {
  const standing = standingOf(submission);
  if (standing === "none" || standing === "draft") {
    if (locked) return null;
    if (dueOn < today) return "overdue";
    return standing === "draft" || dueOn <= addDays(today, DUE_SOON_DAYS) ? "due" : null;
  }
  if (standing === "accepted" && (submission?.decidedOn ?? today) > today) return null;
  return standing;
}

/** A person's reports by group, the most urgent first. */
export function groupReports(
  reports: readonly ListedReport[],
  today: CalendarDate,
): ReadonlyMap<ReportGroupKey, readonly ListedReport[]> {
  const order: readonly ReportGroupKey[] = ["returned", "overdue", "correcting", "due", "submitted", "accepted"];
  const byDue = reports.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return new Map(
    order.map((key) => {
      const members = byDue.filter((report) => groupOf(report, today) === key);
      return [key, key === "accepted" ? lastDecided(members) : members];
    }),
  );
}

function lastDecided(reports: readonly ListedReport[]): readonly ListedReport[] {
  const decidedOn = ({ submission }: ListedReport) => submission?.decidedOn ?? "";
  return reports.toSorted((a, b) => (decidedOn(a) > decidedOn(b) ? -1 : 1)).slice(0, RECENTLY_ACCEPTED);
}

/** How many reports a person has to work on: returned, late, being corrected or due. */
export function countTodo(groups: ReadonlyMap<ReportGroupKey, readonly ListedReport[]>): number {
  const todo: readonly ReportGroupKey[] = ["returned", "overdue", "correcting", "due"];
  return todo.reduce((count, key) => count + (groups.get(key)?.length ?? 0), 0);
}

/** How many figures of a report are there, in its newest revision. */
export async function countFilled(db: ReadDb, { submission, measures }: ListedReport): Promise<number> {
  if (submission?.currentRevisionId == null) return 0;
  const figures = await listRevisionFigures(db, submission.currentRevisionId);
  return measures.filter((measure) =>
    figures.some((figure) => figure.measureId === measure.id && isWhole(measure, figure)),
  ).length;
}

/** A draft may hold one of the two numbers of a rate: it is begun, not filled in. */
function isWhole(measure: StoredMeasure, { value }: StoredFigure): boolean {
  if (value.type !== "number") return true;
  const needsBase = measure.kind === "rate" && measure.fixedBase === null;
  return value.n !== null && (!needsBase || value.d !== null);
}
