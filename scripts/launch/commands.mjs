// The TypeScript commands (scripts/<name>.ts) and the server's worker, each bundled once into dist/commands/ and again
// when a source changed.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { commandsFolder, root } from "./paths.mjs";

/** What scripts/<name>.ts exports. @typedef {{ main: (args: string[]) => Promise<number | void> | number | void }} Command */

/** @param {string} name */
export function commandExists(name) {
  return existsSync(join(root, `scripts/${name}.ts`));
}

/** Bundles the file that the server's workers run; gives the bundle's path. The server looks for it under this name. */
export function ensureWorkerBundled() {
  return ensureBundled("background", "server/background/worker.ts");
}

/**
 * Bundles a command when its bundle is missing or older than a source; gives the bundle's path.
 * @param {string} name
 * @param {string} source below the root
 */
export async function ensureBundled(name, source = `scripts/${name}.ts`) {
  const bundle = join(commandsFolder, `${name}.mjs`);
  const stampFile = join(commandsFolder, `${name}.json`);
  if (!isFresh(bundle, stampFile)) {
    await ensureInstalled();
    const inputs = await bundleCommand(source, bundle);
    writeFileSync(stampFile, JSON.stringify(stampOf(["package-lock.json", ...inputs])));
  }
  return bundle;
}

/**
 * Runs a command in this process: its `main(args)` gives the exit code.
 * @param {string} name
 * @param {string[]} args
 */
export async function runCommand(name, args) {
  const bundle = await ensureBundled(name);
  const command = /** @type {Command} */ (await import(pathToFileURL(bundle).href));
  process.exitCode = (await command.main(args)) ?? 0;
}

/** @param {string} bundle @param {string} stampFile */
function isFresh(bundle, stampFile) {
  if (!existsSync(bundle) || !existsSync(stampFile)) return false;
  const stamp = /** @type {Record<string, string>} */ (JSON.parse(readFileSync(stampFile, "utf8")));
  return Object.entries(stamp).every(([path, state]) => fileState(path) === state);
}

/** @param {string[]} paths @returns {Record<string, string>} */
function stampOf(paths) {
  return Object.fromEntries(paths.map((path) => [path, fileState(path)]));
}

/** @param {string} path below the root */
function fileState(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.size}` : "missing";
}

/**
 * @param {string} source
 * @param {string} bundle
 * @returns {Promise<string[]>} the repository's files that went in
 */
async function bundleCommand(source, bundle) {
  const { build } = await import("esbuild");
  mkdirSync(commandsFolder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile: bundle,
    bundle: true,
    platform: "node",
    target: "node20.9",
    format: "esm",
    metafile: true,
    logLevel: "warning",
    // Binaries, and files that a package looks for beside itself, stay in node_modules.
    external: [
      "playwright-core",
      "better-sqlite3",
      "esbuild",
      "@node-rs/argon2",
      "@electric-sql/pglite",
      "pg-native",
      "wasm-xlsxwriter",
      "pino",
    ],
    // "react-server" makes the server-only package an empty one, as it is inside the server.
    conditions: ["react-server"],
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  return Object.keys(metafile.inputs).filter((path) => !path.includes("node_modules/"));
}
