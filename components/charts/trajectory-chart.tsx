"use client"; // Recharts measures the page it stands in; the figures behind it are also in a table that needs no script

import { useId, type ReactNode } from "react";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from "recharts";
import type { ProjectionPoint, TrajectoryView } from "@/server/loaders/targets";
import { AXIS_TEXT } from "./axis-text";
import { ChartFrame } from "./chart-frame";
import { DRAWING_HEIGHT } from "./chart-heights";
import type { Tone } from "./tone";
import { EndDot, EventLabel, ForeseenPattern, LineLabel, PeriodDot } from "./trajectory-marks";
import { lastPlotted, plotPoints, type PlottedPoint, type ToldPoints } from "./trajectory-series";
import { valueAxis } from "./value-axis";
import { WalkedMark } from "./walked-point";

interface TrajectoryChartProps {
  readonly trajectory: TrajectoryView;
  readonly tone: Tone;
  /** What the chart shows, in a sentence. */
  readonly label: string;
  /** At the end of the plan's line, and of the band. */
  readonly planLabel: string | null;
  readonly bandLabel: string | null;
  /** Each point in words, for the box that follows the pointer and for the keys. */
  readonly told: ToldPoints;
}

/** The course of a measure over its term: the running value the widest line, the plan the strongest, periods as faint dots, what is foreseen a hatched band. */
export default function TrajectoryChart(props: TrajectoryChartProps) {
  const { trajectory, tone, label, told } = props;
  const { ticks, years, points, plan, events, projection } = trajectory;
  const pattern = useId();
  const color = `var(--color-${tone})`;
  const data = plotPoints(trajectory, told);
  const last = lastPlotted(points);
  const labels = placeLabels(trajectory);
  const yearMiddles = years.map(({ from, to }) => (from + to) / 2);
  return (
    <ChartFrame
      label={label}
      height={DRAWING_HEIGHT.trajectory}
      points={data.map((point) => ({ at: point.x, text: point.told }))}
    >
      <ComposedChart data={data} accessibilityLayer={false} margin={{ top: 32, right: 12, bottom: 4, left: 0 }}>
        <ForeseenPattern id={pattern} color={color} />
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
        <Area
          dataKey="band"
          type="linear"
          stroke={color}
          strokeWidth={1}
          fill={`url(#${pattern})`}
          fillOpacity={1}
          isAnimationActive={false}
          activeDot={false}
        />
        {projection && props.bandLabel && (
          <ReferenceLine
            segment={levelLine(bandLabelY(projection.points, labels.band))}
            stroke="none"
            label={<LineLabel text={props.bandLabel} below={labels.band === "below"} quiet />}
          />
        )}
        {plan.slice(1).map((end, index) => (
          <ReferenceLine
            key={`plan ${index}`}
            segment={[plan[index] ?? end, end]}
            stroke="var(--color-ink)"
            strokeWidth={2.5}
            label={
              end === plan.at(-1) && props.planLabel ? (
                <LineLabel text={props.planLabel} below={labels.plan === "below"} />
              ) : undefined
            }
          />
        ))}
        <Line dataKey="y" stroke="none" isAnimationActive={false} activeDot={false} dot={<PeriodDot color={color} />} />
        <Line {...RUNNING} dataKey="dashed" stroke={color} strokeDasharray="6 5" dot={false} activeDot={false} />
        <Line {...RUNNING} dataKey="hollow" stroke={color} strokeWidth={4.5} dot={false} activeDot={false} />
        <Line {...RUNNING} dataKey="hollow" stroke="var(--color-paper)" strokeWidth={2} dot={false} activeDot={false} />
        <Line {...RUNNING} dataKey="solid" stroke={color} dot={false} activeDot={{ r: 5, fill: color }} />
        <Line
          dataKey="runningY"
          stroke="none"
          isAnimationActive={false}
          activeDot={false}
          dot={<EndDot color={color} last={last} below={labels.actual === "below"} />}
        />
        <WalkedMark />
        <Tooltip isAnimationActive={false} cursor={{ stroke: "var(--color-edge)" }} content={PointBox} />
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

/** At the right end of the drawing, where a label hangs. */
function levelLine(y: number): [{ x: number; y: number }, { x: number; y: number }] {
  return [
    { x: 0.98, y },
    { x: 1, y },
  ];
}

type Side = "above" | "below";

const ON_THE_FOOT = 0.1;

/** About so much of the drawing's width lies below a label at its end. */
const LABEL_FROM = 0.85;

/** Clear of the band wherever the label lies beside it. */
function bandLabelY(points: readonly ProjectionPoint[], side: Side): number {
  const beside = points.filter(({ x }) => x >= LABEL_FROM);
  return side === "below"
    ? Math.min(...beside.map(({ lowerY }) => lowerY))
    : Math.max(...beside.map(({ upperY }) => upperY));
}

/** Which side of its mark each label stands on, so that those at the right end keep off each other. */
function placeLabels({ points, plan, projection }: TrajectoryView): Record<"actual" | "plan" | "band", Side> {
  const planY = plan.at(-1)?.y ?? 1;
  const end = projection?.points.at(-1);
  const foreseen = end ? (end.lowerY + end.upperY) / 2 : (lastPlotted(points)?.runningY ?? 0);
  const isAbove = foreseen >= planY;
  const actualY = lastPlotted(points)?.runningY ?? 0;
  const actualAbove = actualY >= planY || actualY < ON_THE_FOOT; // below it the years are named
  return {
    actual: actualAbove ? "above" : "below",
    plan: isAbove ? "below" : "above",
    band: isAbove ? "above" : "below",
  };
}

type PointBoxProps = Pick<TooltipContentProps<number, string>, "active" | "payload">;

/** The texts of the period under the pointer; the same stand in the table below. */
function PointBox({ active, payload }: PointBoxProps): ReactNode {
  const point = payload[0]?.payload as PlottedPoint | undefined;
  if (!active || !point) return null;
  return <p className="figure rounded-control border border-edge bg-raised px-3 py-2 text-small">{point.told}</p>;
}
