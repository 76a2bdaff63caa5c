// A trace as a formula: once in words and once with its numbers. It writes what was computed and computes nothing.
import { displayEntered, localiseDecimal } from "@/domain/display";
import { fixedText, isWhole, roundHalfAway, type Exact } from "@/domain/exact";
import { isPercentage, type Measure } from "@/domain/measures";
import type { ComputedStep, Trace, TraceOperation, TraceSource } from "@/domain/traces";
import type { Wording } from "./figure-texts";
import type { FormulaView } from "./number-explanation-views";

/** What the parts of a measure are called. */
export interface TraceNaming {
  readonly measure: Measure & { readonly nLabel: string | null; readonly dLabel: string | null };
  readonly wording: Wording;
}

/** At most so many numbers are written out in a sum or mean; more are counted. */
const WRITTEN_OUT = 6;
const SHOWN_DECIMALS = 2;
const ENTERED_SCALE = 1000;

const SIGNS: Partial<Record<TraceOperation, string>> = { difference: " − ", product: " × ", quotient: " ÷ " };
const LISTS: readonly TraceOperation[] = ["sum", "mean", "least"];

/** An exact value as it was entered, or with two decimals where it has none that end. */
export function stepText(value: Exact, { locale }: Wording): string {
  const isEntered = isWhole(value.mul(ENTERED_SCALE));
  const text = isEntered ? displayEntered(value) : fixedText(roundHalfAway(value, SHOWN_DECIMALS), SHOWN_DECIMALS);
  return localiseDecimal(text, locale).replace(/^-/, "−");
}

type Say = (step: Trace) => string;

/** How a number was computed, in words and in numbers. */
export function formulaOf(trace: Trace, naming: TraceNaming): FormulaView {
  const write = (say: Say) => (trace.by === "given" ? say(trace) : composed(trace, say, naming));
  return { words: write((step) => wordsOf(step, naming)), numbers: write((step) => numberOf(step, naming)) };
}

/** A step as what it is made of; a list of many is one phrase. */
function composed(step: ComputedStep, say: Say, naming: TraceNaming): string {
  const tell = (one: Trace) => nested(one, say, naming);
  if (isList(step)) return listText(step, tell, naming);
  const [first] = step.from;
  if (step.by === "not_below_zero" && first && first.by !== "given") return composed(first, say, naming);
  const parts = step.from.map(tell);
  return step.by === "percent" ? `100 × ${parts.join(" ÷ ")}` : parts.join(SIGNS[step.by] ?? "");
}

/** A step inside another: by its name where it has one, else in brackets. */
function nested(step: Trace, say: Say, naming: TraceNaming): string {
  if (step.by === "given" || step.source !== null || isPhrase(step)) return say(step);
  return `(${composed(step, say, naming)})`;
}

/** A list of what was looked up is told by its name; one of steps as these. */
function isPhrase(step: ComputedStep): boolean {
  return isList(step) && step.from.every(({ by }) => by === "given");
}

function isList(step: Trace): boolean {
  return LISTS.includes(step.by as TraceOperation);
}

function present(step: ComputedStep): readonly Trace[] {
  return step.from.filter(({ value }) => value !== null);
}

/** A sum, mean or least of a few is written out; of many it is a phrase with their number. */
function listText(step: ComputedStep, tell: (step: Trace) => string, naming: TraceNaming): string {
  const parts = present(step);
  if (parts.length === 0 || parts.length > WRITTEN_OUT) return manyText(step, naming);
  if (step.by === "least") return naming.wording.t("explain.leastOf", { parts: parts.map(tell).join("; ") });
  const sum = parts.map(tell).join(" + ");
  if (step.by === "sum" || parts.length === 1) return sum;
  return `(${sum}) ÷ ${parts.length}`;
}

function manyText(step: ComputedStep, naming: TraceNaming): string {
  const { t } = naming.wording;
  return t(`explain.many.${step.by as "sum" | "mean" | "least"}`, {
    what: partName(step, naming),
    count: present(step).length,
    of: t(`explain.manyOf.${step.from[0]?.source?.type === "figure" ? "units" : "periods"}`),
  });
}

/** What is added up: the name of the numerator or denominator, else what the measure counts. */
function partName({ from }: ComputedStep, { measure, wording }: TraceNaming): string {
  const source = from[0]?.source;
  const part = source?.type === "figure" || source?.type === "period" ? source.part : "value";
  if (part === "n" && measure.kind === "rate") return measure.nLabel ?? wording.t("explain.part.n");
  if (part === "d") return measure.dLabel ?? wording.t("explain.part.d");
  return wording.t(`explain.part.${part === "n" ? "value" : part}`);
}

function wordsOf(step: Trace, naming: TraceNaming): string {
  if (step.source !== null) return sourceText(step.source, step, naming);
  return step.by !== "given" && isList(step) ? manyText(step, naming) : "";
}

function sourceText(source: TraceSource, step: Trace, { measure, wording }: TraceNaming): string {
  const { t } = wording;
  switch (source.type) {
    case "year":
      return t("explain.term.year", { year: source.yearId });
    case "term":
      return t("explain.term.result");
    case "base":
      return t("explain.term.base", { of: source.yearId === null ? "term" : "year", year: source.yearId ?? "" });
    case "plan":
      return t("explain.term.plan", { of: source.yearId === null ? "term" : "year", year: source.yearId ?? "" });
    case "months":
      return t(`explain.term.months.${source.which}`);
    case "stretches":
      return t(`explain.term.${source.of}.${source.which}`);
    case "period":
    case "figure":
      return source.part === "d" ? (measure.dLabel ?? t("explain.part.d")) : t(`explain.part.${source.part}`);
    case "constant":
      return step.value === null ? "-" : stepText(step.value, wording);
  }
}

function numberOf(step: Trace, { measure, wording }: TraceNaming): string {
  if (step.value === null) return "-";
  const text = stepText(step.value, wording);
  const isValue = step.source !== null && ["year", "term"].includes(step.source.type);
  return isValue && isPercentage(measure) ? `${text}%` : text;
}
