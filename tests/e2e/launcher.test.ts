// The launcher in a fresh copy of the repository: only the packages and the build of these very sources are lent to it.
import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findFreePort, runLauncher, startLauncher } from "../support/launcher";

const NOT_COPIED = ["node_modules", ".next", ".git", "dist", "data"];
const root = process.cwd();

let clone: string;
let port: string;

beforeAll(async () => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), "tien-do-clone-")));
  for (const name of readdirSync(root).filter((entry) => !NOT_COPIED.includes(entry))) {
    cpSync(join(root, name), join(clone, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  const build = readdirSync(join(root, "dist")).filter((name) => /^[0-9a-f]{16}$/.test(name));
  for (const name of build) {
    cpSync(join(root, "dist", name), join(clone, "dist", name), { recursive: true, verbatimSymlinks: true });
  }
  port = String(await findFreePort());
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

describe("npm start in a fresh clone", () => {
  it("serves pages and static files, and stops cleanly on Ctrl-C", async () => {
    const server = await startLauncher("start", { cwd: clone, env: { PORT: port } });
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

  it("starts again within 5 seconds and builds nothing", async () => {
    const server = await startLauncher("start", { cwd: clone, env: { PORT: port } });
    expect(await server.stop("SIGTERM")).toBe(0);
    expect(server.lines.join("\n")).not.toMatch(/Installing|Building/);
    expect(server.millisecondsToReady).toBeLessThan(5000);
  });

  it("refuses a port that is taken", async () => {
    const server = await startLauncher("start", { cwd: clone, env: { PORT: port } });
    const second = await runLauncher("start", { cwd: clone, env: { PORT: port } });
    expect(second.lines).toEqual([`Port ${port} is taken: choose another one, such as PORT=${Number(port) + 1}.`]);
    await server.stop("SIGTERM");
  });

  it("leaves when the shell of npm was stopped without it", async () => {
    const server = await startLauncher("start", {
      cwd: clone,
      env: { PORT: port, npm_lifecycle_event: "start" },
      shell: true,
    });
    expect(await server.stop("SIGTERM")).toBeNull();
    await vi.waitFor(() => expect(fetch(server.address)).rejects.toThrow(), { timeout: 8000, interval: 200 });
  });

  it("keeps the database where DATABASE_URL says, counted from the repository", async () => {
    const env = { PORT: port, DATABASE_URL: "file:./elsewhere/office.sqlite" };
    const server = await startLauncher("start", { cwd: clone, env });
    await server.stop("SIGTERM");
    expect(existsSync(join(clone, "elsewhere/office.sqlite"))).toBe(true);
  });
});
