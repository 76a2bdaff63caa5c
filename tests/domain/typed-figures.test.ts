import { describe, expect, it } from "vitest";
import {
  EMPTY_FIGURE,
  MAX_NOTE,
  readTypedFigure,
  typedFigureOf,
  type EntryRules,
  type TypedFigure,
} from "@/domain/typed-figures";

const rate: EntryRules = { kind: "rate", mayExceedBase: false, hasFixedBase: false };
const count: EntryRules = { kind: "count", mayExceedBase: false, hasFixedBase: false };
const percent: EntryRules = { kind: "percent", mayExceedBase: false, hasFixedBase: false };

const typed = (texts: Partial<TypedFigure>): TypedFigure => ({ ...EMPTY_FIGURE, ...texts });
const problemsOf = (rules: EntryRules, texts: Partial<TypedFigure>) =>
  readTypedFigure(rules, typed(texts)).problems.map(({ field, code }) => `${field} ${code}`);
const valueOf = (rules: EntryRules, texts: Partial<TypedFigure>) => readTypedFigure(rules, typed(texts)).value;

describe("reading a figure as it was typed", () => {
  it("reads 28 of 29 as thousandths", () => {
    expect(valueOf(rate, { n: "28", d: "29" })).toEqual({ type: "number", n: 28_000, d: 29_000 });
  });

  it.each<[EntryRules, Partial<TypedFigure>, string]>([
    [rate, { n: "41", d: "4l" }, "d bad_number"],
    [rate, { n: "1.2.3", d: "5" }, "n bad_number"],
    [rate, { n: "30", d: "29" }, "n numerator_over_denominator"],
    [rate, { n: "0", d: "0" }, "d zero_denominator"],
    [rate, { n: "-1", d: "29" }, "n negative"],
    [rate, { n: "1", d: "-29" }, "d negative"],
    [count, { n: "1234567890123" }, "n too_many_digits"],
    [percent, { n: "97,6125" }, "n too_many_decimals"],
    [percent, { n: "1.250" }, "n ambiguous_number"],
    [percent, { n: "100,01" }, "n percent_over_100"],
    [rate, { n: "28" }, "d denominator_missing"],
    [rate, { d: "29" }, "n required"],
    [count, { notApplicable: true }, "note reason_required"],
    [{ ...count, kind: "level" }, { level: "5" }, "level bad_choice"],
    [{ ...count, kind: "judged" }, { evidence: "Kế hoạch số 5" }, "judged required"],
    [count, { n: "1", note: "a".repeat(5_000) }, "note too_long"],
    [count, { n: "1", note: "a\0b" }, "note bad_text"],
    [{ ...count, kind: "judged" }, { judged: "met", evidence: "nửa ký tự \ud83d" }, "evidence bad_text"],
  ])("%j %j is answered at its field: %s", (rules, texts, problem) => {
    expect(problemsOf(rules, texts)).toEqual([problem]);
    expect(readTypedFigure(rules, typed(texts)).value === null || problem.startsWith("note")).toBe(true);
  });

  it("says how long a text is that is too long, counting a letter with its marks as one", () => {
    const [problem] = readTypedFigure(
      count,
      typed({ n: "1", note: "ế".normalize("NFD").repeat(MAX_NOTE + 1) }),
    ).problems;
    expect(problem).toEqual({ field: "note", code: "too_long", length: MAX_NOTE + 1, maximum: MAX_NOTE });
  });

  it("keeps an emoji in a note as it is", () => {
    expect(readTypedFigure(count, typed({ n: "1", note: " Tốt 👍🏽 " })).note).toBe("Tốt 👍🏽");
  });

  it("lets a rate exceed its base where the measure may", () => {
    const mayExceed = { ...rate, mayExceedBase: true };
    expect(valueOf(mayExceed, { n: "30", d: "29" })).toEqual({ type: "number", n: 30_000, d: 29_000 });
  });

  it("reads a count's 1.250 as 1250 and a negative count as a correction", () => {
    expect(valueOf(count, { n: "1.250" })).toEqual({ type: "number", n: 1_250_000, d: null });
    expect(valueOf(count, { n: "-1" })).toEqual({ type: "number", n: -1_000, d: null });
  });

  it("tells blank from zero", () => {
    expect(valueOf(count, {})).toBeNull();
    expect(problemsOf(count, { n: "  " })).toEqual([]);
    expect(valueOf(count, { n: "0" })).toEqual({ type: "number", n: 0, d: null });
  });

  it("ignores numbers that stay behind when there is nothing to report", () => {
    expect(valueOf(rate, { n: "abc", d: "0", notApplicable: true, note: "Không họp" })).toEqual({
      type: "not_applicable",
    });
  });
});

describe("filling a stored figure into the form", () => {
  it.each<[EntryRules, Partial<TypedFigure>]>([
    [rate, { n: "28", d: "29" }],
    [count, { n: "1,5" }],
    [{ ...count, kind: "level" }, { level: "3" }],
    [
      { ...count, kind: "judged" },
      { judged: "met", evidence: "Báo cáo số 12" },
    ],
    [rate, { notApplicable: true, note: "Không họp" }],
  ])("%j %j comes back as it was typed", (rules, texts) => {
    const { value, note } = readTypedFigure(rules, typed(texts));
    expect(typedFigureOf(value, note)).toEqual(typed(texts));
  });
});
