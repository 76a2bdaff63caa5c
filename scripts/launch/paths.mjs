import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder, absolute. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

export const distFolder = join(root, "dist");
export const commandsFolder = join(distFolder, "commands");
export const logsFolder = join(distFolder, "logs");
export const modulesFolder = join(root, "node_modules");

/**
 * A file of dist/logs, whose folder is made when it is missing.
 * @param {string} name
 */
export function logFile(name) {
  mkdirSync(logsFolder, { recursive: true });
  return join(logsFolder, name);
}

/**
 * The program of a package in node_modules, to be run by this Node itself.
 * @param {string} path below node_modules
 */
export function moduleProgram(path) {
  return join(modulesFolder, path);
}
