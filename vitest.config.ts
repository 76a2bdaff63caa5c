import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const consoleGuard = "tests/support/console.ts";

/** Settings of a server under test. Vite puts "/" into BASE_URL, which is an address of ours. */
const serverSettings = { BASE_URL: "", AUTH_SECRET: "a-secret-that-only-tests-ever-use", LOG_LEVEL: "silent" };

/** The files that look at page after page take longest: begun last, they would leave a processor idle. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => /\/e2e\/(?:[a-z]+-)?pages\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^@\//, replacement: fileURLToPath(new URL("./", import.meta.url)) },
      // The guard package throws outside React Server Components; tests run that code on purpose.
      { find: /^server-only$/, replacement: fileURLToPath(new URL("./tests/support/server-only.ts", import.meta.url)) },
    ],
  },
  test: {
    // The runner leaves one processor idle: half of a small machine.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    restoreMocks: true,
    // Not performance: on Node 20.9 the runner measures its own time limits with the faked one.
    fakeTimers: {
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate", "Date"],
    },
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{domain,messages,reports,samples}/**/*.test.ts"],
          setupFiles: [consoleGuard],
        },
      },
      {
        extends: true,
        test: {
          name: "components",
          environment: "happy-dom",
          include: ["tests/{app,components}/**/*.test.{ts,tsx}"],
          setupFiles: [consoleGuard],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["tests/{db,server}/**/*.test.ts"],
          globalSetup: ["tests/support/worker-file.ts"],
          setupFiles: [consoleGuard],
          env: serverSettings,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "scripts",
          include: ["tests/scripts/**/*.test.ts"],
          setupFiles: [consoleGuard],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/support/e2e-server.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
