import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localiseDecimal } from "@/domain/display";
import { readNumber, typedNumber, type NumberKind, type NumberReading } from "@/domain/number-text";
import { asThousandths, MAX_THOUSANDTHS, thousandthsText } from "@/domain/thousandths";

const rules = (kind: NumberKind, mayBeNegative = true) => ({ kind, mayBeNegative });

function said(text: string, kind: NumberKind = "count"): string {
  const reading = readNumber(text, rules(kind));
  return reading.ok ? thousandthsText(reading.value) : reading.code;
}

const thousandths = fc.integer({ min: -MAX_THOUSANDTHS, max: MAX_THOUSANDTHS }).map(asThousandths);
const kinds = fc.constantFrom<NumberKind>("count", "rate", "percent");

function possibleValues(reading: NumberReading): readonly number[] {
  return reading.ok ? [reading.value] : reading.readings;
}

describe("numbers as people type them", () => {
  test.each([
    ["97,61", "97.61"],
    ["97.61", "97.61"],
    [" 97,61 ", "97.61"],
    ["1.250", "1250"],
    ["1.234,5", "1234.5"],
    ["1 234,5", "1234.5"],
    ["1\u00a0234", "1234"],
    ["1,234.5", "1234.5"],
    ["12.345.678", "12345678"],
    ["12,345,678", "12345678"],
    ["1,250", "1.25"],
    ["1250.500", "1250.5"],
    ["0.250", "0.25"],
    ["05", "5"],
    ["-3", "-3"],
    ["−3,5", "-3.5"],
    ["-0", "0"],
    ["１２,５", "12.5"],
  ])("%j as a count is %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each([
    ["97,61%", "97.61"],
    ["97,61 %", "97.61"],
    ["97.610,5%", "97610.5"],
    ["1.25", "1.25"],
    ["1,250", "1.25"],
  ])("%j as a percent is %s", (text, expected) => {
    expect(said(text, "percent")).toBe(expected);
  });

  test.each([
    "abc",
    "1.2.3",
    "1,2,3",
    "1.25.000",
    "1..2",
    ",5",
    "5,",
    "1e3",
    "--5",
    "5 %%",
    "½",
    "10²",
    "1 2",
    "1.234 567",
    "5 người",
    "0x10",
    "Infinity",
  ])("%j is not a number", (text) => {
    expect(said(text, "percent")).toBe("not_a_number");
  });

  test("% belongs to a percent only", () => {
    expect([said("5%"), said("5%", "rate")]).toEqual(["not_a_number", "not_a_number"]);
  });
  test("blank text is empty, not zero", () => {
    expect([said(""), said("  "), said("0")]).toEqual(["empty", "empty", "0"]);
  });
  test("more than 3 decimals and more than 9 whole digits are refused", () => {
    expect([said("1,0001"), said("1234567890123"), said("999999999,999")]).toEqual([
      "too_many_decimals",
      "too_large",
      "999999999.999",
    ]);
  });
  test("a negative number is refused where none may be", () => {
    expect(readNumber("-1", rules("count", false))).toMatchObject({ ok: false, code: "negative" });
  });
  test("a fraction is refused where whole numbers are asked for, 5,0 is whole", () => {
    const whole = { kind: "count", mayBeNegative: false, decimals: 0 } as const;
    expect(readNumber("5,5", whole)).toMatchObject({ ok: false, code: "whole_needed" });
    expect(readNumber("5,0", whole)).toEqual({ ok: true, value: 5000 });
  });
  test("1.250 in a rate or percent may be 1,25 or 1250: both are offered, none is taken", () => {
    for (const kind of ["rate", "percent"] as const) {
      expect(readNumber("1.250", rules(kind))).toEqual({ ok: false, code: "ambiguous", readings: [1250, 1250000] });
    }
  });
});

describe("parser and formatter", () => {
  test("are inverse of each other for every entered number, as it is put into a field", () => {
    fc.assert(
      fc.property(thousandths, kinds, (value, kind) => {
        expect(readNumber(typedNumber(value), rules(kind))).toEqual({ ok: true, value });
      }),
    );
  });
  test("are inverse for counts as Vietnamese prints them, grouped", () => {
    fc.assert(
      fc.property(thousandths, (value) => {
        const printed = localiseDecimal(thousandthsText(value), "vi");
        expect(readNumber(printed, rules("count"))).toEqual({ ok: true, value });
      }),
    );
  });
  test("never read a printed number as another value: it is the value, or asked about", () => {
    fc.assert(
      fc.property(thousandths, kinds, (value, kind) => {
        const printed = localiseDecimal(thousandthsText(value), "vi");
        expect(possibleValues(readNumber(printed, rules(kind)))).toContain(value);
      }),
    );
  });
  test("never read one text as two values: kinds that accept the same text agree, but for 1.250", () => {
    const texts = fc.stringMatching(/^-?[0-9]{1,4}([., ][0-9]{1,4}){0,3}$/);
    fc.assert(
      fc.property(texts, (text) => {
        const count = readNumber(text, rules("count"));
        const rate = readNumber(text, rules("rate"));
        if (rate.ok) expect(count).toEqual(rate);
        else if (rate.code === "ambiguous") expect(rate.readings).toContain(count.ok ? count.value : null);
        else expect(count).toEqual(rate);
      }),
      { numRuns: 500 },
    );
  });
});
