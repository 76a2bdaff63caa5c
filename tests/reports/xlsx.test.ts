import { describe, expect, it } from "vitest";
import { findProfile } from "@/reports/profiles/find-profile";
import { renderXlsx } from "@/reports/render/xlsx";
import { MODEL } from "./fixtures/model";
import { reportOf, sampleData } from "./fixtures/sample-report";
import { packageTexts } from "./office-files";

const hd05 = findProfile("hd05");

describe("Appendix 1 as a workbook", () => {
  const entries = packageTexts(renderXlsx(reportOf(sampleData("2015-2020")), hd05));
  const sheet = entries["xl/worksheets/sheet1.xml"] ?? "";
  const chart = entries["xl/charts/chart1.xml"] ?? "";

  it("holds numbers as numbers: 97,61% is 0.9761 and 12 is a sum with its value cached", () => {
    expect(sheet).toMatch(/<c r="K\d+" s="\d+"><v>0\.9761<\/v><\/c>/);
    expect(sheet).toMatch(/<f>SUM\(E(\d+):J\1\)<\/f><v>12<\/v>/);
    expect(sheet).toMatch(/<f>K(\d+)\/D\1<\/f><v>2\.4<\/v>/);
  });

  it("holds one native chart, drawn from cells that follow the table", () => {
    expect(Object.keys(entries).filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path))).toHaveLength(1);
    expect(entries["xl/worksheets/sheet2.xml"]).toMatch(/<f>'Phụ lục 1'!K\d+<\/f><v>0\.9761<\/v>/);
  });

  it("caches every bar, so that a preview is not empty", () => {
    const caches = [...chart.matchAll(/<c:numCache>.*?<\/c:numCache>/gs)].map(([cache]) => cache);
    expect(caches).toHaveLength(2);
    for (const cache of caches) expect(cache.match(/<c:pt /g)).toHaveLength(7);
  });

  it("prints on landscape A4, one page wide, with the heading row repeated", () => {
    expect(sheet).toMatch(/<pageSetup paperSize="9"[^>]*fitToHeight="0"[^>]*orientation="landscape"/);
    expect(entries["xl/workbook.xml"]).toMatch(/_xlnm\.Print_Titles"[^>]*>'Phụ lục 1'!\$(\d+):\$\1</);
    expect(sheet).toMatch(/<pane ySplit="\d+"[^>]*state="frozen"/);
  });

  it("uses no function that Excel 2010 lacks", () => {
    expect(Object.keys(entries)).not.toContain("xl/metadata.xml");
    expect(sheet).not.toContain("_xlfn");
  });
});

describe("a text that begins like a formula", () => {
  it("is written as text and stays text when it is typed again", () => {
    const entries = packageTexts(renderXlsx(MODEL, hd05));
    expect(entries["xl/sharedStrings.xml"]).toContain("=Đảng viên dự sinh hoạt");
    expect(entries["xl/worksheets/sheet1.xml"]).not.toContain("<f>Đảng");
    expect(entries["xl/styles.xml"]).toContain('quotePrefix="1"');
  });
});

describe("bytes", () => {
  it("are the same whenever it is made", () => {
    const first = renderXlsx(MODEL, hd05);
    expect(Buffer.from(first).equals(renderXlsx(MODEL, hd05))).toBe(true);
    expect(packageTexts(first)["docProps/core.xml"]).not.toContain(String(new Date().getFullYear()));
  });

  it("hold no chart part when there is nothing to draw", () => {
    const paths = Object.keys(packageTexts(renderXlsx({ ...MODEL, chart: null }, hd05)));
    expect(paths.some((path) => path.startsWith("xl/charts/"))).toBe(false);
  });
});

describe("rows that do not fit", () => {
  it("are refused and not shifted", () => {
    const table = { ...MODEL.table, rows: [[{ type: "blank" as const }]] };
    expect(() => renderXlsx({ ...MODEL, table }, hd05)).toThrow("a row of 1 columns in a table of 10");
  });
});
