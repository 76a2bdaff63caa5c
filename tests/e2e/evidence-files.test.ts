// A file beside a figure, from a phone to the office: attached, refused by its content, downloaded, removed.
import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { saveReportingSettings } from "@/db/queries/reporting-settings";
import { openStore } from "@/db/store";
import { DEFAULT_REPORTING_SETTINGS } from "@/domain/reporting-settings";
import { openAs, openBrowser, openPage, overflowOf } from "../support/browser";
import { HTML, pdf } from "../support/evidence";
import { startOwnDemo, type OwnDemo } from "../support/own-demo";
import { findPageProblems } from "../support/page-checks";

const REPORT = "/entry/cb1/2023-06";
let demo: OwnDemo;
let browser: Browser;

beforeAll(async () => {
  demo = await startOwnDemo();
  const store = await openStore(`file:${demo.databaseFile}`);
  await store.transact((tx) => saveReportingSettings(tx, { ...DEFAULT_REPORTING_SETTINGS, takesEvidence: true }));
  await store.close();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await demo.remove();
});

async function visit(login: string, options: { width?: number; scripts?: boolean } = {}) {
  const visitor = await openAs(browser, login, { baseUrl: demo.baseUrl, ...options });
  onTestFinished(() => visitor.context.close());
  return visitor;
}

async function firstFigure(page: Page): Promise<Locator> {
  await openPage(page, REPORT);
  return page.locator("[data-measure]").first();
}

function fileOf(name: string, content: Uint8Array) {
  return { name, mimeType: "application/pdf", buffer: Buffer.from(content) };
}

it("is attached on a phone by keyboard, told by its content, and seen by its own cell until the report is sent", async () => {
  const bytes = pdf("Biên bản họp chi bộ");
  const visitor = await visit("bithu1", { width: 360 });
  const { page, problems } = visitor;
  const figure = await firstFigure(page);
  const summary = figure.getByText("Đính kèm tệp minh chứng");
  await summary.press("Enter");
  const field = figure.getByLabel(/^Tệp minh chứng/);
  expect(await field.evaluate((input: HTMLInputElement) => input.multiple && input.accept.includes(".docx"))).toBe(
    true,
  );
  await figure.getByText("Không đính kèm tài liệu bí mật nhà nước").waitFor();

  await field.setInputFiles([fileOf("trang.pdf", HTML), fileOf("Biên bản.pdf", bytes)]);
  await figure.getByText("Đã đính kèm Biên bản.pdf.").waitFor();
  await figure.getByText(/trang\.pdf: Không nhận loại tệp này/).waitFor();
  expect(await overflowOf(page)).toBe(0);

  const link = figure.getByRole("link", { name: "Biên bản.pdf" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe("Biên bản.pdf");
  expect((await readFile(await download.path())).equals(bytes)).toBe(true);

  const address = (await link.getAttribute("href")) ?? "";
  const answer = (await page.request.get(address)).headers();
  expect(answer["content-disposition"]).toMatch(/^attachment; filename="Bien ban\.pdf"; filename\*=UTF-8''Bi%C3%AAn/);
  expect(answer["content-security-policy"]).toBe("default-src 'none'; sandbox");
  expect(answer["x-content-type-options"]).toBe("nosniff");
  expect(answer["cache-control"]).toBe("private, no-store");
  for (const login of ["bithu2", "vanphong", "lanhdao"]) {
    const { page: other } = await visit(login);
    expect([login, (await other.request.get(address)).status()]).toEqual([login, 404]);
  }

  expect(await findPageProblems(visitor, "vi", [REPORT])).toEqual([]);
  await figure.getByRole("button", { name: /^Gỡ.*Biên bản\.pdf$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Gỡ" }).click();
  await figure.getByText("Đã gỡ Biên bản.pdf.").waitFor();
  await link.waitFor({ state: "detached" });
  await expect.poll(() => page.locator(":focus").textContent()).toBe("Đã gỡ Biên bản.pdf.");
  expect((await page.request.get(address)).status()).toBe(404);
  expect(problems).toEqual([]);
});

it("says without scripts what is needed to attach one", async () => {
  const { page } = await visit("bithu3", { scripts: false });
  await openPage(page, "/entry/cb3/2023-05");
  const words = await page.getByRole("main").innerText();
  expect(words).toContain("Trình duyệt đang tắt JavaScript nên chưa đính kèm hoặc gỡ tệp được");
});

it("leaves the page of a question in one column, where its answer takes files", async () => {
  const { page } = await visit("bithu3");
  await openPage(page, "/explanations/x2?term=2020-2025");
  await page.getByText("Đính kèm tệp minh chứng").waitFor();
  for (const part of ["h1", "ol", "form"]) {
    const box = await page.getByRole("main").locator(part).first().boundingBox();
    expect([part, box?.width]).toEqual([part, 980]);
  }
});
