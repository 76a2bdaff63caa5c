// The repository's sources in a folder of their own, as a person has cloned them; only the packages are lent to it.
import { cpSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sourceHash } from "@/scripts/launch/sources.mjs";

const NOT_COPIED = ["node_modules", ".next", ".git", "dist", "data"];
const root = process.cwd();

/** Copies the sources into a new folder, which the caller removes; answers its path. */
export function cloneSources(): string {
  const clone = realpathSync(mkdtempSync(join(tmpdir(), "tien-do-clone-")));
  for (const name of readdirSync(root).filter((entry) => !NOT_COPIED.includes(entry))) {
    cpSync(join(root, name), join(clone, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  return clone;
}

/** The folder of the build of these very sources, which the shared demo has made. */
export function builtFolder(): string {
  return join(root, "dist", sourceHash());
}
