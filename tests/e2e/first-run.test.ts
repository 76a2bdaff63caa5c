// The first start of an office: an empty database, the code on the console, plain http under a name of the LAN.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openPage, openVisitor, signIn, signOut, type Visitor } from "../support/browser";
import { findFreePort, startLauncher, type LaunchedServer } from "../support/launcher";

const LAN_NAME = "ten-may";
const PASSWORD = "thuyen xanh cau cao";

const folder = mkdtempSync(join(tmpdir(), "tien-do-first-run-"));
let server: LaunchedServer;
let browser: Browser;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  const port = String(await findFreePort());
  const env = { HOST: "127.0.0.1", PORT: port, DATABASE_URL: `file:${join(folder, "office.sqlite")}` };
  server = await startLauncher("start", { env });
  browser = await openBrowser([`--host-resolver-rules=MAP ${LAN_NAME} 127.0.0.1`]);
  visitor = await openVisitor(browser, { baseUrl: `http://${LAN_NAME}:${port}` });
  page = visitor.page;
});

afterAll(async () => {
  await browser.close();
  await server.stop("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

/** The one-time code among the lines of the console, in whichever language the terminal has. */
function codeOnConsole(): string {
  const code = server.lines.map((line) => /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/.exec(line)?.[0]).find(Boolean);
  if (!code) throw new Error(`no code on the console:\n${server.lines.join("\n")}`);
  return code;
}

async function fillIn(texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label, { exact: true }).fill(text);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Tạo tài khoản Văn phòng" }).click();
  await answered;
}

/** Waits until a field is refused with these words: an earlier refusal may still stand when the answer has come. */
async function isRefused(label: string, words: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
  const said = async () => {
    const ids = (await field.getAttribute("aria-describedby"))?.split(" ") ?? [];
    return (await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).allInnerTexts()))).flat().join(" ");
  };
  await expect.poll(said).toContain(words);
}

describe("the first start, over plain http under a name of the LAN", () => {
  it("leads from every page to setting up", async () => {
    for (const address of ["/", "/targets/t4", "/audit", "/sign-in"]) {
      await openPage(page, address);
      expect([address, new URL(page.url()).pathname]).toEqual([address, "/first-run"]);
    }
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Thiết lập lần đầu");
    expect(await page.locator("body").innerText()).not.toContain("tiendo-demo");
  });

  it("says that the connection is not encrypted", async () => {
    await page.getByText(/Kết nối này chưa được mã hoá/).waitFor();
  });

  it("refuses a wrong code at its field and keeps what was typed", async () => {
    await fillIn({
      "Mã thiết lập": "AAAA-BBBB-CCCC",
      "Tên đảng bộ": "Đảng bộ cơ sở",
      "Tên đăng nhập": "vanphong",
      "Tên hiển thị": "Văn phòng Đảng ủy",
      "Mật khẩu": PASSWORD,
      "Nhập lại mật khẩu": PASSWORD,
    });
    await isRefused("Mã thiết lập", "Mã không đúng");
    expect(await page.getByLabel("Tên đảng bộ").inputValue()).toBe("Đảng bộ cơ sở");
  });

  it("refuses a weak password, and two that differ, at their fields", async () => {
    await fillIn({ "Mã thiết lập": codeOnConsole(), "Mật khẩu": "12345678", "Nhập lại mật khẩu": "12345678" });
    await isRefused("Mật khẩu", "Mật khẩu cần ít nhất 10 ký tự");
    await fillIn({ "Mã thiết lập": codeOnConsole(), "Mật khẩu": PASSWORD, "Nhập lại mật khẩu": `${PASSWORD} x` });
    await isRefused("Nhập lại mật khẩu", "không giống nhau");
  });

  it("makes the office account with the code from the console, however it is spelt", async () => {
    await fillIn({
      "Mã thiết lập": codeOnConsole().toLowerCase().replaceAll("-", " "),
      "Mật khẩu": PASSWORD,
      "Nhập lại mật khẩu": PASSWORD,
    });
    await page.waitForURL((url) => url.pathname !== "/first-run");
    if (new URL(page.url()).pathname === "/sign-in") await signIn(page, "vanphong", PASSWORD);
    expect(new URL(page.url()).hostname).toBe(LAN_NAME);
  });

  it("opens an empty overview that says what to do next", async () => {
    await openPage(page, "/");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Chưa có nhiệm kỳ nào");
    expect(await page.getByRole("main").innerText()).toMatch(/Văn phòng nhập/);
    await page.getByRole("link", { name: "Nhật ký" }).click();
    await page.getByText("Thiết lập lần đầu", { exact: true }).last().waitFor();
  });

  it("never opens the first-run page again, and signs in again without https", async () => {
    await openPage(page, "/first-run");
    expect(new URL(page.url()).pathname).not.toBe("/first-run");
    await openPage(page, "/");
    await signOut(page);
    await signIn(page, "vanphong", PASSWORD);
    expect(new URL(page.url()).pathname).toBe("/");
    const [cookie] = (await visitor.context.cookies()).filter(({ name }) => name.includes("session"));
    expect(cookie).toMatchObject({ domain: LAN_NAME, secure: false, httpOnly: true, sameSite: "Lax" });
    expect(visitor.problems).toEqual([]);
  });
});
