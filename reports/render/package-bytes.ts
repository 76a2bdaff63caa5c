/**
 * Office packages carry the time of making in their zip entries and core properties. A report made twice from the same
 * figures must be the same file, so every date is set to one fixed day.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

const FIXED_INSTANT = "2000-01-01T00:00:00Z";
const ZIP_DAY = new Date(2000, 0, 1);
const CORE_PROPERTIES = "docProps/core.xml";
const CORE_DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<\/dcterms:(?:created|modified)>)/g;

/** The same package with fixed dates, embedded workbooks included; equal content gives equal bytes. */
export function fixPackageDates(bytes: Uint8Array): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    entries[path] = [fixEntry(path, content), { mtime: ZIP_DAY, level: 6 }];
  }
  return zipSync(entries);
}

function fixEntry(path: string, content: Uint8Array): Uint8Array {
  if (path === CORE_PROPERTIES) {
    return strToU8(strFromU8(content).replace(CORE_DATES, `$1${FIXED_INSTANT}$2`));
  }
  return path.endsWith(".xlsx") ? fixPackageDates(content) : content;
}
