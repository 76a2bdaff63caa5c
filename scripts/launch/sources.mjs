import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

// What the built server is made of. Anything else (tests, scripts, samples) may change without a build.
const SOURCES = [
  "app",
  "components",
  "db",
  "domain",
  "messages",
  "public",
  "reports",
  "server",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.js",
  "proxy.ts",
  "scripts/launch/commands.mjs", // bundles the file of the server's workers
  "tsconfig.json",
];

/** Name of the build that belongs to the sources as they are: a hash of their contents and of this Node's binary interface. */
export function sourceHash() {
  const hash = createHash("sha256");
  hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  for (const path of SOURCES.flatMap(listFiles)) {
    hash.update(`\n${path}\n`);
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest("hex").slice(0, 16);
}

/** @param {string} path below the root @returns {string[]} the file itself, or the files below the folder, sorted */
function listFiles(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(`${path}/${name}`));
}
