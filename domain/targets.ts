import type { Measure } from "./measures";

/** What the calculation needs of one of a term's promises: its measures. */
export interface Target {
  readonly id: string;
  readonly measures: readonly Measure[];
}
