// What files are attached to, as long as its own people may still change it.
import type { EvidenceRow, EvidenceSubject } from "@/db/queries/evidence-files";
import { findExplanation } from "@/db/queries/explanations";
import type { ReadDb } from "@/db/store";
import { DomainError } from "@/domain/errors";
import { decideExplanation, standingOfExplanation } from "@/domain/explanations";
import { authorize, permit, type Authorized } from "@/domain/permissions";
import { decideTransition } from "@/domain/submissions";
import { readExplanationContext } from "./explanation-context";
import { readReportContext, requireRunning } from "./report-context";
import { requireEnterable } from "./workflows/submissions";

/** What a file may be attached to now, with the codes by which the log knows it. */
export interface OpenSubject {
  readonly subject: EvidenceSubject;
  readonly codes: Readonly<Record<string, string>>;
}

/** Where a figure stands. */
export interface FigurePlace {
  readonly unitId: string;
  readonly periodId: string;
  readonly measureId: string;
}

/**
 * A unit's figure whose report can be edited, begun or not. Refuses as saving a draft does, and a measure that the unit
 * does not report in this period (`measure_not_applicable`).
 */
export async function openFigure(
  db: ReadDb,
  actor: Authorized<"figures.enter">,
  { unitId, periodId, measureId }: FigurePlace,
): Promise<OpenSubject> {
  const context = await readReportContext(db, { unitId, periodId }, actor.on);
  requireEnterable(actor, context);
  decideTransition(context.submission, "save", { locked: context.locked, note: null });
  const { term, unit, period, measures } = context;
  const measure = measures.find(({ id }) => id === measureId);
  if (!measure) throw new DomainError("measure_not_applicable");
  return {
    subject: { termId: term.id, unitId, measureId, periodId, explanationId: null },
    codes: { unit: unit.code, period: period.key, measure: measure.code, term: term.code },
  };
}

/** A question that its unit may still answer. Refuses as answering does: another unit's, and one that is closed. */
export async function openAnswer(
  db: ReadDb,
  actor: Authorized<"explanations.answer">,
  explanationId: string,
): Promise<OpenSubject> {
  const stored = await findExplanation(db, explanationId);
  if (!stored) throw new DomainError("not_found");
  const context = await readExplanationContext(db, stored);
  const { term, unit } = context;
  permit(actor, { unitId: unit.id });
  requireRunning(context);
  decideExplanation(standingOfExplanation(stored), "answer");
  return {
    subject: { termId: term.id, unitId: unit.id, measureId: null, periodId: null, explanationId: stored.id },
    codes: { unit: unit.code, explanation: stored.code, term: term.code },
  };
}

/** What a stored file is attached to, if its people may still change it. */
export async function openSubjectOf(
  db: ReadDb,
  actor: Authorized<"account.own">,
  { unitId, periodId, measureId, explanationId }: EvidenceRow,
): Promise<OpenSubject> {
  if (explanationId !== null) {
    return openAnswer(db, authorize(actor, "explanations.answer", actor.on), explanationId);
  }
  if (periodId === null || measureId === null) throw new Error("evidence of neither a figure nor an answer");
  return openFigure(db, authorize(actor, "figures.enter", actor.on), { unitId, periodId, measureId });
}
