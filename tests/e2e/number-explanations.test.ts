// A number is chosen and tells where it comes from: over the page, down to a figure, and without script as a page.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { openAs, openBrowser, openPage, openVisitor, overflowOf, type Visitor } from "../support/browser";

const baseUrl = inject("baseUrl");
const TITLE = "Số này từ đâu?";
const FORMULA = "100 × 5.599 ÷ 5.770 = 97,04%";
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function leader(options: { readonly width?: number } = {}): Promise<Visitor> {
  const visitor = await openAs(browser, "lanhdao", { baseUrl, ...options });
  onTestFinished(() => visitor.context.close());
  return visitor;
}

describe("a number of the overview", () => {
  it("opens over the page by keyboard, leads down to one figure, and gives the page back", async () => {
    const { page, problems } = await leader();
    await openPage(page, "/?asOf=2023-06-30");
    await page.getByRole("link", { name: "97,04%" }).focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: TITLE });
    await panel.getByText(FORMULA).waitFor();
    await panel.getByRole("link", { name: "4/2023", exact: true }).click();
    await panel.getByText("Kết quả 4/2023: 95,68%.").waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toBe("/");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("97,04%");

    await page.keyboard.press("Enter");
    await panel.getByRole("link", { name: "4/2023", exact: true }).click();
    await panel.getByRole("link", { name: "Chi bộ 3" }).click();
    await page.getByRole("heading", { level: 1, name: /^90,00%, đã được tiếp nhận/ }).waitFor();
    await panel.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
  });

  it("fits a phone, and becomes a page of its own that prints", async () => {
    const { page, problems } = await leader({ width: 360 });
    await openPage(page, "/targets/t4?asOf=2023-06-30");
    await page.getByRole("link", { name: "97,04%" }).first().click();
    const panel = page.getByRole("dialog", { name: TITLE });
    await panel.getByText(FORMULA).waitFor();
    expect(await overflowOf(page)).toBe(0);
    await panel.getByRole("link", { name: "Mở thành trang để in" }).click();
    await page.getByRole("heading", { level: 1, name: "Kết quả đến 30/6/2023: 97,04%." }).waitFor();
    expect([await page.getByRole("dialog").count(), await overflowOf(page)]).toEqual([0, 0]);
    await openPage(page, "/explain/m4?number=required&asOf=2023-06-30");
    expect(await overflowOf(page)).toBe(0);
    expect(problems).toEqual([]);
  });

  it("is a page without script", async () => {
    const { context } = await leader();
    const plain = await openVisitor(browser, { baseUrl, scripts: false });
    onTestFinished(() => plain.context.close());
    await plain.context.addCookies(await context.cookies());
    await openPage(plain.page, "/?asOf=2023-06-30");
    await plain.page.getByRole("link", { name: "97,04%" }).click();
    await plain.page.getByRole("heading", { level: 1, name: "Kết quả đến 30/6/2023: 97,04%." }).waitFor();
    await plain.page.getByText(FORMULA).waitFor();
  });
});
