"use client"; // the drawing's code is fetched when the words and tables are there

import { lazy, Suspense, useSyncExternalStore, type ComponentProps } from "react";
import { CHART_HEIGHT } from "./chart-heights";

const TrajectoryDrawing = lazy(() => import("./trajectory-chart"));
const YearDrawing = lazy(() => import("./year-chart"));

/** The course of a measure, in a place that is as high before it is drawn. */
export function TrajectoryChart(props: ComponentProps<typeof TrajectoryDrawing>) {
  const place = <div className="needs-script" style={{ height: CHART_HEIGHT.trajectory }} />;
  if (!useIsRead()) return place;
  return (
    <Suspense fallback={place}>
      <TrajectoryDrawing {...props} />
    </Suspense>
  );
}

/** The years of a measure, in a place that is as high before it is drawn. */
export function YearChart(props: ComponentProps<typeof YearDrawing>) {
  const place = <div className="needs-script" style={{ height: CHART_HEIGHT.years }} />;
  if (!useIsRead()) return place;
  return (
    <Suspense fallback={place}>
      <YearDrawing {...props} />
    </Suspense>
  );
}

/** False on the server and while the page comes to life: the meaning first. */
function useIsRead(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
