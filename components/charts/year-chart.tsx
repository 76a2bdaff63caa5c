"use client"; // Recharts measures the page it stands in; the figures behind it are also in a table that needs no script

import { Bar, BarChart, CartesianGrid, XAxis, YAxis, type BarShapeProps } from "recharts";
import type { Tick } from "@/server/loaders/drawings";
import type { TargetYearView } from "@/server/loaders/targets";
import { ChartFrame } from "./chart-frame";
import { AXIS_TEXT } from "./trajectory-marks";
import type { Tone } from "./tone";
import { valueAxis } from "./value-axis";
import { YearMark } from "./year-mark";

interface YearChartProps {
  readonly years: readonly TargetYearView[];
  readonly ticks: readonly Tick[];
  readonly tone: Tone;
  /** Lengths start at zero; a rate has no length and is drawn as a dot with its distance to the plan. */
  readonly shape: "bar" | "dot";
  /** What the chart shows, in a sentence. */
  readonly label: string;
}

/** Each reporting year against that year's plan. */
export function YearChart({ years, ticks, tone, shape, label }: YearChartProps) {
  const color = `var(--color-${tone})`;
  return (
    <ChartFrame label={label} height={240} className="max-w-3xl">
      <BarChart data={[...years]} accessibilityLayer={false} margin={{ top: 24, right: 8, bottom: 4, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--color-hairline)" />
        <XAxis
          dataKey="label"
          interval="equidistantPreserveStart"
          tickLine={false}
          tick={AXIS_TEXT}
          stroke="var(--color-edge)"
        />
        <YAxis {...valueAxis(ticks)} />
        <Bar
          dataKey={() => 1}
          isAnimationActive={false}
          shape={(band: BarShapeProps) => <YearMark band={band} year={years[band.index]} shape={shape} color={color} />}
        />
      </BarChart>
    </ChartFrame>
  );
}
