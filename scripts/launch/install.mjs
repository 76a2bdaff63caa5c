// Brings node_modules in line with package-lock.json; does nothing when it is already.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Refusal, withProgress } from "./console.mjs";
import { logFile, modulesFolder, root } from "./paths.mjs";
import { npmCommand, runLogged } from "./processes.mjs";

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

/** Installs from the lock file when a package is missing or of another version, and makes sure that SQLite loads. */
export async function ensureInstalled() {
  if (!isInstalled()) {
    await withProgress("Installing packages (SQLite may be compiled, which takes about 90 s)", () =>
      // The build is among the development packages: they are wanted under NODE_ENV=production too.
      runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"], "install.log"),
    );
  }
  if (!sqliteLoads()) {
    await withProgress("Compiling SQLite for this Node (about 90 s)", () =>
      runNpm(["rebuild", "better-sqlite3"], "rebuild.log"),
    );
  }
}

function isInstalled() {
  const wanted = readLock(join(root, "package-lock.json"))?.packages;
  const present = readLock(join(modulesFolder, ".package-lock.json"))?.packages;
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" || (present[path] ? present[path].version === entry.version : entry.optional || entry.devOptional),
  );
}

/** @param {string} path @returns {Lock | null} */
function readLock(path) {
  try {
    return /** @type {Lock} */ (JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

/** False when the binary is missing or was made for another Node. */
function sqliteLoads() {
  try {
    const Database = /** @type {new (path: string) => { close(): void }} */ (
      createRequire(join(root, "package.json"))("better-sqlite3")
    );
    new Database(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string[]} args
 * @param {string} logName
 */
async function runNpm(args, logName) {
  const log = logFile(logName);
  const { code, output } = await runLogged(...npmCommand(args), { log });
  if (code !== 0) throw new Refusal(`${reasonOf(output)} The whole output is in ${log}.`);
}

/** What a person can do about a failed npm run. @param {string} output */
function reasonOf(output) {
  if (/gyp ERR!|not found: make|node-gyp/.test(output)) {
    return "SQLite could not be compiled, it needs Python 3, make and a C++ compiler (Debian: apt-get install -y python3 make g++).";
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output)) {
    return "The packages could not be downloaded, check the network.";
  }
  if (/ENOSPC/.test(output)) return "The disk is full.";
  if (/EACCES|EPERM|EROFS/.test(output)) return `No write access to ${root}.`;
  return "The packages could not be installed.";
}
