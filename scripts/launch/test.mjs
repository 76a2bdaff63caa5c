// npm test: static checks, then every suite; the last line is the sum of all.
import { readFileSync, rmSync } from "node:fs";
import { ensureChromium } from "./browser.mjs";
import { runChecks } from "./check.mjs";
import { say } from "./console.mjs";
import { ensureInstalled } from "./install.mjs";
import { distFolder, logFile, moduleProgram } from "./paths.mjs";
import { requireWriteAccess } from "./preflight.mjs";
import { quietEnvironment, runShown } from "./processes.mjs";

/**
 * @typedef {import("./check.mjs").Counts} Counts
 * @typedef {{ fullName: string, status: string }} Assertion
 * @typedef {{ testResults: { name: string, status: string, assertionResults: Assertion[] }[] }} SuiteReport
 */

// The browser's tests come last and alone: they need a built server and both processors.
const SUITES = [["unit", "components", "db", "scripts"], ["e2e"]];

/** The task: all checks and suites; exit code 1 when one fails. */
export async function test() {
  requireWriteAccess([distFolder]);
  await ensureInstalled();
  const chromium = await ensureChromium();
  const results = [await runChecks()];
  for (const projects of SUITES) results.push(await runSuite(projects, chromium));
  const passed = results.reduce((sum, counts) => sum + counts.passed, 0);
  const failed = results.reduce((sum, counts) => sum + counts.failed, 0);
  if (failed > 0) process.exitCode = 1;
  say(`${passed} passed, ${failed} failed`);
}

/**
 * @param {string[]} projects of vitest.config.ts
 * @param {string | null} chromium
 * @returns {Promise<Counts>}
 */
async function runSuite(projects, chromium) {
  const report = logFile(`tests-${projects[0]}.json`);
  rmSync(report, { force: true });
  const args = [
    moduleProgram("vitest/vitest.mjs"),
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const env = {
    ...quietEnvironment,
    NODE_ENV: /** @type {const} */ ("test"),
    ...(chromium ? { CHROMIUM: chromium } : {}),
  };
  const code = await runShown(process.execPath, args, env);
  const counts = countResults(report);
  // A run that broke down outside a test must not look as if it had passed.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {string} path of vitest's JSON report @returns {Counts} */
function countResults(path) {
  /** @type {SuiteReport} */
  let report;
  try {
    report = /** @type {SuiteReport} */ (JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  for (const skipped of tests.filter(({ status }) => status !== "passed" && status !== "failed")) {
    say(`not run: ${skipped.fullName}`);
  }
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: tests.filter(({ status }) => status === "failed").length + broken.length,
  };
}
