// Behind a proxy that speaks https the session cookie is sent over https alone, and the forms still work.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, openVisitor, signIn, signOut } from "../support/browser";
import { startHttpsProxy } from "../support/https-proxy";
import { startOwnDemo, type OwnDemo } from "../support/own-demo";

let demo: OwnDemo;
let proxy: Awaited<ReturnType<typeof startHttpsProxy>>;
let browser: Browser;

beforeAll(async () => {
  demo = await startOwnDemo({ TRUSTED_PROXIES: "127.0.0.1,::1" });
  proxy = await startHttpsProxy(demo.baseUrl);
  browser = await openBrowser(["--ignore-certificate-errors"]);
});

afterAll(async () => {
  await browser.close();
  proxy.stop();
  await demo.remove();
});

it("signs in and out over https, with a cookie that never goes over plain http", async () => {
  const { page, context, problems } = await openVisitor(browser, { baseUrl: proxy.address });
  await signIn(page, "lanhdao");
  await page.getByRole("heading", { level: 1, name: /08 chỉ tiêu/ }).waitFor();
  const session = (await context.cookies()).find(({ name }) => name.includes("session"));
  expect(session).toMatchObject({ secure: true, httpOnly: true, sameSite: "Lax" });
  await signOut(page);
  expect((await context.cookies()).some(({ name }) => name.includes("session_token"))).toBe(false);
  expect(problems).toEqual([]);
});
