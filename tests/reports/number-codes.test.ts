import { describe, expect, it } from "vitest";
import type { NumberFormat } from "@/reports/model";
import { numberCode, percentCode } from "@/reports/render/number-codes";

const PLAIN: NumberFormat = {
  style: "decimal",
  decimals: 0,
  around: ["", ""],
  aroundNegative: null,
  zero: null,
};

describe("number formats of a spreadsheet", () => {
  it("keeps the digits that guard a verdict: 94,996% has three decimals", () => {
    expect(percentCode(3, "en")).toBe("0.000%");
  });

  it("asks for Vietnam's comma only in Vietnamese, at the beginning of every section", () => {
    const format: NumberFormat = { ...PLAIN, decimals: 2, aroundNegative: ["thấp hơn ", ""], zero: "đúng" };
    expect(numberCode(format, "vi")).toBe('[$-42A]#,##0.00;[$-42A]"thấp hơn "#,##0.00;[$-42A]"đúng"');
    expect(numberCode(PLAIN, "en")).toBe("#,##0");
  });

  it("puts the words of a plan around its number", () => {
    const format: NumberFormat = { ...PLAIN, style: "percent", around: ["từ ", "°"] };
    expect(numberCode(format, "vi")).toBe('[$-42A]"từ "0%"°"');
  });

  it("does not let a quotation mark in the words end them", () => {
    expect(numberCode({ ...PLAIN, around: ['"', ""] }, "en")).toBe('"”"#,##0');
  });
});
