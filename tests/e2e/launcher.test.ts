// The launcher in a fresh copy of the repository: only the packages and the build of these very sources are lent to it.
import { cpSync, existsSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { builtFolder, cloneSources } from "../support/clone";
import { findFreePort, runLauncher, startLauncher, type LaunchOptions } from "../support/launcher";

let clone: string;
let port: string;
/** How long each start with a build took, in milliseconds. */
const started: number[] = [];

beforeAll(async () => {
  clone = cloneSources();
  const build = builtFolder();
  cpSync(build, join(clone, "dist", basename(build)), { recursive: true, verbatimSymlinks: true });
  port = String(await findFreePort());
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

async function start(options: Omit<LaunchOptions, "cwd"> = {}) {
  const server = await startLauncher("start", { ...options, cwd: clone, env: { PORT: port, ...options.env } });
  started.push(server.millisecondsToReady);
  return server;
}

describe("npm start in a fresh clone", () => {
  it("serves pages and static files, and stops cleanly on Ctrl-C", async () => {
    const server = await start();
    const page = await fetch(server.address);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(page.headers.get("x-powered-by")).toBeNull();

    const files = [...(await page.text()).matchAll(/\/_next\/static\/[^"'\\ ?]+/g)].map(([path]) => path);
    expect(files.length).toBeGreaterThan(0);
    for (const path of new Set(files)) {
      const file = await fetch(server.address + path);
      expect([path, file.status, (await file.arrayBuffer()).byteLength > 0]).toEqual([path, 200, true]);
    }

    expect(await server.stop("SIGINT")).toBe(0);
    await expect(fetch(server.address)).rejects.toThrow();
    expect(existsSync(join(clone, "data/tien-do.sqlite"))).toBe(true);
  });

  it("builds nothing when it starts again", async () => {
    const server = await start();
    expect(await server.stop("SIGTERM")).toBe(0);
    expect(server.lines.join("\n")).not.toMatch(/Installing|Building/);
  });

  it("refuses a port that is taken", async () => {
    const server = await start();
    const second = await runLauncher("start", { cwd: clone, env: { PORT: port } });
    expect(second.lines).toEqual([`Port ${port} is taken: choose another one, such as PORT=${Number(port) + 1}.`]);
    await server.stop("SIGTERM");
  });

  it("leaves when the shell of npm was stopped without it", async () => {
    const server = await start({ env: { npm_lifecycle_event: "start" }, shell: true });
    expect(await server.stop("SIGTERM")).toBeNull();
    await vi.waitFor(() => expect(fetch(server.address)).rejects.toThrow(), { timeout: 8000, interval: 200 });
  });

  it("keeps the database where DATABASE_URL says, counted from the repository", async () => {
    const server = await start({ env: { DATABASE_URL: "file:./elsewhere/office.sqlite" } });
    await server.stop("SIGTERM");
    expect(existsSync(join(clone, "elsewhere/office.sqlite"))).toBe(true);
  });

  it("is ready within 5 seconds: the quickest of these starts, since other tests run beside them", () => {
    expect(Math.min(...started)).toBeLessThan(5000);
  });
});
