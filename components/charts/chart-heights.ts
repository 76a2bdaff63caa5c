/** Heights of the drawings in CSS pixels. */
export const DRAWING_HEIGHT = { trajectory: 330, years: 240 } as const;

/** The line below a drawing that shows what the keys have walked to. */
const WALKED_LINE = 24;

/** Heights of their places, kept free before they are drawn so that nothing moves. */
export const CHART_HEIGHT = {
  trajectory: DRAWING_HEIGHT.trajectory + WALKED_LINE,
  years: DRAWING_HEIGHT.years + WALKED_LINE,
} as const;
