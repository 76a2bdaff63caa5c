"use client"; // the arrow keys walk the points of a chart

import { createContext, useContext, useState, type KeyboardEvent, type ReactNode } from "react";
import { usePlotArea } from "recharts";

/** A point that can be walked to: its place on the width of the drawing, and what is read there. */
export interface WalkedPoint {
  readonly at: number;
  readonly text: string;
}

const WalkedContext = createContext<WalkedPoint | null>(null);

const STEPS: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowLeft: (place) => place - 1,
  ArrowRight: (place) => place + 1,
  ArrowDown: (place) => place - 1,
  ArrowUp: (place) => place + 1,
  PageDown: (place) => place - 12,
  PageUp: (place) => place + 12,
  Home: () => 0,
  End: (_, last) => last,
};

interface WalkProps {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  readonly points: readonly WalkedPoint[];
  readonly className?: string;
  readonly height: number;
  readonly children: ReactNode;
}

/**
 * A drawing that is walked like a slider, from point to point: screen readers say each one's text, and the line below
 * shows it. The walk begins at the newest point.
 */
export function Walk({ label, points, className, height, children }: WalkProps) {
  const last = points.length - 1;
  const [place, setPlace] = useState<number | null>(null);
  const point = place === null ? null : (points[place] ?? null);
  const step = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(place ?? last, last);
    if (next === undefined) return;
    event.preventDefault();
    setPlace(Math.min(last, Math.max(0, next)));
  };
  return (
    <WalkedContext value={point}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={(place ?? last) + 1}
        aria-valuetext={points[place ?? last]?.text}
        aria-orientation="horizontal"
        className={className}
        style={{ height }}
        onFocus={() => setPlace((before) => before ?? last)}
        onBlur={() => setPlace(null)}
        onKeyDown={step}
      >
        {children}
      </div>
      <p aria-hidden className="screen-only figure mt-1 min-h-5 truncate text-small">
        {point?.text}
      </p>
    </WalkedContext>
  );
}

/** The upright line at the point that the keys have walked to; a part of the drawing. */
export function WalkedMark() {
  const point = useContext(WalkedContext);
  const area = usePlotArea();
  if (point === null || area === undefined) return null;
  const x = area.x + point.at * area.width;
  return <path d={`M${x} ${area.y}v${area.height}`} stroke="var(--color-ink)" strokeWidth={1.5} />;
}
