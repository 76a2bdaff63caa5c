"use client"; // reads the fields while they are typed

import { useMemo, useState } from "react";
import { adviseOn } from "@/domain/entry-advice";
import { fieldName } from "@/domain/inputs/report-form";
import {
  EMPTY_FIGURE,
  readTypedFigure,
  type FieldProblem,
  type FigureField,
  type FigureReading,
  type TypedFigure,
} from "@/domain/typed-figures";
import type { EntryView, ReportMeasure } from "@/server/loaders/report-views";
import type { RowProblem } from "./error-summary";
import { entryRulesOf } from "./figure-fields";
import type { TypedFigures } from "./form-fields";

interface RowReading {
  readonly row: ReportMeasure;
  readonly initial: TypedFigure;
  readonly typed: TypedFigure;
  readonly reading: FigureReading;
}

export interface Readings {
  /** Everything that is wrong, in the order of the page. */
  readonly all: readonly RowProblem[];
  /** How many measures have a value or nothing to report. */
  readonly filled: number;
  readonly missing: readonly ReportMeasure[];
  /** Off their plan and without a note. */
  readonly unexplained: readonly ReportMeasure[];
  readonly of: (row: ReportMeasure) => Omit<RowReading, "row"> & { readonly problems: readonly FieldProblem[] };
  /** A field was left: what is wrong in it may be said now. */
  readonly touch: (element: EventTarget) => void;
  readonly touchAll: () => void;
}

/** How every measure's texts are read, and which problems it is time to speak of: those of fields already left. */
export function useReadings(view: EntryView, figures: TypedFigures, wasRefused: boolean): Readings {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isAllTouched, setAllTouched] = useState(wasRefused);
  const rows = useMemo(() => readRows(view, figures), [view, figures]);
  const byId = new Map(rows.map((row) => [row.row.measure.id, row]));

  return {
    all: rows.flatMap(({ row, typed, reading }) => reading.problems.map((problem) => ({ row, typed, problem }))),
    filled: rows.filter(({ reading }) => reading.value !== null && reading.problems.length === 0).length,
    missing: rows.filter(({ reading }) => reading.value === null).map(({ row }) => row),
    unexplained: rows.filter(isUnexplained).map(({ row }) => row),
    of: ({ measure }) => {
      const { initial, typed, reading } = byId.get(measure.id) ?? BLANK;
      const isDue = (field: FigureField) => isAllTouched || touched.has(fieldName(measure.id, field));
      return { initial, typed, reading, problems: reading.problems.filter((problem) => isSpoken(problem, isDue)) };
    },
    touch: (element) => {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        setTouched((before) => (before.has(element.name) ? before : new Set([...before, element.name])));
      }
    },
    touchAll: () => setAllTouched(true),
  };
}

const BLANK = {
  initial: EMPTY_FIGURE,
  typed: EMPTY_FIGURE,
  reading: { value: null, note: null, problems: [] },
} as const;

function readRows(view: EntryView, figures: TypedFigures): RowReading[] {
  return view.measures.map((row) => {
    const typed = figures[row.measure.id] ?? row.typed;
    return { row, initial: row.typed, typed, reading: readTypedFigure(entryRulesOf(row), typed) };
  });
}

/** What concerns n and d together is said once both were left: 28 of 2… is not wrong while 29 is being typed. */
function isSpoken({ field, code }: FieldProblem, isDue: (field: FigureField) => boolean): boolean {
  if (code === "numerator_over_denominator" || code === "required") return isDue("d") || isDue("evidence");
  return isDue(field);
}

function isUnexplained({ row, reading }: RowReading): boolean {
  return adviseOn(row.measure, reading.value, row.plan) !== null && reading.note === null;
}
