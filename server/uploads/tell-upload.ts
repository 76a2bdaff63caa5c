// A plan in the words of the person who sent the file.
import { cellsOfTyped, type CellWords } from "@/domain/cell-texts";
import { cellAddress, KEY_COLUMNS, type FileRow } from "@/domain/figure-files";
import { readEntryNumber, type TypedFigure } from "@/domain/typed-figures";
import { typedNumber } from "@/domain/number-text";
import { unitVersionAt } from "@/domain/units";
import type { Wording } from "../loaders/figure-texts";
import { periodText } from "../loaders/period-texts";
import { entryRulesOf } from "../workflows/drafts";
import { cellWords } from "./file-words";
import type { PlannedRow, RowProblem } from "./plan-upload";
import type { ToldReason, ToldRow } from "../loaders/upload-views";

/** A row as it is shown; one that stays the same is not. */
export function tellRow(planned: PlannedRow, wording: Wording): ToldRow | null {
  const { row, outcome, subject, stored, next } = planned;
  if (outcome === "same") return null;
  const words = cellWords(wording.locale);
  const shown = (typed: TypedFigure | null) => typed && subject && figureCellsText(subject.measure.kind, typed, words);
  const empty = wording.t("entryFiles.empty");
  return {
    ...{ address: cellAddress(row.place, planned.problems[0]?.column ?? "result"), outcome },
    unit: subject ? unitVersionAt(subject.context.unit, subject.context.period.endsOn).name : row.keys.unit,
    period: subject ? periodText(subject.context.period, wording) : row.keys.period,
    measure: subject ? subject.measure.name : row.keys.measure,
    before: shown(stored) || (stored ? empty : ""),
    after: shown(next) || cellsText(row.cells) || empty,
    reasons: planned.problems.map((problem) => tellProblem(problem, planned, wording)),
  };
}

function figureCellsText(kind: Parameters<typeof cellsOfTyped>[0], typed: TypedFigure, words: CellWords): string {
  return cellsText(cellsOfTyped(kind, typed, words));
}

/** `28/29; ghi chú`: what stands in the cells, in one line. */
function cellsText({ result, total, evidence, note }: FileRow["cells"]): string {
  const value = total.trim() === "" ? result.trim() : `${result.trim() || "–"}/${total.trim()}`;
  return [value, evidence.trim(), note.trim()].filter((text) => text !== "").join("; ");
}

/** Why a cell is not taken, at its address. */
export function tellProblem(found: RowProblem, planned: PlannedRow, wording: Wording): ToldReason {
  const { row, next, subject } = planned;
  const { column, code, problem } = found;
  const isKey = (KEY_COLUMNS as readonly string[]).includes(column);
  const key = isKey ? row.keys[column as (typeof KEY_COLUMNS)[number]] : "";
  const cell = column in row.cells ? row.cells[column as keyof FileRow["cells"]].trim() : "";
  const values = {
    ...{ key, text: cell, n: next?.n ?? "", d: next?.d ?? "" },
    unit: subject ? unitVersionAt(subject.context.unit, subject.context.period.endsOn).name : row.keys.unit,
    length: problem?.length ?? 0,
    maximum: problem?.maximum ?? 0,
    readings: subject ? readingsOf(subject.measure, cell, wording) : "",
  };
  return { address: cellAddress(row.place, column), text: wording.t(`entryFiles.problem.${code}`, values) };
}

function readingsOf(measure: Parameters<typeof entryRulesOf>[0], text: string, { locale }: Wording): string {
  const reading = readEntryNumber(entryRulesOf(measure), text);
  const values = reading.ok ? [] : reading.readings;
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(values.map(typedNumber));
}
