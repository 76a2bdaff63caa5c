// The settings of a run from the environment, with the defaults of the demo and of the real server.
import { dirname, join, resolve } from "node:path";
import { say } from "./console.mjs";
import { root } from "./paths.mjs";
import { parsePort } from "./preflight.mjs";

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

/**
 * @typedef {"demo" | "start"} Mode
 * @typedef {{ mode: Mode, port: number, host: string, databaseUrl: string, dataFolder: string }} RunSettings
 */

/**
 * @param {Mode} mode
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {RunSettings}
 */
export function readSettings(mode, env) {
  const databaseUrl = absoluteDatabaseUrl(
    env.DATABASE_URL || `file:data/${mode === "demo" ? "demo" : "tien-do"}.sqlite`,
  );
  return {
    mode,
    port: parsePort(env.PORT),
    host: mode === "demo" ? demoHost(env.HOST) : env.HOST || "0.0.0.0",
    databaseUrl,
    dataFolder: env.DATA_DIR ? resolve(root, env.DATA_DIR) : folderOf(databaseUrl),
  };
}

/** The demo's passwords are printed, so it never listens to the network. @param {string | undefined} host */
function demoHost(host) {
  if (!host || host === "localhost") return "127.0.0.1";
  if (LOOPBACK.includes(host)) return host;
  say(`The demo listens on this computer only, HOST=${host} is not used.`);
  return "127.0.0.1";
}

/** A relative file counts from the repository, whatever folder the server changes into. @param {string} url */
function absoluteDatabaseUrl(url) {
  if (!url.startsWith("file:") || url.startsWith("file://")) return url;
  return `file:${resolve(root, url.slice("file:".length))}`;
}

/** @param {string} databaseUrl */
function folderOf(databaseUrl) {
  if (!databaseUrl.startsWith("file:")) return join(root, "data");
  return dirname(databaseUrl.replace(/^file:(\/\/(?=\/))?/, ""));
}

/** The environment of the server and of the commands that prepare its database. @param {RunSettings} settings */
export function serverEnvironment({ mode, port, host, databaseUrl, dataFolder }) {
  return {
    NODE_ENV: /** @type {const} */ ("production"),
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOSTNAME: host, // the name under which the standalone server looks for it
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataFolder,
    ...(mode === "demo" ? { TIENDO_DEMO: "1" } : {}),
  };
}
