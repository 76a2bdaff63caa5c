// What stands in the cells of the entry grid while it is filled in: texts, what they mean, and the way back and forth.
import { isSameTyped, typedFromCells, type CellField, type CellTexts, type KnownWords } from "./cell-texts";
import type { CellWrite } from "./grid-blocks";
import {
  readTypedFigure,
  type EntryRules,
  type FieldProblem,
  type FigureReading,
  type TypedFigure,
} from "./typed-figures";

/** A column of the grid: the result of a measure, or what a rate is taken of. */
export interface SheetColumn {
  readonly measureId: string;
  readonly field: "result" | "total";
  readonly rules: EntryRules;
}

/** The texts of one report by measure; a measure that is not asked for there is not named. */
export type SheetRow = Readonly<Record<string, CellTexts>>;

/** One text that was changed: where, from what, to what. */
interface TextChange {
  readonly row: number;
  readonly measureId: string;
  readonly field: CellField;
  readonly before: string;
  readonly after: string;
}

/** The grid's texts, and the deeds that can be taken back or done again, the newest last. */
export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly done: readonly (readonly TextChange[])[];
  readonly undone: readonly (readonly TextChange[])[];
}

/** A text to be written for a measure of a row. */
export interface TextWrite {
  readonly row: number;
  readonly measureId: string;
  readonly field: CellField;
  readonly text: string;
}

/** So many deeds can be taken back. */
const MAX_DEEDS = 200;

/** A sheet as it is opened. */
export function openSheet(rows: readonly SheetRow[]): Sheet {
  return { rows, done: [], undone: [] };
}

/** What cells of the grid write, as texts of their measures. */
export function writesOf(cells: readonly CellWrite[], columns: readonly SheetColumn[]): TextWrite[] {
  return cells.flatMap(({ row, column, text }) => {
    const place = columns[column];
    return place ? [{ row, measureId: place.measureId, field: place.field, text }] : [];
  });
}

/** The sheet after writes, as one deed that can be taken back; what changes nothing is no deed. */
export function changeSheet(sheet: Sheet, writes: readonly TextWrite[]): Sheet {
  const changes = writes.flatMap(({ text, ...where }): TextChange[] => {
    const before = sheet.rows[where.row]?.[where.measureId]?.[where.field];
    return before === undefined || before === text ? [] : [{ ...where, before, after: text }];
  });
  if (changes.length === 0) return sheet;
  const done = [...sheet.done, changes].slice(-MAX_DEEDS);
  return { rows: write(sheet.rows, changes, "after"), done, undone: [] };
}

/** The sheet before its last deed. */
export function undoDeed(sheet: Sheet): Sheet {
  const deed = sheet.done.at(-1);
  if (!deed) return sheet;
  const undone = [...sheet.undone, deed];
  return { rows: write(sheet.rows, deed, "before"), done: sheet.done.slice(0, -1), undone };
}

/** The sheet with the deed that was taken back last done again. */
export function redoDeed(sheet: Sheet): Sheet {
  const deed = sheet.undone.at(-1);
  if (!deed) return sheet;
  return { rows: write(sheet.rows, deed, "after"), done: [...sheet.done, deed], undone: sheet.undone.slice(0, -1) };
}

function write(rows: readonly SheetRow[], deed: readonly TextChange[], side: "before" | "after"): readonly SheetRow[] {
  const written = [...rows];
  for (const change of deed) {
    const row = written[change.row];
    const cells = row?.[change.measureId];
    if (cells) written[change.row] = { ...row, [change.measureId]: { ...cells, [change.field]: change[side] } };
  }
  return written;
}

/** A measure's texts in a report, what they mean as a form's, and what is wrong with them. */
export interface SheetFigure {
  readonly typed: TypedFigure;
  readonly reading: FigureReading;
}

/** Reads the cells of one measure in one report, as its form would. */
export function readSheetFigure(rules: EntryRules, cells: CellTexts, words: KnownWords): SheetFigure {
  const typed = typedFromCells(rules.kind, cells, words);
  return { typed, reading: readTypedFigure(rules, typed) };
}

/** In which cell a problem is shown: that of the total for a rate's base, otherwise that of the result. */
export function fieldOfProblem({ field }: FieldProblem): SheetColumn["field"] {
  return field === "d" ? "total" : "result";
}

/** The measures of a report whose texts say something else than what is stored, with what they say. */
export function changedFigures(
  rulesOf: ReadonlyMap<string, EntryRules>,
  { stored, now }: { readonly stored: SheetRow; readonly now: SheetRow },
  words: KnownWords,
): Record<string, TypedFigure> {
  const changed: Record<string, TypedFigure> = {};
  for (const [measureId, rules] of rulesOf) {
    const [before, after] = [stored[measureId], now[measureId]];
    if (!before || !after || before === after) continue;
    const typed = typedFromCells(rules.kind, after, words);
    if (!isSameTyped(typed, typedFromCells(rules.kind, before, words))) changed[measureId] = typed;
  }
  return changed;
}

/**
 * A row after its report was saved, here or by somebody else: what was changed here stays as it is typed now, everything
 * else becomes what is stored.
 */
export function rebaseRow(now: SheetRow, stored: SheetRow, changed: readonly string[]): SheetRow {
  const kept = changed.flatMap((measureId) => {
    const cells = now[measureId];
    return cells ? [[measureId, cells] as const] : [];
  });
  return { ...stored, ...Object.fromEntries(kept) };
}
