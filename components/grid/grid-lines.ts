// The rows of the grid as they stand on the screen: what was typed, what it means, and how it differs from what is stored.
import { isSameTyped, typedFromCells, type KnownWords } from "@/domain/cell-texts";
import { noteReasonOf, prepareChecks, type NoteReason } from "@/domain/entry-checks";
import {
  changedFigures,
  fieldOfProblem,
  readSheetFigure,
  type SheetColumn,
  type SheetFigure,
  type SheetRow,
} from "@/domain/grid-sheets";
import type { SameCells } from "@/domain/kept-rows";
import type { EntryRules, FieldProblem, TypedFigure } from "@/domain/typed-figures";
import type { GridMeasure, GridReport, GridView } from "@/server/loaders/entry-grid-views";

/** A report with what is stored of it, as far as this page knows. */
export interface HeldReport extends GridReport {
  /** Who saved it while it was typed over here; null where nobody did. */
  readonly overtakenBy: { readonly name: string | null; readonly at: string | null } | null;
}

/** A figure of a row: how it is read, and why it needs a note before it can be submitted. */
export interface LineFigure extends SheetFigure {
  readonly noteReason: NoteReason | null;
}

export interface GridLine {
  readonly index: number;
  readonly report: HeldReport;
  readonly cells: SheetRow;
  readonly figures: ReadonlyMap<string, LineFigure>;
  /** What says something else than what is stored, by measure; of a report that can be entered it would be saved. */
  readonly changed: Readonly<Record<string, TypedFigure>>;
}

/** How a measure's texts are read. */
export function rulesOf({ measure }: GridMeasure): EntryRules {
  return { kind: measure.kind, mayExceedBase: measure.mayExceedBase, hasFixedBase: measure.fixedBase !== null };
}

function rulesById(measures: readonly GridMeasure[]): ReadonlyMap<string, EntryRules> {
  return new Map(measures.map((row) => [row.measure.id, rulesOf(row)]));
}

/** Whether cells of a measure say the same, whatever the language. */
export function sameCells({ measures, words }: Pick<GridView, "measures" | "words">): SameCells {
  const kinds = new Map(measures.map(({ measure }) => [measure.id, measure.kind]));
  return (measureId, a, b) => {
    const kind = kinds.get(measureId) ?? "count";
    return a === b || isSameTyped(typedFromCells(kind, a, words.known), typedFromCells(kind, b, words.known));
  };
}

/** The columns of a measure: its result, and for a rate what it is taken of. */
export function columnsOf(measures: readonly GridMeasure[]): readonly SheetColumn[] {
  return measures.flatMap((row): SheetColumn[] => {
    const rules = rulesOf(row);
    const result = { measureId: row.measure.id, field: "result", rules } as const;
    const hasTotal = rules.kind === "rate" && !rules.hasFixedBase;
    return hasTotal ? [result, { ...result, field: "total" }] : [result];
  });
}

/** A reader of rows that reads a row again only when something in it changed. */
export function lineReader({ measures, words }: Pick<GridView, "measures" | "words">) {
  const known = new WeakMap<SheetRow, GridLine>();
  const rules = rulesById(measures);
  return (rows: readonly SheetRow[], reports: readonly HeldReport[]): readonly GridLine[] =>
    rows.flatMap((cells, index): GridLine[] => {
      const report = reports[index];
      if (!report) return [];
      const before = known.get(cells);
      if (before?.report === report) return [before];
      const line: GridLine = {
        ...{ index, report, cells },
        figures: readFigures(measures, report, cells, words.known),
        changed: changedFigures(rules, { stored: report.cells, now: cells }, words.known),
      };
      known.set(cells, line);
      return [line];
    });
}

function readFigures(
  measures: readonly GridMeasure[],
  report: HeldReport,
  cells: SheetRow,
  words: KnownWords,
): ReadonlyMap<string, LineFigure> {
  return new Map(
    measures.flatMap((row): [string, LineFigure][] => {
      const texts = cells[row.measure.id];
      if (!texts) return [];
      const figure = readSheetFigure(rulesOf(row), texts, words);
      const accepted = report.accepted[row.measure.id] ?? null;
      const checks = prepareChecks({ ...report.facts, measure: row.measure, accepted });
      return [[row.measure.id, { ...figure, noteReason: noteReasonOf(checks, figure.reading) }]];
    }),
  );
}

/** Whether a report holds what can still be saved. */
export function isUnsavedLine({ report, changed }: GridLine): boolean {
  return report.closure === null && Object.keys(changed).length > 0;
}

/** What is wrong in one cell. */
export function problemsOf(line: GridLine, column: SheetColumn): readonly FieldProblem[] {
  if (line.report.closure !== null) return [];
  const problems = line.figures.get(column.measureId)?.reading.problems ?? [];
  return problems.filter((problem) => fieldOfProblem(problem) === column.field);
}

/** Whether a cell may be written here. */
export function isOpenCell(line: GridLine | undefined, column: SheetColumn | undefined): boolean {
  return Boolean(line && column && line.report.closure === null && line.cells[column.measureId]);
}

/** The text of a cell; "" where nothing is asked for. */
export function textOfCell(line: GridLine | undefined, column: SheetColumn | undefined): string {
  return (column && line?.cells[column.measureId]?.[column.field]) ?? "";
}
