// How much it takes to report a month with six measures: counted by the browser, from signing in to "submitted".
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DEMO_PASSWORD,
  openBrowser,
  openPage,
  openVisitor,
  overflowOf,
  signIn,
  type Visitor,
} from "../support/browser";
import { startReportingServer } from "../support/reporting-server";

const MONTH = "Báo cáo tháng 6 năm 2026";
const REPORT = "/entry/cb1/2026-06?term=2026";
const SUBMITTED = /^Đã gửi báo cáo\./;
/** n and d of three rates, then three counts, as they stand one after the other. */
const FIGURES = ["29", "29", "28", "29", "29", "29", "1", "1", "1"];
/** A line as at a border post: 750 kbit/s down, 250 up, 300 ms to the server. */
const SLOW_LINE = { offline: false, latency: 300, downloadThroughput: 93_750, uploadThroughput: 31_250 };

let server: Awaited<ReturnType<typeof startReportingServer>>;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  server = await startReportingServer();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function open(options: Partial<Parameters<typeof openVisitor>[1]> = {}) {
  const visitor = await openVisitor(browser, { baseUrl: server.baseUrl, ...options });
  visitors.push(visitor);
  return visitor;
}

interface Deeds {
  clicks: number;
  keys: string[];
}

/** Counts what a hand does to the pages of a window: pointers pressed and keys, not what scripts make of them. */
async function countDeeds(context: BrowserContext): Promise<Deeds> {
  const deeds: Deeds = { clicks: 0, keys: [] };
  await context.exposeBinding("countDeed", (_, key: string | null) => {
    if (key === null) deeds.clicks += 1;
    else deeds.keys.push(key);
  });
  await context.addInitScript(() => {
    const { countDeed } = window as unknown as { countDeed: (key: string | null) => void };
    addEventListener("pointerdown", (event) => event.isTrusted && countDeed(null), true);
    addEventListener("keydown", (event) => event.isTrusted && countDeed(event.key), true);
  });
  return deeds;
}

/** Types every figure of the month, a key between one field and the next. */
async function typeFigures(page: Page, onward: "Tab" | "Enter"): Promise<void> {
  for (const [index, figure] of FIGURES.entries()) {
    if (index > 0) await page.keyboard.press(onward);
    await page.keyboard.type(figure);
  }
  await page.getByText("6/6 mục đã có số liệu").waitFor();
}

/** Presses Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never came to ${name}`);
}

/** The deeds that are no typing: keys that do something, by name. */
const doing = ({ keys }: Deeds) => keys.filter((key) => key.length > 1 && key !== "Tab");

describe("a month with six measures, from signing in to submitted", () => {
  it("takes 3 clicks and the typing", async () => {
    const { page, context } = await open();
    const deeds = await countDeeds(context);
    await openPage(page, "/sign-in");
    await page.getByLabel("Tên đăng nhập").focus();
    await page.keyboard.type("bithu1");
    await page.keyboard.press("Tab");
    await page.keyboard.type(DEMO_PASSWORD);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.getByRole("link", { name: MONTH }).click();
    await page.locator("input:focus").waitFor();
    await typeFigures(page, "Tab");
    await page.getByRole("button", { name: "Gửi báo cáo" }).click();
    await page.getByText(SUBMITTED).waitFor();
    expect([deeds.clicks, doing(deeds)]).toEqual([3, []]);
  });

  it("takes no click by keyboard: Enter signs in, opens, goes on and submits", async () => {
    const { page, context } = await open();
    const deeds = await countDeeds(context);
    await openPage(page, "/sign-in");
    await page.getByLabel("Tên đăng nhập").focus();
    await page.keyboard.type("bithu2");
    await page.keyboard.press("Tab");
    await page.keyboard.type(DEMO_PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: MONTH }).waitFor();
    await tabTo(page, MONTH);
    await page.keyboard.press("Enter");
    await page.locator("input:focus").waitFor();
    await typeFigures(page, "Enter");
    await page.keyboard.press("Enter");
    await page.locator("button:focus", { hasText: "Gửi báo cáo" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText(SUBMITTED).waitFor();
    expect(deeds.clicks).toBe(0);
    // Signing in, opening, from field to field, to the button, submitting.
    expect(doing(deeds)).toEqual(Array.from({ length: 2 + (FIGURES.length - 1) + 2 }, () => "Enter"));
  });

  it("takes 3 taps on a phone of 360 px with a line of 750 kbit/s and 300 ms", async () => {
    const { page, context } = await open({ width: 360, height: 800, touch: true });
    const deeds = await countDeeds(context);
    await openPage(page, "/sign-in");
    await (await context.newCDPSession(page)).send("Network.emulateNetworkConditions", SLOW_LINE);
    await page.getByLabel("Tên đăng nhập").focus();
    await page.keyboard.type("bithu3");
    await page.keyboard.press("Tab");
    await page.keyboard.type(DEMO_PASSWORD);
    await page.keyboard.press("Enter"); // the phone's own "go"
    await page.getByRole("link", { name: MONTH }).tap();
    await page.getByRole("textbox", { name: "Có mặt" }).tap();
    await typeFigures(page, "Enter"); // the phone's own "next"
    await page.getByRole("button", { name: "Gửi báo cáo" }).tap();
    await page.getByText(SUBMITTED).waitFor();
    expect(deeds.clicks).toBe(3);
    expect(await overflowOf(page)).toBe(0);
  });
});

describe("a report that was submitted", () => {
  it("is withdrawn by its unit, and is the form again with all that was sent", async () => {
    const { page } = await open();
    await signIn(page, "bithu1");
    await openPage(page, REPORT);
    await page.getByRole("button", { name: "Rút lại báo cáo" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Rút lại", exact: true }).click();
    await page.getByText(/^Đã rút lại báo cáo lúc/).waitFor();
    await page.getByRole("textbox").first().waitFor();
    const fields = await page.getByRole("textbox").all();
    expect(await Promise.all(fields.slice(0, 4).map((field) => field.inputValue()))).toEqual(["29", "29", "28", "29"]);
  });

  it("is refused without the notes that are required, also without scripts, and taken with them", async () => {
    const { page } = await open({ scripts: false });
    await signIn(page, "bithu1");
    await openPage(page, REPORT);
    const group = (name: RegExp) => page.getByRole("group", { name });
    await group(/^Dự sinh hoạt/)
      .getByLabel("Có mặt")
      .fill("20");
    await group(/^Sinh hoạt chuyên đề/)
      .getByLabel("Số buổi")
      .fill("");
    await page.getByRole("button", { name: "Gửi báo cáo" }).click();
    await page.getByText("Dự sinh hoạt: Thấp hơn chỉ tiêu từ 95%. Ghi lý do vào ghi chú.").waitFor();
    await group(/^Dự sinh hoạt/)
      .getByLabel("Lý do (bắt buộc)")
      .fill("09 đồng chí đi công tác");
    await group(/^Sinh hoạt chuyên đề/)
      .getByLabel("Lý do chưa có số liệu")
      .fill("Chưa tổng hợp");
    await page.getByRole("button", { name: "Gửi báo cáo" }).click();
    await page.getByText(SUBMITTED).waitFor();
    const shown = await page.getByRole("main").innerText();
    expect(shown).toMatch(/68,97%\s+20\/29[^]*Thấp hơn chỉ tiêu[^]*Ghi chú: 09 đồng chí đi công tác/);
    expect(shown).toMatch(/Sinh hoạt chuyên đề[^]*-\s+Lý do chưa có số liệu: Chưa tổng hợp/);
  });

  it("shows the office what is worth a look, with the notes, and no page complained", async () => {
    const { page } = await open();
    await signIn(page, "vanphong");
    await openPage(page, "/review");
    expect(await page.getByRole("row", { name: /^Chi bộ 1/ }).innerText()).toContain("2 mục cần xem");
    await page
      .getByRole("row", { name: /^Chi bộ 1/ })
      .getByRole("link", { name: "Chi bộ 1" })
      .click();
    await page.getByText("09 đồng chí đi công tác").waitFor();
    expect(visitors.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
