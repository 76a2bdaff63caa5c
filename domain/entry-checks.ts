// What makes a figure worth asking about while it is typed, before anybody else has to ask (docs/decisions/0100).
import { differencesFromPast, looksSwapped, readEntryPast, type EntryPast, type PastRemark } from "./entry-past";
import { HUNDRED, toExact, type Exact } from "./exact";
import { isSameValue, type FigureValue } from "./figures";
import { isCeiling, type Measure } from "./measures";
import { unitValue } from "./over-units";
import { ownPlan } from "./period-plans";
import { isPair, lowerBound, type ExactPlan } from "./plans";
import type { ReportingYear, TermSettings } from "./terms";
import type { FieldProblem, FigureReading } from "./typed-figures";
import { decideOutcome } from "./verdict";

/** What was accepted of a measure and is being corrected; without a value it was missing. */
export interface AcceptedFigure {
  readonly value: FigureValue | null;
  readonly note: string | null;
}

/** What a figure is checked against. */
export interface CheckFacts {
  readonly measure: Measure;
  /** The reporting year of the period; null for the period `term`. */
  readonly year: ReportingYear | null;
  readonly settings: Pick<TermSettings, "atRiskCountPct" | "atRiskPoints">;
  /** What the unit reported for the periods before, oldest first. */
  readonly history: readonly FigureValue[];
  /** What a correction would replace; null where nothing is corrected. */
  readonly accepted: AcceptedFigure | null;
}

/** The facts with what is computed from them once, not at every letter. */
export interface EntryChecks {
  readonly measure: Measure;
  readonly settings: CheckFacts["settings"];
  readonly past: EntryPast;
  readonly accepted: AcceptedFigure | null;
  /** What the figure must reach by itself; null where that cannot be told. */
  readonly plan: ExactPlan | null;
}

/** A question that a note can answer; it never stands in the way of a figure. */
export interface EntryWarning {
  readonly code: "below_plan" | "above_plan" | "swapped" | PastRemark["code"];
  /** What the figure is compared with: decimal texts in the measure's unit. */
  readonly texts: readonly string[];
  /** It cannot be submitted without a note. */
  readonly noteRequired: boolean;
}

/** Why a figure needs a note: it misses its plan by more than the term's threshold, or it is missing. */
export type NoteReason = "note_below_plan" | "note_above_plan" | "note_missing";

/** Reads the past and the plan of one unit's measure once, for any number of values. */
export function prepareChecks({ measure, year, settings, history, accepted }: CheckFacts): EntryChecks {
  return { measure, settings, accepted, past: readEntryPast(measure, history), plan: ownPlan(measure, year) };
}

/**
 * What is worth asking about a value: a plan that it misses (CALCULATION.md §5), a usual range that it leaves, a base
 * that jumped, n and d that changed places. Never a verdict, and nothing for a value like those before. Empty for none.
 */
export function warnAbout(checks: EntryChecks, value: FigureValue | null): readonly EntryWarning[] {
  const own = value === null ? null : unitValue(checks.measure, value);
  if (value === null || own === null) return [];
  const remarks = isSwapped(checks, value)
    ? [{ code: "swapped" as const, texts: [] }]
    : differencesFromPast(checks.measure, checks.past, { value, own });
  const misses = missOfPlan(checks, own).map((miss) => ({
    ...miss,
    noteRequired: miss.noteRequired && !wasAcceptedWithoutNote(checks, value),
  }));
  return [...misses, ...remarks.map((remark) => ({ ...remark, noteRequired: false }))];
}

function isSwapped({ measure, past }: EntryChecks, value: FigureValue): boolean {
  if (value.type !== "number" || value.n === null || value.d === null) return false;
  return looksSwapped(measure, past, value.n, value.d);
}

/**
 * Why a note is required, null where it is not or stands there already. `not applicable` needs its reason by the
 * reading itself. A blank is missing, never 0: it may stay so when somebody says why. A correction is not asked about what
 * it leaves as it was accepted without a note; where a note was accepted, it may not be taken away.
 */
export function noteReasonOf(checks: EntryChecks, { value, note, problems }: FigureReading): NoteReason | null {
  if (note !== null || problems.length > 0) return null;
  if (value === null) return wasAcceptedWithoutNote(checks, value) ? null : "note_missing";
  const required = warnAbout(checks, value).find(({ noteRequired }) => noteRequired);
  if (required === undefined) return null;
  return required.code === "above_plan" ? "note_above_plan" : "note_below_plan";
}

/** Whether this stood in the accepted report without a note: what was let through then is not asked about again. */
function wasAcceptedWithoutNote({ accepted }: EntryChecks, value: FigureValue | null): boolean {
  if (accepted === null || accepted.note !== null) return false;
  if (value === null || accepted.value === null) return value === accepted.value;
  return isSameValue(accepted.value, value);
}

/** A note that is missing, as a problem of its field: the form and the server answer it like every other. */
export function noteProblemsOf(checks: EntryChecks, reading: FigureReading): readonly FieldProblem[] {
  const code = noteReasonOf(checks, reading);
  return code === null ? [] : [{ field: "note", code }];
}

function missOfPlan({ measure, plan, settings }: EntryChecks, own: Exact): readonly EntryWarning[] {
  if (plan === null) return [];
  // The level of a share stands in its plan, and a unit's own rating is asked to reach it.
  const rule = measure.overUnits === "share" ? "at_least" : measure.rule;
  if (decideOutcome(own, rule, plan) !== "not_met") return [];
  const upper = isPair(plan) ? plan[1] : plan;
  const isAbove = isCeiling(rule) || own.gt(upper);
  const missedBy = isAbove ? own.sub(upper) : lowerBound(plan).sub(own);
  const noteRequired = isBeyondTerm(measure, settings, { own, plan: lowerBound(plan), missedBy });
  return [{ code: isAbove ? "above_plan" : "below_plan", texts: [], noteRequired }];
}

/** Whether a miss is more than the term calls at risk; levels have no such band (CALCULATION.md §5). */
function isBeyondTerm(
  { kind, rule }: Measure,
  { atRiskCountPct, atRiskPoints }: EntryChecks["settings"],
  { own, plan, missedBy }: { readonly own: Exact; readonly plan: Exact; readonly missedBy: Exact },
): boolean {
  if (kind === "level") return true;
  if (kind === "count") return isCeiling(rule) || own.mul(HUNDRED).lt(plan.mul(toExact(String(atRiskCountPct))));
  return missedBy.gt(toExact(String(atRiskPoints)));
}
