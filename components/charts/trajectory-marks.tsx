import type { TrajectoryPoint } from "@/server/loaders/targets";
import { AXIS_TEXT, OVER_LINES } from "./axis-text";
import type { PlottedPoint } from "./trajectory-series";

interface DotProps {
  readonly cx?: number;
  readonly cy?: number | null;
  readonly payload?: PlottedPoint;
  readonly color: string;
}

/** A period's own value: faint, behind the line; hollow while nobody has accepted it; an arrow where the axis ends before it. */
export function PeriodDot({ cx, cy, payload, color }: DotProps) {
  if (cx == null || cy == null || payload?.y == null) return null;
  if (payload.cut) {
    const tip = payload.cut === "above" ? -6 : 6;
    return <path d={`M${cx - 4} ${cy}h8L${cx} ${cy + tip}Z`} fill={color} opacity={0.6} />;
  }
  return payload.provisional ? (
    <circle cx={cx} cy={cy} r={3} fill="var(--color-paper)" stroke={color} strokeWidth={1.5} />
  ) : (
    <circle cx={cx} cy={cy} r={3} fill={color} opacity={0.4} />
  );
}

interface EndDotProps extends DotProps {
  /** Only the last point is marked. */
  readonly last: TrajectoryPoint | undefined;
  /** Below the line where the plan's own label stands above. */
  readonly below: boolean;
}

/** The end of the running line with its figure: the direct label that replaces a legend. */
export function EndDot({ cx, cy, payload, color, last, below }: EndDotProps) {
  if (cx == null || cy == null || !payload || !last || payload.x !== last.x) return null;
  const anchor = payload.x > 0.12 ? "end" : "start";
  return (
    <g>
      <circle
        cx={cx}
        cy={cy}
        r={5.5}
        fill={payload.provisional ? "var(--color-paper)" : color}
        stroke={color}
        strokeWidth={payload.provisional ? 3 : 1}
      />
      <text
        x={cx}
        y={cy + (below ? 23 : -13)}
        textAnchor={anchor}
        fontSize={15}
        fontWeight={600}
        fill={color}
        {...OVER_LINES}
      >
        {payload.running}
      </text>
    </g>
  );
}

interface ViewBoxed {
  readonly viewBox?: { readonly x?: number; readonly y?: number; readonly width?: number; readonly height?: number };
}

interface LineLabelProps extends ViewBoxed {
  readonly text: string;
  readonly below: boolean;
  /** Quieter than the promise: what is only foreseen. */
  readonly quiet?: boolean;
}

/** At the right end of a line: what was promised, or what is foreseen. */
export function LineLabel({ viewBox, text, below, quiet = false }: LineLabelProps) {
  const x = (viewBox?.x ?? 0) + (viewBox?.width ?? 0);
  return (
    <text
      x={x}
      y={(viewBox?.y ?? 0) + (below ? 18 : -8)}
      textAnchor="end"
      fontSize={13}
      fontWeight={quiet ? 500 : 600}
      fill={quiet ? "var(--color-quiet)" : "var(--color-ink)"}
      {...OVER_LINES}
    >
      {text}
    </text>
  );
}

interface EventLabelProps extends ViewBoxed {
  readonly text: string;
  /** Towards the wider side of the chart. */
  readonly toTheLeft: boolean;
  /** Events stand on lines of their own, from the bottom up. */
  readonly line: number;
}

/** Beside the dotted line of a day on which something changed. */
export function EventLabel({ viewBox, text, toTheLeft, line }: EventLabelProps) {
  const bottom = (viewBox?.y ?? 0) + (viewBox?.height ?? 0);
  return (
    <text
      x={(viewBox?.x ?? 0) + (toTheLeft ? -6 : 6)}
      y={bottom - 8 - line * 16}
      textAnchor={toTheLeft ? "end" : "start"}
      {...AXIS_TEXT}
      {...OVER_LINES}
    >
      {text}
    </text>
  );
}

/** Slanting strokes that stay apart from a plain fill in black and white: what is foreseen. */
export function ForeseenPattern({ id, color }: { readonly id: string; readonly color: string }) {
  return (
    <defs>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V7" stroke={color} strokeWidth="1.5" opacity="0.55" />
      </pattern>
    </defs>
  );
}
