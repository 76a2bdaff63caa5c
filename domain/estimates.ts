// Estimates of what is to come: floating point, in a type of their own, for drawings and the sentence beside them.
import type { Period } from "./periods";

/** About this much, in the shown unit. An object, so that nothing exact can be computed from it by accident. */
export interface Estimate {
  readonly about: number;
}

/** What eight in ten courses of the rest of the term stay within, and what is expected. */
export interface EstimateBand {
  readonly lower: Estimate;
  readonly middle: Estimate;
  readonly upper: Estimate;
}

/** Eight in ten. */
export const COVERAGE = 0.8;

/** Jeffreys' prior of a rate and of a probability: half an event, so that the data speak (Jeffreys 1946). */
export const PRIOR = 0.5;

/** The band of the term's value once these periods, the first that remain, have ended too; null while it has none. */
export type Outlook = (ahead: readonly Period[]) => EstimateBand | null;

/** A band from plain numbers in the shown unit. */
export function bandOf(lower: number, middle: number, upper: number): EstimateBand {
  return { lower: { about: lower }, middle: { about: middle }, upper: { about: upper } };
}

/** The sum of floating-point numbers; 0 of nothing. */
export function addFloats(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}

/** A period's distance from what was to be expected of it, and the variance that chance alone gives it. */
export interface Deviation {
  readonly off: number;
  readonly variance: number;
}

/** Pearson's χ² (McCullagh and Nelder, Generalized Linear Models, 2nd ed., 4.5 and 6.2). */
function chiSquared(deviations: readonly Deviation[]): number {
  return addFloats(deviations.map(({ off, variance }) => off ** 2 / variance));
}

const STRETCHES = 3;

/** The first, second and last third as one deviation each; what is left over belongs to none. */
function inThirds(deviations: readonly Deviation[]): Deviation[] {
  const size = Math.floor(deviations.length / STRETCHES);
  return Array.from({ length: STRETCHES }, (_, third) => {
    const stretch = deviations.slice(third * size, (third + 1) * size);
    return { off: addFloats(stretch.map(({ off }) => off)), variance: addFloats(stretch.map((one) => one.variance)) };
  });
}

/**
 * How many times as far at least six periods lie apart as chance alone would have them, never less than once. Seasons
 * and campaigns show from period to period: χ² over two less than its degrees of freedom, the mean of a scaled
 * inverse-χ², because from few periods it may be far larger than it looks (Gelman et al., Bayesian Data Analysis,
 * 3rd ed., 2.6). A pace that drifts shows between the thirds of what has passed (batch means, Conway 1963).
 */
export function dispersionOf(deviations: readonly Deviation[]): number {
  const byPeriod = chiSquared(deviations) / (deviations.length - 3);
  const byThird = chiSquared(inThirds(deviations)) / (STRETCHES - 1);
  return Math.max(1, byPeriod, byThird);
}

/** Decimal text with a point, to the outside of a band: the printed band never holds less than the drawn one. */
export function estimateText({ about }: Estimate, decimals: number, outwards: "down" | "up"): string {
  const scale = 10 ** decimals;
  const noise = 1e-6; // a float just beside a round value is that value
  const scaled = outwards === "down" ? Math.floor(about * scale + noise) : Math.ceil(about * scale - noise);
  return (scaled / scale).toFixed(decimals);
}
