// The sent workbook, given back with what is wrong in it: marked cells get a fill, their row the reasons at its end. All
// else stays byte for byte as it was, formulas and formats of people too, so parts are edited as text, not written anew.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { columnLetters } from "@/domain/figure-files";

/** One sheet's marks. */
export interface SheetMarks {
  /** `xl/worksheets/sheet1.xml`. */
  readonly path: string;
  /** By the row's number from 1: the addresses of its cells, and the reasons as one text. */
  readonly rows: ReadonlyMap<number, { readonly cells: readonly string[]; readonly text: string }>;
}

const STYLES = "xl/styles.xml";
const WORKBOOK = "xl/workbook.xml";
const PRINT_AREA = /(<definedName\b[^>]*\bname="_xlnm\.Print_Area"[^>]*>[^<]*:\$)([A-Z]+)(\$[0-9]+<\/definedName>)/gu;
const FILL =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC78A"/><bgColor indexed="64"/></patternFill></fill>';
const REASON_WIDTH = 70;
const CELL = /<c\b[^>]*?\/>|<c\b[^>]*>[\s\S]*?<\/c>/gu;
const ROW = /<row\b([^>]*)>([\s\S]*?)<\/row>/gu;

/** The workbook with its marks. */
export function markWorkbook(bytes: Uint8Array, sheets: readonly SheetMarks[]): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes);
  const styles = new MarkedStyles(strFromU8(parts[STYLES] ?? new Uint8Array()));
  let last = 0;
  for (const { path, rows } of sheets) {
    const part = parts[path];
    if (!part) continue;
    const xml = strFromU8(part);
    const free = freeColumn(xml);
    last = Math.max(last, free);
    parts[path] = strToU8(markSheet(xml, rows, { free, styles }));
  }
  if (parts[WORKBOOK]) parts[WORKBOOK] = strToU8(printedTo(last, strFromU8(parts[WORKBOOK])));
  if (parts[STYLES]) parts[STYLES] = strToU8(styles.written());
  return new Uint8Array(zipSync(parts));
}

/** Reasons are printed too: what is printed reaches at least to their column. */
function printedTo(column: number, xml: string): string {
  return xml.replace(PRINT_AREA, (area, start: string, letters: string, end: string) =>
    columnOf(letters) < column ? `${start}${columnLetters(column)}${end}` : area,
  );
}

interface Marking {
  /** The column of the reasons. */
  readonly free: number;
  readonly styles: MarkedStyles;
}

function markSheet(xml: string, rows: SheetMarks["rows"], { free, styles }: Marking): string {
  const marked = xml.replace(ROW, (whole, attributes: string, cells: string) => {
    const mark = rows.get(Number(attributeOf(attributes, "r")));
    return mark ? `<row${widened(attributes)}>${markRow(cells, mark, free, styles)}</row>` : whole;
  });
  const width = `<col min="${free + 1}" max="${free + 1}" width="${REASON_WIDTH}" customWidth="1"/>`;
  return marked.replace(/<\/cols>/u, `${width}</cols>`).replace(/<dimension\b[^>]*\/>/u, "");
}

/** Rows tell between which columns their cells stand: wrong ones are a damaged file to some programs. */
function widened(attributes: string): string {
  return attributes.replace(/\sspans="[^"]*"/u, "");
}

function markRow(
  cells: string,
  { cells: addresses, text }: { readonly cells: readonly string[]; readonly text: string },
  free: number,
  styles: MarkedStyles,
): string {
  const row = /[0-9]+$/u.exec(addresses[0] ?? "")?.[0] ?? "";
  const known = new Map([...cells.matchAll(CELL)].map(([cell]) => [attributeOf(cell, "r"), cell]));
  for (const address of addresses) {
    const cell = known.get(address) ?? `<c r="${address}"/>`;
    const style = styles.markedOf(attributeOf(cell, "s") || "0");
    const plain = cell.replace(/^<c\b([^>]*?)\ss="[^"]*"/u, "<c$1");
    known.set(address, plain.replace(/^<c\b/u, `<c s="${style}"`));
  }
  const reason = `${columnLetters(free)}${row}`;
  known.set(reason, `<c r="${reason}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`);
  return [...known]
    .sort(([a], [b]) => columnOf(a) - columnOf(b))
    .map(([, cell]) => cell)
    .join("");
}

/** The first column to the right of everything on the sheet. */
function freeColumn(xml: string): number {
  let last = -1;
  for (const [, letters = ""] of xml.matchAll(/<c\s[^>]*?\br="([A-Z]+)[0-9]+"/gu))
    last = Math.max(last, columnOf(letters));
  return last + 1;
}

function columnOf(address: string): number {
  const letters = /^[A-Z]+/u.exec(address)?.[0] ?? "";
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function attributeOf(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`, "u").exec(tag)?.[1] ?? "";
}

function escapeXml(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;");
}

/** The workbook's formats with marked twins of those that marked cells have. */
class MarkedStyles {
  readonly #xml: string;
  readonly #formats: readonly string[];
  readonly #fills: number;
  readonly #twins = new Map<string, number>();

  constructor(xml: string) {
    this.#xml = xml;
    const formats = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/u.exec(xml)?.[1] ?? "";
    this.#formats = formats.match(/<xf\b[^>]*?\/>|<xf\b[^>]*>[\s\S]*?<\/xf>/gu) ?? [];
    this.#fills = Number(/<fills\b[^>]*\scount="([0-9]+)"/u.exec(xml)?.[1] ?? 0);
  }

  /** The number of the format that is like another one, with the fill of a mark. */
  markedOf(style: string): number {
    const known = this.#twins.get(style) ?? this.#formats.length + this.#twins.size;
    this.#twins.set(style, known);
    return known;
  }

  written(): string {
    const twins = [...this.#twins.keys()].map((style) => {
      const format = this.#formats[Number(style)] ?? '<xf numFmtId="0" fontId="0" borderId="0"/>';
      const plain = format.replace(/^<xf\b[^>]*?(?=\/?>)/u, (tag) =>
        tag.replace(/\s(?:fillId|applyFill)="[^"]*"/gu, ""),
      );
      return plain.replace(/^<xf\b/u, `<xf fillId="${this.#fills}" applyFill="1"`);
    });
    const count = this.#formats.length + twins.length;
    return this.#xml
      .replace(/<fills\b[^>]*>/u, `<fills count="${this.#fills + 1}">`)
      .replace("</fills>", `${FILL}</fills>`)
      .replace(/<cellXfs\b[^>]*>/u, `<cellXfs count="${count}">`)
      .replace("</cellXfs>", `${twins.join("")}</cellXfs>`);
  }
}
