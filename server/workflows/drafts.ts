// What was typed becomes a draft revision: the texts as they are, and the figures that can be read from them.
import { updateTypedTexts } from "@/db/queries/drafts";
import {
  listRevisionFigures,
  replaceFigures,
  type Correction,
  type NewFigure,
  type StoredFigure,
} from "@/db/queries/figures";
import type { StoredMeasure } from "@/db/queries/measures";
import {
  beginRevision,
  findRevision,
  insertSubmission,
  type RevisionRow,
  type Stamp,
  type SubmissionRow,
} from "@/db/queries/submissions";
import type { Db, ReadDb } from "@/db/store";
import type { CalendarDate } from "@/domain/dates";
import { noteProblemsOf, prepareChecks } from "@/domain/entry-checks";
import { DomainError, type FieldError } from "@/domain/errors";
import { isSameValue } from "@/domain/figures";
import type { TypedReport } from "@/domain/inputs/submissions";
import {
  EMPTY_FIGURE,
  readTypedFigure,
  type EntryRules,
  type FieldProblem,
  type FigureReading,
} from "@/domain/typed-figures";
import { checkFactsOf, type ReportContext } from "../report-context";

/** The texts of a report by measure; a measure that is not named has none. */
export type TypedTexts = Pick<TypedReport, "figures">;

/** The draft that was written: the report, its open revision, and the figures in it. */
export interface WrittenDraft {
  readonly submission: SubmissionRow;
  readonly revision: RevisionRow;
  /** The revision was begun with this. */
  readonly begun: boolean;
  readonly figures: readonly NewFigure[];
}

/** How a measure's texts are read. */
export function entryRulesOf({ kind, mayExceedBase, fixedBase }: StoredMeasure): EntryRules {
  return { kind, mayExceedBase, hasFixedBase: fixedBase !== null };
}

/**
 * Reads every measure's texts. With `strict`, as for submitting: DomainError `invalid_input` with what is wrong by
 * field (`figures.<measure id>.n`), notes that are required and missing among it, and `nothing_entered` when no
 * measure has a value. Always `measure_not_applicable` for texts of a measure that the unit does not report in this
 * period.
 */
export function readReport(
  context: ReportContext,
  { figures }: TypedTexts,
  strict: boolean,
): ReadonlyMap<string, FigureReading> {
  const { measures } = context;
  const due = new Set(measures.map(({ id }) => id));
  if (Object.keys(figures).some((id) => !due.has(id))) throw new DomainError("measure_not_applicable");
  const readings = new Map(
    measures.map((measure) => [
      measure.id,
      readTypedFigure(entryRulesOf(measure), figures[measure.id] ?? EMPTY_FIGURE),
    ]),
  );
  if (strict) refuseProblems(context, readings);
  return readings;
}

function refuseProblems(context: ReportContext, readings: ReadonlyMap<string, FigureReading>): void {
  const wrong = [...readings].map(([id, { problems }]) => [id, problems] as const);
  const isEmpty = [...readings.values()].every(({ value }) => value === null);
  if (isEmpty && wrong.every(([, problems]) => problems.length === 0)) throw new DomainError("nothing_entered");
  const fields = { ...fieldErrorsOf(wrong), ...fieldErrorsOf(missingNotes(context, readings)) };
  if (Object.keys(fields).length > 0) throw new DomainError("invalid_input", {}, fields);
}

/** Notes that have to be there: no history is needed to tell (docs/decisions/0100). */
function missingNotes(
  context: ReportContext,
  readings: ReadonlyMap<string, FigureReading>,
): (readonly [string, readonly FieldProblem[]])[] {
  return context.measures.flatMap((measure) => {
    const reading = readings.get(measure.id);
    const checks = prepareChecks(checkFactsOf(context, measure, []));
    return reading ? [[measure.id, noteProblemsOf(checks, reading)] as const] : [];
  });
}

function fieldErrorsOf(wrong: readonly (readonly [string, readonly FieldProblem[]])[]): Record<string, FieldError> {
  const fields: Record<string, FieldError> = {};
  for (const [id, problems] of wrong) {
    for (const { field, code, length, maximum } of problems) {
      fields[`figures.${id}.${field}`] = {
        code,
        values: { ...(length !== undefined && { length }), ...(maximum !== undefined && { maximum }) },
      };
    }
  }
  return fields;
}

/** Writes texts and figures into the report's open revision; begins the report, or its next revision, where it must. */
export async function writeDraft(
  tx: Db,
  context: ReportContext,
  input: TypedTexts,
  readings: ReadonlyMap<string, FigureReading>,
  { today, stamp }: { readonly today: CalendarDate; readonly stamp: Stamp },
): Promise<WrittenDraft> {
  const { submission, revision, begun } = await openRevision(tx, context, stamp);
  const before = await listRevisionFigures(tx, revision.id);
  const accepted = submission.acceptedRevisionId ? await listRevisionFigures(tx, submission.acceptedRevisionId) : [];
  const figures = [...readings].flatMap(([measureId, reading]) => {
    const known = {
      before: before.find((figure) => figure.measureId === measureId),
      accepted: accepted.find((figure) => figure.measureId === measureId),
    };
    return newFigure(measureId, reading, known, { correctedOn: today, reason: revision.reason });
  });
  await replaceFigures(tx, revision.id, figures);
  await updateTypedTexts(tx, revision.id, JSON.stringify(input.figures), stamp);
  return { submission, revision, begun, figures };
}

async function openRevision(tx: Db, context: ReportContext, stamp: Stamp): Promise<Omit<WrittenDraft, "figures">> {
  const submission =
    context.submission ?? (await insertSubmission(tx, context.period, context.unit.id, context.dueOn, stamp));
  const current = await readCurrentRevision(tx, submission);
  if (current && current.sealedAt === null)
    return { submission, revision: current, begun: context.submission === null };
  const id = await beginRevision(tx, submission, current?.reason ?? null, stamp);
  const revision = await findRevision(tx, id);
  if (!revision) throw new Error(`revision was not stored: ${id}`);
  return { submission, revision, begun: true };
}

/** The revision that is in work or was sent last; null for a report without one. */
export async function readCurrentRevision(db: ReadDb, submission: SubmissionRow): Promise<RevisionRow | null> {
  return submission.currentRevisionId === null ? null : findRevision(db, submission.currentRevisionId);
}

interface Known {
  readonly before: StoredFigure | undefined;
  readonly accepted: StoredFigure | undefined;
}

/** A reading as a figure to store. What did not change stays what it was: an estimate, an illustration, a correction. */
function newFigure(
  measureId: string,
  { value, note }: FigureReading,
  { before, accepted }: Known,
  correction: Omit<Correction, "replacesId">,
): NewFigure[] {
  if (value === null) return [];
  const same = [before, accepted].find((figure) => figure && isSameValue(figure.value, value));
  const figure = {
    measureId,
    value,
    note,
    estimate: same?.estimate ?? false,
    illustrative: same?.illustrative ?? false,
  };
  if (!accepted) return [{ ...figure, correction: null }];
  if (isSameValue(accepted.value, value)) return [{ ...figure, correction: accepted.correction }];
  return [{ ...figure, correction: { ...correction, replacesId: accepted.id } }];
}
