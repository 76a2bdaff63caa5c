// Files that are too large: refused at their field before they are sent, and by the server without being read to the end.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openAs, openBrowser, openPage } from "../support/browser";

const baseUrl = inject("baseUrl");
const LARGE = 50_000_000;
const folder = mkdtempSync(join(tmpdir(), "tien-do-large-"));
const large = join(folder, "so-lieu.xlsx");

describe("a file of 50 MB", () => {
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(large, "PK");
    truncateSync(large, LARGE);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ["bithu1", "/entry/files", "vi", "Tệp đã nhập số liệu", "Tệp lớn hơn 20 MB nên không nhận được."],
    ["bithu1", "/entry/files", "en", "The file filled in", "The file is larger than 20 MB and was not taken."],
    ["vanphong", "/settings/bundles", "vi", "Tệp dữ liệu nhiệm kỳ", "Tệp lớn hơn 20 MB nên không nhận được."],
    ["vanphong", "/settings/bundles", "en", "Term file", "The file is larger than 20 MB and was not taken."],
  ] as const)("%s on %s in %s: is refused at its field and never sent", async (login, path, language, label, told) => {
    const { page, context } = await openAs(browser, login, { baseUrl, language });
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && /preview$/.test(request.url())) sent.push(request.url());
    });
    await openPage(page, path);
    const field = page.getByLabel(label);
    await field.setInputFiles(large);
    await page.getByText(told).waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await page.getByRole("button", { name: /^(Xem trước|Preview)$/ }).click();
    await page.getByText(told).waitFor();
    expect(sent).toEqual([]);
    await context.close();
  });

  it.each(["/entry-files/preview", "/bundles/preview"])(
    "sent to %s in pieces: is answered before its end",
    async (path) => {
      const { context } = await openAs(browser, "vanphong", { baseUrl });
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
      const headers = { cookie, Origin: baseUrl, Accept: "application/json" };
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          controller.enqueue(new Uint8Array(1_000_000));
          sent += 1_000_000;
          if (sent >= LARGE) controller.close();
        },
      });
      const init = { method: "POST", headers, body, duplex: "half" };
      const response = await fetch(baseUrl + path, init);
      expect([response.status, await response.json()]).toMatchObject([413, { code: "file_too_large" }]);
      expect(sent).toBeLessThan(LARGE);
      await context.close();
    },
  );
});
