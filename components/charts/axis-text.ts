/** Text over lines and dots: a rim of paper keeps it legible. */
export const OVER_LINES = {
  paintOrder: "stroke",
  stroke: "var(--color-paper)",
  strokeWidth: 4,
  strokeLinejoin: "round",
} as const;

/** The texts of an axis, and what stands beside it. */
export const AXIS_TEXT = { className: "text-tick sm:text-small", fill: "var(--color-quiet)" } as const;
