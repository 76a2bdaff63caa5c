// The page of a target as a leader uses it: what if, the keys on a chart, tables and drawings taken along, no script.
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from "vitest";
import { openAs, openBrowser, openPage, openVisitor, reloadPage } from "../support/browser";

const baseUrl = inject("baseUrl");
const COUNT = "/targets/t6?asOf=2023-06-30";
const PNG_WIDTH_AT = 16;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function visit(options: { readonly scripts?: boolean } = {}) {
  const leader = await openAs(browser, "lanhdao", { baseUrl });
  onTestFinished(() => leader.context.close());
  if (options.scripts !== false) return leader;
  const plain = await openVisitor(browser, { baseUrl, scripts: false });
  onTestFinished(() => plain.context.close());
  await plain.context.addCookies(await leader.context.cookies());
  return plain;
}

async function save(page: Page, button: string) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).first().click();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

it("3 admitted and 1 each quarter are 11: asked with the slider, kept in the address, and there again when it is sent", async () => {
  const { page, problems } = await visit();
  await openPage(page, COUNT);
  const slider = page.getByRole("slider", { name: "Kéo để thử mức khác" });
  await slider.focus();
  await page.keyboard.press("Home");
  const answer = page.getByRole("status").filter({ hasText: "hết nhiệm kỳ" });
  await answer.filter({ hasText: "có 3 đảng viên, chưa đạt chỉ tiêu 8" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await answer.filter({ hasText: "Mỗi quý 1 đảng viên: hết nhiệm kỳ có 11 đảng viên" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await reloadPage(page);
  await answer.filter({ hasText: "Mỗi quý 2 đảng viên: hết nhiệm kỳ có 19 đảng viên" }).waitFor();
  expect(problems).toEqual([]);
});

it("a chart is walked with the arrow keys, its table copied and its drawing saved as SVG and PNG without the page's styles", async () => {
  const { page, context } = await visit();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPage(page, COUNT);
  const chart = page.getByRole("slider", { name: /^Diễn biến/ });
  await chart.focus();
  await page.keyboard.press("Home");
  const first = await chart.getAttribute("aria-valuetext");
  expect(first).toMatch(/^7\/2020: trong kỳ 0/);
  await page.keyboard.press("End");
  expect(await chart.getAttribute("aria-valuetext")).toMatch(/^6\/2025: dự báo khoảng \d+ đến \d+$/);

  await page.getByRole("button", { name: "Sao chép bảng" }).first().click();
  await page.getByText("Đã sao chép; dán vào Excel hoặc Word.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n").slice(0, 2)).toEqual(["Kỳ\tTrong kỳ\tLũy kế\tGhi chú", "7/2020\t0\t0\t"]);

  const svg = await save(page, "Lưu hình SVG");
  expect(svg.name).toBe("chi-tieu-t6-dien-bien.svg");
  const text = svg.bytes.toString("utf8");
  for (const label of ["chỉ tiêu 8", "khoảng", "tách Chi bộ 2"]) expect(text).toContain(label);
  expect(text).not.toMatch(/var\(--|class=|foreignObject/);
  const width = Number(/^<svg[^>]*\bwidth="(\d+)"/.exec(text)?.[1]);
  const png = await save(page, "Lưu hình PNG");
  expect(png.name).toBe("chi-tieu-t6-dien-bien.png");
  expect(png.bytes.readUInt32BE(PNG_WIDTH_AT)).toBe(2 * width);
});

it("without script: what is foreseen, some paces and their ends, any pace by the form, every square in words, no dead control", async () => {
  const { page } = await visit({ scripts: false });
  await openPage(page, COUNT);
  await page.getByText(/Nếu giữ nhịp 36 tháng qua, đến hết nhiệm kỳ có khoảng/).waitFor();
  const paces = await page
    .getByRole("table", { name: /^Một số mức có thể/ })
    .getByRole("row")
    .allInnerTexts();
  expect(paces.length).toBeGreaterThanOrEqual(4);
  expect(await page.getByRole("slider").count()).toBe(0);
  expect(await page.getByRole("button", { name: "Sao chép bảng" }).count()).toBe(0);
  await page.getByLabel("Mỗi quý còn lại (đảng viên)").fill("0,5");
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await page.getByText("Mỗi quý 0,5 đảng viên: hết nhiệm kỳ có 7 đảng viên, chưa đạt chỉ tiêu 8.").waitFor();
  const squares = page.getByRole("table", { name: /^Số liệu từng chi bộ, từng kỳ/ }).getByRole("cell");
  expect(new Set(await squares.allTextContents())).toContain("thiếu báo cáo");
});
