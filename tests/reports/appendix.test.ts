import { describe, expect, it } from "vitest";
import type { AppendixData } from "@/reports/build/appendix-data";
import type { Cell } from "@/reports/model";
import { printedRow, reportOf, sampleData } from "./fixtures/sample-report";

describe("Appendix 1 of an ended term", () => {
  const model = reportOf(sampleData("2015-2020"));

  it("opens with the headline: 1 met and 7 exceeded are 8/8", () => {
    expect(model.lead[0]).toBe("8/8 chỉ tiêu đạt và vượt (1 đạt, 7 vượt).");
  });

  it("has the columns of the official form, one for each of 6 reporting years", () => {
    expect(model.table.columns.map(({ heading }) => heading)).toEqual([
      "STT",
      "Chỉ tiêu",
      "Đơn vị tính",
      "Chỉ tiêu Nghị quyết",
      "2015",
      "2016",
      "2017",
      "2018",
      "2019",
      "2020",
      "Kết quả cả nhiệm kỳ",
      "Tỷ lệ so với Nghị quyết",
      "Đánh giá",
      "Ghi chú",
    ]);
  });

  it("writes a count as a percentage of its plan: 12 of 5 is 240%", () => {
    expect(printedRow(model, "6")).toMatchObject({ plan: "5°", result: "12", comparison: "240%", verdict: "Vượt" });
  });

  it("writes a rate's difference in points and never a percentage of it: 97,61 - 95 is 2,61", () => {
    const row = printedRow(model, "4");
    expect(row).toMatchObject({ plan: "từ 95%°", result: "97,61%", comparison: "vượt 2,61 điểm phần trăm" });
    expect(Object.values(row).join(" ")).not.toContain("102,7");
  });

  it("gives a target of two measures a line each below its own verdict", () => {
    expect(printedRow(model, "1")).toMatchObject({ verdict: "Đạt" });
    expect(printedRow(model, "1a")).toMatchObject({ result: "100,00%", comparison: "đúng chỉ tiêu" });
    expect(printedRow(model, "1b")).toMatchObject({ plan: "trên 95%°", verdict: "Đạt" });
  });

  it("prints a blank for a year without figures and the word of a judgement", () => {
    expect(printedRow(model, "2")).toMatchObject({ "year:2015": "-", "year:2018": "Vượt", comparison: "-" });
  });

  it("leaves the number of the document open, without a colon, and does not date it", () => {
    expect(model.header.left.at(-1)?.text).toMatch(/^Số {6,}-BC\/ĐU$/);
    expect(model.header.right.at(-1)?.text).toMatch(/^Kiên Giang, ngày +tháng +năm +$/);
  });

  it("marks what is assumed and says that the breakdown is illustrative", () => {
    expect(printedRow(model, "7")).toMatchObject({ notes: "° chỉ tiêu suy luận, mức giả định" });
    expect(model.footnotes.join(" ")).toContain("Số liệu minh hoạ");
  });
});

describe("Appendix 1 of a running term", () => {
  const model = reportOf(sampleData("2020-2025", "2023-06-30", "provisional"));

  it("speaks of pace and never of failure", () => {
    const words = model.table.rows.map((row) => row.at(-2)).map((cell) => (cell?.type === "text" ? cell.text : ""));
    expect(words).toContain("Đúng tiến độ");
    expect(words.join(" ") + model.lead.join(" ")).not.toMatch(/chưa đạt/i);
  });

  it("names the day that its results stand at", () => {
    expect(model.table.columns.find(({ key }) => key === "result")?.heading).toBe("Kết quả đến ngày 30/6/2023");
  });

  it("remarks a provisional basis, missing reports and a changed plan, with the earlier plan below the table", () => {
    expect(printedRow(model, "4").notes).toMatch(
      /tạm tính; báo cáo \d+\/\d+; điều chỉnh chỉ tiêu \(1\); giải trình \(2\)$/,
    );
    expect(model.footnotes.find((line) => line.startsWith("(1)"))).toMatch(
      /^\(1\) Chỉ tiêu áp dụng đến hết ngày 30\/6\/2021: 94%; lý do điều chỉnh: .*[^.]\.$/,
    );
  });

  it("says nothing of a change of plan that had not happened yet", () => {
    const early = reportOf(sampleData("2020-2025", "2021-03-31"));
    expect(printedRow(early, "4")).toMatchObject({ plan: "từ 94%°" });
    expect(printedRow(early, "4").notes).not.toContain("điều chỉnh");
  });
});

describe("formulas", () => {
  const model = reportOf(sampleData("2015-2020"));
  const formulaAt = (code: string, key: string) => {
    const column = model.table.columns.findIndex((one) => one.key === key);
    const cell = model.table.rows.find(([first]) => first?.type === "text" && first.text === code)?.[column];
    return cell?.type === "number" ? cell.formula : null;
  };

  it("sums a summing count over its years and divides it by its plan", () => {
    expect(formulaAt("6", "result")).toEqual({ op: "sum", from: "year:2015", to: "year:2020" });
    expect(formulaAt("6", "comparison")).toMatchObject({ op: "ratio" });
  });

  it("means the years only where that is the method; a pooled rate has no formula", () => {
    expect(formulaAt("5", "result")).toMatchObject({ op: "mean" });
    expect(formulaAt("4", "result")).toBeNull();
  });

  it("takes a rate's difference from the plan's cell, in points", () => {
    expect(formulaAt("4", "comparison")).toMatchObject({ op: "difference", minus: { column: "plan" }, times: 100 });
  });
});

describe("published results", () => {
  /** The sample as if attendance had been announced as another value. */
  const published = (value: string): AppendixData => {
    const data = sampleData("2015-2020");
    return {
      ...data,
      targets: data.targets.map((target) => ({
        ...target,
        measures: target.measures.map((measure) => ({
          ...measure,
          published: { value, verdict: null },
        })),
      })),
    };
  };

  it("remarks a value that the figures do not give: 97,6 against 97,61", () => {
    expect(printedRow(reportOf(published("97.60")), "4").notes).toContain("số đã công bố: 97,60%");
  });

  it("remarks nothing where they agree", () => {
    expect(printedRow(reportOf(published("97.61")), "4").notes).not.toContain("công bố");
  });
});

describe("in English", () => {
  it("writes numbers and words in English", () => {
    const row = printedRow(reportOf(sampleData("2015-2020"), "en"), "4");
    expect(row).toMatchObject({ result: "97.61%", comparison: "2.61 percentage points above", verdict: "Exceeded" });
  });
});

describe("refusals", () => {
  it("throws for a target without a result", () => {
    const data = sampleData("2015-2020");
    const achievement = { ...data.achievement, targets: data.achievement.targets.slice(1) };
    expect(() => reportOf({ ...data, achievement })).toThrow("no result of target");
  });
});

describe("what is blank", () => {
  it("is a blank cell and not a zero", () => {
    const row = reportOf(sampleData("2015-2020")).table.rows.at(-1) ?? [];
    expect(row.filter((cell: Cell) => cell.type === "blank").length).toBeGreaterThan(5);
  });
});
