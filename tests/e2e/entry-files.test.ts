// A report by file: taken out and looked at in the browser, through workers of the built server.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openAs, openBrowser, openPage, overflowOf } from "../support/browser";

const baseUrl = inject("baseUrl");
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

describe("a report by file", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("a secretary downloads a workbook, and sees why a figure of a file is refused", async () => {
    const { page, problems } = await openAs(browser, "bithu1", { baseUrl });
    await openPage(page, "/entry");
    await page.getByRole("link", { name: "Nhập bằng tệp Excel hoặc CSV" }).click();
    const download = page.getByRole("button", { name: "Tải về: Excel (.xlsx)" });
    const [file] = await Promise.all([page.waitForEvent("download"), download.click()]);
    expect(file.suggestedFilename()).toMatch(/^so-lieu-cb1-.*\.xlsx$/);
    const buffer = Buffer.from("Mã nhiệm kỳ;Mã đơn vị;Mã kỳ;Mã thước đo;Kết quả\n2020-2025;cb1;2023-06;khac;1\n");
    await page.getByLabel("Tệp đã nhập số liệu").setInputFiles({ name: "b.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Xem trước" }).click();
    const table = page.getByRole("region", { name: "Những dòng khác với số liệu đang lưu" });
    await table.getByText("Đơn vị này không báo cáo thước đo “khac” trong kỳ này.").waitFor();
    const marking = page.getByRole("button", { name: "Tải bản có đánh dấu chỗ cần sửa" });
    const [marked] = await Promise.all([page.waitForEvent("download"), marking.click()]);
    expect(marked.suggestedFilename()).toBe("so-lieu-can-sua.csv");
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflowOf(page)).toBe(0);
    expect(problems).toEqual([]);
  });

  it.each(["vanphong", "lanhdao", "kiemtra"])(
    "%s takes the figures of all units out of the state of reports",
    async (login) => {
      const { page, context, problems } = await openAs(browser, login, { baseUrl });
      await openPage(page, "/matrix");
      await page.getByRole("link", { name: "Tải số liệu về tệp Excel hoặc CSV" }).click();
      await page.getByRole("heading", { level: 1, name: /Tải (bảng|số liệu)/ }).waitFor();
      // The office enters the committee's figures and brings a file back; the others only take one out.
      expect(await page.getByLabel("Tệp đã nhập số liệu").count()).toBe(login === "vanphong" ? 1 : 0);
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Tải về: Excel (.xlsx)" }).click();
      expect((await downloading).suggestedFilename()).toMatch(/^so-lieu-.*\.xlsx$/);
      expect(problems).toEqual([]);
      await context.close();
    },
  );

  it("a file of another kind is answered at its field, in English as well", async () => {
    const { page } = await openAs(browser, "bithu1", { baseUrl, language: "en" });
    await openPage(page, "/entry/files");
    const field = page.getByLabel("The file filled in");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByText("Choose a file first.").waitFor();
    await field.setInputFiles({ name: "a.xlsx", mimeType: XLSX, buffer: Buffer.from("PK not a zip") });
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByText("The file is damaged or was not copied completely.").waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
  });
});
