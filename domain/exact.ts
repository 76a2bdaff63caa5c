import Fraction from "fraction.js";

/** An exact rational number. Everything computed from entered numbers is one until it is shown (CALCULATION.md §1). */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0);
export const HUNDRED: Exact = new Fraction(100);

/** The exact rational of a whole number, a decimal text (`97.61`) or a quotient text (`9761/100`). */
export function toExact(value: bigint | number | string): Exact {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError("only whole numbers become exact without a text");
  }
  return new Fraction(value);
}

/** The rational in lowest terms as text: `9761/100`, and `12` for a whole number. */
export function exactText(value: Exact): string {
  return value.toFraction();
}

/** Whether the value has no fractional part. */
export function isWhole(value: Exact): boolean {
  return value.d === 1n;
}

/** The sum; 0 of nothing. */
export function sumOf(values: readonly Exact[]): Exact {
  return values.reduce((sum, value) => sum.add(value), ZERO);
}

/** The plain mean, each value one vote; null of nothing (CALCULATION.md §1: missing never enters a mean). */
export function meanOf(values: readonly Exact[]): Exact | null {
  return values.length === 0 ? null : sumOf(values).div(values.length);
}

/** The least value; null of nothing. */
export function leastOf(values: readonly Exact[]): Exact | null {
  return values.reduce<Exact | null>((least, value) => (least === null || value.lt(least) ? value : least), null);
}

/** The greatest value; null of nothing. */
export function greatestOf(values: readonly Exact[]): Exact | null {
  return values.reduce<Exact | null>((most, value) => (most === null || value.gt(most) ? value : most), null);
}

/** 100 × n ÷ d; null without a denominator (CALCULATION.md §2). */
export function percentOf(n: Exact, d: Exact): Exact | null {
  return d.equals(ZERO) ? null : n.mul(HUNDRED).div(d);
}

/** -1, 0 or 1: on which side of `bound` the value lies. */
export function sideOf(value: Exact, bound: Exact): -1 | 0 | 1 {
  return value.lt(bound) ? -1 : value.gt(bound) ? 1 : 0;
}

/** Rounded once, half away from zero, to at least 0 `decimals` (CALCULATION.md §1). */
export function roundHalfAway(value: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals);
  const rounded = (2n * value.n * scale + value.d) / (2n * value.d);
  return toExact(value.s < 0n ? -rounded : rounded).div(scale);
}

/** Rounded up to `decimals`, so that bringing the printed amount suffices (CALCULATION.md §5). */
export function roundUp(value: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals);
  return value.mul(scale).ceil().div(scale);
}

/** Decimal text with a point and exactly `decimals` places of a value that has no more than that. */
export function fixedText(value: Exact, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const digits = ((value.n * scale) / value.d).toString().padStart(decimals + 1, "0");
  const sign = value.s < 0n && value.n !== 0n ? "-" : "";
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}
