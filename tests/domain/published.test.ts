import { describe, expect, it } from "vitest";
import type { MeasureAchievement } from "@/domain/achievements";
import { toExact } from "@/domain/exact";
import type { Measure } from "@/domain/measures";
import { findPublishedMismatch } from "@/domain/published";

const measure = { kind: "rate", overUnits: "sum", decimals: 2 } as Measure;
const result = (actual: string | null, verdict: MeasureAchievement["verdict"] = "exceeded") =>
  ({ actual: actual === null ? null : toExact(actual), plan: null, verdict }) as MeasureAchievement;

describe("what was once announced", () => {
  it("agrees when it is what is printed", () => {
    expect(findPublishedMismatch(measure, result("97.61"), { value: "97.61", verdict: "exceeded" })).toBeNull();
  });
  it("agrees when the result rounds to it: 97,6124 announced as 97,6", () => {
    expect(findPublishedMismatch(measure, result("97.6124"), { value: "97.6", verdict: null })).toBeNull();
  });
  it("disagrees when it was cut short: 97,619 announced as 97,61", () => {
    const mismatch = findPublishedMismatch(measure, result("97.619"), { value: "97.61", verdict: null });
    expect(mismatch).toEqual({ value: "97.61", verdict: null });
  });
  it("disagrees where no figure gives it, and in its verdict", () => {
    const mismatch = findPublishedMismatch(measure, result(null, "no_data"), { value: "12", verdict: "met" });
    expect(mismatch).toEqual({ value: "12", verdict: "met" });
  });
  it("is not held against a term that still runs", () => {
    expect(findPublishedMismatch(measure, result("90", "in_progress"), { value: "97.61", verdict: "met" })).toBeNull();
  });
});
