// Runs the worked cases: bundles with the values that the calculation must print for them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { calculateBundle } from "@/domain/bundle/calculate";
import { readBundle } from "@/domain/bundle/read";
import { readCalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";

interface WorkedCase {
  readonly name: string;
  readonly why: string;
  readonly asOf: string | null;
  readonly basis: Basis;
  readonly bundle: unknown;
  readonly expect: Readonly<Record<string, unknown>>;
}

const casesFolder = fileURLToPath(new URL("../cases", import.meta.url));

function readCases(folder: string): readonly WorkedCase[] {
  const path = join(casesFolder, folder);
  return readdirSync(path)
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(path, file), "utf8")) as WorkedCase);
}

function valueAt(json: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], json);
}

describe.each(["shared", "own"])("%s cases", (folder) => {
  test.each(readCases(folder))("$name: $why", (worked) => {
    const reading = readBundle(worked.bundle);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const asOf = worked.asOf === null ? null : readCalendarDate(worked.asOf);
    const result = calculateBundle(reading.bundle, asOf, worked.basis);
    const found = Object.keys(worked.expect).map((path) => [path, valueAt(result, path)]);
    expect(Object.fromEntries(found)).toEqual(worked.expect);
  });
});
