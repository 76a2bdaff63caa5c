import { closeSync, openSync } from "node:fs";

const OWNER_ONLY = 0o600;

/**
 * Makes a file that its owner alone may read, empty; one that exists is left as it is. SQLite opens an empty file as
 * a new database, and gives the files that it puts beside it the same mode.
 */
export function createOwnerOnly(file: string): void {
  closeSync(openSync(file, "a", OWNER_ONLY));
}
