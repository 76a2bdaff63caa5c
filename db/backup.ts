import { mkdirSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import Database from "better-sqlite3";
import { createOwnerOnly } from "./owner-only";

/**
 * Copies a SQLite file, whole and consistent, into `backups` beside it, for its owner alone, and answers the copy's path. `at` (UTC ISO)
 * goes into its name. Others may go on reading and writing meanwhile. The content of evidence lies outside the file and is
 * not copied: nothing ever changes or removes it there (db/evidence-folder.ts).
 */
export function backUpSqlite(file: string, at: string): string {
  const folder = join(dirname(file), "backups");
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, `${basename(file, extname(file))}-${at.replaceAll(":", "-")}.sqlite`);
  createOwnerOnly(copy);
  const client = new Database(file, { readonly: true });
  try {
    client.prepare("VACUUM INTO ?").run(copy);
  } finally {
    client.close();
  }
  return copy;
}
