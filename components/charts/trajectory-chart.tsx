"use client"; // Recharts measures the page it stands in; the figures behind it are also in a table that needs no script

import type { ReactNode } from "react";
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from "recharts";
import type { TrajectoryView } from "@/server/loaders/targets";
import { ChartFrame } from "./chart-frame";
import type { Tone } from "./tone";
import { AXIS_TEXT, EndDot, EventLabel, PeriodDot, PlanLabel } from "./trajectory-marks";
import { lastPlotted, plotPoints, type PlottedPoint } from "./trajectory-series";
import { valueAxis } from "./value-axis";

interface TrajectoryChartProps {
  readonly trajectory: TrajectoryView;
  readonly tone: Tone;
  /** What the chart shows, in a sentence. */
  readonly label: string;
  /** At the end of the plan's line. */
  readonly planLabel: string | null;
  /** Names of the two values in the box that follows the pointer. */
  readonly words: { readonly period: string; readonly running: string };
}

/** The course of a measure over its term: the running value the widest line, the plan the strongest, periods as faint dots. */
export function TrajectoryChart({ trajectory, tone, label, planLabel, words }: TrajectoryChartProps) {
  const { ticks, years, points, plan, events } = trajectory;
  const color = `var(--color-${tone})`;
  const data = plotPoints(points);
  const last = lastPlotted(points);
  const planEnd = plan.at(-1);
  const actualAbove = (last?.runningY ?? 0) >= (planEnd?.y ?? 1);
  const yearMiddles = years.map(({ from, to }) => (from + to) / 2);
  return (
    <ChartFrame label={label} height={330}>
      <ComposedChart data={data} accessibilityLayer={false} margin={{ top: 32, right: 12, bottom: 4, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--color-hairline)" />
        <XAxis
          dataKey="x"
          type="number"
          domain={[0, 1]}
          ticks={yearMiddles}
          tickFormatter={(at: number) => years[yearMiddles.indexOf(at)]?.label ?? ""}
          interval="equidistantPreserveStart"
          tickLine={false}
          tick={AXIS_TEXT}
          stroke="var(--color-edge)"
        />
        <YAxis {...valueAxis(ticks)} />
        {years.slice(1).map(({ label: year, from }) => (
          <ReferenceLine key={year} segment={yearMark(from)} stroke="var(--color-edge)" ifOverflow="visible" />
        ))}
        {events.map(({ x, label: text }, index) => (
          <ReferenceLine
            key={`${x} ${text}`}
            x={x}
            stroke="var(--color-edge)"
            strokeDasharray="2 4"
            label={<EventLabel text={text} toTheLeft={x > 0.5} line={index} />}
          />
        ))}
        {plan.slice(1).map((end, index) => (
          <ReferenceLine
            key={`plan ${index}`}
            segment={[plan[index] ?? end, end]}
            stroke="var(--color-ink)"
            strokeWidth={2.5}
            label={end === planEnd && planLabel ? <PlanLabel text={planLabel} below={actualAbove} /> : undefined}
          />
        ))}
        <Line dataKey="y" stroke="none" isAnimationActive={false} activeDot={false} dot={<PeriodDot color={color} />} />
        <Line {...RUNNING} dataKey="dashed" stroke={color} strokeDasharray="6 5" dot={false} activeDot={false} />
        <Line
          {...RUNNING}
          dataKey="solid"
          stroke={color}
          activeDot={{ r: 5, fill: color }}
          dot={<EndDot color={color} last={last} below={!actualAbove} />}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--color-edge)" }}
          content={(props) => <PointBox {...props} words={words} />}
        />
      </ComposedChart>
    </ChartFrame>
  );
}

const RUNNING = { type: "linear", strokeWidth: 3.5, isAnimationActive: false, connectNulls: false } as const;

/** A short stroke on the time axis where a reporting year begins. */
function yearMark(x: number): [{ x: number; y: number }, { x: number; y: number }] {
  return [
    { x, y: 0 },
    { x, y: 0.02 },
  ];
}

type PointBoxProps = Pick<TooltipContentProps<number, string>, "active" | "payload"> &
  Pick<TrajectoryChartProps, "words">;

/** The texts of the period under the pointer; the same stand in the table below. */
function PointBox({ active, payload, words }: PointBoxProps): ReactNode {
  const point = payload[0]?.payload as PlottedPoint | undefined;
  if (!active || !point) return null;
  return (
    <div className="figure rounded-control border border-edge bg-raised px-3 py-2 text-small">
      <p className="font-semibold">{point.period}</p>
      <p>{`${words.period}: ${point.value ?? "-"}`}</p>
      <p>{`${words.running}: ${point.running ?? "-"}`}</p>
    </div>
  );
}
