// An uploaded workbook is a zip of XML that anybody may have made: nothing parses it before it passed through here.
import { fromBufferPromise, type Entry, type ZipFile } from "./zip-entries";
import { DomainError } from "@/domain/errors";

const MEGABYTE = 1_000_000;
const MAX_ENTRIES = 2_000;
/** All parts together, inflated: 100,000 rows of ours are some 80 MB. */
const MAX_INFLATED = 300 * MEGABYTE;
/** Texts that sheets share are read as a whole. */
const MAX_WHOLE_PART = 40 * MEGABYTE;
/** Sheets of numbers shrink to a thirtieth; bombs to a thousandth. */
const MAX_RATIO = 200;
const RATIO_MATTERS_FROM = 10 * MEGABYTE;

/** Parts that are read as a whole, and so kept small. Sheets are streamed. */
const STREAMED = /^xl\/worksheets\/[^/]+\.xml$/iu;
const XML_PART = /\.(?:xml|rels|vml)$/iu;

/** Receives a part's text piece by piece, and null at its end. */
export type PartReader = (text: string | null) => void;

/** A workbook whose parts are named, counted, and inflated within bounds. */
export interface GuardedPackage {
  readonly names: readonly string[];
  /** The text of a small part; null when there is none. */
  readonly textOf: (name: string) => Promise<string | null>;
  /** Reads every XML part once, in the order of the package; `readerOf` says who wants which. */
  readonly readAll: (readerOf: (name: string) => PartReader | null) => Promise<void>;
}

/**
 * Opens a zip for reading. DomainError `file_damaged` for one that is cut off or lies about itself, `file_encrypted`
 * for one with a password, `file_unsafe` for one that would grow beyond any workbook or that declares entities.
 */
export async function openGuarded(bytes: Uint8Array): Promise<GuardedPackage> {
  const zip = await damagedUnless(fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  const entries = await damagedUnless(zip.listEntries(MAX_ENTRIES));
  checkDirectory(entries);
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  return {
    names: [...byName.keys()],
    textOf: async (name) => {
      const entry = byName.get(name);
      if (!entry) return null;
      let text = "";
      await inflate(zip, entry, (piece) => (text += piece ?? ""));
      return text;
    },
    readAll: async (readerOf) => {
      for (const entry of entries) {
        const reader = readerOf(entry.fileName);
        if (XML_PART.test(entry.fileName)) await inflate(zip, entry, reader ?? (() => undefined));
      }
    },
  };
}

async function damagedUnless<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError("file_damaged");
  }
}

/** What the directory says already: it is believed only where it says too much. */
function checkDirectory(entries: readonly Entry[]): void {
  if (entries.length >= MAX_ENTRIES) throw new DomainError("file_unsafe");
  if (entries.some((entry) => entry.isEncrypted())) throw new DomainError("file_encrypted");
  if (new Set(entries.map(({ fileName }) => fileName)).size < entries.length) throw new DomainError("file_damaged");
  const inflated = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (inflated > MAX_INFLATED || entries.some(isBomb)) throw new DomainError("file_unsafe");
}

function isBomb({ fileName, compressedSize, uncompressedSize }: Entry): boolean {
  if (XML_PART.test(fileName) && !STREAMED.test(fileName) && uncompressedSize > MAX_WHOLE_PART) return true;
  return uncompressedSize > RATIO_MATTERS_FROM && uncompressedSize > compressedSize * MAX_RATIO;
}

/** Inflates one part, never further than the directory said, and lets no declaration of entities through. */
async function inflate(zip: ZipFile, entry: Entry, read: PartReader): Promise<void> {
  const decoder = new TextDecoder();
  let size = 0;
  let end = "";
  const pass = (text: string) => {
    // A declaration may lie across two pieces.
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(end + text)) throw new DomainError("file_unsafe");
    end = text.slice(-10);
    read(text);
  };
  await damagedUnless(
    zip.readPieces(entry, (piece) => {
      size += piece.byteLength;
      if (size > entry.uncompressedSize) throw new DomainError("file_unsafe");
      pass(decoder.decode(piece, { stream: true }));
    }),
  );
  pass(decoder.decode());
  read(null);
}
