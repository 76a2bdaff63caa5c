import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "@/scripts/report";
import { documentText, packageTexts } from "./office-files";

const folder = mkdtempSync(join(tmpdir(), "report-command-"));
const SAMPLE = "samples/2015-2020.json";

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let refusals: string[];

beforeEach(() => {
  refusals = [];
  vi.stubEnv("LC_ALL", "en_GB.UTF-8");
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    refusals.push(String(text));
    return true;
  });
});

/** Arguments of a report that can be made, some of them replaced. */
function argumentsWith(changes: Readonly<Record<string, string>>): string[] {
  const options = { "--report": "appendix", "--format": "docx", "--out": join(folder, "out"), ...changes };
  return [SAMPLE, ...Object.entries(options).flat()];
}

describe("the command", () => {
  it("writes a Word document in the language asked for", async () => {
    const out = join(folder, "a.docx");
    expect(await main(argumentsWith({ "--out": out, "--lang": "en" }))).toBe(0);
    expect(documentText(readFileSync(out))).toContain("8 of 8 targets met or exceeded");
  });

  it("writes a workbook at another day, on the provisional basis", async () => {
    const out = join(folder, "a.xlsx");
    const args = argumentsWith({
      "--format": "xlsx",
      "--out": out,
      "--as-of": "2017-12-31",
      "--basis": "provisional",
    });
    expect(await main(args)).toBe(0);
    expect(packageTexts(readFileSync(out))["xl/sharedStrings.xml"]).toContain("Kết quả đến ngày 31/12/2017");
  });

  it.each([
    [
      "an unknown report",
      { "--report": "appendix9" },
      "--report: “appendix9” cannot be used; choose one of: appendix.",
    ],
    ["an unknown format", { "--format": "pdf" }, "--format: “pdf” cannot be used; choose one of: xlsx, docx."],
    [
      "a day that does not exist",
      { "--as-of": "2020-02-30" },
      "--as-of: “2020-02-30” is not a date (write it as 2023-06-30).",
    ],
    [
      "an unknown basis",
      { "--basis": "drafts" },
      "--basis: “drafts” cannot be used; choose one of: accepted, provisional.",
    ],
    ["an unknown term", { "--term": "1990" }, "--term: “1990” cannot be used; choose one of: 2015-2020."],
    ["no path", { "--out": "" }, "--out is missing."],
  ])("refuses %s with exit code 2 and one line", async (_name, changes, line) => {
    expect(await main(argumentsWith(changes))).toBe(2);
    expect(refusals.join("")).toBe(`${line}\n`);
  });

  it("refuses a path that cannot be written", async () => {
    expect(await main(argumentsWith({ "--out": join(folder, "missing", "a.docx") }))).toBe(2);
    expect(refusals.join("")).toMatch(/the file cannot be written \(ENOENT/);
  });

  it("names the place of every problem in a bundle that is refused", async () => {
    const file = join(folder, "bad.json");
    writeFileSync(file, JSON.stringify({ format: "tien-do/bundle@1", units: [], terms: [{ id: "t" }] }));
    const [, ...options] = argumentsWith({});
    expect(await main([file, ...options])).toBe(2);
    expect(refusals.join("")).toMatch(/^terms\.0\.name: /m);
  });

  it("asks which term of several", async () => {
    const file = join(folder, "two.json");
    const bundle = JSON.parse(readFileSync(SAMPLE, "utf8")) as { terms: { id: string }[] };
    writeFileSync(file, JSON.stringify({ ...bundle, terms: [...bundle.terms, { ...bundle.terms[0], id: "other" }] }));
    const [, ...options] = argumentsWith({});
    expect(await main([file, ...options])).toBe(2);
    expect(refusals.join("")).toContain("choose one of: 2015-2020, other");
  });
});
