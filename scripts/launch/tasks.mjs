import { complain, Refusal } from "./console.mjs";

/** @type {Record<string, (args: string[]) => Promise<void>>} */
const tasks = {
  demo: async () => (await import("./serve.mjs")).serve("demo"),
  start: async () => (await import("./serve.mjs")).serve("start"),
  check: async () => (await import("./check.mjs")).check(),
  test: async () => (await import("./test.mjs")).test(),
};

/**
 * Runs a task of the launcher, or else the command scripts/<name>.ts; a refusal is one line and exit code 1.
 * @param {string | undefined} name
 * @param {string[]} args
 */
export async function runTask(name = "", args) {
  try {
    const task = tasks[name];
    if (task) return await task(args);
    await (await import("./commands.mjs")).runCommand(name, args);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    complain(error.message);
    process.exit(1);
  }
}
