// Starts the demo once for all browser tests, as a person would, on a free port and with a database of its own.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the running demo, without a slash at its end. */
    baseUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "tien-do-e2e-"));
  const port = await findFreePort();
  const server = spawn(process.execPath, ["scripts/launch.mjs", "demo"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: `file:${join(folder, "demo.sqlite")}`,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  project.provide("baseUrl", await readyAddress(server));
  return async () => {
    server.kill("SIGTERM");
    if (server.exitCode === null) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
}

async function readyAddress(server: ChildProcess): Promise<string> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: server.stdout! })) {
    lines.push(line);
    const address = /^ready (http:\S+)$/.exec(line)?.[1];
    if (address) {
      server.stdout!.resume();
      return address;
    }
  }
  throw new Error(`The demo did not start:\n${lines.join("\n")}`);
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
