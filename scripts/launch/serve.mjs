// npm run demo and npm start: set up what is missing, then serve until Ctrl-C.
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { ensureBuilt, markRunning } from "./build.mjs";
import { commandExists, ensureBundled } from "./commands.mjs";
import { Refusal, say } from "./console.mjs";
import { ensureInstalled } from "./install.mjs";
import { distFolder } from "./paths.mjs";
import { requireFreePort, requireWriteAccess } from "./preflight.mjs";
import { quietEnvironment, runShown } from "./processes.mjs";
import { readSettings, serverEnvironment } from "./settings.mjs";

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 5_000;
const LOOK_AT_PARENT_MS = 500;

let serving = false;

/** @param {import("./settings.mjs").Mode} mode */
export async function serve(mode) {
  stopCleanly();
  stopWithNpm();
  const settings = readSettings(mode, process.env);
  requireWriteAccess([distFolder, settings.dataFolder]);
  await requireFreePort(settings.port, settings.host);
  await ensureInstalled();
  const folder = await ensureBuilt();
  const env = serverEnvironment(settings);
  await prepareDatabase(mode, env);
  markRunning(folder);
  Object.assign(process.env, env);
  serving = true;
  await import(pathToFileURL(join(folder, "server.js")).href);
  await answering(settings);
  announce(settings);
}

/** Being told to stop is no failure: the exit code is 0, also when an open connection has to be cut. */
function stopCleanly() {
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      process.once("exit", () => (process.exitCode = 0));
      // Once the server runs, it ends the process itself when the last request is answered.
      setTimeout(() => process.exit(0), serving ? STOP_WITHIN_MS : 0).unref();
    });
  }
}

/** npm passes SIGTERM on to its shell only, which leaves without us: then we leave too. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_AT_PARENT_MS).unref();
}

/**
 * Migrates the database; for the demo, fills an empty one. Its lines (accounts, one-time code) are shown as they are.
 * @param {import("./settings.mjs").Mode} mode
 * @param {NodeJS.ProcessEnv} env
 */
async function prepareDatabase(mode, env) {
  if (!commandExists("prepare")) return;
  await ensureBundled("prepare");
  const args = ["scripts/launch.mjs", "prepare", ...(mode === "demo" ? ["--demo"] : [])];
  const code = await runShown(process.execPath, args, { ...quietEnvironment, ...env });
  if (code !== 0) throw new Refusal("The database could not be prepared: see the lines above.");
}

/** @param {import("./settings.mjs").RunSettings} settings */
async function answering({ host, port }) {
  const address = `http://${loopbackOf(host)}:${port}/`;
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const response = await fetch(address, { redirect: "manual" }).catch(() => null);
    await response?.arrayBuffer(); // an answer left unread would hold the connection open when the server stops
    if (response && response.status < 500) return;
    if (response) throw new Refusal("The server started but answers with an error: see the lines above.");
    await wait(50);
  }
  throw new Refusal(`The server does not answer on port ${port}.`);
}

/** @param {string} host */
function loopbackOf(host) {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

/** @param {import("./settings.mjs").RunSettings} settings */
function announce({ host, port }) {
  const open = host === "0.0.0.0" || host === "::";
  const local = open || ["127.0.0.1", "::1"].includes(host);
  say(`ready http://${local ? "localhost" : loopbackOf(host)}:${port}`);
  if (open) say(`on the network: http://${hostname()}:${port}`);
}
