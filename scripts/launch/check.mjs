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

/** @typedef {[name: string, run: () => Promise<Outcome>]} Check */

/** The longest first: two run at a time, since each keeps one processor busy. @type {Check[]} */
const checks = [
  ["lint", () => runTool("lint", "eslint/bin/eslint.js", "--max-warnings", "0", ".")],
  ["types", () => runTool("types", "typescript/bin/tsc", "--noEmit")],
  ["format", () => runTool("format", "prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ".")],
  ["unused code", () => runTool("knip", "knip/bin/knip.js")],
  ["message keys", async () => outcomeOf(checkMessages())],
];

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
  // Lint and types look at the types of the routes, which Next.js writes and a fresh clone has not.
  const routes = await runTool("typegen", "next/dist/bin/next", "typegen");
  if (!routes.ok) say(routes.output.trimEnd());
  const counts = { passed: 0, failed: routes.ok ? 0 : 1 };
  const waiting = [...checks];
  const runNext = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      counts[(await runCheck(check)) ? "passed" : "failed"] += 1;
    }
  };
  await Promise.all([runNext(), runNext()]);
  return counts;
}

/** @param {Check} check @returns {Promise<boolean>} whether it passed */
async function runCheck([name, run]) {
  const startedAt = Date.now();
  const { ok, output } = await run();
  say(`${ok ? "ok    " : "FAILED"} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  if (!ok) say(output.trimEnd());
  return ok;
}

/** The task: all checks; exit code 1 when one fails. */
export async function check() {
  await ensureInstalled();
  const { passed, failed } = await runChecks();
  say(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
