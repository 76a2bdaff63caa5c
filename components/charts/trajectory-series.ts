import type { ProjectionPoint, TrajectoryPoint, TrajectoryView } from "@/server/loaders/targets";

/** A point as the chart's lines take it: null breaks a line, so that what is missing shows as a gap. */
export interface PlottedPoint extends Partial<TrajectoryPoint> {
  readonly x: number;
  /** The running value where accepted figures stand behind it. */
  readonly solid: number | null;
  /** The running value where it is only carried on, with the point before it so that the dashes join. */
  readonly dashed: number | null;
  /** The running value from the first figure on that nobody has accepted yet, joined likewise: drawn as a hollow line. */
  readonly hollow: number | null;
  /** Where eight in ten courses at the present pace stand; the last running value is its tip. */
  readonly band: readonly [number, number] | null;
  /** What is read at this point. */
  readonly told: string;
}

/** What is read at each point: those that have ended, then those ahead. */
export interface ToldPoints {
  readonly points: readonly string[];
  readonly ahead: readonly string[];
}

/** Divides the running line into what accepted figures give, what is provisional and what is carried on, and goes on into the band. */
export function plotPoints({ points, projection }: TrajectoryView, told: ToldPoints): PlottedPoint[] {
  const tip = projection === null ? undefined : lastPlotted(points);
  // A sum or mean that a provisional figure once entered rests on it ever after.
  const firstProvisional = points.findIndex(({ provisional }) => provisional);
  const isHollow = (index: number) => firstProvisional >= 0 && index >= firstProvisional;
  const ended = points.map((point, index): PlottedPoint => {
    const { carried, runningY } = point;
    const joinsHollow = index + 1 === firstProvisional;
    return {
      ...point,
      solid: carried || isHollow(index) ? null : runningY,
      hollow: (isHollow(index) && !carried) || joinsHollow ? runningY : null,
      dashed: carried || points[index + 1]?.carried ? runningY : null,
      band: point === tip && runningY !== null ? [runningY, runningY] : null,
      told: told.points[index] ?? "",
    };
  });
  return [...ended, ...(projection?.points ?? []).map((point, index) => plotAhead(point, told.ahead[index] ?? ""))];
}

function plotAhead({ x, lowerY, upperY }: ProjectionPoint, told: string): PlottedPoint {
  return { x, solid: null, hollow: null, dashed: null, band: [lowerY, upperY], told };
}

/** The last point with a running value: the line's end, where its figure is written. */
export function lastPlotted(points: readonly TrajectoryPoint[]): TrajectoryPoint | undefined {
  return points.findLast(({ runningY }) => runningY !== null);
}
