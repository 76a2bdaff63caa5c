import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { root } from "./paths.mjs";

/** Environment of everything that the launchers start. */
export const quietEnvironment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };

/**
 * npm as a command line for this platform: the npm that runs us, or the one in PATH.
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function npmCommand(args) {
  const running = process.env.npm_execpath;
  if (running?.endsWith(".js")) return [process.execPath, [running, ...args]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", args];
}

/**
 * Runs a program to its end in the repository's root, showing its output; gives its exit code (1 when a signal ended it).
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function runShown(program, args, env = quietEnvironment) {
  const child = spawn(program, args, { cwd: root, env, stdio: "inherit" });
  return await exitCodeOf(child);
}

/**
 * Runs a program to its end with its output kept in a file; gives its exit code and the output.
 * @param {string} program
 * @param {string[]} args
 * @param {{ log: string, env?: NodeJS.ProcessEnv }} options
 */
export async function runLogged(program, args, { log, env = quietEnvironment }) {
  const file = createWriteStream(log);
  const child = spawn(program, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (/** @type {Buffer} */ chunk) => {
      chunks.push(chunk);
      file.write(chunk);
    });
  }
  const code = await exitCodeOf(child);
  file.end();
  return { code, output: Buffer.concat(chunks).toString("utf8") };
}

/** The exit code; being told to stop meanwhile is passed on. @param {import("node:child_process").ChildProcess} child */
async function exitCodeOf(child) {
  const stop = () => child.kill("SIGTERM");
  process.once("SIGTERM", stop).once("SIGINT", stop);
  try {
    const [code] = /** @type {[number | null, ...unknown[]]} */ (await once(child, "close"));
    return code ?? 1;
  } finally {
    process.off("SIGTERM", stop).off("SIGINT", stop);
  }
}
