import type { Measure } from "./measures";

/** What the calculation needs of one of a term's promises: its measures. */
export interface Target {
  readonly id: string;
  readonly measures: readonly Measure[];
}

/** How a target goes back to the term before: kept, kept with another meaning, made, or given up. */
export type TargetLinkKind = "same" | "redefined" | "new" | "dropped";
