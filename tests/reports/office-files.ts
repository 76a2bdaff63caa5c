/** Opens Office files for tests: their entries as text, and LibreOffice's reading of them where it is installed. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";

/** The text of every entry of a package, by its path. */
export function packageTexts(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
}

/** The words of a Word document, a line a paragraph. */
export function documentText(bytes: Uint8Array): string {
  const xml = packageTexts(bytes)["word/document.xml"] ?? "";
  return xml
    .split("</w:p>")
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(""))
    .join("\n");
}

/** Whether LibreOffice can be started here. */
export function hasLibreOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** LibreOffice's default keeps what a file has cached; the test wants everything calculated again. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** What LibreOffice makes of a file: the files it wrote, by their names. Throws when it cannot open it. */
export function convertWithLibreOffice(
  bytes: Uint8Array,
  from: "docx" | "xlsx",
  filter: string,
): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
    const input = join(folder, `report.${from}`);
    const output = join(folder, "out");
    writeFileSync(input, bytes);
    const environment = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    execFileSync("soffice", [environment, "--headless", "--convert-to", filter, "--outdir", output, input], {
      stdio: "ignore",
      timeout: 120_000,
    });
    return new Map(readdirSync(output).map((name) => [name, readFileSync(join(output, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
