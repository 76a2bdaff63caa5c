// What must hold before anything is installed or built, each refusal in one line.
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { Refusal } from "./console.mjs";
import { root } from "./paths.mjs";

/** Refuses when the repository's folder or one of these cannot be written. @param {string[]} folders made when missing */
export function requireWriteAccess(folders) {
  for (const folder of [root, ...folders]) {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
    } catch {
      throw new Refusal(`No write access to ${firstExisting(folder)}: give it to this account, or clone elsewhere.`);
    }
  }
}

/** @param {string} folder */
function firstExisting(folder) {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  return existing;
}

/** The port to serve on, from PORT. @param {string | undefined} text */
export function parsePort(text) {
  if (!text) return 3000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT must be a number from 1 to 65535, not "${text}".`);
  }
  return port;
}

/**
 * Refuses when something else listens at this address already.
 * @param {number} port
 * @param {string} host
 */
export async function requireFreePort(port, host) {
  const probe = createServer();
  /** @type {string | null} */
  const failure = await new Promise((resolve) => {
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? error.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
  if (failure === null) return;
  if (failure === "EADDRINUSE")
    throw new Refusal(`Port ${port} is taken: choose another one, such as PORT=${port + 1}.`);
  if (failure === "EACCES") throw new Refusal(`Port ${port} needs an administrator: choose one above 1023 with PORT.`);
  throw new Refusal(`Cannot listen on ${host}:${port} (${failure}): check HOST and PORT.`);
}
