// npm run -s report -- BUNDLE.json --report appendix --format xlsx|docx --out PATH: a report of a bundle as a file.
import { readFileSync, writeFileSync } from "node:fs";
import { readBundleBytes, type BundleReading } from "@/domain/bundle/read";
import type { Bundle } from "@/domain/bundle/schema";
import { createTranslate, type Locale, type Translate } from "@/messages/translate";
import { buildAppendixReport } from "@/reports/build/appendix";
import { appendixFromBundle } from "@/reports/build/appendix-from-bundle";
import type { ReportModel } from "@/reports/model";
import { findProfile } from "@/reports/profiles/find-profile";
import { renderDocx } from "@/reports/render/docx";
import { renderXlsx } from "@/reports/render/xlsx";
import { choose, readRequest, Refusal, type ReportRequest } from "./report/request";

const REFUSED = 2;

/** Writes the report, or one line a problem on standard error; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const t = createTranslate(terminalLocale());
  try {
    const request = readRequest(args);
    const reading = readBundleBytes(readBytes(request.file));
    if (!reading.ok) return refuse(bundleProblems(t, request.file, reading));
    const bytes = await renderReport(request, reportModel(request, reading.bundle));
    writeOut(request.out, bytes);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse([t(`reports.command.${error.key}`, error.values)]);
  }
}

function reportModel(request: ReportRequest, bundle: Bundle): ReportModel {
  const { asOf, basis, locale, profile } = request;
  const data = appendixFromBundle(bundle, { termId: chooseTerm(request, bundle), asOf, basis });
  return buildAppendixReport(data, { locale, t: createTranslate(locale) }, findProfile(profile));
}

async function renderReport({ format, profile }: ReportRequest, model: ReportModel): Promise<Uint8Array> {
  return format === "docx" ? renderDocx(model, findProfile(profile)) : renderXlsx(model, findProfile(profile));
}

/** The term asked for, or the only one. */
function chooseTerm({ file, termId }: ReportRequest, { terms }: Bundle): string {
  const ids = terms.map(({ id }) => id);
  const [first, ...others] = ids;
  if (first === undefined) throw new Refusal("noTerm", { file });
  if (termId !== null) return choose("--term", termId, ids);
  if (others.length > 0) throw new Refusal("termNeeded", { choices: ids.join(", ") });
  return first;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new Refusal("unreadable", { file });
  }
}

function writeOut(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new Refusal("unwritable", { file, reason: error instanceof Error ? error.message : "" });
  }
}

function bundleProblems(
  t: Translate,
  file: string,
  { problems }: Extract<BundleReading, { ok: false }>,
): readonly string[] {
  return problems.map(({ path, code, values }) => `${path || file}: ${t(`bundle.problems.${code}`, values)}`);
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(lines.map((line) => `${line.replaceAll("\n", " ")}\n`).join(""));
  return REFUSED;
}

/** Refusals speak Vietnamese, unless the terminal speaks English; `--lang` is the report's language. */
function terminalLocale(): Locale {
  return (process.env.LC_ALL ?? process.env.LANG ?? "").startsWith("en") ? "en" : "vi";
}
