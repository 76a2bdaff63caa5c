// The office opens an account, and its person signs in with what was handed over.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { fillSignIn, openAs, openBrowser, openPage, openVisitor } from "../support/browser";

const baseUrl = inject("baseUrl");
const OWN_PASSWORD = "mot hai ba bon nam";
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe("an account of the office's making", () => {
  it("lets its person in with the one-time password, who must change it, and out when it is suspended", async () => {
    const { page: office, context } = await openAs(browser, "vanphong", { baseUrl });
    onTestFinished(() => context.close());
    await openPage(office, "/settings/accounts");
    const form = office.locator("#open");
    await form.getByLabel("Họ tên hoặc chức danh").fill("Lê Thị Đào");
    await expect.poll(() => form.getByLabel("Tên đăng nhập").inputValue()).toBe("dao.le");
    await form.getByLabel("Vai trò", { exact: true }).selectOption({ label: "Kiểm tra" });
    await form.getByRole("button", { name: "Lập tài khoản" }).click();
    const digits = await form.locator("dd .figure").innerText();
    const password = digits.replace(/\s/g, "");
    expect(password).toMatch(/^\d{12}$/);
    await expect
      .poll(() => form.getByLabel("Họ tên hoặc chức danh").inputValue(), { message: "ready for the next" })
      .toBe("");

    const visitor = await openVisitor(browser, { baseUrl });
    onTestFinished(() => visitor.context.close());
    const { page } = visitor;
    await openPage(page, "/sign-in?next=/audit");
    await fillSignIn(page, "dao.le", password);
    await page.waitForURL((url) => url.pathname === "/change-password");
    await openPage(page, "/audit");
    expect(new URL(page.url()).pathname).toBe("/change-password");
    await page.getByLabel("Mật khẩu hiện tại").fill(password);
    await page.getByLabel("Mật khẩu mới", { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel("Nhập lại mật khẩu mới").fill(OWN_PASSWORD);
    await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
    await page.getByRole("heading", { level: 1, name: "Nhật ký" }).waitFor();

    await openPage(office, "/settings/accounts/dao.le");
    await office.getByRole("button", { name: "Tạm ngừng" }).click();
    await office.getByText("Đã tạm ngừng Lê Thị Đào.").waitFor();
    await openPage(page, "/audit");
    expect(new URL(page.url()).pathname, "the session ended at once").toBe("/sign-in");
    await office.getByRole("button", { name: "Hoàn tác" }).click();
    await office.getByRole("button", { name: "Tạm ngừng" }).waitFor();
    await fillSignIn(page, "dao.le", OWN_PASSWORD);
    await page.getByRole("heading", { level: 1, name: "Nhật ký" }).waitFor();
    expect(visitor.problems).toEqual([]);
  });
});
