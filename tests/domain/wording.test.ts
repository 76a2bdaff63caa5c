import { describe, expect, test } from "vitest";
import type { Measure } from "@/domain/measures";
import { padCount, wordMeasure, type Wording } from "@/domain/wording";
import { createTranslate, type Locale } from "@/messages/translate";
import { achieve, figuresOf, measureOf } from "./support/build";

function say(wording: Wording | null, locale: Locale): string {
  return wording === null ? "" : createTranslate(locale)(wording.key, wording.values);
}

function sayResult(measure: Measure, lines: readonly string[], locale: Locale = "vi"): string {
  return say(wordMeasure(measure, achieve(measure, figuresOf(lines)), locale), locale);
}

const attendance = measureOf({ kind: "rate", plan: "95" });

describe("a count is said in % of its plan", () => {
  const admissions = measureOf({ plan: "5" });
  test("12 of 5 is 240 %, 140 % above", () => {
    expect(sayResult(admissions, ["c1 2016 12"])).toBe("đạt 240% chỉ tiêu, vượt 140%");
    expect(sayResult(admissions, ["c1 2016 12"], "en")).toBe("240% of the plan, 140% above it");
  });
  test("4 of 5 is 80 %, with nothing above", () => {
    expect(sayResult(admissions, ["c1 2016 4"])).toBe("đạt 80% chỉ tiêu");
  });
  test("36 of 35 is 102,86 %, decimals kept where there are some", () => {
    expect(sayResult(measureOf({ plan: "35" }), ["c1 2016 36"])).toBe("đạt 102,86% chỉ tiêu, vượt 2,86%");
  });
  test("2 against a plan of 0 has no percentage", () => {
    expect(sayResult(measureOf({ plan: "0" }), ["c1 2016 2"])).toBe("kết quả 02, chỉ tiêu 0");
  });
});

describe("a rate stands beside its plan", () => {
  test("9761/10000 of 95 is 97,61 %, 2,61 points above", () => {
    expect(sayResult(attendance, ["c1 2016 9761/10000"])).toBe(
      "đạt 97,61% (chỉ tiêu từ 95% trở lên), vượt 2,61 điểm phần trăm",
    );
  });
  test("97,80 keeps its two decimals", () => {
    expect(sayResult(attendance, ["c1 2016 978/1000"])).toContain("đạt 97,80% (");
  });
  test("100 of exactly 100 is the plan itself, written as it was promised", () => {
    const all = measureOf({ kind: "rate", rule: "exactly", plan: "100" });
    expect(sayResult(all, ["c1 2016 50/50"])).toBe("đạt 100%, đúng chỉ tiêu");
  });
  test("93 of 95 is 2 points below", () => {
    expect(sayResult(attendance, ["c1 2016 93/100"])).toBe(
      "đạt 93,00% (chỉ tiêu từ 95% trở lên), thấp hơn 2,00 điểm phần trăm",
    );
  });
  test("0,8 of at most 1 is within the limit by 0,2 points", () => {
    const limited = measureOf({ kind: "rate", rule: "at_most", plan: "1" });
    expect(sayResult(limited, ["c1 2016 8/1000"])).toBe(
      "0,80% (chỉ tiêu không quá 1%), trong giới hạn, còn cách 0,20 điểm phần trăm",
    );
  });
  test("92 within 90 to 95 is above the lower bound", () => {
    const range = measureOf({ kind: "rate", rule: "range", plan: ["90", "95"] });
    expect(sayResult(range, ["c1 2016 92/100"])).toBe(
      "đạt 92,00% (chỉ tiêu từ 90% đến 95%), cao hơn mức thấp nhất 2,00 điểm phần trăm",
    );
  });
});

test("a judgement is said as judged, and its absence too", () => {
  const judged = measureOf({ kind: "judged", rule: "judged", overTime: "latest" });
  expect(sayResult(judged, ["c1 2016 exceeded"])).toBe("đánh giá: vượt chỉ tiêu");
  expect(sayResult(judged, [])).toBe("chưa đánh giá");
  expect(sayResult(attendance, [])).toBe("chưa có số liệu");
});

test("counts below 10 are padded in Vietnamese prose", () => {
  expect(["5", "12", "0,5"].map((text) => padCount(text, "vi"))).toEqual(["05", "12", "0,5"]);
  expect(padCount("5", "en")).toBe("5");
});
