// Everything that decides what may be done with one unit's report of one period: read in one go by pages and workflows.
import type { ReadDb } from "@/db/store";
import { listMeasures, type StoredMeasure } from "@/db/queries/measures";
import { findStoredPeriod, listDueRules, listPeriodExceptions, type StoredPeriod } from "@/db/queries/periods";
import { findUnitSubmission, type SubmissionRow } from "@/db/queries/submissions";
import { findTerm, type StoredTerm } from "@/db/queries/terms";
import { listUnits, type StoredUnit } from "@/db/queries/units";
import type { CalendarDate } from "@/domain/dates";
import { decideReportDueOn, isLockedOn } from "@/domain/deadlines";
import type { AcceptedFigure, CheckFacts } from "@/domain/entry-checks";
import { DomainError } from "@/domain/errors";
import type { FigureValue } from "@/domain/figures";
import { existsAt, isAskedOn } from "@/domain/units";
import { readCorrected } from "./corrected-figures";

export interface ReportContext {
  readonly term: StoredTerm;
  readonly period: StoredPeriod;
  readonly unit: StoredUnit;
  /** Null for a report that nobody began. */
  readonly submission: SubmissionRow | null;
  /** What the unit reports in this period; in the order of the measures. */
  readonly measures: readonly StoredMeasure[];
  readonly dueOn: CalendarDate;
  /** Entry is locked for this unit today, by the period or because the term is closed. */
  readonly locked: boolean;
  /** What was accepted and is being corrected, by measure; empty where nothing is. */
  readonly corrected: ReadonlyMap<string, AcceptedFigure>;
}

/** The report of a unit for a period. DomainError `not_found` when there is no such unit, period or term. */
export async function readReportContext(
  db: ReadDb,
  { unitId, periodId }: { readonly unitId: string; readonly periodId: string },
  today: CalendarDate,
): Promise<ReportContext> {
  const period = await findStoredPeriod(db, periodId);
  const unit = (await listUnits(db)).find(({ id }) => id === unitId);
  const term = period && (await findTerm(db, period.termId));
  if (!period || !unit || !term) throw new DomainError("not_found");
  const submission = await findUnitSubmission(db, unit.id, period.id);
  const exceptions = await listPeriodExceptions(db, term.id, period.id);
  const rule = (await listDueRules(db, term.id)).find(({ frequency }) => frequency === period.frequency) ?? null;
  const measures = measuresDue(await listMeasures(db, term.id), period, unit);
  return {
    ...{ term, period, unit, submission, measures },
    corrected: await readCorrected(db, submission, measures),
    dueOn: decideReportDueOn({ period, rule, exceptions }, unit.id, submission),
    locked: term.state !== "running" || isLockedOn(period.lockedAt !== null, exceptions, unit.id, today),
  };
}

/** Refuses what would change anything in a term that is closed (`term_closed`), or that is not in force yet. */
export function requireRunning({ term }: Pick<ReportContext, "term">): void {
  if (term.state === "closed") throw new DomainError("term_closed");
  if (term.state === "draft") throw new DomainError("period_not_open");
}

/** What a report's figure of one measure is checked against; `history` is what the unit reported before, oldest first. */
export function checkFactsOf(
  { term, period, corrected }: Pick<ReportContext, "term" | "period" | "corrected">,
  measure: StoredMeasure,
  history: readonly FigureValue[],
): CheckFacts {
  const { atRiskCountPct, atRiskPoints } = term.settings;
  const year = term.years.find(({ id }) => id === period.yearId) ?? null;
  const accepted = corrected.get(measure.id) ?? null;
  return { measure, year, settings: { atRiskCountPct, atRiskPoints }, history, accepted };
}

/** The measures that a unit reports in a period: of its frequency, that apply to a unit living on its last day. */
export function measuresDue(
  measures: readonly StoredMeasure[],
  period: StoredPeriod,
  unit: StoredUnit,
): readonly StoredMeasure[] {
  if (!existsAt(unit, period.endsOn)) return [];
  return measures.filter(
    (measure) => measure.frequency === period.frequency && isAskedOn(measure, unit, period.endsOn),
  );
}
