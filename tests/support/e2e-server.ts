// Starts the demo once for all browser tests, as a person would, on a free port and with a database of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { TestProject } from "vitest/node";
import { findFreePort, startLauncher } from "./launcher";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the running demo, without a slash at its end. */
    baseUrl: string;
    /** A SQLite file with what the demo is filled with, before anybody signs in; to be copied. */
    filledDatabase: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "tien-do-e2e-"));
  const databaseFile = join(folder, "demo.sqlite");
  const filledDatabase = join(folder, "filled.sqlite");
  const env = { PORT: String(await findFreePort()), DATABASE_URL: `file:${databaseFile}` };
  const server = await startLauncher("demo", { env });
  const client = new Database(databaseFile, { readonly: true });
  client.prepare("VACUUM INTO ?").run(filledDatabase);
  client.close();
  project.provide("baseUrl", server.address);
  project.provide("filledDatabase", filledDatabase);
  return async () => {
    await server.stop("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  };
}
