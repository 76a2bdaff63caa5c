// Behind a proxy that speaks https the session cookie is sent over https alone, and the forms still work.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openVisitor, signIn, signOut } from "../support/browser";
import { startHttpsProxy } from "../support/https-proxy";
import { findFreePort, startLauncher, type LaunchedServer } from "../support/launcher";

const folder = mkdtempSync(join(tmpdir(), "tien-do-https-"));
let server: LaunchedServer;
let proxy: Awaited<ReturnType<typeof startHttpsProxy>>;
let browser: Browser;

beforeAll(async () => {
  server = await startLauncher("demo", {
    env: {
      PORT: String(await findFreePort()),
      DATABASE_URL: `file:${join(folder, "demo.sqlite")}`,
      TRUSTED_PROXIES: "127.0.0.1,::1",
    },
  });
  proxy = await startHttpsProxy(server.address);
  browser = await openBrowser(["--ignore-certificate-errors"]);
});

afterAll(async () => {
  await browser.close();
  proxy.stop();
  await server.stop("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

it("signs in and out over https, with a cookie that never goes over plain http", async () => {
  const { page, context, problems } = await openVisitor(browser, { baseUrl: proxy.address });
  await signIn(page, "lanhdao");
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain("08 chỉ tiêu");
  const session = (await context.cookies()).find(({ name }) => name.includes("session"));
  expect(session).toMatchObject({ secure: true, httpOnly: true, sameSite: "Lax" });
  await signOut(page);
  expect((await context.cookies()).some(({ name }) => name.includes("session_token"))).toBe(false);
  expect(problems).toEqual([]);
});
