// Builds the server into dist/<hash of the sources>/, beside those that still run: their files are never replaced.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ensureWorkerBundled } from "./commands.mjs";
import { Refusal, withProgress } from "./console.mjs";
import { distFolder, logFile, moduleProgram, root } from "./paths.mjs";
import { quietEnvironment, runLogged } from "./processes.mjs";
import { sourceHash } from "./sources.mjs";

const runningFolder = join(distFolder, "running");
const scratchFolder = join(distFolder, "scratch");
const lockFile = join(distFolder, "building");
const BUILD_NAME = /^[0-9a-f]{16}(\.part)?$/;

/** Builds when no build of these sources exists; gives the folder that holds server.js. */
export async function ensureBuilt() {
  const hash = sourceHash();
  const folder = join(distFolder, hash);
  if (!existsSync(join(folder, "server.js"))) {
    await withBuildLock(() => withProgress("Building", () => build(folder)));
  }
  removeUnused(hash);
  return folder;
}

/** @param {string} folder */
async function build(folder) {
  const log = logFile("build.log");
  // Next.js evaluates pages while it builds: the database that one of them may open is not the real one.
  mkdirSync(scratchFolder, { recursive: true });
  const env = {
    ...quietEnvironment,
    NODE_ENV: /** @type {const} */ ("production"),
    DATABASE_URL: `file:${join(scratchFolder, "build.sqlite")}`,
    DATA_DIR: scratchFolder,
  };
  const { code, output } = await runLogged(process.execPath, [moduleProgram("next/dist/bin/next"), "build"], {
    log,
    env,
  });
  rmSync(scratchFolder, { recursive: true, force: true });
  if (code !== 0) throw new Refusal(`The build failed: ${failureOf(output)}. The whole output is in ${log}.`);
  publish(folder, await ensureWorkerBundled());
}

/** @param {string} output of next build */
function failureOf(output) {
  const line = output.split("\n").find((text) => /^\s*(\w*Error: (?!Turbopack)|⨯|Failed)/.test(text));
  return line?.trim() ?? "no reason given";
}

/**
 * Moves the standalone server to its folder, with the static files that it serves itself and the file of its workers.
 * @param {string} folder
 * @param {string} workerFile
 */
function publish(folder, workerFile) {
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  renameSync(join(root, ".next/standalone"), part);
  cpSync(join(root, ".next/static"), join(part, ".next/static"), { recursive: true });
  if (existsSync(join(root, "public"))) cpSync(join(root, "public"), join(part, "public"), { recursive: true });
  cpSync(workerFile, join(part, relative(root, workerFile)));
  rmSync(folder, { recursive: true, force: true });
  renameSync(part, folder);
}

/** Two launchers at once take turns, because both would build into .next. @param {() => Promise<void>} work */
async function withBuildLock(work) {
  mkdirSync(distFolder, { recursive: true });
  try {
    writeFileSync(lockFile, String(process.pid), { flag: "wx" });
  } catch {
    const owner = Number(readFileSync(lockFile, "utf8"));
    if (isAlive(owner))
      throw new Refusal(`Another build is under way (process ${owner}): start again when it is done.`);
    writeFileSync(lockFile, String(process.pid));
  }
  try {
    await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** Notes that this process serves a build, so that nobody removes it; taken back when the process ends. @param {string} folder */
export function markRunning(folder) {
  mkdirSync(runningFolder, { recursive: true });
  const mark = join(runningFolder, String(process.pid));
  writeFileSync(mark, folder);
  process.once("exit", () => rmSync(mark, { force: true }));
}

/** Removes builds of older sources that no living process serves. @param {string} current */
function removeUnused(current) {
  const inUse = new Set([current, ...runningBuilds()]);
  for (const name of readdirSync(distFolder)) {
    if (BUILD_NAME.test(name) && !inUse.has(name)) rmSync(join(distFolder, name), { recursive: true, force: true });
  }
}

function runningBuilds() {
  if (!existsSync(runningFolder)) return [];
  return readdirSync(runningFolder).flatMap((pid) => {
    const mark = join(runningFolder, pid);
    if (isAlive(Number(pid))) return [readFileSync(mark, "utf8").slice(distFolder.length + 1)];
    rmSync(mark, { force: true });
    return [];
  });
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
