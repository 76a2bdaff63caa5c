// One report's way through the whole product: entered, returned, corrected, accepted, seen, exported, audited.
import { strFromU8, unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAs, openBrowser, openPage, type Visitor } from "../support/browser";
import { startOwnDemo, type OwnDemo } from "../support/own-demo";

const RETURN_NOTE = "Thiếu 01 đảng viên mới kết nạp ngày 19/6.";
const REMARK = "Kết nạp ngày 19/6, quyết định số 41.";
const REPORT = "/entry/cb1/2023-06";
const TARGET = "/targets/t4";

let demo: OwnDemo;
let browser: Browser;
let secretary: Visitor;
let office: Visitor;
let leader: Visitor;
let inspector: Visitor;
let everybody: readonly Visitor[];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startOwnDemo(), openBrowser()]);
  const { baseUrl } = demo;
  secretary = await openAs(browser, "bithu1", { baseUrl });
  office = await openAs(browser, "vanphong", { baseUrl });
  leader = await openAs(browser, "lanhdao", { baseUrl });
  inspector = await openAs(browser, "kiemtra", { baseUrl });
  everybody = [secretary, office, leader, inspector];
});

afterAll(async () => {
  await browser.close();
  await demo.remove();
});

const attendance = (page: Page) => page.getByRole("group", { name: /^Đảng viên dự sinh hoạt/ });
const admissions = (page: Page) => page.getByRole("group", { name: /^Đảng viên mới được kết nạp/ });

/** The figures of target 4 as leadership reads them on its page. */
async function readTarget(page: Page): Promise<string> {
  await openPage(page, TARGET);
  return page.getByRole("main").innerText();
}

/** The line of target 4 on the overview. */
async function overviewRow(page: Page): Promise<string> {
  await openPage(page, "/");
  return page.getByRole("row", { name: /Đảng viên dự sinh hoạt chi bộ/ }).innerText();
}

async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Gửi báo cáo" }).click();
  await page.getByText("Đã gửi báo cáo. Văn phòng sẽ tiếp nhận hoặc trả lại kèm ghi chú.").waitFor();
}

/** Opens Chi bộ 1's report of June from the office's queue. */
async function openFromQueue(page: Page): Promise<void> {
  await openPage(page, "/review");
  const report: Locator = page.getByRole("row", { name: /^Chi bộ 1 .*tháng 6 năm 2023/s });
  await report.getByRole("link", { name: "Chi bộ 1" }).click();
  await page.getByRole("heading", { level: 1, name: "Báo cáo tháng 6 năm 2023" }).waitFor();
}

async function download(page: Page, button: string) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: button }).click();
  const file = await waiting;
  const entries = unzipSync(readFileSync(await file.path()));
  const textOf = (path: RegExp) =>
    Object.entries(entries)
      .filter(([name]) => path.test(name))
      .map(([, bytes]) => strFromU8(bytes))
      .join("\n");
  return { name: file.suggestedFilename(), textOf };
}

describe("a monthly report, from the cell to the congress table", () => {
  it("leadership sees the target without the report: 5.599/5.770 = 97,04 %, 192 of 198 reports", async () => {
    expect(await readTarget(leader.page)).toMatch(/97,04%[^]*5\.599\/5\.770[^]*192\/198/);
    expect(await overviewRow(leader.page)).toMatch(/97,04%[^]*192\/198/);
  });

  it("the secretary enters 28 of 29, reads 96,55% and submits", async () => {
    const { page } = secretary;
    await openPage(page, "/entry");
    await page.getByRole("link", { name: "Báo cáo tháng 6 năm 2023" }).click();
    await page.getByRole("heading", { level: 1, name: "Báo cáo tháng 6 năm 2023" }).waitFor();
    await attendance(page).getByLabel("Có mặt").fill("28");
    await attendance(page).getByLabel("Phải dự").fill("29");
    await expect.poll(() => attendance(page).getByRole("status").innerText()).toBe("= 96,55%");
    await admissions(page).getByLabel("Số kết nạp").fill("0");
    await page.getByText("2/2 mục đã có số liệu").waitFor();
    await submit(page);
    await page.getByRole("button", { name: "Gửi báo cáo" }).waitFor({ state: "detached" });
  });

  it("nothing accepted moves yet, and the provisional view says that it is provisional", async () => {
    expect(await overviewRow(leader.page)).toMatch(/97,04%[^]*192\/198/);
    await openPage(leader.page, `${TARGET}?basis=provisional`);
    expect(await leader.page.getByRole("main").innerText()).toContain("tạm tính");
  });

  it("the office returns it, but not without a note", async () => {
    const { page } = office;
    await openFromQueue(page);
    expect(await page.getByRole("main").innerText()).toMatch(/96,55%\s+28\/29/);
    await page.getByRole("button", { name: "Trả lại" }).click();
    await page.getByText("Ghi rõ cần sửa gì trước khi trả lại.").waitFor();
    await page.getByLabel("Ghi chú cho đơn vị").fill(RETURN_NOTE);
    const address = page.url();
    await page.getByRole("button", { name: "Trả lại" }).click();
    await page.waitForURL((url) => url.href !== address);
  });

  it("the secretary sees the note, corrects and sends the report again", async () => {
    const { page } = secretary;
    await openPage(page, "/entry");
    await page.getByText(RETURN_NOTE).waitFor();
    await openPage(page, REPORT);
    await page.getByText(RETURN_NOTE).waitFor();
    expect(await attendance(page).getByLabel("Có mặt").inputValue()).toBe("28");
    await admissions(page).getByLabel("Số kết nạp").fill("1");
    await admissions(page).getByText("Ghi chú", { exact: true }).first().click();
    await admissions(page).getByLabel("Ghi chú").fill(REMARK);
    await submit(page);
  });

  it("the office sees what changed and accepts", async () => {
    const { page } = office;
    await openFromQueue(page);
    const report = await page.getByRole("main").innerText();
    expect(report).toMatch(/96,55%\s+28\/29/);
    expect(report).toContain("Đảng viên mới được kết nạp: 0 → 1");
    expect(report).toContain(REMARK);
    const address = page.url();
    await page.getByRole("button", { name: "Tiếp nhận", exact: true }).click();
    await page.waitForURL((url) => url.href !== address);
    await openPage(page, "/review");
    expect(await page.getByRole("row", { name: /^Chi bộ 1 .*tháng 6/s }).count()).toBe(0);
  });

  it("leadership sees (5.599 + 28)/(5.770 + 29) = 97,03 %, 193 of 198 reports, and June in the table", async () => {
    const target = await readTarget(leader.page);
    expect(target).toMatch(/97,03%[^]*5\.627\/5\.799[^]*193\/198/);
    await leader.page.getByText("Bảng số", { exact: true }).click();
    const june = leader.page.getByRole("row", { name: /6\/2023/ }).first();
    expect(await june.innerText()).toContain("97,03%");
    const chart = leader.page.getByRole("slider", { name: /^Diễn biến .*97,03%/ });
    await chart.waitFor();
    expect(await overviewRow(leader.page)).toMatch(/97,03%[^]*193\/198/);
  });

  it("the exported Word and Excel files hold the new figure", async () => {
    const { page } = leader;
    await openPage(page, "/");
    const word = await download(page, "Xuất Word");
    expect(word.name).toMatch(/\.docx$/);
    expect(word.textOf(/^word\/document\.xml$/)).toContain("97,03");
    const excel = await download(page, "Xuất Excel");
    expect(excel.name).toMatch(/\.xlsx$/);
    const numbers = [...excel.textOf(/^xl\/worksheets\/sheet1\.xml$/).matchAll(/<v>([\d.]+)<\/v>/g)].map(([, n]) =>
      Number(n),
    );
    expect(
      numbers.some((value) => Math.abs(value - 5627 / 5799) < 1e-6 || Math.abs(value - 562700 / 5799) < 1e-6),
    ).toBe(true);
  });

  it("the inspector finds each step in the log", async () => {
    const { page } = inspector;
    await openPage(page, "/audit");
    const steps = page.getByRole("listitem").filter({ hasText: "Chi bộ 1, tháng 6 năm 2023" });
    const texts = await steps.allInnerTexts();
    const deeds = texts.map((text) => /(Lưu bản nháp|Gửi|Trả lại|Tiếp nhận) báo cáo/.exec(text)?.[1]);
    expect(deeds.filter((deed) => deed !== "Lưu bản nháp")).toEqual(["Tiếp nhận", "Gửi", "Trả lại", "Gửi"]);
    expect(texts.every((text) => /\d{2}:\d{2}, 30\/6\/2023/.test(text))).toBe(true);
    expect(texts.join("\n")).toMatch(/Văn phòng Đảng ủy[^]*Bí thư Chi bộ 1/);
  });

  it("the inspector can change nothing", async () => {
    const { page } = inspector;
    const tabs = await page.getByRole("navigation", { name: "Các trang chính" }).getByRole("link").allInnerTexts();
    expect(tabs.map((tab) => tab.trim())).toEqual(["Tổng quan", "Nhiệm vụ", "Tình hình báo cáo", "Nhật ký"]);
    await openPage(page, REPORT);
    await page.getByRole("heading", { level: 1, name: "Báo cáo tháng 6 năm 2023" }).waitFor();
    const main = page.getByRole("main");
    expect(await main.getByRole("button").count()).toBe(0);
    expect(await main.getByRole("textbox").count()).toBe(0);
    for (const address of ["/entry", "/review", new URL(office.page.url()).pathname]) {
      expect([address, (await openPage(page, address))?.status()]).toEqual([address, 403]);
      await page.getByRole("heading", { name: "Không có quyền xem trang này" }).waitFor();
    }
    const written = await page.request.post("/api/drafts", { data: {}, headers: { Origin: demo.baseUrl } });
    expect(written.status()).toBe(403);
  });

  it("no page complained and none asked another host", () => {
    expect(everybody.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
