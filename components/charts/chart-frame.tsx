"use client"; // a chart is measured, on the screen and again for the sheet

import clsx from "clsx";
import { useSyncExternalStore, type ReactElement } from "react";
import { ResponsiveContainer } from "recharts";
import { Walk, type WalkedPoint } from "./walked-point";

/** The text width of an A4 sheet in CSS pixels: a chart that kept the screen's width would be cut or shrunk beyond reading. */
const SHEET_WIDTH = 640;

interface ChartFrameProps {
  /** What the chart shows, in a sentence. */
  readonly label: string;
  /** CSS pixels, the same on the screen and on the sheet. */
  readonly height: number;
  /** What the arrow keys walk, oldest first. */
  readonly points: readonly WalkedPoint[];
  readonly className?: string;
  readonly children: ReactElement;
}

/** The place of a chart: as wide as the page, as wide as the sheet when printed, named and walked with the keys. */
export function ChartFrame({ label, height, points, className, children }: ChartFrameProps) {
  const printing = useSyncExternalStore(watchPrinting, isPrinting, () => false);
  return (
    <Walk label={label} height={height} points={points} className={clsx("w-full print:overflow-hidden", className)}>
      <ResponsiveContainer width={printing ? SHEET_WIDTH : "100%"} height={height}>
        {children}
      </ResponsiveContainer>
    </Walk>
  );
}

function watchPrinting(changed: () => void): () => void {
  const print = window.matchMedia("print");
  print.addEventListener("change", changed);
  return () => print.removeEventListener("change", changed);
}

function isPrinting(): boolean {
  return window.matchMedia("print").matches;
}
