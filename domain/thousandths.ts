import { toExact, type Exact } from "./exact";

declare const thousandthsBrand: unique symbol;

/** An entered number as an integer count of thousandths: `97.61` is 97610 (CALCULATION.md §1). */
export type Thousandths = number & { readonly [thousandthsBrand]: true };

/** At most 9 whole digits and 3 decimals, so that sums of thousands of figures stay below 2^53. */
export const MAX_THOUSANDTHS = 999_999_999_999;

const DECIMAL_TEXT = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;
const MAX_WHOLE_DIGITS = 9;
const MAX_DECIMALS = 3;

/** Marks a safe integer as thousandths. Throws RangeError outside ±999 999 999.999. */
export function asThousandths(count: number): Thousandths {
  if (!Number.isSafeInteger(count) || Math.abs(count) > MAX_THOUSANDTHS) {
    throw new RangeError(`not a count of thousandths: ${count}`);
  }
  return count as Thousandths;
}

/** The exact value of thousandths, entered or summed. */
export function thousandthsToExact(value: number): Exact {
  return toExact(BigInt(value)).div(1000);
}

/** The sum of two counts of thousandths. Throws RangeError beyond 2^53, where a sum would stop being exact. */
export function addThousandths(a: number, b: number): number {
  const sum = a + b;
  if (!Number.isSafeInteger(sum)) throw new RangeError("a sum of figures exceeds 2^53 thousandths");
  return sum;
}

export type DecimalTextProblem = "not_a_decimal" | "too_many_decimals" | "too_large";

/** Why a text is not a number of the bundle (`-12.5`: a point, at most 3 decimals and 9 whole digits), or its thousandths. */
export function readDecimalText(text: string): Thousandths | DecimalTextProblem {
  const match = DECIMAL_TEXT.exec(text);
  if (match === null) return "not_a_decimal";
  const [, sign = "", whole = "", fraction = ""] = match;
  if (fraction.length > MAX_DECIMALS) return "too_many_decimals";
  if (whole.length > MAX_WHOLE_DIGITS) return "too_large";
  const count = Number.parseInt(whole + fraction.padEnd(MAX_DECIMALS, "0"), 10);
  return asThousandths(sign === "-" && count !== 0 ? -count : count);
}

/** Decimal text as entered, with a point and without trailing zeros: 97500 is `97.5`. */
export function thousandthsText(value: number): string {
  const digits = Math.abs(value)
    .toString()
    .padStart(MAX_DECIMALS + 1, "0");
  const fraction = digits.slice(-MAX_DECIMALS).replace(/0+$/, "");
  const whole = digits.slice(0, -MAX_DECIMALS);
  return `${value < 0 ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
