// The matrix where it is wider than the page: what its first line speaks of is in sight.
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from "vitest";
import { openAs, openBrowser, openPage } from "../support/browser";

const baseUrl = inject("baseUrl");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

it.each([
  { width: 360, language: "vi", caption: "Báo cáo tháng, năm 2022-2023" },
  { width: 768, language: "vi", caption: "Báo cáo tháng, năm 2022-2023" },
  { width: 768, language: "en", caption: "Monthly reports, 2022-2023" },
] as const)("begins with the newest period at $width px, under its caption", async ({ width, language, caption }) => {
  const { page, context } = await openAs(browser, "lanhdao", { baseUrl, width, language });
  onTestFinished(() => context.close());
  await openPage(page, "/matrix");
  const region = page.getByRole("region", { name: caption });
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  const inSight = async (part: Locator) => {
    const box = await part.boundingBox();
    return box !== null && box.x >= 0 && box.x + box.width <= width;
  };
  await expect.poll(() => inSight(region.getByRole("columnheader", { name: "6/2023" }))).toBe(true);
  expect(await inSight(region.getByText(caption))).toBe(true);
});
