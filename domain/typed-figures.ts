// What a person typed for one measure, and how it is read: by the form while typing and by the server when it is sent.
import type { ErrorCode } from "./errors";
import { JUDGEMENTS, type FigureValue, type Level } from "./figures";
import type { MeasureKind } from "./measures";
import { NUMBER_PROBLEM_CODES, readNumber, typedNumber, type NumberKind, type NumberReading } from "./number-text";
import { asThousandths, type Thousandths } from "./thousandths";

/** Texts exactly as they stand in the form, "" where nothing was typed; what is hidden for now is kept too. */
export interface TypedFigure {
  readonly n: string;
  readonly d: string;
  readonly level: string;
  readonly judged: string;
  readonly evidence: string;
  readonly note: string;
  readonly notApplicable: boolean;
}

export type FigureField = Exclude<keyof TypedFigure, "notApplicable">;

/** All that can be wrong with a figure as it was typed; each has a sentence under `entry.problem`. */
export const figureProblemCodes = [
  "bad_number",
  "ambiguous_number",
  "too_many_decimals",
  "too_many_digits",
  "negative",
  "numerator_over_denominator",
  "zero_denominator",
  "denominator_missing",
  "percent_over_100",
  "required",
  "reason_required",
  "note_below_plan",
  "note_above_plan",
  "note_missing",
  "too_long",
  "bad_text",
  "bad_choice",
] as const satisfies readonly ErrorCode[];

export type FigureProblemCode = (typeof figureProblemCodes)[number];

/** What is wrong in one field. */
export interface FieldProblem {
  readonly field: FigureField;
  readonly code: FigureProblemCode;
  /** Of a text that is too long: its characters and how many there may be. */
  readonly length?: number;
  readonly maximum?: number;
}

/** What the texts say. `value` is null when nothing was entered or a problem stands in its fields. */
export interface FigureReading {
  readonly value: FigureValue | null;
  readonly note: string | null;
  readonly problems: readonly FieldProblem[];
}

/** What decides how a measure's texts are read. */
export interface EntryRules {
  readonly kind: MeasureKind;
  readonly mayExceedBase: boolean;
  /** The denominator is fixed (CALCULATION.md §2): only n is typed. */
  readonly hasFixedBase: boolean;
}

export const EMPTY_FIGURE: TypedFigure = {
  n: "",
  d: "",
  level: "",
  judged: "",
  evidence: "",
  note: "",
  notApplicable: false,
};

/** Notes and evidence: what a report's page can hold of one figure. */
export const MAX_NOTE = 2_000;

const LEVELS: readonly Level[] = [1, 2, 3, 4];
/** What no keyboard types and no database keeps: control characters, line breaks and tabs apart, and half characters. */
const UNWRITABLE = /(?![\n\t])\p{Cc}|\p{Cs}/u;
const HUNDRED_PERCENT = asThousandths(100_000);

interface Read<T> {
  readonly value: T | null;
  readonly problems: readonly FieldProblem[];
}

const NOTHING = { value: null, problems: [] } as const;

function refuse(field: FigureField, code: FigureProblemCode): Read<never> {
  return { value: null, problems: [{ field, code }] };
}

/**
 * Reads one measure's texts (CALCULATION.md §1, §2): at most 9 whole digits and 3 decimals, n and d of a rate not
 * negative, d above 0, n at most d and a percent at most 100 unless the measure may exceed its base. A text with two
 * readings is refused with `ambiguous_number`, never guessed. Blank texts read as no value and no problem.
 */
export function readTypedFigure(rules: EntryRules, typed: TypedFigure): FigureReading {
  const note = readText("note", typed.note);
  const value = typed.notApplicable ? readNotApplicable(typed) : readValue(rules, typed);
  return { value: value.value, note: note.value, problems: [...value.problems, ...note.problems] };
}

function readNotApplicable(typed: TypedFigure): Read<FigureValue> {
  if (typed.note.trim() === "") return refuse("note", "reason_required");
  return { value: { type: "not_applicable" }, problems: [] };
}

function readValue(rules: EntryRules, typed: TypedFigure): Read<FigureValue> {
  switch (rules.kind) {
    case "count":
      return asNumber(readNumberField(rules, typed, "n"));
    case "percent":
      return asNumber(readPercent(rules, typed));
    case "rate":
      return rules.hasFixedBase ? asNumber(readNumberField(rules, typed, "n")) : readRate(rules, typed);
    case "level":
      return readLevel(typed);
    case "judged":
      return readJudged(typed);
  }
}

function asNumber({ value: n, problems }: Read<Thousandths>): Read<FigureValue> {
  return { value: n === null ? null : { type: "number", n, d: null }, problems };
}

function readRate(rules: EntryRules, typed: TypedFigure): Read<FigureValue> {
  const n = readNumberField(rules, typed, "n");
  const d = readNumberField(rules, typed, "d");
  const problems = [...n.problems, ...d.problems];
  if (problems.length > 0) return { value: null, problems };
  if (n.value === null && d.value === null) return NOTHING;
  if (d.value === null) return refuse("d", "denominator_missing");
  if (d.value === 0) return refuse("d", "zero_denominator");
  if (n.value === null) return refuse("n", "required");
  if (n.value > d.value && !rules.mayExceedBase) return refuse("n", "numerator_over_denominator");
  return { value: { type: "number", n: n.value, d: d.value }, problems: [] };
}

function readPercent(rules: EntryRules, typed: TypedFigure): Read<Thousandths> {
  const n = readNumberField(rules, typed, "n");
  const isOver = n.value !== null && n.value > HUNDRED_PERCENT && !rules.mayExceedBase;
  return isOver ? refuse("n", "percent_over_100") : n;
}

function readLevel(typed: TypedFigure): Read<FigureValue> {
  if (typed.level.trim() === "") return NOTHING;
  const level = LEVELS.find((candidate) => candidate.toString() === typed.level);
  return level === undefined ? refuse("level", "bad_choice") : { value: { type: "level", level }, problems: [] };
}

function readJudged(typed: TypedFigure): Read<FigureValue> {
  const evidence = readText("evidence", typed.evidence);
  const isUnjudged = typed.judged.trim() === "";
  if (isUnjudged)
    return evidence.value === null ? { value: null, problems: evidence.problems } : refuse("judged", "required");
  const judged = JUDGEMENTS.find((candidate) => candidate === typed.judged);
  if (judged === undefined) return refuse("judged", "bad_choice");
  if (evidence.problems.length > 0) return { value: null, problems: evidence.problems };
  return { value: { type: "judged", judged, evidence: evidence.value }, problems: [] };
}

/** Free text in NFC, its ends trimmed, otherwise as typed; null when blank. Refused where it cannot be kept, never cut. */
function readText(field: "note" | "evidence", typed: string): Read<string> {
  const text = typed.normalize("NFC").replace(/\r\n?/g, "\n").trim();
  const length = countCharacters(text);
  if (length > MAX_NOTE) return { value: null, problems: [{ field, code: "too_long", length, maximum: MAX_NOTE }] };
  if (UNWRITABLE.test(text)) return refuse(field, "bad_text");
  return { value: text === "" ? null : text, problems: [] };
}

/** Characters as people count them: a letter with its marks, or a pictograph, is one. */
export function countCharacters(text: string): number {
  return [...new Intl.Segmenter("vi", { granularity: "grapheme" }).segment(text)].length;
}

const NUMBER_KINDS: Readonly<Record<MeasureKind, NumberKind>> = {
  count: "count",
  rate: "rate",
  percent: "percent",
  level: "count",
  judged: "count",
};

/** Reads a field of a measure on its own; a count may be negative, a correction of what was counted before. */
export function readEntryNumber(rules: EntryRules, text: string): NumberReading {
  return readNumber(text, { kind: NUMBER_KINDS[rules.kind], mayBeNegative: rules.kind === "count" });
}

function readNumberField(rules: EntryRules, typed: TypedFigure, field: "n" | "d"): Read<Thousandths> {
  const read = readEntryNumber(rules, typed[field]);
  if (read.ok) return { value: read.value, problems: [] };
  return read.code === "empty" ? NOTHING : refuse(field, NUMBER_PROBLEM_CODES[read.code]);
}

/** The texts with which a stored figure is filled into a form again. */
export function typedFigureOf(value: FigureValue | null, note: string | null): TypedFigure {
  const base = { ...EMPTY_FIGURE, note: note ?? "" };
  if (value === null) return base;
  switch (value.type) {
    case "number":
      return { ...base, n: asTyped(value.n), d: asTyped(value.d) };
    case "level":
      return { ...base, level: value.level.toString() };
    case "judged":
      return { ...base, judged: value.judged, evidence: value.evidence ?? "" };
    case "not_applicable":
      return { ...base, notApplicable: true };
  }
}

function asTyped(value: Thousandths | null): string {
  return value === null ? "" : typedNumber(value);
}
