import { describe, expect, it } from "vitest";
import { calculateSample, readSample } from "./read-sample";

describe("the term 2015-2020 comes out at what was published", () => {
  const result = calculateSample("2015-2020");

  it("8/8: one target met, seven exceeded", () => {
    expect(result.final).toBe(true);
    expect(result.headline).toEqual({ met: 1, exceeded: 7, notMet: 0, noData: 0, noPlan: 0, inProgress: 0 });
    expect(result.targets.map(({ verdict }) => verdict)).toEqual(["met", ...Array<string>(7).fill("exceeded")]);
  });

  it("12 admitted of 5 is 240 %, excess 140 %", () => {
    expect(result.measure("m6")).toMatchObject({
      actual: "12",
      plan: "5",
      achievementPct: "240.00",
      excess: "140.00",
      excessUnit: "percent",
      verdict: "exceeded",
    });
  });

  it.each([
    ["m4", "9,761 of 10,000 present", "97.61", "9761/100"],
    ["m5", "(98 + 97.5 + 97.5 + 172/175 + 171/175) / 5", "97.80", "489/5"],
    ["m3", "(191/200 + 215/220 + 214/220 + 216/225 + 244/250) / 5", "96.82", "4841/50"],
  ])("%s: %s is %s", (id, _sum, actual, exact) => {
    expect(result.measure(id)).toMatchObject({ actual, exact, plan: "95", verdict: "exceeded" });
  });

  it("members 100 % and other staff above 95 % are met, and claim no more", () => {
    expect(result.measure("m1a")).toMatchObject({ exact: "100", verdict: "met" });
    const otherStaff = result.measure("m1b");
    expect(Number(otherStaff.actual)).toBeGreaterThan(95);
    expect(otherStaff.verdict).toBe("met");
  });

  it("every published value and verdict agrees with the computed one", () => {
    const published = readSample("2015-2020").term.targets.flatMap(({ measures }) => measures);
    const stated = published.filter((measure) => measure.published);
    expect(stated.map(({ id }) => id)).toEqual(["m1a", "m1b", "m2", "m3", "m4", "m5", "m6"]);
    for (const measure of stated) {
      const computed = result.measure(measure.id);
      expect(computed.verdict).toBe(measure.published?.verdict);
      if (measure.published?.value) expect(Number(computed.actual)).toBe(Number(measure.published.value));
    }
  });

  it("every expected report was received", () => {
    for (const { measures } of result.targets) {
      for (const { received, expected } of measures) expect(received).toBe(expected);
    }
  });
});
