// npm run check: everything that can be told without running the product.
import { checkMessages } from "../lint/messages.mjs";
import { say } from "./console.mjs";
import { ensureInstalled } from "./install.mjs";
import { logFile, moduleProgram } from "./paths.mjs";
import { runLogged } from "./processes.mjs";

/**
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {{ ok: boolean, output: string }} Outcome
 */

/** @type {[string, () => Promise<Outcome>][]} */
const checks = [
  ["types", checkTypes],
  ["lint", () => runTool("lint", "eslint/bin/eslint.js", "--max-warnings", "0", ".")],
  ["format", () => runTool("format", "prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ".")],
  ["unused code", () => runTool("knip", "knip/bin/knip.js")],
  ["message keys", async () => outcomeOf(checkMessages())],
];

/** Next.js first writes the types of the routes, which a fresh clone has not. @returns {Promise<Outcome>} */
async function checkTypes() {
  const routes = await runTool("typegen", "next/dist/bin/next", "typegen");
  return routes.ok ? await runTool("types", "typescript/bin/tsc", "--noEmit") : routes;
}

/**
 * @param {string} name of its log
 * @param {string} program below node_modules
 * @param {string[]} args
 * @returns {Promise<Outcome>}
 */
async function runTool(name, program, ...args) {
  const { code, output } = await runLogged(process.execPath, [moduleProgram(program), ...args], {
    log: logFile(`${name}.log`),
  });
  return { ok: code === 0, output };
}

/** @param {string[]} problems @returns {Outcome} */
function outcomeOf(problems) {
  return { ok: problems.length === 0, output: problems.join("\n") };
}

/** Runs every static check, showing the output of those that fail. @returns {Promise<Counts>} */
export async function runChecks() {
  const counts = { passed: 0, failed: 0 };
  for (const [name, run] of checks) {
    const startedAt = Date.now();
    const { ok, output } = await run();
    say(`${ok ? "ok    " : "FAILED"} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
    if (!ok) say(output.trimEnd());
    counts[ok ? "passed" : "failed"] += 1;
  }
  return counts;
}

/** The task: all checks; exit code 1 when one fails. */
export async function check() {
  await ensureInstalled();
  const { passed, failed } = await runChecks();
  say(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
