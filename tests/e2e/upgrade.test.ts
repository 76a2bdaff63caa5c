// The server is upgraded while pages of the old version are open: what they hold arrives at the new one, once.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { openBrowser, openPage, openVisitor, reloadPage, signIn } from "../support/browser";
import { startOwnDemo, type OwnDemo } from "../support/own-demo";
import { fillIn, keptOnDevice, present, state, storedReport, submit, submitted } from "../support/report-page";
import { makeNewerVersion, type NewerVersion } from "../support/upgrade";

let demo: OwnDemo;
let newer: NewerVersion;
let browser: Browser;

beforeAll(async () => {
  newer = makeNewerVersion();
  [demo, browser] = await Promise.all([startOwnDemo(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await demo.remove();
  newer.remove();
});

const report = (unit: string) => `/entry/${unit}/2023-06`;

/** The scripts that a page names. */
const scriptsOf = (page: Page) =>
  page.locator("script[src]").evaluateAll((scripts) => scripts.map((script) => (script as HTMLScriptElement).src));

/** The window of a secretary on the report of June, and the id of the server action that signed it in. */
async function openReport(unit: string) {
  const { page, context, problems } = await openVisitor(browser, { baseUrl: demo.baseUrl });
  onTestFinished(() => context.close());
  const asked = page.waitForRequest((request) => "next-action" in request.headers());
  await signIn(page, unit.replace("cb", "bithu"));
  const action = (await asked).headers()["next-action"] ?? "";
  await openPage(page, report(unit));
  await keptOnDevice(page, report(unit));
  return { page, action, problems };
}

const stored = (unit: string) => storedReport(demo.databaseFile, unit, "2023-06");

it("pages of the old version send what they hold to the new one, once, and go on there", async () => {
  const open = await openReport("cb3");
  const kept = await openReport("cb1");
  const oldScripts = await scriptsOf(open.page);
  await fillIn(open.page, "15", "18");
  await state(open.page, "đã tự lưu");

  await demo.stop();
  await fillIn(open.page, "16", "18");
  await state(open.page, "chưa lưu lên máy chủ");
  await reloadPage(kept.page); // from the device, with the scripts of the old version
  await fillIn(kept.page, "20", "20");
  await state(kept.page, "chưa lưu lên máy chủ");
  await demo.restart(newer.folder);

  const call = { headers: { "Next-Action": open.action, Origin: demo.baseUrl }, data: "[]" };
  expect((await open.page.request.post("/sign-in", call)).status(), "an action of the old version").toBe(409);
  for (const script of oldScripts)
    expect([script, (await open.page.request.get(script)).status()]).toEqual([script, 404]);

  for (const { page } of [open, kept]) await state(page, "đã tự lưu");
  const draft = { state: "draft", revisions: 1, sealed: 0, submitted: 0 };
  expect(stored("cb3")).toEqual({ ...draft, typed: ["16/18", "1/"] });
  expect(stored("cb1")).toEqual({ ...draft, typed: ["20/20", "1/"] });

  await present(open.page).fill("18");
  await submit(open.page);
  await submitted(open.page);
  const once = { state: "submitted", revisions: 1, sealed: 1, submitted: 1 };
  expect(stored("cb3")).toEqual({ ...once, typed: ["18/18", "1/"] });
  await openPage(open.page, "/entry");
  expect((await scriptsOf(open.page)).filter((script) => oldScripts.includes(script))).toEqual([]);
});
