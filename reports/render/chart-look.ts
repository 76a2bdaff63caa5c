import type { ChartSeries } from "../model";

/** Dark against light, so that black-and-white prints still tell result from plan. Six hex digits. */
export const SERIES_COLOURS: Readonly<Record<ChartSeries["role"], string>> = {
  actual: "1F5E8C",
  plan: "C9C4B5",
};
