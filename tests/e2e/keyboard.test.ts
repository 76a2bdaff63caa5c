// The settings without a mouse, on a draft term of its own: each step is reached with Tab, its place can be seen, and
// Enter goes on. The draft is made and removed again with the mouse.
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openAs, openBrowser, openPage, reloadPage, type Visitor } from "../support/browser";

const TERM = "/settings/terms/2040-2045";
const MOST_STOPS = 80;
/** What the focus ring is drawn with, in pixels. */
const RING = "3px";

const baseUrl = inject("baseUrl");
let browser: Browser;
let office: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openAs(browser, "vanphong", { baseUrl });
  page = office.page;
  await openPage(page, "/settings/terms/new");
  await page.getByLabel("Ngày đầu").fill("2040-07-01");
  await page.getByLabel("Ngày cuối", { exact: true }).fill("2045-06-30");
  await page.getByLabel(/^Lấy chỉ tiêu, thước đo/).check();
  await page.getByRole("button", { name: "Lập nhiệm kỳ" }).click();
  await page.waitForURL((url) => url.pathname === TERM);
});

afterAll(async () => {
  await openPage(page, TERM);
  await page.getByRole("button", { name: "Xoá nhiệm kỳ đang soạn" }).click();
  await page.waitForURL((url) => url.pathname === "/settings/terms");
  await browser.close();
});

const isFocused = (place: Locator) => place.evaluate((element) => element === document.activeElement);

/** Presses Tab until a place is reached, and looks whether the ring shows it. */
async function tabTo(place: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS && !(await isFocused(place)); stops += 1) await page.keyboard.press("Tab");
  expect(await place.evaluate((element) => getComputedStyle(element).outlineWidth)).toBe(RING);
}

const button = (name: string) => page.getByRole("button", { name, exact: true });

async function pressEnterOn(name: string): Promise<void> {
  await tabTo(button(name));
  await page.keyboard.press("Enter");
}

it("edits a target's wording, is led to the field that is wrong, saves, and takes it back", async () => {
  await openPage(page, `${TERM}/targets/t6`);
  const wording = page.getByLabel("Nguyên văn trong Nghị quyết");
  const name = page.getByLabel("Tên ngắn của chỉ tiêu");
  const before = await wording.inputValue();

  await tabTo(wording);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("Kết nạp 12 đảng viên");
  await tabTo(name);
  const called = await name.inputValue();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  // The router's own announcer is an alert as well: the answer has come when the field is marked.
  await expect.poll(() => name.getAttribute("aria-invalid")).toBe("true");
  await expect.poll(() => isFocused(name)).toBe(true);
  expect(await wording.inputValue()).toBe("Kết nạp 12 đảng viên");

  await page.keyboard.type(called);
  await page.keyboard.press("Enter");
  await page.getByText(`Đã lưu chỉ tiêu ${called}.`).waitFor();
  await pressEnterOn("Hoàn tác");
  await page.getByText("Đã hoàn tác").waitFor();
  await reloadPage(page);
  expect(await wording.inputValue()).toBe(before);
});

it("sees which due days move before a rule is saved, saves it, and takes it back", async () => {
  await openPage(page, `${TERM}/periods`);
  const day = page.getByLabel("Ngày trong tháng").first();
  const before = await day.inputValue();

  await tabTo(day);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("20");
  await page.keyboard.press("Enter");
  const preview = page.getByRole("region", { name: "Tác động của thay đổi" });
  await preview.waitFor();
  await expect.poll(() => isFocused(preview)).toBe(true);
  expect(await preview.getByText("kỳ đổi hạn nộp").count()).toBe(1);

  await pressEnterOn("Xác nhận và lưu");
  await page.getByText("Đã lưu quy định hạn nộp.").waitFor();
  await pressEnterOn("Hoàn tác");
  await page.getByText("Đã hoàn tác").waitFor();
  await reloadPage(page);
  expect(await day.inputValue()).toBe(before);
  expect(office.problems).toEqual([]);
});
