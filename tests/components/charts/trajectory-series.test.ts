import { expect, test } from "vitest";
import { lastPlotted, plotPoints, type PlottedPoint } from "@/components/charts/trajectory-series";
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

function plot(points: readonly TrajectoryPoint[], ahead: readonly number[] = []) {
  const projection = {
    sentence: "",
    points: ahead.map((x) => ({ x, period: `${x}`, lowerY: x / 20, upperY: x / 10, text: `khoảng ${x}` })),
  };
  const rest = { ticks: [], years: [], plan: [], planText: null, events: [] };
  const told = { points: points.map(({ period }) => period), ahead: ahead.map((x) => `dự báo ${x}`) };
  return plotPoints({ ...rest, points, projection: ahead.length === 0 ? null : projection }, told);
}

const of = (plotted: readonly PlottedPoint[], key: "solid" | "dashed" | "hollow" | "band") =>
  plotted.map((each) => each[key]);

test("missing breaks the line: null stays null and is never 0", () => {
  const [, gap] = plot([point(1), point(2, { runningY: null, running: null }), point(3)]);
  expect(gap).toMatchObject({ solid: null, dashed: null, hollow: null });
});

test("carried values are dashed, joined to the last value with figures", () => {
  const plotted = plot([point(1), point(2), point(3, { carried: true }), point(4)]);
  expect(of(plotted, "solid")).toEqual([0.1, 0.2, null, 0.4]);
  expect(of(plotted, "dashed")).toEqual([null, 0.2, 0.3, null]);
});

test("from the first figure that nobody has accepted the line is hollow, joined to the accepted one before it", () => {
  const plotted = plot([point(1), point(2), point(3, { provisional: true }), point(4)]);
  expect(of(plotted, "solid")).toEqual([0.1, 0.2, null, null]);
  expect(of(plotted, "hollow")).toEqual([null, 0.2, 0.3, 0.4]);
});

test("a provisional total that is carried on is dashed, not hollow as well", () => {
  const plotted = plot([point(1, { provisional: true }), point(2, { carried: true })]);
  expect([of(plotted, "hollow"), of(plotted, "dashed")]).toEqual([
    [0.1, null],
    [0.1, 0.2],
  ]);
});

test("the band opens at the last running value and goes on to the end of the term", () => {
  const plotted = plot([point(1), point(2), point(3, { runningY: null })], [4, 5]);
  expect(of(plotted, "band")).toEqual([null, [0.2, 0.2], null, [0.2, 0.4], [0.25, 0.5]]);
  expect(plotted.map(({ told }) => told)).toEqual(["1", "2", "3", "dự báo 4", "dự báo 5"]);
  expect(of(plotted.slice(3), "solid")).toEqual([null, null]);
});

test("without a projection there is no band", () => {
  expect(of(plot([point(1), point(2)]), "band")).toEqual([null, null]);
});

test("the line ends at the last point that has a value", () => {
  expect(lastPlotted([point(1), point(2), point(3, { runningY: null })])?.x).toBe(2);
  expect(lastPlotted([])).toBeUndefined();
});
