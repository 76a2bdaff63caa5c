// A report by file: taken out, filled in, looked at and taken in again, in the browser, through a worker of the built server.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openAs, openBrowser, overflowOf } from "../support/browser";
import { fillIn } from "../support/entry-files";

const baseUrl = inject("baseUrl");
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

describe("a report by file", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("a secretary downloads a workbook, sees what a filled-in one would do, and why a wrong cell is refused", async () => {
    const { page, problems } = await openAs(browser, "bithu2", { baseUrl });
    await page.goto("/entry");
    await page.getByRole("link", { name: "Nhập bằng tệp Excel hoặc CSV" }).click();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải về: Excel (.xlsx)" }).click();
    const stream = await (await downloading).createReadStream();
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    const file = Buffer.from(fillIn(Buffer.concat(pieces), { L8: "nhiều" }));
    await page.getByLabel("Tệp đã nhập số liệu").setInputFiles({ name: "b.xlsx", mimeType: XLSX, buffer: file });
    await page.getByRole("button", { name: "Xem trước" }).click();
    const table = page.getByRole("region", { name: "Những dòng khác với số liệu đang lưu" });
    await expect(table.textContent()).resolves.toContain("“nhiều” không phải là số.");
    const marked = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải bản có đánh dấu chỗ cần sửa" }).click();
    expect((await marked).suggestedFilename()).toBe("so-lieu-can-sua.xlsx");
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflowOf(page)).toBe(0);
    expect(problems).toEqual([]);
  });

  it("a file of another kind is answered at its field, in English as well", async () => {
    const { page } = await openAs(browser, "bithu2", { baseUrl, language: "en" });
    await page.goto("/entry/files");
    const field = page.getByLabel("The file filled in");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByText("Choose a file first.").waitFor();
    await field.setInputFiles({ name: "a.xlsx", mimeType: XLSX, buffer: Buffer.from("PK not a zip") });
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByText("The file is damaged or was not copied completely.").waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
  });
});
