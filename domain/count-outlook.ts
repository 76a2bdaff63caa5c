// What a count that adds up comes to: Poisson–gamma.
import { centralBand, negativeBinomial } from "./distributions";
import { addFloats, bandOf, COVERAGE, dispersionOf, PRIOR, type Outlook } from "./estimates";
import type { CountingTotal } from "./over-time";

/** The finest decimal in which the counts are reported, in thousandths: money may come in tenths, people never do. */
function grainOf(counts: readonly number[]): number {
  return [1000, 100, 10].find((grain) => counts.every((count) => count % grain === 0)) ?? 1;
}

/**
 * The outlook of a summing count from its periods with a value. The rate a period has Jeffreys' gamma prior; what k
 * periods bring is negative binomial, with mean k × rate and variance mean × (1 + k ÷ m) × dispersion, and comes on
 * top of what stands. Null where corrections leave less than nothing.
 */
export function countOutlook(totals: readonly CountingTotal[]): Outlook | null {
  const counts = totals.map(({ total }) => total.sumN ?? 0);
  const grain = grainOf(counts);
  const values = counts.map((count) => count / grain);
  const stands = addFloats(values);
  if (stands < 0) return null;
  const rate = (stands + PRIOR) / values.length;
  const dispersion = dispersionOf(values.map((value) => ({ off: value - rate, variance: rate })));
  const shown = (value: number) => ((stands + value) * grain) / 1000;
  return ({ length: left }) => {
    const mean = rate * left;
    const varianceToMean = dispersion * (1 + left / values.length);
    const { lower, upper } = centralBand(negativeBinomial(mean, varianceToMean), COVERAGE);
    return bandOf(shown(lower), shown(mean), shown(upper));
  };
}
