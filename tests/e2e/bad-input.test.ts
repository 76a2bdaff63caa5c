// What people type wrongly is answered at its field, and nothing that was typed is lost.
import { eq } from "drizzle-orm";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openStore } from "@/db/store";
import { openAs, openBrowser, openPage, reloadPage, signIn, type Visitor } from "../support/browser";
import { startOwnDemo, type OwnDemo } from "../support/own-demo";

const MAY = "/entry/cb3/2023-05";
const JUNE = "/entry/cb3/2023-06";
const QUARTER = "/entry/cb3/2023-Q2";

let demo: OwnDemo;
let browser: Browser;

// A demo of its own: these reports are filled with nonsense, and a period is locked.
beforeAll(async () => {
  [demo, browser] = await Promise.all([startOwnDemo(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await demo.remove();
});

/** Locks a period while the server runs, as a second process does. */
async function lockPeriod(id: string): Promise<void> {
  const store = await openStore(`file:${demo.databaseFile}`);
  await store.transact(async (tx) => {
    const { periods } = tx.tables;
    await tx.update(periods).set({ lockedAt: "2023-06-30T03:00:00.000Z" }).where(eq(periods.id, id));
  });
  await store.close();
}

/** A window of a secretary, Chi bộ 3's where nobody else is named, at a report. */
async function openReport(address: string, login = "bithu3"): Promise<Visitor> {
  const visitor = await openAs(browser, login, { baseUrl: demo.baseUrl });
  onTestFinished(() => visitor.context.close());
  await openPage(visitor.page, address);
  return visitor;
}

const attendance = (page: Page) => page.getByRole("group", { name: /^Đảng viên dự sinh hoạt/ });
const present = (page: Page) => attendance(page).getByLabel("Có mặt");
const expected = (page: Page) => attendance(page).getByLabel("Phải dự");
const admissions = (page: Page) => page.getByRole("group", { name: /^Đảng viên mới được kết nạp/ });
const note = (page: Page) => admissions(page).getByLabel("Ghi chú");

/** What is said of a field: the texts that describe it to every reader. */
async function saidOf(field: Locator): Promise<string> {
  const ids = (await field.getAttribute("aria-describedby"))?.split(" ") ?? [];
  const texts = await Promise.all(ids.map((id) => field.page().locator(`[id="${id}"]`).innerText()));
  return texts.join(" ").trim();
}

/** Waits until the server has what was typed. */
async function saveDraft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Lưu nháp" }).click();
  await page.getByText("Đã lưu nháp. Báo cáo chưa được gửi.").waitFor();
}

describe("figures that cannot be read", () => {
  it.each([
    { name: "letters", n: "hai tám", d: "29", field: present, says: "“hai tám” không phải là số" },
    { name: "1.2.3", n: "1.2.3", d: "29", field: present, says: "“1.2.3” không phải là số" },
    { name: "n above d", n: "30", d: "29", field: present, says: "Có mặt (30) không thể lớn hơn phải dự (29)" },
    { name: "d = 0", n: "0", d: "0", field: expected, says: "Mẫu số bằng 0 thì không có tỷ lệ" },
    { name: "a negative number", n: "-3", d: "29", field: present, says: "“-3” là số âm" },
    { name: "13 digits", n: "1234567890123", d: "29", field: present, says: "Phần nguyên có nhiều nhất 9 chữ số" },
    { name: "more than 3 decimals", n: "1,23456", d: "29", field: present, says: "nhiều nhất 3 chữ số sau dấu phẩy" },
  ])("$name: said at the field, kept as typed, never submitted", async ({ n, d, field, says }) => {
    const { page } = await openReport(MAY);
    await present(page).fill(n);
    await expected(page).fill(d);
    await expected(page).blur();
    await page.getByText(says).first().waitFor();
    expect(await saidOf(field(page))).toContain(says);
    expect(await field(page).getAttribute("aria-invalid")).toBe("true");

    await page.getByRole("button", { name: "Gửi báo cáo" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "chỗ cần xem lại trước khi gửi" });
    await summary.getByRole("link").first().click();
    await page.locator("[aria-invalid=true]:focus").waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);

    await saveDraft(page);
    await reloadPage(page);
    expect([await present(page).inputValue(), await expected(page).inputValue()]).toEqual([n, d]);
  });

  it("asks which of two readings 1.250 has, and takes the chosen one", async () => {
    const { page } = await openReport(MAY);
    await present(page).fill("1");
    await expected(page).fill("1.250");
    await attendance(page).getByText("“1.250” là số nào?").waitFor();
    const readings = attendance(page).getByRole("button");
    expect(await readings.allInnerTexts()).toEqual(expect.arrayContaining(["1250", "1,25"]));
    await attendance(page).getByRole("button", { name: "1250" }).click();
    await expect.poll(() => attendance(page).getByRole("status").innerText()).toBe("= 0,08%");
    expect(await expected(page).inputValue()).toBe("1250");
    expect(await attendance(page).getByText("là số nào?").count()).toBe(0);
  });

  it("refuses an empty report in words", async () => {
    const { page } = await openReport("/entry/cb5/2023-06", "bithu5");
    for (const field of [present(page), expected(page), admissions(page).getByLabel("Số kết nạp")])
      await field.fill("");
    await page.getByRole("button", { name: "Gửi báo cáo" }).click();
    await page.getByRole("alert").getByText("Chưa có mục nào có số liệu").waitFor();
  });
});

describe("notes", () => {
  it("an emoji is kept, with a word that reports cannot print it", async () => {
    const { page } = await openReport(MAY);
    await admissions(page).locator("summary", { hasText: "Ghi chú" }).click();
    await note(page).fill("Đủ cả 👍🏽, họp sớm");
    await page.getByText(/Biểu tượng cảm xúc được lưu/).waitFor();
    await saveDraft(page);
    await reloadPage(page);
    expect(await note(page).inputValue()).toBe("Đủ cả 👍🏽, họp sớm");
  });

  it("5,000 characters are refused with the limit, and not one is cut", async () => {
    const { page } = await openReport(MAY);
    const long = "Đảng viên ".repeat(500).trim().padEnd(5000, "ệ");
    await note(page).fill(long);
    await note(page).blur();
    await page
      .getByText(/Đã nhập 5\.000 ký tự, nhiều hơn 2\.000/)
      .first()
      .waitFor();
    expect(await saidOf(note(page))).toContain("không có phần nào bị cắt");
    await page.getByRole("button", { name: "Gửi báo cáo" }).click();
    await page.getByRole("alert").filter({ hasText: "chỗ cần xem lại trước khi gửi" }).waitFor();
    await saveDraft(page);
    await reloadPage(page);
    expect(await note(page).inputValue()).toBe(long);
    await note(page).fill("");
    await saveDraft(page);
  });
});

describe("somebody or something was faster", () => {
  it("a stale form shows both values, and the chosen ones are saved", async () => {
    const first = (await openReport(JUNE)).page;
    const second = (await openReport(JUNE)).page;
    await present(first).fill("36");
    await expected(first).fill("40");
    await saveDraft(first);

    await present(second).fill("37");
    await second.getByRole("button", { name: "Lưu nháp" }).click();
    const conflict = second.getByRole("status").filter({ hasText: "Báo cáo này vừa được lưu ở nơi khác" });
    await conflict.waitFor();
    const choice = conflict.getByRole("group", { name: /Có mặt/ });
    expect(await choice.getByRole("radio").count()).toBe(2);
    expect(await choice.innerText()).toMatch(/Giá trị của tôi:\s*37[^]*Giá trị đã lưu:\s*36/);
    expect(await conflict.getByRole("group", { name: /Phải dự/ }).innerText()).toMatch(/Giá trị đã lưu:\s*40/);
    await choice.getByRole("radio").first().check();
    await second.getByRole("button", { name: "Tiếp tục với các giá trị đã chọn" }).click();
    expect([await present(second).inputValue(), await expected(second).inputValue()]).toEqual(["37", "40"]);
    await saveDraft(second);
    await reloadPage(first);
    expect([await present(first).inputValue(), await expected(first).inputValue()]).toEqual(["37", "40"]);
  });

  it("an expired session keeps what was typed until after signing in again", async () => {
    const { page, context } = await openReport(JUNE);
    const locale = (await context.cookies()).filter(({ name }) => name === "locale");
    await context.clearCookies();
    await context.addCookies(locale);
    await present(page).fill("38");
    await expected(page).fill("39");
    const notice = page.getByRole("status").filter({ hasText: "Phiên làm việc đã hết hạn" });
    await notice.waitFor();
    await notice.getByRole("link", { name: "Đăng nhập lại" }).click();
    await page.waitForURL((url) => url.pathname === "/sign-in");
    await signIn(page, "bithu3");
    await page.getByText(/Đã khôi phục số liệu nhập lúc/).waitFor();
    expect(new URL(page.url()).pathname).toBe(JUNE);
    expect([await present(page).inputValue(), await expected(page).inputValue()]).toEqual(["38", "39"]);
    await saveDraft(page);
    await reloadPage(page);
    expect(await present(page).inputValue()).toBe("38");
  });

  it("another account of the same browser never sees what was kept", async () => {
    const { page, context } = await openReport(JUNE);
    await context.clearCookies();
    await present(page).fill("31");
    await page.getByText("Phiên làm việc đã hết hạn").first().waitFor();
    await context.clearCookies();
    await signIn(page, "bithu2");
    await openPage(page, "/entry/cb2/2023-06");
    expect(await page.getByRole("main").innerText()).not.toContain("Đã khôi phục");
  });

  it("a server that cannot be reached loses nothing", async () => {
    const { page, context } = await openReport(MAY);
    await context.setOffline(true);
    await present(page).fill("33");
    await expected(page).fill("34");
    await page.getByText(/Chưa kết nối được máy chủ/).waitFor();
    await context.setOffline(false);
    await page.getByText(/đã tự lưu lúc/).waitFor();
    await reloadPage(page);
    expect([await present(page).inputValue(), await expected(page).inputValue()]).toEqual(["33", "34"]);
  });
});

describe("periods that take no entries", () => {
  it("a locked period says so, whom to ask, and has no fields", async () => {
    const { page } = await openReport("/entry/cb1/2019-06?term=2015-2020", "bithu1");
    await page.getByText("Kỳ này đã chốt số liệu").waitFor();
    expect(await page.getByRole("main").innerText()).toContain("đề nghị Văn phòng mở lại kỳ cho Chi bộ 1");
    expect(await page.getByRole("main").getByRole("textbox").count()).toBe(0);
  });

  it("a period that is locked while its form is open refuses it in words and keeps what was typed", async () => {
    const { page } = await openReport(QUARTER);
    const fields = page.getByRole("textbox", { name: "Đã học" });
    await lockPeriod(await page.locator('input[name="periodId"]').inputValue());
    await fields.first().fill("35");
    await page.getByRole("alert").getByText("Kỳ này đã chốt số liệu").waitFor();
    await page.getByText("Số liệu đang nhập dở được giữ nguyên bên dưới.").waitFor();
    expect(await fields.first().inputValue()).toBe("35");
    await reloadPage(page);
    await page.getByText("Kỳ này đã chốt số liệu").waitFor();
    expect(await fields.count()).toBe(0);
  });

  it("a period to come says from when it can be entered", async () => {
    const { page } = await openReport("/entry/cb3/2023-08");
    await page.getByText("Báo cáo nhập được từ ngày 1/8/2023.").waitFor();
    expect(await page.getByRole("main").getByRole("textbox").count()).toBe(0);
  });
});
