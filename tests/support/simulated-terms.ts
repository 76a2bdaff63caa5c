// Terms made up with a fixed seed, to hold projections against what then came: counts and rates that keep their pace,
// follow the seasons, drift, or come in bursts, as real ones do.
import type { BundleMeasure } from "@/domain/bundle/measure-schema";
import { computeMeasureAchievement } from "@/domain/measure-achievement";
import { toExact } from "@/domain/exact";
import { NO_LATEST } from "@/domain/latest";
import type { MeasureInput } from "@/domain/over-time";
import { listPeriods } from "@/domain/periods";
import { computeProjection } from "@/domain/projections";
import { measureOf, termOf } from "../domain/support/build";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang 2000; a shape below 1 is lifted by one. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function poisson(random: Random, mean: number): number {
  let left = mean;
  let count = -1;
  do {
    left += Math.log(1 - random());
    count += 1;
  } while (left > 0);
  return count;
}

function binomial(random: Random, trials: number, probability: number): number {
  let successes = 0;
  for (let trial = 0; trial < trials; trial += 1) if (random() < probability) successes += 1;
  return successes;
}

const WAYS = ["steady", "seasons", "drift", "bursts"] as const;
type Way = (typeof WAYS)[number];

const FREQUENCIES = ["month", "quarter"] as const;
const OVER_TIME = ["sum", "mean_periods", "mean_years"] as const;

function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}

interface Course {
  readonly random: Random;
  readonly way: Way;
  readonly periods: number;
  /** How far it drifts over the term, and in which months it is above its mean. */
  readonly drift: number;
  readonly shift: number;
}

/** What a period's pace is of the usual one, about 1. */
function paceAt({ random, way, periods, drift, shift }: Course, index: number): number {
  const inTerm = index / (periods - 1) - 0.5;
  switch (way) {
    case "steady":
      return 1;
    case "seasons":
      return 1 + 0.6 * Math.sin((2 * Math.PI * (index + shift)) / (periods / 5));
    case "drift":
      return 1 + drift * inTerm;
    case "bursts":
      return gamma(random, 2) / 2;
  }
}

interface SimulatedTerm {
  readonly way: Way;
  readonly kind: "count" | "rate";
  readonly input: MeasureInput;
}

/** One term, whole, seen from a day in it with at least six periods behind and one ahead. */
function simulateTerm(random: Random, kind: SimulatedTerm["kind"], way: Way): SimulatedTerm {
  const frequency = pick(random, FREQUENCIES);
  const overTime = kind === "count" ? "sum" : pick(random, OVER_TIME);
  const fields: Partial<BundleMeasure> = { kind, frequency, overTime, plan: "95" };
  const term = termOf();
  const periods = listPeriods(term, frequency);
  const course = { random, way, periods: periods.length, drift: 0.6 * (2 * random() - 1), shift: random() * 12 };
  const valueAt = kind === "count" ? countsOf(course) : ratesOf(course);
  const totals = periods.map(({ key }, index) => {
    const { n, d } = valueAt(index);
    return {
      ...{
        period: key,
        sumN: n * 1000,
        sumD: d === null ? null : d * 1000,
        judged: null,
        levels: [0, 0, 0, 0] as const,
      },
      ...{ value: d === null ? toExact(n) : toExact(n).mul(100).div(d), received: 1, expected: 1, notApplicable: 0 },
    };
  });
  const seenAt = periods[5 + Math.floor(random() * (periods.length - 6))]?.endsOn ?? term.endsOn;
  return { way, kind, input: { measure: measureOf(fields), term, totals, latest: NO_LATEST, asOf: seenAt } };
}

/** From a few in a term to a few hundred. */
function countsOf(course: Course) {
  const inTerm = 4 * 75 ** course.random();
  return (index: number) => ({
    n: poisson(course.random, (inTerm / course.periods) * paceAt(course, index)),
    d: null,
  });
}

/** Some 20 to 300 who must attend, of whom 1 to 15 in a hundred are missing. */
function ratesOf(course: Course) {
  const { random } = course;
  const members = 20 * 15 ** random();
  const missing = 0.01 * 15 ** random();
  return (index: number) => {
    const d = Math.round(members * (0.9 + 0.2 * random()));
    return { n: d - binomial(random, d, Math.min(1, missing * paceAt(course, index))), d };
  };
}

/** Whether the value at the term's end lay in the band that was projected. */
function wasCovered({ input }: SimulatedTerm): boolean {
  const end = computeProjection(input)?.end;
  const actual = computeMeasureAchievement({ ...input, asOf: input.term.endsOn }).actual;
  if (end === undefined || actual === null) throw new Error("a simulated term has a projection and a result");
  const rounding = 1e-9;
  return end.lower.about - rounding <= actual.valueOf() && actual.valueOf() <= end.upper.about + rounding;
}

export interface Coverage {
  readonly terms: number;
  readonly covered: number;
}

const SEED = 20260203;

/** How often the band held what came, over so many simulated terms: in all, and by kind and way. Always the same. */
export function measureCoverage(count: number): Coverage & { readonly groups: ReadonlyMap<string, Coverage> } {
  const random = randomFrom(SEED);
  const groups = new Map<string, Coverage>();
  const kinds = ["count", "rate"] as const;
  for (let index = 0; index < count; index += 1) {
    const simulated = simulateTerm(
      random,
      kinds[index % 2] ?? "count",
      WAYS[Math.floor(index / 2) % WAYS.length] ?? "steady",
    );
    const name = `${simulated.kind} ${simulated.way}`;
    const { terms, covered } = groups.get(name) ?? { terms: 0, covered: 0 };
    groups.set(name, { terms: terms + 1, covered: covered + (wasCovered(simulated) ? 1 : 0) });
  }
  const covered = [...groups.values()].reduce((sum, group) => sum + group.covered, 0);
  return { terms: count, covered, groups };
}
