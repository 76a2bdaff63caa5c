// What a rate comes to: beta–binomial on the usual denominators of the remaining periods.
import { betaBinomial, centralBand } from "./distributions";
import { addFloats, bandOf, COVERAGE, dispersionOf, PRIOR, type Outlook } from "./estimates";
import type { CountingTotal, MeasureInput } from "./over-time";
import type { Period } from "./periods";

/** n and d of what is divided as one (the whole term, a year, a period), and how many remaining periods join it. */
interface Pool {
  readonly n: number;
  readonly d: number;
  readonly joining: number;
}

interface Share {
  readonly n: number;
  readonly d: number;
  readonly period: Period;
}

function poolOf(shares: readonly Share[], joining: number): Pool {
  return { n: addFloats(shares.map(({ n }) => n)), d: addFloats(shares.map(({ d }) => d)), joining };
}

/** Of a mean of years: the years that have ended by then, and while none has, the running one. */
function poolsOfYears({ term }: MeasureInput, shares: readonly Share[], ahead: readonly Period[]): Pool[] {
  const until = ahead.at(-1)?.endsOn ?? term.endsOn;
  const ended = term.years.filter(({ endsOn }) => endsOn <= until);
  const considered = ended.length > 0 ? ended : term.years.slice(0, 1);
  return considered.map(({ id }) =>
    poolOf(
      shares.filter(({ period }) => period.yearId === id),
      ahead.filter(({ yearId }) => yearId === id).length,
    ),
  );
}

/** The pools whose mean the value is once the periods ahead have ended, by `overTime` (CALCULATION.md §2). */
function poolsAfter(input: MeasureInput, shares: readonly Share[], ahead: readonly Period[]): Pool[] {
  switch (input.measure.overTime) {
    case "mean_years":
      return poolsOfYears(input, shares, ahead);
    case "mean_periods":
      return [...shares.map((share) => poolOf([share], 0)), ...ahead.map(() => poolOf([], 1))];
    default:
      return [poolOf(shares, ahead.length)];
  }
}

/**
 * The value as a straight line: what is certain, and how much of it the share q of the remaining periods makes.
 * `trials` are the observations behind q: fewer than Σd where periods weigh unequally, as in years of unequal length
 * (Kish 1965: (Σw)² ÷ Σw²). Null of no pool: the term has no value by then.
 */
function lineOf(pools: readonly Pool[], usual: number) {
  const grown = pools
    .map(({ n, d, joining }) => ({ n, joining, whole: d + joining * usual }))
    .filter(({ whole }) => whole > 0);
  if (grown.length === 0) return null;
  const each = grown.flatMap(({ joining, whole }) => Array<number>(joining).fill(usual / whole / grown.length));
  const weight = addFloats(each);
  return {
    certain: addFloats(grown.map(({ n, whole }) => n / whole)) / grown.length,
    weight,
    trials: (usual * weight ** 2) / addFloats(each.map((one) => one ** 2)),
  };
}

/**
 * The outlook of a rate from its periods with a denominator. The share has Jeffreys' beta prior, what the remaining
 * periods bring is beta–binomial; overdispersion counts as so many fewer observations. Null where an n exceeds its d.
 */
export function rateOutlook(input: MeasureInput, totals: readonly CountingTotal[]): Outlook | null {
  const shares = totals.map(({ total, period }) => ({
    ...{ n: (total.sumN ?? 0) / 1000, d: (total.sumD ?? 0) / 1000, period },
  }));
  if (shares.some(({ n, d }) => n > d)) return null;
  const { n, d } = poolOf(shares, 0);
  const p = (n + PRIOR) / (d + 2 * PRIOR);
  const dispersion = dispersionOf(
    shares.map((share) => ({ off: share.n - share.d * p, variance: share.d * p * (1 - p) })),
  );
  const [alpha, beta] = [(n + PRIOR) / dispersion, (d - n + PRIOR) / dispersion];
  return (ahead) => {
    const line = lineOf(poolsAfter(input, shares, ahead), d / shares.length);
    if (line === null) return null;
    const { certain, weight, trials } = line;
    const percent = (share: number) => (certain + weight * share) * 100;
    if (weight === 0) return bandOf(percent(0), percent(0), percent(0));
    const observed = Math.max(1, Math.round(trials / dispersion));
    const { lower, upper } = centralBand(betaBinomial(observed, alpha, beta), COVERAGE);
    return bandOf(percent(lower / observed), percent(p), percent(upper / observed));
  };
}
