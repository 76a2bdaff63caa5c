// What a question is about and which unit answers it, for pages and workflows.
import type { ExplanationRow } from "@/db/queries/explanations";
import { listTargets, type StoredTarget } from "@/db/queries/targets";
import type { StoredMeasure } from "@/db/queries/measures";
import { listStoredPeriods, type StoredPeriod } from "@/db/queries/periods";
import { findTerm, type StoredTerm } from "@/db/queries/terms";
import { listUnits, type StoredUnit } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import type { AskExplanation } from "@/domain/inputs/explanations";
import { may, maySeeCellFigures } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { existsAt } from "@/domain/units";
import { measuresDue, requireRunning } from "./report-context";

/** What a question is about. Of a figure `measure` and `period` are set, of a report `period` alone. */
export interface ExplanationContext {
  readonly term: StoredTerm;
  /** Who answers: the unit that was asked, the committee where a file names none. */
  readonly unit: StoredUnit;
  readonly target: StoredTarget | null;
  readonly measure: StoredMeasure | null;
  readonly period: StoredPeriod | null;
}

/** The unit that answers for a whole organisation: the first committee. DomainError `not_found` without one. */
export function committeeOf(units: readonly StoredUnit[]): StoredUnit {
  const committee = units.find(({ kind }) => kind === "committee") ?? units[0];
  if (!committee) throw new DomainError("not_found");
  return committee;
}

type Asked = Pick<ExplanationRow, "targetId" | "unitId" | "measureId" | "periodId">;

/** Finds what each of a term's questions is about, from what is read once. */
export async function readSubjects(db: ReadDb, term: StoredTerm): Promise<(asked: Asked) => ExplanationContext> {
  const targets = await listTargets(db, term.id);
  const measures = targets.flatMap((target) => target.measures);
  const units = await listUnits(db);
  const periods = await listStoredPeriods(db, term.id);
  return (asked) => ({
    term,
    unit: units.find(({ id }) => id === asked.unitId) ?? committeeOf(units),
    target: targets.find(({ id }) => id === asked.targetId) ?? null,
    measure: measures.find(({ id }) => id === asked.measureId) ?? null,
    period: periods.find(({ id }) => id === asked.periodId) ?? null,
  });
}

/** What one stored question is about. DomainError `not_found` when its term is not there. */
export async function readExplanationContext(
  db: ReadDb,
  asked: Asked & Pick<ExplanationRow, "termId">,
): Promise<ExplanationContext> {
  const term = await findTerm(db, asked.termId);
  if (term === null) throw new DomainError("not_found");
  return (await readSubjects(db, term))(asked);
}

/**
 * Whether somebody may read a question and its answers: those of the units whose explanations this person sees, and
 * where it is about a cell's figure, of a figure that this person may see.
 */
export function maySeeExplanation(actor: Actor, { unit, measure }: ExplanationContext, on: CalendarDate): boolean {
  if (!may(actor, "explanations.view", unit.id, on)) return false;
  return measure === null || maySeeCellFigures(actor, measure, unit.id, on);
}

/**
 * What a new question is about, checked against what is stored: everything it names belongs to one term in force, the
 * unit exists today, and it is asked for the figure or report. Refuses as `askExplanation` says.
 */
export async function readNewSubject(
  db: ReadDb,
  asked: Pick<AskExplanation, "termId" | "targetId" | "unitId" | "measureId" | "periodId">,
  today: CalendarDate,
): Promise<ExplanationContext> {
  const context = await readExplanationContext(db, asked);
  const { term, unit, target, measure, period } = context;
  requireRunning(context);
  const isMissing = asked.unitId !== unit.id || (asked.targetId !== null) !== (target !== null);
  if (isMissing || (asked.measureId !== null) !== (measure !== null)) throw new DomainError("not_found");
  if (!existsAt(unit, today)) throw new DomainError("unit_not_there");
  if (target !== null) {
    if (measure !== null || asked.periodId !== null) throw new DomainError("invalid_input");
    return context;
  }
  if (period === null) throw new DomainError("not_found");
  if (period.startsOn > today) throw new DomainError("period_not_open");
  const due = measuresDue(await listTermMeasures(db, term), period, unit);
  const isAsked = measure === null ? due.length > 0 : due.some(({ id }) => id === measure.id);
  if (!isAsked) throw new DomainError("measure_not_applicable");
  return context;
}

async function listTermMeasures(db: ReadDb, { id }: StoredTerm): Promise<readonly StoredMeasure[]> {
  return (await listTargets(db, id)).flatMap(({ measures }) => measures);
}
