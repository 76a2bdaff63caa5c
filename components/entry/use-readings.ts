"use client"; // reads the fields while they are typed

import { useMemo, useState } from "react";
import { noteProblemsOf, prepareChecks, warnAbout, type EntryChecks, type EntryWarning } from "@/domain/entry-checks";
import { looksSwapped } from "@/domain/entry-past";
import { fieldName } from "@/domain/inputs/report-form";
import {
  EMPTY_FIGURE,
  readEntryNumber,
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
  /** What is worth a note, and whether n and d look exchanged though they cannot be read as a rate. */
  readonly warnings: readonly EntryWarning[];
  readonly isSwapped: boolean;
  /** Notes that have to be there before the report is submitted. */
  readonly missingNotes: readonly FieldProblem[];
}

/** What a row shows of its reading; of the problems those that it is time to speak of. */
export interface SpokenReading extends Omit<RowReading, "row"> {
  readonly problems: readonly FieldProblem[];
}

/** A measure with what is worth a look in it. */
export interface WarnedRow {
  readonly row: ReportMeasure;
  readonly warnings: readonly EntryWarning[];
  readonly hasNote: boolean;
}

export interface Readings {
  /** Everything that stands in the way of submitting, in the order of the page. */
  readonly all: readonly RowProblem[];
  /** How many measures have a value or nothing to report. */
  readonly filled: number;
  readonly missing: readonly ReportMeasure[];
  readonly warned: readonly WarnedRow[];
  readonly of: (row: ReportMeasure) => SpokenReading;
  /** A field was left: what is wrong in it may be said now. */
  readonly touch: (element: EventTarget) => void;
  readonly touchAll: () => void;
}

/** How every measure's texts are read, and which problems it is time to speak of: those of fields already left. */
export function useReadings(view: EntryView, figures: TypedFigures, wasRefused: boolean): Readings {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isAllTouched, setAllTouched] = useState(wasRefused);
  const checks = useMemo(() => checksOf(view), [view]);
  const rows = useMemo(() => readRows(view, checks, figures), [view, checks, figures]);
  const byId = new Map(rows.map((row) => [row.row.measure.id, row]));
  const isEmpty = rows.every(({ reading }) => reading.value === null && reading.problems.length === 0);

  return {
    all: rows.flatMap((read) => problemsOf(read, isEmpty).map((problem) => ({ ...read, problem }))),
    filled: rows.filter(({ reading }) => reading.value !== null && reading.problems.length === 0).length,
    missing: rows.filter(({ reading }) => reading.value === null).map(({ row }) => row),
    warned: rows
      .filter(({ warnings }) => warnings.length > 0)
      .map(({ row, warnings, reading }) => ({ row, warnings, hasNote: reading.note !== null })),
    of: ({ measure }) => {
      const read = byId.get(measure.id) ?? BLANK;
      const isDue = (field: FigureField) => isAllTouched || touched.has(fieldName(measure.id, field));
      const problems = problemsOf(read, isEmpty).filter((problem) => isSpoken(problem, isDue, isAllTouched));
      return { ...read, problems };
    },
    touch: (element) => {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        setTouched((before) => (before.has(element.name) ? before : new Set([...before, element.name])));
      }
    },
    touchAll: () => setAllTouched(true),
  };
}

const BLANK: Omit<RowReading, "row"> = {
  initial: EMPTY_FIGURE,
  typed: EMPTY_FIGURE,
  reading: { value: null, note: null, problems: [] },
  ...{ warnings: [], isSwapped: false, missingNotes: [] },
};

function checksOf(view: EntryView): ReadonlyMap<string, EntryChecks> {
  return new Map(view.measures.map(({ measure, facts }) => [measure.id, prepareChecks({ measure, ...facts })]));
}

function readRows(view: EntryView, checks: ReadonlyMap<string, EntryChecks>, figures: TypedFigures): RowReading[] {
  return view.measures.flatMap((row) => {
    const check = checks.get(row.measure.id);
    if (check === undefined) return [];
    const typed = figures[row.measure.id] ?? row.typed;
    const reading = readTypedFigure(entryRulesOf(row), typed);
    return [
      {
        ...{ row, initial: row.typed, typed, reading },
        warnings: warnAbout(check, reading.value),
        isSwapped: isTypedSwapped(row, check, typed),
        missingNotes: noteProblemsOf(check, reading),
      },
    ];
  });
}

/** n above d is refused before it becomes a value, so that its texts are looked at. */
function isTypedSwapped(row: ReportMeasure, { measure, past }: EntryChecks, typed: TypedFigure): boolean {
  const [n, d] = [typed.n, typed.d].map((text) => readEntryNumber(entryRulesOf(row), text));
  return Boolean(n?.ok && d?.ok && looksSwapped(measure, past, n.value, d.value));
}

/** An empty report is one thing to say, not a missing note in every row. */
function problemsOf(
  { reading, missingNotes }: Pick<RowReading, "reading" | "missingNotes">,
  isEmpty: boolean,
): readonly FieldProblem[] {
  return isEmpty ? reading.problems : [...reading.problems, ...missingNotes];
}

/**
 * What concerns n and d together is said once both were left: 28 of 2… is not wrong while 29 is being typed. A note
 * that is missing is said when somebody wants to submit; until then the row asks for it.
 */
function isSpoken({ field, code }: FieldProblem, isDue: (field: FigureField) => boolean, isAsked: boolean): boolean {
  if (code === "note_missing" || code === "note_below_plan" || code === "note_above_plan") return isAsked;
  if (code === "numerator_over_denominator" || code === "required") return isDue("d") || isDue("evidence");
  return isDue(field);
}
