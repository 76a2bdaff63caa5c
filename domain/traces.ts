// How a number came about. The calculation is written in these steps and nothing else adds, divides or compares on the
// way, so a page walks down from a result to what people entered without computing anything a second time.
import { leastOf, meanOf, percentOf, sumOf, ZERO, type Exact } from "./exact";
import type { PeriodKey } from "./periods";

/** Which part of a figure or total a value is: numerator, denominator, or its value in the shown unit. */
export type TracePart = "n" | "d" | "value";

/** What a value is of: a leaf's says where to look it up, an inner step's what it is called. */
export type TraceSource =
  /** What one unit entered for a period, or made of it: of a level whether it is rated and is high enough (0 or 1). */
  | { readonly type: "figure"; readonly unitId: string; readonly period: PeriodKey; readonly part: FigurePart }
  /** The kept total of a period over the units. */
  | { readonly type: "period"; readonly period: PeriodKey; readonly part: FigurePart }
  | { readonly type: "year"; readonly yearId: string }
  | { readonly type: "term" }
  /** A denominator that is fixed for a year, or for the term (null). */
  | { readonly type: "base"; readonly yearId: string | null }
  /** What is promised for a year, or for the term (null). */
  | { readonly type: "plan"; readonly yearId: string | null }
  /** Months that have ended, or all months, of a year or of the term (null). */
  | { readonly type: "months"; readonly yearId: string | null; readonly which: "ended" | "all" }
  /** Periods or years that have ended with a value, or are still to come. */
  | { readonly type: "stretches"; readonly of: "periods" | "years"; readonly which: "with_value" | "left" | "together" }
  /** A number that the rule itself names, such as 100. */
  | { readonly type: "constant" };

export type FigurePart = TracePart | "rated" | "at_least";

export type TraceOperation = keyof typeof operations;

/** A value that was looked up: entered, promised, counted from the calendar, or kept. */
export interface GivenStep {
  readonly by: "given";
  readonly value: Exact | null;
  readonly source: TraceSource;
}

/** A value that was made of others; `source` says what it is, where it has a name of its own. */
export interface ComputedStep {
  readonly by: TraceOperation;
  readonly value: Exact | null;
  readonly source: TraceSource | null;
  readonly from: readonly Trace[];
}

/** An exact value, null where there is none, with all that it was made of. */
export type Trace = GivenStep | ComputedStep;

type Values = readonly (Exact | null)[];

/** Missing never enters a sum or a mean (CALCULATION.md §1). */
function present(values: Values): Exact[] {
  return values.filter((value) => value !== null);
}

function ofTwo(values: Values, compute: (a: Exact, b: Exact) => Exact | null): Exact | null {
  const [a, b] = values;
  return a == null || b == null ? null : compute(a, b);
}

/** Every operation of the calculation, on exact values; null is a missing value. */
const operations = {
  /** All that is there, added; null of nothing. */
  sum: (values: Values) => (present(values).length === 0 ? null : sumOf(present(values))),
  /** The plain mean of all that is there. */
  mean: (values: Values) => meanOf(present(values)),
  least: (values: Values) => leastOf(present(values)),
  /** 100 × a ÷ b; null without a denominator. */
  percent: (values: Values) => ofTwo(values, percentOf),
  /** a − b. */
  difference: (values: Values) => ofTwo(values, (a, b) => a.sub(b)),
  /** a × b. */
  product: (values: Values) => ofTwo(values, (a, b) => a.mul(b)),
  /** a ÷ b; null without a divisor. */
  quotient: (values: Values) => ofTwo(values, (a, b) => (b.equals(ZERO) ? null : a.div(b))),
  /** The value itself, 0 for one below 0. */
  not_below_zero: ([value]: Values) => (value == null ? null : value.lt(ZERO) ? ZERO : value),
} as const;

/** A leaf. */
export function given(value: Exact | null, source: TraceSource): GivenStep {
  return { by: "given", value, source };
}

/** A step: the operation applied to the values of `from`. */
export function traced(by: TraceOperation, from: readonly Trace[], source: TraceSource | null = null): ComputedStep {
  return { by, value: operations[by](from.map(({ value }) => value)), source, from };
}

/** The same value under a name of its own. */
export function named(trace: Trace, source: TraceSource): Trace {
  return trace.by === "given" ? traced("sum", [trace], source) : { ...trace, source };
}

/** The value computed again from the leaves alone. */
export function recompute(trace: Trace): Exact | null {
  return trace.by === "given" ? trace.value : operations[trace.by](trace.from.map(recompute));
}

/** The trace with leaves replaced by how they came about themselves; null leaves a leaf as it is. */
export function deepen(trace: Trace, resolve: (leaf: GivenStep) => Trace | null): Trace {
  if (trace.by === "given") return resolve(trace) ?? trace;
  return { ...trace, from: trace.from.map((step) => deepen(step, resolve)) };
}

/** Every leaf, in order. */
export function leavesOf(trace: Trace): readonly GivenStep[] {
  return trace.by === "given" ? [trace] : trace.from.flatMap(leavesOf);
}
