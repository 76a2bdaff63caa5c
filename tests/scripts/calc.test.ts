import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { main } from "@/scripts/calc";

const sample = "samples/2015-2020.json";
let output = "";
let refusals = "";

beforeEach(() => {
  output = "";
  refusals = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    output += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    refusals += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "calc-")), "bundle.json");
  writeFileSync(file, text);
  return file;
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

describe("calc prints the results of a bundle", () => {
  test("the sample of 2015-2020: 8 of 8, 1 met and 7 exceeded, 12 of 5 is 240 %", () => {
    expect(main([sample])).toBe(0);
    const { terms, asOf } = JSON.parse(output) as { terms: { headline: object; targets: object[] }[]; asOf: null };
    expect(asOf).toBeNull();
    expect(terms[0]?.headline).toEqual({ met: 1, exceeded: 7, notMet: 0, noData: 0, noPlan: 0, inProgress: 0 });
    expect(terms[0]?.targets[5]).toMatchObject({
      measures: [{ actual: "12", achievementPct: "240.00", excess: "140.00" }],
    });
  });
  test("seen from an earlier day it is in progress, on the basis asked for", () => {
    expect(main([sample, "--as-of", "2017-12-31", "--basis", "provisional"])).toBe(0);
    const printed: unknown = JSON.parse(output);
    expect(printed).toMatchObject({
      asOf: "2017-12-31",
      basis: "provisional",
      terms: [{ final: false, asOf: "2017-12-31" }],
    });
  });
});

describe("calc refuses with 2 and prints no result", () => {
  test.each([
    ["no file", []],
    ["two files", ["a.json", "b.json"]],
    ["a day that does not exist", [sample, "--as-of", "2020-02-30"]],
    ["an unknown basis", [sample, "--basis", "draft"]],
    ["an unknown option", [sample, "--verbose"]],
    ["a file that is not there", ["no-such-file.json"]],
    ["a folder", ["samples"]],
    ["text that is no JSON", [fileWith("{")]],
  ])("%s, in one line", (_what, args) => {
    expect(main(args)).toBe(2);
    expect(output).toBe("");
    expect(linesOf(refusals)).toHaveLength(1);
  });
  test("a bundle with two faults, one line each with its path", () => {
    const term = { id: "T", name: "T", startsOn: "2016-01-01", endsOn: "2015-12-31", targets: [] };
    const units = [{ id: "a", kind: "cell", name: "a", parent: "zz", from: "2010-01-01" }];
    expect(main([fileWith(JSON.stringify({ format: "tien-do/bundle@1", units, terms: [term] }))])).toBe(2);
    expect(linesOf(refusals).map((line) => line.split(":")[0])).toEqual(["units.0.parent", "terms.0.endsOn"]);
  });
});
