// yauzl's callbacks as promises: its directory, and the inflated pieces of one entry.
import { fromBuffer, type Entry as YauzlEntry, type ZipFile as YauzlFile } from "yauzl";

export type Entry = YauzlEntry;

export interface ZipFile {
  /** The entries of the directory, at most `limit` of them. */
  readonly listEntries: (limit: number) => Promise<readonly Entry[]>;
  /** Hands over an entry's inflated bytes; rejects with what `take` throws, and where sizes are not as stated. */
  readonly readPieces: (entry: Entry, take: (piece: Uint8Array) => void) => Promise<void>;
}

/** Opens a zip that is in memory. Rejects when it is none, or is cut off. */
export async function fromBufferPromise(buffer: Buffer): Promise<ZipFile> {
  const zip = await new Promise<YauzlFile>((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true, autoClose: false }, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
  return {
    listEntries: (limit) => listEntries(zip, limit),
    readPieces: (entry, take) => readPieces(zip, entry, take),
  };
}

function listEntries(zip: YauzlFile, limit: number): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("error", reject);
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      if (entries.length < limit) zip.readEntry();
      else resolve(entries);
    });
    zip.readEntry();
  });
}

async function readPieces(zip: YauzlFile, entry: Entry, take: (piece: Uint8Array) => void): Promise<void> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
  for await (const piece of stream) take(piece as Buffer);
}
