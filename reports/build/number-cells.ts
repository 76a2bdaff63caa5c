/** Typed number cells: the printed text from the one formatter, the spreadsheet's value from the exact one. */
import { toExact, type Exact } from "@/domain/exact";
import type { Affixes, Cell, CellFormula, NumberFormat } from "../model";
import { figureText, type Labels } from "./labels";

const PLAIN: Affixes = ["", ""];

/** What surrounds a number, and what replaces it at zero. */
export type NumberWords = Pick<NumberFormat, "around" | "aroundNegative" | "zero">;

const NO_WORDS: NumberWords = { around: PLAIN, aroundNegative: null, zero: null };

interface NumberCellInput {
  /** Exact, in the shown unit: a percentage as 97.61. */
  readonly value: Exact;
  /** The same, rounded for display: decimal text with a point. */
  readonly shown: string;
  readonly isPercent: boolean;
  readonly words?: NumberWords;
  readonly formula?: CellFormula | null;
}

/** A number that is text on paper and a number in a spreadsheet, with the same decimals in both. */
export function numberCell(labels: Labels, input: NumberCellInput): Cell & { type: "number" } {
  const { value, shown, isPercent, words = NO_WORDS, formula = null } = input;
  return {
    type: "number",
    text: numberText(labels, shown, isPercent, words),
    value: spreadsheetValue(value, isPercent),
    format: { style: isPercent ? "percent" : "decimal", decimals: decimalsOf(shown), ...words },
    formula,
  };
}

/** The value that a spreadsheet holds: the fraction of a percentage. */
export function spreadsheetValue(value: Exact, isPercent: boolean): number {
  return (isPercent ? value.div(100) : value).valueOf();
}

/** How many decimals a decimal text has. */
export function decimalsOf(shown: string): number {
  return shown.split(".")[1]?.length ?? 0;
}

function numberText(labels: Labels, shown: string, isPercent: boolean, words: NumberWords): string {
  if (words.zero !== null && toExact(shown).equals(0)) return words.zero;
  const isTurned = shown.startsWith("-") && words.aroundNegative !== null;
  const [before, after] = isTurned ? (words.aroundNegative ?? PLAIN) : words.around;
  return before + figureText(labels, isTurned ? shown.slice(1) : shown, isPercent) + after;
}

/** The words around a message's only number, for use with any number. */
export function wordsAround(write: (value: string) => string): Affixes {
  const mark = "\u0000";
  const [before = "", after = ""] = write(mark).split(mark);
  return [before, after];
}
