import { describe, expect, it } from "vitest";
import { checkMessages, compareMessages } from "@/scripts/lint/messages.mjs";

const compare = (vi: Record<string, string>, en: Record<string, string>) =>
  compareMessages(new Map(Object.entries(vi)), new Map(Object.entries(en)));

describe("the two languages", () => {
  it("have the same keys, none empty, in composed letters", () => {
    expect(checkMessages()).toEqual([]);
  });

  it.each([
    ["a key of one language only", { a: "Đạt", b: "Kỳ" }, { a: "Met" }, "b is only in vi.json"],
    ["an empty message", { a: "Đạt" }, { a: " " }, "a is empty in en.json"],
    [
      "letters in parts",
      { a: "Kỳ".normalize("NFD") },
      { a: "Period" },
      "a is not in composed letters (NFC) in vi.json",
    ],
  ])("are refused with %s", (_, vi, en, problem) => {
    expect(compare(vi, en)).toEqual([problem]);
  });
});
