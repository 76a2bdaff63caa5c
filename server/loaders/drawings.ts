/**
 * Where the marks of a drawing stand, as fractions of its length: 0 its start, 1 its end.
 * For drawing only: what a person reads are the texts that come with them.
 */

/** The end that the actual value lies beyond: the mark is drawn at that end, as cut, and the figure stays true. */
export type Cut = "below" | "above" | null;

interface Marks {
  readonly actual: number | null;
  /** The plan; of a range its lower bound. */
  readonly plan: number | null;
  /** The upper bound of a range. */
  readonly upper: number | null;
  readonly cut: Cut;
}

/** A length from zero: counts, and years or units that kept their promise out of all. */
export interface BarDrawing extends Marks {
  readonly type: "bar";
  /** The pro-rated plan to date; null where it is the plan itself. */
  readonly planToDate: number | null;
}

/** A position on a scale whose ends are named, e.g. `80%` and `100%`. */
export interface DotDrawing extends Marks {
  readonly type: "dot";
  readonly from: string;
  readonly to: string;
}

export type Drawing = BarDrawing | DotDrawing;

/** A mark on an axis with its text. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}
