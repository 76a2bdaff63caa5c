import { expect, test } from "vitest";
import { countStatuses, statusOf } from "@/domain/statuses";

test("8 of 8 kept: 1 met and 7 exceeded", () => {
  const statuses = ["exceeded", "met", ...Array.from({ length: 6 }, () => "exceeded" as const)] as const;
  expect(countStatuses(statuses)).toEqual({
    total: 8,
    kept: 8,
    parts: [
      { status: "met", count: 1 },
      { status: "exceeded", count: 7 },
    ],
  });
});

test("a target that is not met or has no data is told, and kept by nobody's count", () => {
  const { kept, parts } = countStatuses(["no_data", "not_met", "met"]);
  expect(kept).toBe(1);
  expect(parts.map(({ status }) => status)).toEqual(["met", "not_met", "no_data"]);
});

test("a running measure is shown by its pace, never as not met", () => {
  expect(statusOf({ verdict: "in_progress", pace: "behind" })).toBe("behind");
  expect(statusOf({ verdict: "in_progress", pace: null })).toBe("no_data");
  expect(statusOf({ verdict: "exceeded", pace: null })).toBe("exceeded");
});
