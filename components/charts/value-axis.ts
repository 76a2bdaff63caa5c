import type { Tick } from "@/server/loaders/drawings";
import { AXIS_TEXT } from "./axis-text";

/** The axis of values as every chart draws it: from 0 to 1 of its height, with the ticks that were worked out for it. */
export function valueAxis(ticks: readonly Tick[]) {
  return {
    type: "number",
    domain: [0, 1],
    ticks: ticks.map(({ at }) => at),
    tickFormatter: (at: number) => ticks.find((tick) => tick.at === at)?.label ?? "",
    interval: 0,
    width: "auto",
    axisLine: false,
    tickLine: false,
    tick: AXIS_TEXT,
  } as const;
}
