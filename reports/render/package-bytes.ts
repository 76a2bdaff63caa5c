/**
 * Office packages carry the time of making in their zip entries and core properties, and charts in Word random names of
 * relationships. A report made twice from the same figures must be the same file, so all of them are set to fixed ones.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

const FIXED_INSTANT = "2000-01-01T00:00:00Z";
const ZIP_DAY = new Date(2000, 0, 1);
const CORE_PROPERTIES = "docProps/core.xml";
const CORE_DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<\/dcterms:(?:created|modified)>)/g;

const RANDOM_RELATIONSHIP = /\bId="(rId[0-9a-z_-]{12,})"/gi;
const TEXT_ENTRY = /\.(?:xml|rels)$/;

/** A change to the text of one entry, by its path in the package. */
export type EntryEdits = Readonly<Record<string, (xml: string) => string>>;

/** The same package with fixed dates and names, embedded workbooks included, and `edits` made; equal content gives equal bytes. */
export function finishPackage(bytes: Uint8Array, edits: EntryEdits = {}): Uint8Array {
  const contents = unzipSync(bytes);
  const names = relationshipNames(contents);
  const finished: Zippable = {};
  for (const [path, content] of Object.entries(contents)) {
    finished[path] = [finishEntry(path, content, { names, edit: edits[path] }), { mtime: ZIP_DAY, level: 6 }];
  }
  return zipSync(finished);
}

interface EntryChanges {
  readonly names: ReadonlyMap<string, string>;
  readonly edit: EntryEdits[string] | undefined;
}

function finishEntry(path: string, content: Uint8Array, { names, edit }: EntryChanges): Uint8Array {
  if (path.endsWith(".xlsx")) return finishPackage(content);
  if (!TEXT_ENTRY.test(path)) return content;
  let xml = strFromU8(content);
  for (const [random, fixed] of names) xml = xml.replaceAll(`"${random}"`, `"${fixed}"`);
  if (path === CORE_PROPERTIES) xml = xml.replace(CORE_DATES, `$1${FIXED_INSTANT}$2`);
  return strToU8(edit === undefined ? xml : edit(xml));
}

/** A fixed name for every random one, numbered in the order of the package. */
function relationshipNames(contents: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [path, content] of Object.entries(contents)) {
    if (!path.endsWith(".rels")) continue;
    for (const [, random] of strFromU8(content).matchAll(RANDOM_RELATIONSHIP)) {
      if (random !== undefined && !names.has(random)) names.set(random, `rIdPart${names.size + 1}`);
    }
  }
  return names;
}
