"use client"; // fills in fields that somebody types in

import { useState } from "react";
import { EMPTY_FIGURE, type TypedFigure } from "@/domain/typed-figures";
import type { EntryView, ReportMeasure } from "@/server/loaders/report-views";
import type { TypedFigures } from "./form-fields";
import type { ReportForm } from "./use-report-form";

export interface Repetition {
  /** What was filled in last: nothing yet, the measures of it, or that it was taken back. */
  readonly state: { readonly rows: readonly ReportMeasure[]; readonly isUndone: boolean } | null;
  /** Fills in one measure as it was reported for the period before. */
  readonly repeat: (row: ReportMeasure) => void;
  /** Fills in every measure that is still blank and was reported for the period before. */
  readonly repeatAll: () => void;
  /** Puts back what stood in the fields before the last filling. */
  readonly undo: () => void;
  /** Somebody types on: what cannot be taken back any more need not be told any longer. */
  readonly settle: () => void;
}

/** "Same as last period": fills in, says what, and can be taken back. A note that was typed stays. */
export function useRepeat(view: EntryView, report: ReportForm): Repetition {
  const [state, setState] = useState<Repetition["state"]>(null);
  const [before, setBefore] = useState<TypedFigures>({});
  const typedOf = ({ measure }: ReportMeasure) => report.figures[measure.id] ?? EMPTY_FIGURE;

  const fill = (rows: readonly ReportMeasure[]) => {
    const filled = rows.flatMap((row) => (row.previousTyped ? [{ row, texts: row.previousTyped }] : []));
    setBefore(Object.fromEntries(filled.map(({ row }) => [row.measure.id, typedOf(row)])));
    setState({ rows: filled.map(({ row }) => row), isUndone: false });
    report.fill({
      ...report.figures,
      ...Object.fromEntries(filled.map(({ row, texts }) => [row.measure.id, withNote(texts, typedOf(row))])),
    });
  };

  return {
    state,
    repeat: (row) => fill([row]),
    repeatAll: () => fill(view.measures.filter((row) => isBlank(typedOf(row)))),
    undo: () => {
      report.fill({ ...report.figures, ...before });
      setState({ rows: [], isUndone: true });
    },
    settle: () => setState((told) => (told?.rows.length === 0 ? null : told)),
  };
}

function withNote(texts: TypedFigure, { note }: TypedFigure): TypedFigure {
  return note.trim() === "" ? texts : { ...texts, note };
}

/** Whether nothing was entered; a note alone is no figure. */
function isBlank({ note: _, ...texts }: TypedFigure): boolean {
  return Object.values(texts).every((text) => text === "" || text === false);
}
