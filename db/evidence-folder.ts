// Where the content of evidence lies: beside the database, each file under the hash of its bytes, for the owner alone.
// A file is whole or not there. Nothing here ever changes or removes one.
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** The folder within a data folder. */
export function evidenceFolderIn(dataDirectory: string): string {
  return join(/* turbopackIgnore: true */ dataDirectory, "evidence");
}

/** SHA-256 of bytes, in hex. */
export function hashContent(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Where the content with a hash lies, within the folder: `ab/abcd…`. */
export function evidencePath(hash: string): string {
  return `${hash.slice(0, 2)}/${hash}`;
}

/**
 * Puts content into the folder and answers its hash; on return it survives a power cut. Written beside its place and
 * renamed, so that a crash leaves at most a file that nobody refers to.
 */
export async function keepContent(folder: string, bytes: Uint8Array): Promise<string> {
  const hash = hashContent(bytes);
  if (await readContent(folder, hash)) return hash;
  const place = placeOf(folder, hash);
  await mkdir(dirname(place), { recursive: true, mode: OWNER_ONLY_FOLDER });
  const temporary = `${place}.${randomUUID()}`;
  try {
    await writeWhole(temporary, bytes);
    await rename(temporary, place);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(place));
  return hash;
}

/** The content with a hash; null when it is not there, or is no longer what it was. */
export async function readContent(folder: string, hash: string): Promise<Buffer<ArrayBuffer> | null> {
  const bytes = await readFile(placeOf(folder, hash)).catch(ignoreMissing);
  return bytes && hashContent(bytes) === hash ? bytes : null;
}

/** Whether anything lies where the content with a hash should. */
export async function hasContent(folder: string, hash: string): Promise<boolean> {
  return (await stat(placeOf(folder, hash)).catch(ignoreMissing)) !== null;
}

/** A file in the folder: `ab/abcd…`, and when it was written (ms since 1970). */
export interface KeptFile {
  readonly path: string;
  readonly writtenAt: number;
}

/** Every file in the folder; none where there is no folder. */
export async function listContent(folder: string): Promise<readonly KeptFile[]> {
  const names = (await readdir(folder, { recursive: true }).catch(ignoreMissing)) ?? [];
  const found = names.sort().map(async (name) => ({ name, stats: await stat(join(folder, name)) }));
  return (await Promise.all(found)).flatMap(({ name, stats }) =>
    stats.isFile() ? [{ path: name.split(sep).join("/"), writtenAt: stats.mtimeMs }] : [],
  );
}

function placeOf(folder: string, hash: string): string {
  return join(/* turbopackIgnore: true */ folder, evidencePath(hash));
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx", OWNER_ONLY);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A renamed file is safe when its folder is written down too; Windows neither needs nor allows that. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
  throw error;
}
