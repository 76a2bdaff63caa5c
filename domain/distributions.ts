// Distributions on whole numbers, summed term by term. Floating point: for estimates only, never for a figure or verdict.

/**
 * A distribution on 0, 1, … `most` (perhaps without an end), told by how much likelier each number is than the one
 * before it: no factorial, so it is exact to the last digits of a float however large the numbers are.
 */
export interface WholeNumbers {
  /** A number among the likely ones, where the summing begins. */
  readonly near: number;
  readonly most: number;
  /** P(x + 1) ÷ P(x). */
  readonly ratioAfter: (x: number) => number;
}

/** Weights below this part of the greatest change nothing that is drawn. */
const NEGLIGIBLE = 1e-12;

/**
 * The negative binomial by its mean and how many times that its variance is (above 1): the predictive distribution of
 * a Poisson count whose rate has a gamma distribution (Gelman et al., Bayesian Data Analysis, 3rd ed., 2.6).
 */
export function negativeBinomial(mean: number, varianceToMean: number): WholeNumbers {
  const size = mean / (varianceToMean - 1);
  const success = 1 - 1 / varianceToMean;
  return {
    near: Math.round(mean),
    most: Number.POSITIVE_INFINITY,
    ratioAfter: (x) => ((x + size) / (x + 1)) * success,
  };
}

/**
 * The beta–binomial: successes of `trials` whose probability has the distribution Beta(alpha, beta)
 * (Skellam 1948; Gelman et al., Bayesian Data Analysis, 3rd ed., appendix A).
 */
export function betaBinomial(trials: number, alpha: number, beta: number): WholeNumbers {
  return {
    near: Math.round((trials * alpha) / (alpha + beta)),
    most: trials,
    ratioAfter: (x) => ((trials - x) / (x + 1)) * ((x + alpha) / (trials - x - 1 + beta)),
  };
}

function weightsUp({ near, most, ratioAfter }: WholeNumbers): number[] {
  const weights = [1];
  let weight = 1;
  let greatest = 1;
  for (let x = near; x < most && weight > greatest * NEGLIGIBLE; x += 1) {
    weight *= ratioAfter(x);
    greatest = Math.max(greatest, weight);
    weights.push(weight);
  }
  return weights;
}

function weightsDown({ near, ratioAfter }: WholeNumbers): number[] {
  const weights: number[] = [];
  let weight = 1;
  let greatest = 1;
  for (let x = near - 1; x >= 0 && weight > greatest * NEGLIGIBLE; x -= 1) {
    weight /= ratioAfter(x);
    greatest = Math.max(greatest, weight);
    weights.push(weight);
  }
  return weights;
}

/** The whole numbers from `lower` to `upper`, both included. */
export interface WholeBand {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The middle `coverage` (0.8: eight in ten) of a distribution: the numbers whose mid-p value, P(below) + ½ P(at), lies
 * between the tails. Whole quantiles would hold more than was said, the more so the smaller the numbers are; mid-p
 * keeps near it on the average (Lancaster 1961; Agresti, Categorical Data Analysis, 1.4.4).
 */
export function centralBand(distribution: WholeNumbers, coverage: number): WholeBand {
  const down = weightsDown(distribution);
  const weights = [...down.reverse(), ...weightsUp(distribution)];
  const first = distribution.near - down.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const tail = ((1 - coverage) / 2) * total;
  let below = 0;
  const inside: number[] = [];
  weights.forEach((weight, index) => {
    const middle = below + weight / 2;
    if (middle >= tail && middle <= total - tail) inside.push(first + index);
    below += weight;
  });
  return { lower: inside[0] ?? distribution.near, upper: inside.at(-1) ?? distribution.near };
}
