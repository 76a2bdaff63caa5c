// Starts the demo once for all browser tests, as a person would, on a free port and with a database of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findFreePort, startLauncher } from "./launcher";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the running demo, without a slash at its end. */
    baseUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "tien-do-e2e-"));
  const env = { PORT: String(await findFreePort()), DATABASE_URL: `file:${join(folder, "demo.sqlite")}` };
  const server = await startLauncher("demo", { env });
  project.provide("baseUrl", server.address);
  return async () => {
    await server.stop("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  };
}
