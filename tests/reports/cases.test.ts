import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBundle } from "@/domain/bundle/read";
import { asCalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";
import { appendixFromBundle } from "@/reports/build/appendix-from-bundle";
import type { ReportModel } from "@/reports/model";
import { findProfile } from "@/reports/profiles/find-profile";
import { renderXlsx } from "@/reports/render/xlsx";
import { printedRow, reportOf } from "./fixtures/sample-report";
import { packageTexts } from "./office-files";

const FOLDER = "tests/cases";

interface WorkedCase {
  readonly asOf: string | null;
  readonly basis: Basis;
  readonly bundle: { readonly terms: readonly { readonly id: string }[] };
}

/** Appendix 1 of every term of a worked case; none when the case is about a refusal. */
function reportsOfCase(file: string): readonly ReportModel[] {
  const { asOf, basis, bundle } = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as WorkedCase;
  const reading = readBundle(bundle);
  if (!reading.ok) return [];
  return reading.bundle.terms.map(({ id }) =>
    reportOf(
      appendixFromBundle(reading.bundle, { termId: id, asOf: asOf === null ? null : asCalendarDate(asOf), basis }),
    ),
  );
}

describe("every worked case of the calculation", () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));

  it.each(files)("%s becomes a workbook whose numbers are finite", (file) => {
    for (const model of reportsOfCase(file)) {
      const values = model.table.rows.flat().flatMap((cell) => (cell.type === "number" ? [cell.value] : []));
      expect(values.every(Number.isFinite)).toBe(true);
      expect(packageTexts(renderXlsx(model, findProfile("hd05")))["xl/workbook.xml"]).toContain("Phụ lục 1");
    }
  });
});

describe("a printed number never hides its verdict", () => {
  it("keeps the digits that show 94,996 to be below 95, on paper and in the format of the cell", () => {
    const [model] = reportsOfCase("shared/rounding-never-hides.json");
    if (model === undefined) throw new Error("the case is refused");
    expect(printedRow(model, "1").result).toBe("94,996%");
    const cells = model.table.rows.flat().filter((cell) => cell.type === "number");
    expect(cells.find(({ text }) => text === "94,996%")?.format.decimals).toBe(3);
  });
});
