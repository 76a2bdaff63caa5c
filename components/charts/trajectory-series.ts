import type { TrajectoryPoint } from "@/server/loaders/targets";

/** A point as the chart's lines take it: null breaks a line, so that what is missing shows as a gap. */
export interface PlottedPoint extends TrajectoryPoint {
  /** The running value where figures stand behind it. */
  readonly solid: number | null;
  /** The running value where it is only carried on, with the point before it so that the dashes join. */
  readonly dashed: number | null;
}

/** Divides the running line into what figures give and what is carried on without any. */
export function plotPoints(points: readonly TrajectoryPoint[]): PlottedPoint[] {
  return points.map((point, index) => ({
    ...point,
    solid: point.carried ? null : point.runningY,
    dashed: point.carried || points[index + 1]?.carried ? point.runningY : null,
  }));
}

/** The last point with a running value: the line's end, where its figure is written. */
export function lastPlotted(points: readonly TrajectoryPoint[]): TrajectoryPoint | undefined {
  return points.findLast(({ runningY }) => runningY !== null);
}
