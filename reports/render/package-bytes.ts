/**
 * Office packages carry the time of making in their zip entries and core properties. A report made twice from the same
 * figures must be the same file, so every date is set to one fixed day.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

const FIXED_INSTANT = "2000-01-01T00:00:00Z";
const ZIP_DAY = new Date(2000, 0, 1);
const CORE_PROPERTIES = "docProps/core.xml";
const CORE_DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<\/dcterms:(?:created|modified)>)/g;

/** A change to the text of one entry, by its path in the package. */
export type EntryEdits = Readonly<Record<string, (xml: string) => string>>;

/** The same package with fixed dates, embedded workbooks included, and `edits` made; equal content gives equal bytes. */
export function finishPackage(bytes: Uint8Array, edits: EntryEdits = {}): Uint8Array {
  const allEdits: EntryEdits = { ...edits, [CORE_PROPERTIES]: fixCoreDates };
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    entries[path] = [finishEntry(path, content, allEdits[path]), { mtime: ZIP_DAY, level: 6 }];
  }
  return zipSync(entries);
}

function finishEntry(path: string, content: Uint8Array, edit: EntryEdits[string] | undefined): Uint8Array {
  if (edit !== undefined) return strToU8(edit(strFromU8(content)));
  return path.endsWith(".xlsx") ? finishPackage(content) : content;
}

function fixCoreDates(xml: string): string {
  return xml.replace(CORE_DATES, `$1${FIXED_INSTANT}$2`);
}
