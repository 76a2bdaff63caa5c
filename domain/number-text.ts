// The one reader of numbers as people type them: `97,61`, `97,61%`, `97.61`, `1.250`, `1.234,5`. It never guesses.
import type { ErrorCode } from "./errors";
import { asThousandths, thousandthsText, type Thousandths } from "./thousandths";

/**
 * What the number is: a count, of which `1.250` is 1250; n or d of a rate, or a percent, of which `1.250` may be
 * 1250 or 1.25, so that the writer is asked. Only a percent may carry the sign %.
 */
export type NumberKind = "count" | "rate" | "percent";

export interface NumberRules {
  readonly kind: NumberKind;
  readonly mayBeNegative: boolean;
  /** At most this many decimals, 0 to 3; 3 unless said. */
  readonly decimals?: number;
}

export type NumberProblem =
  "empty" | "not_a_number" | "ambiguous" | "too_many_decimals" | "whole_needed" | "too_large" | "negative";

/** The same as an error at its field. */
export const NUMBER_PROBLEM_CODES = {
  empty: "required",
  not_a_number: "bad_number",
  whole_needed: "bad_number",
  ambiguous: "ambiguous_number",
  too_many_decimals: "too_many_decimals",
  too_large: "too_many_digits",
  negative: "negative",
} as const satisfies Readonly<Record<NumberProblem, ErrorCode>>;

export type NumberReading =
  | { readonly ok: true; readonly value: Thousandths }
  | {
      readonly ok: false;
      readonly code: NumberProblem;
      /** The values that an ambiguous text may mean, the lesser first; empty otherwise. */
      readonly readings: readonly Thousandths[];
    };

/** Digits before and after the decimal mark, without marks between groups. */
interface Digits {
  readonly whole: string;
  readonly fraction: string;
}

const MAX_DECIMALS = 3;
const MAX_WHOLE_DIGITS = 9;

const PLAIN = /^([0-9]+)(?:[.,]([0-9]+))?$/;
const VIETNAMESE_GROUPS = /^([1-9][0-9]{0,2}(?:[. ][0-9]{3})+)(?:,([0-9]+))?$/;
const ENGLISH_GROUPS = /^([1-9][0-9]{0,2}(?:,[0-9]{3})+)\.([0-9]+)$/;
const ENGLISH_MILLIONS = /^[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}$/;
/** One point with three digits behind it: a group of thousands or three decimals. */
const TWO_READINGS = /^[1-9][0-9]{0,2}\.[0-9]{3}$/;

function refuse(code: NumberProblem, readings: readonly Thousandths[] = []): NumberReading {
  return { ok: false, code, readings };
}

/** Full-width digits and marks, the minus of word processors and no-break spaces, as a plain keyboard has them. */
function toPlainMarks(text: string): string {
  return text
    .replace(/[\uFF0B-\uFF19\uFF05]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2012\u2013]/g, "-")
    .replace(/[\u00A0\u2007\u2009\u202F\t]/g, " ")
    .trim();
}

function digitsOf(whole: string, fraction: string | undefined): Digits {
  return { whole: whole.replace(/[., ]/g, ""), fraction: fraction ?? "" };
}

/** All that a text without sign and % can mean by its form: none, one, or two readings. */
function readingsOf(text: string): readonly Digits[] {
  const readings: Digits[] = [];
  const plain = PLAIN.exec(text);
  if (plain !== null) readings.push(digitsOf(plain[1] ?? "", plain[2]));
  const isMixed = /\./.test(text) && / /.test(text);
  const grouped = VIETNAMESE_GROUPS.exec(text) ?? ENGLISH_GROUPS.exec(text);
  if (grouped !== null && !isMixed) readings.push(digitsOf(grouped[1] ?? "", grouped[2]));
  if (ENGLISH_MILLIONS.test(text)) readings.push(digitsOf(text, undefined));
  return readings;
}

function problemOf({ whole, fraction }: Digits, decimals: number): NumberProblem | null {
  if (whole.replace(/^0+/, "").length > MAX_WHOLE_DIGITS) return "too_large";
  if (fraction.length > MAX_DECIMALS) return "too_many_decimals";
  if (fraction.replace(/0+$/, "").length <= decimals) return null;
  return decimals === 0 ? "whole_needed" : "too_many_decimals";
}

function valueOf({ whole, fraction }: Digits, isNegative: boolean): Thousandths {
  const count = Number.parseInt(whole + fraction.padEnd(MAX_DECIMALS, "0"), 10);
  return asThousandths(isNegative && count !== 0 ? -count : count);
}

/** The sign and the text without sign and %; null when a % stands where none may. */
function splitSign(text: string, kind: NumberKind): { isNegative: boolean; rest: string } | null {
  const hasPercent = text.endsWith("%");
  if (hasPercent && kind !== "percent") return null;
  const unsigned = hasPercent ? text.slice(0, -1).trimEnd() : text;
  const isNegative = unsigned.startsWith("-");
  return { isNegative, rest: /^[-+]/.test(unsigned) ? unsigned.slice(1).trimStart() : unsigned };
}

/**
 * Reads one number as typed, in thousandths (CALCULATION.md §1: at most 3 decimals and 9 whole digits). A comma is
 * the decimal mark of Vietnamese; a point is a decimal mark or parts thousands. A text that may mean two values is
 * refused as `ambiguous` with both, but for a count, whose `1.250` is 1250. Blank text is `empty`.
 */
export function readNumber(text: string, rules: NumberRules): NumberReading {
  const plain = toPlainMarks(text);
  if (plain === "") return refuse("empty");
  const split = splitSign(plain, rules.kind);
  const readings = split === null ? [] : readingsOf(split.rest);
  const [first, second] = readings;
  if (split === null || first === undefined) return refuse("not_a_number");
  const { isNegative, rest } = split;
  if (second !== undefined && rules.kind !== "count" && TWO_READINGS.test(rest)) {
    const values = [valueOf(first, isNegative), valueOf(second, isNegative)];
    return refuse(
      "ambiguous",
      values.sort((a, b) => a - b),
    );
  }
  const digits = second ?? first;
  const problem = problemOf(digits, rules.decimals ?? MAX_DECIMALS);
  if (problem !== null) return refuse(problem);
  const value = valueOf(digits, isNegative);
  return value < 0 && !rules.mayBeNegative ? refuse("negative") : { ok: true, value };
}

/** An entered number as it is put into a field again: a comma, no groups, so that it reads as one value only. */
export function typedNumber(value: Thousandths): string {
  return thousandthsText(value).replace(".", ",");
}
