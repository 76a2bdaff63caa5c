// What the reader of rows does not tell about a workbook: its sheets by name, which cells are calculated, shown in %, or
// merged, and what it carries that is left alone.
import { DomainError } from "@/domain/errors";
import type { GuardedPackage, PartReader } from "./package-guard";

/** One sheet, in the order of the workbook. */
export interface SheetFacts {
  readonly name: string;
  /** Of its part in the package. */
  readonly path: string;
  /** Addresses (`D7`) of cells that hold a formula. */
  readonly formulas: ReadonlySet<string>;
  /** Addresses of cells whose number is shown as a percentage: 0.9761 is 97,61% to whoever typed it. */
  readonly percents: ReadonlySet<string>;
  /** `B4:C5`. */
  readonly merges: readonly string[];
}

export interface WorkbookFacts {
  readonly sheets: readonly SheetFacts[];
  /** What is in the file and is not read: said to the person, never run or followed. */
  readonly hasMacros: boolean;
  readonly hasLinks: boolean;
}

const MAX_SHEETS = 500;
const RELATIONSHIPS = "xl/_rels/workbook.xml.rels";

/** Reads a guarded workbook once. DomainError `file_old_kind` for another program's or the binary kind of workbook. */
export async function readFacts(guarded: GuardedPackage): Promise<WorkbookFacts> {
  const workbook = await guarded.textOf("xl/workbook.xml");
  if (workbook === null) throw new DomainError(isOtherWorkbook(guarded.names) ? "file_old_kind" : "file_unknown_kind");
  const targets = targetsById((await guarded.textOf(RELATIONSHIPS)) ?? "");
  const percentStyles = readPercentStyles((await guarded.textOf("xl/styles.xml")) ?? "");
  const sheets = [...workbook.matchAll(/<sheet\b[^>]*>/gu)].slice(0, MAX_SHEETS).map(([tag]) => ({
    name: decodeXml(attribute(tag, "name") ?? ""),
    path: targets.get(attribute(tag, "r:id") ?? "") ?? "",
  }));
  const scans = new Map(sheets.map(({ path }) => [path, new SheetScan(percentStyles)]));
  await guarded.readAll((name) => scans.get(name)?.read ?? null);
  return {
    sheets: sheets.map(({ name, path }) => ({ name, path, ...(scans.get(path)?.found ?? NOTHING) })),
    hasMacros: guarded.names.some((name) => /vbaProject\.bin$/iu.test(name)),
    hasLinks: guarded.names.some((name) => /^xl\/externalLinks\//iu.test(name)),
  };
}

const NOTHING = { formulas: new Set<string>(), percents: new Set<string>(), merges: [] };

function isOtherWorkbook(names: readonly string[]): boolean {
  return names.includes("xl/workbook.bin") || names.includes("content.xml");
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`, "u").exec(tag)?.[1];
}

function decodeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(lt|gt|quot|apos|amp));/giu, (whole, hex, decimal, name) => {
    if (typeof name === "string") return named[name.toLowerCase()] ?? whole;
    const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number.parseInt(String(decimal), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function targetsById(relationships: string): ReadonlyMap<string, string> {
  return new Map(
    [...relationships.matchAll(/<Relationship\b[^>]*>/gu)].map(([tag]) => {
      const target = attribute(tag, "Target") ?? "";
      return [attribute(tag, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`];
    }),
  );
}

/** The numbers of the styles that show a number as a percentage; a % in quotes is only a letter. */
function readPercentStyles(styles: string): ReadonlySet<string> {
  const percentFormats = new Set(["9", "10"]);
  for (const [tag] of styles.matchAll(/<numFmt\b[^>]*>/gu)) {
    const code = decodeXml(attribute(tag, "formatCode") ?? "").replace(/"[^"]*"|\\./gu, "");
    if (code.includes("%")) percentFormats.add(attribute(tag, "numFmtId") ?? "");
  }
  const used = /<cellXfs\b[\s\S]*?<\/cellXfs>/u.exec(styles)?.[0] ?? "";
  const formats = [...used.matchAll(/<xf\b[^>]*>/gu)].map(([tag]) => attribute(tag, "numFmtId") ?? "");
  return new Set(formats.flatMap((format, place) => (percentFormats.has(format) ? [String(place)] : [])));
}

/** A cell that is longer is nobody's; kept whole, it would be searched again with every piece that comes. */
const MAX_OPEN = 200_000;

const CELL_OR_MERGE = /<c\s([^>]*?)\/?>(\s*<f[\s>/])?|<mergeCell\s+ref="([A-Z0-9:]+)"/gu;

/** Looks for cells of interest in a sheet's text as it comes. */
class SheetScan {
  readonly #percentStyles: ReadonlySet<string>;
  readonly #formulas = new Set<string>();
  readonly #percents = new Set<string>();
  readonly #merges: string[] = [];
  #rest = "";

  constructor(percentStyles: ReadonlySet<string>) {
    this.#percentStyles = percentStyles;
  }

  readonly read: PartReader = (text) => {
    const known = this.#rest + (text ?? "");
    // A cell is complete when the next one, or some other tag behind it, has begun.
    const lastCell = known.lastIndexOf("<c ");
    const open = lastCell >= 0 ? lastCell : Math.max(0, known.lastIndexOf("<"));
    const complete = text === null || known.length - open > MAX_OPEN ? known.length : open;
    this.#rest = known.slice(complete);
    for (const [, attributes, formula, merge] of known.slice(0, complete).matchAll(CELL_OR_MERGE)) {
      if (merge !== undefined) this.#merges.push(merge);
      else this.#note(` ${attributes ?? ""}`, formula !== undefined);
    }
  };

  #note(attributes: string, isFormula: boolean): void {
    const isPercent = this.#percentStyles.has(attribute(attributes, "s") ?? "");
    if (!isFormula && !isPercent) return;
    const address = attribute(attributes, "r") ?? "";
    if (isFormula) this.#formulas.add(address);
    if (isPercent) this.#percents.add(address);
  }

  get found(): Omit<SheetFacts, "name" | "path"> {
    return { formulas: this.#formulas, percents: this.#percents, merges: this.#merges };
  }
}
