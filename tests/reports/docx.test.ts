import { describe, expect, it } from "vitest";
import { findProfile } from "@/reports/profiles/find-profile";
import { renderDocx } from "@/reports/render/docx";
import { MODEL } from "./fixtures/model";
import { reportOf, sampleData } from "./fixtures/sample-report";
import { documentText, packageTexts } from "./office-files";

const hd05 = findProfile("hd05");

describe("Appendix 1 as a Word document", async () => {
  const bytes = await renderDocx(reportOf(sampleData("2015-2020")), hd05);
  const entries = packageTexts(bytes);
  const xml = entries["word/document.xml"] ?? "";
  const text = documentText(bytes);

  it("prints the figures in Vietnamese, and no percentage of a rate", () => {
    expect(text).toContain("97,61%");
    expect(text).toContain("240%");
    expect(text).not.toMatch(/102,7|97\.61/);
  });

  it("holds one native chart with the workbook behind it", () => {
    const paths = Object.keys(entries);
    expect(paths.filter((path) => /^word\/charts\/chart\d+\.xml$/.test(path))).toEqual(["word/charts/chart1.xml"]);
    expect(paths.filter((path) => path.startsWith("word/embeddings/"))).toHaveLength(1);
  });

  it("repeats the heading row and tears no row", () => {
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(xml.match(/<w:tr>/g)?.length);
  });

  it("stands on landscape A4 with the margins of the profile, without a number on page 1", () => {
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(xml).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567"');
    expect(xml).toContain("<w:titlePg/>");
  });

  it("signs T/M in bold and the office not in bold", () => {
    const run = (words: string) => xml.split("<w:r>").find((part) => part.includes(`>${words}<`)) ?? "";
    expect(run("T/M ĐẢNG ỦY")).toContain("<w:b/>");
    expect(run("BÍ THƯ")).toContain('<w:b w:val="false"/>');
    expect(run("ĐẢNG CỘNG SẢN VIỆT NAM")).toContain('<w:u w:val="single"/>');
  });
});

describe("bytes", () => {
  it("are the same whenever it is made", async () => {
    const first = await renderDocx(MODEL, hd05);
    expect(Buffer.from(first).equals(await renderDocx(MODEL, hd05))).toBe(true);
    expect(packageTexts(first)["docProps/core.xml"]).not.toContain(String(new Date().getFullYear()));
  });

  it("hold no chart part when there is nothing to draw", async () => {
    const bytes = await renderDocx({ ...MODEL, chart: null }, hd05);
    expect(Object.keys(packageTexts(bytes)).some((path) => path.startsWith("word/charts/"))).toBe(false);
  });
});

describe("the profile of state documents", () => {
  it("signs TM. all in bold", async () => {
    const nd30 = findProfile("nd30");
    const model = { ...MODEL, signature: { onBehalfOf: "TM. Đảng ủy", title: "Bí thư", name: "" } };
    const xml = packageTexts(await renderDocx(model, nd30))["word/document.xml"] ?? "";
    const run = xml.split("<w:r>").find((part) => part.includes(">BÍ THƯ<")) ?? "";
    expect(run).toContain("<w:b/>");
  });
});
