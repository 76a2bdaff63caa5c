"use client"; // speaks while cells are filled in

import { useLocale, useTranslations } from "next-intl";
import { useProblemText } from "@/components/entry/problem-text";
import { typedNumber } from "@/domain/number-text";
import { readEntryNumber, type FieldProblem } from "@/domain/typed-figures";
import type { GridMeasure } from "@/server/loaders/entry-grid-views";
import { rulesOf, type GridLine } from "./grid-lines";

/** Of these the form says where to choose or what to press; in a cell the answer is another text. */
const OWN_WORDS = [
  "bad_number",
  "ambiguous_number",
  "zero_denominator",
  "reason_required",
  "bad_choice",
  "note_missing",
] as const;

/** Says what is wrong with a figure of the grid and what to write instead. */
export function useGridProblemText(): (problem: FieldProblem, measure: GridMeasure, line: GridLine) => string {
  const t = useTranslations("entryGrid.problem");
  const locale = useLocale();
  const formText = useProblemText();
  return (problem, row, line) => {
    const typed = line.figures.get(row.measure.id)?.typed;
    if (!typed) return "";
    const own = OWN_WORDS.find((code) => code === problem.code);
    const plan = line.report.plans[row.measure.id] ?? null;
    if (own === undefined) return formText(problem, { ...row, planText: plan }, typed);
    const text = typed[problem.field].trim();
    const reading = readEntryNumber(rulesOf(row), text);
    const readings = reading.ok ? [] : reading.readings.map(typedNumber);
    return t(own, { text, readings: new Intl.ListFormat(locale, { type: "disjunction" }).format(readings) });
  };
}

/** Why a figure needs a note, in the form's words. */
export function noteProblem(code: NonNullable<ReturnType<GridLine["figures"]["get"]>>["noteReason"]): FieldProblem[] {
  return code === null ? [] : [{ field: "note", code }];
}
