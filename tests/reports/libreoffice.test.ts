import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { findProfile } from "@/reports/profiles/find-profile";
import type { ReportModel } from "@/reports/model";
import { renderDocx } from "@/reports/render/docx";
import { renderXlsx } from "@/reports/render/xlsx";
import { reportOf, sampleData } from "./fixtures/sample-report";
import { convertWithLibreOffice, hasLibreOffice, packageTexts } from "./office-files";

const hd05 = findProfile("hd05");
const isInstalled = hasLibreOffice();
const title = isInstalled ? "opened in LibreOffice" : "opened in LibreOffice (skipped: soffice is not installed)";

/** Comma, quotation mark, UTF-8, values and not what is shown, every sheet. */
const CSV_OF_ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
const WRONG = "987654321";

const MODELS: readonly (readonly [string, ReportModel])[] = [
  ["an ended term", reportOf(sampleData("2015-2020"))],
  ["a running term", reportOf(sampleData("2020-2025", "2023-06-30", "provisional"))],
];

/** The workbook with every cached formula value spoilt, so that only a recalculation can bring the right ones back. */
function withSpoiltCaches(bytes: Uint8Array): Uint8Array {
  const entries = unzipSync(bytes);
  for (const [path, xml] of Object.entries(packageTexts(bytes))) {
    if (!path.startsWith("xl/worksheets/sheet")) continue;
    entries[path] = strToU8(xml.replace(/<\/f><v>[^<]*<\/v>/g, `</f><v>${WRONG}</v>`));
  }
  return zipSync(entries);
}

/** Cached values of formulas by address, of one sheet's XML. */
function cachedValues(
  xml: string,
): readonly { readonly row: number; readonly column: number; readonly value: number }[] {
  return [...xml.matchAll(/<c r="([A-Z])(\d+)"[^>]*><f>[^<]*<\/f><v>([^<]*)<\/v>/g)].map(([, letter, row, value]) => ({
    column: (letter ?? "A").charCodeAt(0) - "A".charCodeAt(0),
    row: Number(row) - 1,
    value: Number(value),
  }));
}

/** The number of a cell: LibreOffice writes it whole, with the comma of the cell's language and its per cent. */
function numberOf(text: string | undefined): number {
  const value = Number(text?.replace("%", "").replace(",", "."));
  return text?.endsWith("%") === true ? value / 100 : value;
}

/** Lines of comma-separated values; a quoted field may hold commas and line ends. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, separator, quoted, plain] of text.matchAll(/(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)) {
    if (separator?.endsWith("\n") === true) rows.push([]);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
  }
  return rows;
}

describe.skipIf(!isInstalled)(title, { timeout: 180_000 }, () => {
  it.each(MODELS)("recalculates the workbook of %s to its cached values", (_name, model) => {
    const bytes = renderXlsx(model, hd05);
    const sheets = convertWithLibreOffice(withSpoiltCaches(bytes), "xlsx", CSV_OF_ALL_SHEETS);
    const entries = packageTexts(bytes);
    [model.sheetName, model.chart?.sheetName ?? ""].forEach((name, index) => {
      const csv = Buffer.from(sheets.get(`report-${name}.csv`) ?? []).toString("utf8");
      const rows = readCsv(csv);
      const cached = cachedValues(entries[`xl/worksheets/sheet${index + 1}.xml`] ?? "");
      expect(cached.length).toBeGreaterThan(3);
      for (const { row, column, value } of cached) {
        expect(numberOf(rows[row]?.[column]), `${name} ${row + 1}:${column + 1}`).toBeCloseTo(value, 9);
      }
    });
  });

  it.each(MODELS)("turns both files of %s into pages", async (_name, model) => {
    const docx = convertWithLibreOffice(await renderDocx(model, hd05), "docx", "pdf");
    const xlsx = convertWithLibreOffice(renderXlsx(model, hd05), "xlsx", "pdf");
    for (const files of [docx, xlsx]) {
      expect(
        Buffer.from(files.get("report.pdf") ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
    }
  });
});
