const MODULUS = 2_147_483_647;
const MULTIPLIER = 48_271;

/** A seeded source of chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
}

/** A Lehmer generator; every intermediate product stays below 2^53, so no rounding can differ between machines. */
export function createRandom(seed: number): Random {
  let state = (seed % (MODULUS - 1)) + 1;
  return {
    below: (limit) => {
      state = (state * MULTIPLIER) % MODULUS;
      return state % limit;
    },
  };
}

/** Who can receive how much of what is spread. Weights are whole numbers. */
export interface Share {
  readonly weight: number;
  readonly most: number;
}

/**
 * Spreads `total` single pieces over the shares by weighted draws, none above its `most`.
 * Throws RangeError when the shares cannot hold the total.
 */
export function spread(random: Random, total: number, shares: readonly Share[]): number[] {
  const got = shares.map(() => 0);
  for (let piece = 0; piece < total; piece += 1) {
    const open = shares.map(({ weight, most }, index) => ((got[index] ?? 0) < most ? weight : 0));
    const index = drawIndex(random, open);
    got[index] = (got[index] ?? 0) + 1;
  }
  return got;
}

function drawIndex(random: Random, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) throw new RangeError("nothing left to draw from");
  let rest = random.below(sum);
  return weights.findIndex((weight) => {
    rest -= weight;
    return rest < 0;
  });
}

/** Divides `total` in proportion to the weights by largest remainders: whole parts that add up to it. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const rest = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, rest)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
