// What a file would do to the reports: decided row by row before anything is written.
import {
  areBlank,
  firstChange,
  isSameTyped,
  mergeCells,
  readBefore,
  typedFromCells,
  type CellField,
  type KnownWords,
} from "@/domain/cell-texts";
import { DomainError } from "@/domain/errors";
import { isSameValue } from "@/domain/figures";
import { rowProblemCodes, type FileColumn, type FileRow, type UploadProblemCode } from "@/domain/figure-files";
import { permit, type Authorized } from "@/domain/permissions";
import { decideTransition } from "@/domain/submissions";
import { readTypedFigure, type FieldProblem, type FigureReading, type TypedFigure } from "@/domain/typed-figures";
import type { StoredMeasure } from "@/db/queries/measures";
import type { ReportContext } from "../report-context";
import { entryRulesOf } from "../workflows/drafts";
import type { ChangedReport } from "../workflows/figure-batches";
import { requireEnterable } from "../workflows/submissions";
import type { StoredForms } from "./stored-forms";

/** Why a row, or one of its cells, is not taken. */
export interface RowProblem {
  readonly column: FileColumn;
  readonly code: UploadProblemCode;
  readonly problem?: FieldProblem;
}

export type RowOutcome = "new" | "changed" | "same" | "refused";

/** A row and what becomes of it. */
export interface PlannedRow {
  readonly row: FileRow;
  readonly outcome: RowOutcome;
  /** Null where the row names no report or measure that there is. */
  readonly subject: { readonly context: ReportContext; readonly measure: StoredMeasure } | null;
  /** What the form holds now; nothing of another unit's. */
  readonly stored: TypedFigure | null;
  readonly next: TypedFigure | null;
  readonly problems: readonly RowProblem[];
}

/** A report that the file changes. */
export type PlannedReport = ChangedReport;

/** A file on its way through the rules: row by row, and at last what its reports would hold. */
export interface UploadPlan {
  readonly plan: (row: FileRow) => PlannedRow;
  readonly reports: () => readonly PlannedReport[];
}

/** What rows are compared with. */
export interface Known {
  readonly actor: Authorized<"figures.enter">;
  readonly contexts: ReadonlyMap<string, ReportContext>;
  /** Codes of terms that are in force, and of those that are over. */
  readonly terms: ReadonlyMap<string, "running" | "closed">;
  readonly units: ReadonlySet<string>;
  /** Whether the period of a term, by `periodKey`, has begun. */
  readonly periods: ReadonlyMap<string, boolean>;
  readonly forms: StoredForms;
  /** What is shown of another unit's figure; null where this person does not see it. */
  readonly shown: (context: ReportContext, measureId: string) => TypedFigure | null;
  readonly words: KnownWords;
}

/** Under which a report is found by the codes of a row. */
export function contextKey(term: string, unit: string, period: string): string {
  return JSON.stringify([term, unit, period]);
}

/** Under which a period is found by the codes of a row. */
export function periodKey(term: string, period: string): string {
  return JSON.stringify([term, period]);
}

type Seen = Map<ReportContext, Set<string>>;

/** Begins to decide about the rows of a file; none of them is kept, only what its reports would hold. */
export function beginPlan(known: Known): UploadPlan {
  const seen: Seen = new Map();
  const reports = new Map<ReportContext, Map<string, TypedFigure>>();
  return {
    plan: (row) => {
      const planned = planRow(row, known, seen);
      if (planned.subject && planned.next && (planned.outcome === "new" || planned.outcome === "changed")) {
        const { context, measure } = planned.subject;
        const figures = reports.get(context) ?? new Map<string, TypedFigure>();
        reports.set(context, figures.set(measure.id, planned.next));
      }
      return planned;
    },
    reports: () => [...reports].map(([context, figures]) => ({ context, figures })),
  };
}

function planRow(row: FileRow, known: Known, seen: Seen): PlannedRow {
  const refused = (problems: readonly RowProblem[], told: Partial<PlannedRow> = {}): PlannedRow => ({
    ...{ row, outcome: "refused", subject: null, stored: null, next: null, ...told, problems },
  });
  const found = findSubject(row, known);
  if ("code" in found) return refused([found]);
  const subject = found;
  const { context, measure } = subject;
  if (!isOwn(known.actor, context)) {
    const change = changeOfOthers(row, subject, known);
    const stored = known.shown(context, measure.id);
    if (change === null) return { row, outcome: "same", subject, stored, next: null, problems: [] };
    return refused([{ column: change, code: "forbidden" }], { subject, stored });
  }
  const stored = known.forms(context, measure.id);
  if (row.flaws.length > 0) return refused(row.flaws, { subject, stored });
  const typed = typedFromCells(measure.kind, row.cells, known.words);
  const before = typedFromCells(measure.kind, readBefore(row.before), known.words);
  const next = mergeCells(stored, before, typed);
  const rules = entryRulesOf(measure);
  const reading = readTypedFigure(rules, next);
  if (isSameTyped(next, stored) || isSameReading(reading, readTypedFigure(rules, stored))) {
    return { row, outcome: "same", subject, stored, next: stored, problems: [] };
  }
  const problems = [...problemsOf(row, subject, reading, known.actor), ...namedTwice(subject, seen)];
  if (problems.length > 0) return refused(problems, { subject, stored, next });
  const isNew = readTypedFigure(rules, stored).value === null && reading.value !== null;
  return { row, outcome: isNew ? "new" : "changed", subject, stored, next, problems };
}

function findSubject(
  { keys, place }: FileRow,
  { contexts, terms, units, periods }: Known,
): { readonly context: ReportContext; readonly measure: StoredMeasure } | RowProblem {
  if ([keys.term, keys.unit, keys.period, keys.measure].includes("")) {
    return { column: place.columns.result === undefined ? "measure" : "result", code: "no_key" };
  }
  const term = terms.get(keys.term);
  if (term === undefined) return { column: "term", code: "unknown_term" };
  if (term === "closed") return { column: "result", code: "term_closed" };
  if (!units.has(keys.unit)) return { column: "unit", code: "unknown_unit" };
  const hasBegun = periods.get(periodKey(keys.term, keys.period));
  if (hasBegun === undefined) return { column: "period", code: "unknown_period" };
  if (!hasBegun) return { column: "result", code: "period_not_open" };
  const context = contexts.get(contextKey(keys.term, keys.unit, keys.period));
  if (!context) return { column: "result", code: "measure_not_applicable" };
  const measure = context.measures.find(({ code }) => code === keys.measure);
  return measure ? { context, measure } : { column: "measure", code: "unknown_measure" };
}

/**
 * The first cell that somebody changed in the row of another unit; null where none was. What is stored is compared only
 * where this person sees it: the answer would tell it.
 */
function changeOfOthers(
  { cells, before, flaws }: FileRow,
  { context, measure }: NonNullable<PlannedRow["subject"]>,
  { shown, words }: Known,
): CellField | null {
  const [flaw] = flaws;
  if (flaw) return flaw.column;
  const change = firstChange(readBefore(before), cells);
  const stored = shown(context, measure.id);
  const isShown = stored !== null && isSameTyped(typedFromCells(measure.kind, cells, words), stored);
  // A file that does not say what its cells held takes nothing away with a blank one.
  return isShown || (before === "" && areBlank(cells)) ? null : change;
}

/** The unit is that of the stored row where there is one. */
function isOwn(actor: Authorized<"figures.enter">, { submission, unit }: ReportContext): boolean {
  try {
    return Boolean(permit(actor, submission ?? { unitId: unit.id }));
  } catch (error) {
    if (error instanceof DomainError && error.code === "forbidden") return false;
    throw error;
  }
}

function isSameReading(a: FigureReading, b: FigureReading): boolean {
  if (a.problems.length > 0 || b.problems.length > 0 || a.value === null || b.value === null) return false;
  return isSameValue(a.value, b.value) && a.note === b.note;
}

function problemsOf(
  row: FileRow,
  { context, measure }: NonNullable<PlannedRow["subject"]>,
  { problems }: FigureReading,
  actor: Authorized<"figures.enter">,
): RowProblem[] {
  const closed = refusalOf(() => {
    requireEnterable(actor, context);
    decideTransition(context.submission, "save", { locked: context.locked, note: null });
  });
  if (closed !== null) return [{ column: firstChange(readBefore(row.before), row.cells) ?? "result", code: closed }];
  const hasTotal = measure.kind === "rate" && measure.fixedBase === null;
  const unused = !hasTotal && row.cells.total.trim() !== "" && row.cells.total.trim() !== "-";
  return [
    ...(unused ? [{ column: "total", code: "total_not_used" } as const] : []),
    ...problems.map((problem) => ({ column: columnOf(problem.field), code: problem.code, problem })),
  ];
}

function refusalOf(check: () => void): UploadProblemCode | null {
  try {
    check();
    return null;
  } catch (error) {
    const code = error instanceof DomainError ? rowProblemCodes.find((known) => known === error.code) : undefined;
    if (code === undefined) throw error;
    return code;
  }
}

function columnOf(field: FieldProblem["field"]): FileColumn {
  if (field === "d") return "total";
  return field === "note" || field === "evidence" ? field : "result";
}

/** One figure, one row: of two that want different things none is guessed. */
function namedTwice({ context, measure }: NonNullable<PlannedRow["subject"]>, seen: Seen): RowProblem[] {
  const measures = seen.get(context) ?? new Set();
  if (measures.has(measure.id)) return [{ column: "result", code: "named_twice" }];
  seen.set(context, measures.add(measure.id));
  return [];
}
