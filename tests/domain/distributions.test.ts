import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaBinomial, centralBand, negativeBinomial, type WholeNumbers } from "@/domain/distributions";

/** P(0), P(1), … as the ratios give them, from 0 to `most`. */
function probabilities({ ratioAfter }: WholeNumbers, most: number): number[] {
  const weights = [1];
  for (let x = 0; x < most; x += 1) weights.push((weights[x] ?? 0) * ratioAfter(x));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

const mean = (values: readonly number[]) => values.reduce((sum, p, x) => sum + p * x, 0);

describe("the negative binomial", () => {
  test("of size 2 and success ½ is P(x) = (x + 1)/2^(x+2): 1/4, 1/4, 3/16, 1/8", () => {
    const found = probabilities(negativeBinomial(2, 2), 200);
    [1 / 4, 1 / 4, 3 / 16, 1 / 8].forEach((p, x) => expect(found[x]).toBeCloseTo(p, 10));
  });

  test("has the mean that it was made with", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.double({ min: 1.05, max: 5, noNaN: true }),
        (m, v) => {
          expect(mean(probabilities(negativeBinomial(m, v), 2_000))).toBeCloseTo(m, 6);
        },
      ),
    );
  });
});

describe("the beta–binomial", () => {
  test("of a share about which nothing is known gives every number of 4 trials the same 1/5", () => {
    probabilities(betaBinomial(4, 1, 1), 4).forEach((p) => expect(p).toBeCloseTo(1 / 5, 12));
  });

  test("of 2 trials with Beta(2, 1) is 1/6, 2/6, 3/6", () => {
    probabilities(betaBinomial(2, 2, 1), 2).forEach((p, x) => expect(p).toBeCloseTo((x + 1) / 6, 12));
  });
});

describe("the middle 80 %", () => {
  test("of 1/6, 2/6, 3/6 are 1 and 2: the mid-p value 1/12 of 0 lies below the tail of 1/10", () => {
    expect(centralBand(betaBinomial(2, 2, 1), 0.8)).toEqual({ lower: 1, upper: 2 });
  });

  test("of 21 equally likely numbers are 2 to 18, mid-p 2,5/21 to 18,5/21", () => {
    expect(centralBand(betaBinomial(20, 1, 1), 0.8)).toEqual({ lower: 2, upper: 18 });
  });

  test("is the one number that is nearly certain", () => {
    expect(centralBand(negativeBinomial(0.01, 1.1), 0.8)).toEqual({ lower: 0, upper: 0 });
  });

  test("of millions is where the normal distribution has it: 1.000.000 ± 1,2816 × √2.000.000", () => {
    const { lower, upper } = centralBand(negativeBinomial(1_000_000, 2), 0.8);
    expect(
      [lower, upper].map((end) => Math.abs(Math.abs(end - 1_000_000) - 1.2816 * Math.sqrt(2_000_000)) < 3),
    ).toEqual([true, true]);
  });

  test("a wider one holds a narrower one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (n, a, b) => {
          const [narrow, wide] = [0.5, 0.8].map((coverage) => centralBand(betaBinomial(n, a / 2, b / 2), coverage));
          expect(wide!.lower).toBeLessThanOrEqual(narrow!.lower);
          expect(wide!.upper).toBeGreaterThanOrEqual(narrow!.upper);
          expect(wide!.upper).toBeLessThanOrEqual(n);
          expect(wide!.lower).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
