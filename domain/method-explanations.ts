// A measure's method as one plain sentence: the keys of its parts by the fields. The words stand in messages/.
import type { FixedBase, Frequency, MeasureKind, OverTime, OverUnits, Rule } from "./measures";

/** What decides how the sentence goes. */
export interface ExplainedMethod {
  readonly kind: MeasureKind;
  readonly frequency: Frequency;
  readonly overUnits: OverUnits;
  readonly overTime: OverTime;
  readonly rule: Rule;
  /** Where the denominator is not entered: one for the term, or one a year. */
  readonly base: keyof FixedBase | null;
  readonly hasPlan: boolean;
}

export type UnitsPart = "sumRate" | "sumFixed" | "sumFixedYears" | "sumCount" | "mean" | "min" | "share";
export type TimePart = "sumRate" | "sumCount" | "term" | Exclude<OverTime, "sum">;
export type RulePart = Exclude<Rule, "judged"> | "none";

/**
 * The sentence under `measures.method`: a whole one for a judgement, else one with a part each for how the units, the
 * periods and the promise are taken, in the order in which they are computed (CALCULATION.md §2).
 */
export type MethodExplanation =
  | { readonly key: "judgedEachYear" | "judgedLatest" | "judgedTerm" }
  | {
      readonly key: "unitsFirst" | "latestFirst";
      readonly units: UnitsPart;
      readonly time: TimePart;
      readonly rule: RulePart;
    };

function unitsPart({ kind, overUnits, base }: ExplainedMethod): UnitsPart {
  if (overUnits !== "sum") return overUnits;
  if (kind !== "rate") return "sumCount";
  if (base === null) return "sumRate";
  return base === "term" ? "sumFixed" : "sumFixedYears";
}

function timePart({ kind, frequency, overUnits, overTime }: ExplainedMethod): TimePart {
  if (frequency === "term") return "term";
  if (overTime !== "sum") return overTime;
  return kind === "rate" && overUnits === "sum" ? "sumRate" : "sumCount";
}

/** Explains a method that means something: none of `listMethodProblems` applies to it. */
export function explainMethod(method: ExplainedMethod): MethodExplanation {
  const { kind, frequency, overTime, rule, hasPlan } = method;
  if (kind === "judged") {
    if (frequency === "term") return { key: "judgedTerm" };
    return { key: overTime === "each_year" ? "judgedEachYear" : "judgedLatest" };
  }
  return {
    key: overTime === "latest" && frequency !== "term" ? "latestFirst" : "unitsFirst",
    units: unitsPart(method),
    time: timePart(method),
    rule: hasPlan && rule !== "judged" ? rule : "none",
  };
}
