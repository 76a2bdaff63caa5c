import { describe, expect, it } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import { createTranslate } from "@/messages/translate";
import { explanationRemarks, type AppendixExplanation } from "@/reports/build/appendix-explanations";
import { createFootnotes } from "@/reports/build/appendix-notes";

const labels = { locale: "vi" as const, t: createTranslate("vi") };
const asked: AppendixExplanation = {
  ...{ code: "x1", targetId: null, measureId: "m1", unitName: "Chi bộ 1", status: "answered" },
  period: {
    ...{ key: "2023-05", frequency: "month", yearId: "2023" },
    ...{ startsOn: asCalendarDate("2023-05-01"), endsOn: asCalendarDate("2023-05-31") },
  } as AppendixExplanation["period"],
  ...{ askedOn: asCalendarDate("2023-06-01"), answeredOn: asCalendarDate("2023-06-10"), answer: "Ốm dài ngày." },
};
const linesOf = (one: Partial<AppendixExplanation>, asOf = "2023-06-30", sensitive = false) => {
  const footnotes = createFootnotes();
  const line = { targetId: null, measureId: "m1", sensitive, asOf: asCalendarDate(asOf) };
  const remarks = explanationRemarks(labels, [{ ...asked, ...one }], line, footnotes);
  return [...remarks, ...footnotes.lines];
};

describe("explanations in the remarks of Appendix 1", () => {
  it("are a mark, and the answer as its footnote", () => {
    expect(linesOf({})).toEqual(["giải trình (1)", "(1) Chi bộ 1, 5/2023: Ốm dài ngày."]);
  });

  it("an answer that came after the day is still owed, a question asked after it is not told", () => {
    expect(linesOf({}, "2023-06-05")).toEqual(["giải trình (1)", "(1) Chi bộ 1, 5/2023: chưa có trả lời giải trình."]);
    expect(linesOf({}, "2023-05-31")).toEqual([]);
  });

  it("what is said of a cell's sensitive figure is not printed, what was withdrawn not told", () => {
    expect(linesOf({}, "2023-06-30", true).join(" ")).not.toContain("Ốm");
    expect(linesOf({ status: "withdrawn", answer: null })).toEqual([]);
    expect(linesOf({ measureId: "m2" })).toEqual([]);
  });
});
