// Workbooks of figures as tests fill them in: cells are written straight into the package, as a spreadsheet would leave them.
import type { FileRow } from "@/domain/figure-files";
import { allColumnNames } from "@/server/uploads/file-words";
import { openUpload } from "@/server/uploads/read-upload";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The bytes of a package with the texts of some parts changed. */
export function withParts(bytes: Uint8Array, change: (path: string, xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const changed = Object.entries(parts).map(([path, content]): [string, Uint8Array] => {
    const isText = /\.(?:xml|rels)$/.test(path);
    return [path, isText ? strToU8(change(path, strFromU8(content))) : content];
  });
  return zipSync(Object.fromEntries(changed));
}

/** What is written into a cell: a number, a text, a formula with its last value, or nothing. */
export type Typed = number | string | { readonly formula: string; readonly value: string } | null;

function cellXml(address: string, style: string, typed: Typed): string {
  const start = `<c r="${address}"${style}`;
  if (typed === null) return `${start}/>`;
  if (typeof typed === "number") return `${start}><v>${typed}</v></c>`;
  if (typeof typed === "string") return `${start} t="inlineStr"><is><t>${escapeXml(typed)}</t></is></c>`;
  return `${start}><f>${escapeXml(typed.formula)}</f>${typed.value === "" ? "" : `<v>${typed.value}</v>`}</c>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** The workbook with cells of one sheet (from 1) written over; their formats stay. */
export function fillIn(bytes: Uint8Array, cells: Readonly<Record<string, Typed>>, sheet = 1): Uint8Array {
  return withParts(bytes, (path, xml) => {
    if (path !== `xl/worksheets/sheet${sheet}.xml`) return xml;
    return Object.entries(cells).reduce((text, [address, typed]) => {
      const cell = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`);
      if (!cell.test(text)) throw new Error(`no cell ${address}`);
      return text.replace(cell, (_, style: string | undefined) => cellXml(address, style ?? "", typed));
    }, xml);
  });
}

/** Every row of a file at once, and what was noticed. */
export async function readUpload(bytes: Uint8Array) {
  const rows: FileRow[] = [];
  const { readRows } = await openUpload(bytes, allColumnNames());
  return { ...(await readRows((row) => rows.push(row))), rows };
}
