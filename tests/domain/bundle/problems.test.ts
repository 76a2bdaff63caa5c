import { expect, test } from "vitest";
import { BUNDLE_PROBLEM_CODES } from "@/domain/bundle/problems";
import en from "@/messages/en.json";
import vi from "@/messages/vi.json";

test("every refusal has its sentence in both languages, and no sentence is left over", () => {
  const codes = [...BUNDLE_PROBLEM_CODES].sort();
  expect(Object.keys(vi.bundle.problems).sort()).toEqual(codes);
  expect(Object.keys(en.bundle.problems).sort()).toEqual(codes);
});
