import { expect, test } from "vitest";
import { lastPlotted, plotPoints } from "@/components/charts/trajectory-series";
import type { TrajectoryPoint } from "@/server/loaders/targets";

function point(x: number, changes: Partial<TrajectoryPoint> = {}): TrajectoryPoint {
  const y = x / 10;
  return {
    x,
    period: `${x}`,
    y,
    value: `${y}`,
    runningY: y,
    running: `${y}`,
    provisional: false,
    carried: false,
    cut: null,
    ...changes,
  };
}

test("missing breaks the line: null stays null and is never 0", () => {
  const [, gap] = plotPoints([point(1), point(2, { runningY: null, running: null }), point(3)]);
  expect(gap).toMatchObject({ solid: null, dashed: null });
});

test("carried values are dashed, joined to the last value with figures", () => {
  const plotted = plotPoints([point(1), point(2), point(3, { carried: true }), point(4)]);
  expect(plotted.map(({ solid }) => solid)).toEqual([0.1, 0.2, null, 0.4]);
  expect(plotted.map(({ dashed }) => dashed)).toEqual([null, 0.2, 0.3, null]);
});

test("the line ends at the last point that has a value", () => {
  expect(lastPlotted([point(1), point(2), point(3, { runningY: null })])?.x).toBe(2);
  expect(lastPlotted([])).toBeUndefined();
});
