"use client"; // Recharts measures the page it stands in; the figures behind it are also in a table that needs no script

import { Bar, BarChart, CartesianGrid, XAxis, YAxis, type BarShapeProps } from "recharts";
import type { Tick } from "@/server/loaders/drawings";
import type { TargetYearView } from "@/server/loaders/targets";
import { AXIS_TEXT } from "./axis-text";
import { ChartFrame } from "./chart-frame";
import { DRAWING_HEIGHT } from "./chart-heights";
import type { Tone } from "./tone";
import { valueAxis } from "./value-axis";
import { WalkedMark } from "./walked-point";
import { YearMark } from "./year-mark";

interface YearChartProps {
  readonly years: readonly TargetYearView[];
  readonly ticks: readonly Tick[];
  readonly tone: Tone;
  /** Lengths start at zero; a rate has no length and is drawn as a dot with its distance to the plan. */
  readonly shape: "bar" | "dot";
  /** What the chart shows, in a sentence. */
  readonly label: string;
  /** Each year in words, as the keys walk them. */
  readonly told: readonly string[];
}

/** Each reporting year against that year's plan. */
export default function YearChart({ years, ticks, tone, shape, label, told }: YearChartProps) {
  const color = `var(--color-${tone})`;
  const points = told.map((text, index) => ({ at: (index + 0.5) / told.length, text }));
  return (
    <ChartFrame label={label} height={DRAWING_HEIGHT.years} points={points} className="max-w-3xl">
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
        <WalkedMark />
      </BarChart>
    </ChartFrame>
  );
}
