// Bundles with one fault each, and what is said about them.
import { expect, test } from "vitest";
import type { BundleProblemCode } from "@/domain/bundle/problems";
import { readBundle } from "@/domain/bundle/read";

export type Json = Record<string, unknown>;

export const rate: Json = { kind: "rate", plan: "95" };

/** A counting figure of the yearly count `m`. */
export function figure(fields: Json = {}): Json {
  return { measure: "m", unit: "c1", period: "2016", n: "1", status: "accepted", ...fields };
}

export interface Parts {
  readonly measure?: Json;
  readonly figures?: readonly Json[];
  readonly term?: Json;
  readonly units?: readonly Json[];
  readonly root?: Json;
}

function bundleOf({ measure = {}, figures = [figure()], term = {}, units = [], root = {} }: Parts) {
  const base = {
    id: "m",
    name: "m",
    kind: "count",
    frequency: "year",
    overUnits: "sum",
    overTime: "sum",
    rule: "at_least",
    plan: "5",
  };
  return {
    format: "tien-do/bundle@1",
    units: [
      { id: "db", kind: "committee", name: "Đảng bộ", parent: null, from: "2010-01-01" },
      { id: "c1", kind: "cell", name: "Chi bộ 1", parent: "db", from: "2010-01-01" },
      ...units,
    ],
    terms: [
      {
        id: "T",
        name: "T",
        startsOn: "2016-01-01",
        endsOn: "2017-12-31",
        targets: [{ id: "t1", position: 1, name: "t1", measures: [{ ...base, ...measure }] }],
        figures,
        ...term,
      },
    ],
    ...root,
  };
}

/** Each problem of a bundle with these parts, as its path and code. */
export function refusalsOf(parts: Parts): string[] {
  const reading = readBundle(bundleOf(parts));
  return reading.ok ? [] : reading.problems.map(({ path, code }) => `${path} ${code}`);
}

/** What is wrong, the parts that hold it, and the path and code that must be named. */
export type Refusal = readonly [what: string, parts: Parts, path: string, code: BundleProblemCode];

export const MEASURE_PATH = "terms.0.targets.0.measures.0";
export const FIGURES_PATH = "terms.0.figures";

/** One test a refusal. */
export function testRefusals(refusals: readonly Refusal[]): void {
  test.each(refusals)("%s", (_what, parts, path, code) => {
    expect(refusalsOf(parts)).toContain(`${path} ${code}`);
  });
}
