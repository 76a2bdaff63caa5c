// A demo of a test file's own, for files that change what others read: filled as the shared one, and used by nobody yet.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { findFreePort, startLauncher } from "./launcher";

export interface OwnDemo {
  /** Address without a slash at its end. */
  readonly baseUrl: string;
  readonly databaseFile: string;
  /** Sends the signal, and waits until the server has ended. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts a stopped server again, on the same port and database; from another clone where one is named. */
  restart(cwd?: string): Promise<void>;
  /** Stops the server and removes its database. */
  remove(): Promise<void>;
}

/** Starts a demo with further settings; its database is a copy of the filled one, which takes the shared demo seconds to make. */
export async function startOwnDemo(settings: Readonly<Record<string, string>> = {}): Promise<OwnDemo> {
  const folder = mkdtempSync(join(tmpdir(), "tien-do-own-demo-"));
  const databaseFile = join(folder, "demo.sqlite");
  copyFileSync(inject("filledDatabase"), databaseFile);
  const env = { PORT: String(await findFreePort()), DATABASE_URL: `file:${databaseFile}`, ...settings };
  let server = await startLauncher("demo", { env });
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    await server.stop(signal);
  };
  return {
    ...{ baseUrl: server.address, databaseFile, stop },
    restart: async (cwd) => {
      server = await startLauncher("demo", { env, cwd });
    },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
