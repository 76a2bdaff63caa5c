// Whatever happens between typing and the server, what was typed is there afterwards and nothing is stored twice. On a
// server of its own, which is killed and started again.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import {
  fillSignIn,
  openAs,
  openBrowser,
  openPage,
  openVisitor,
  reloadPage,
  signIn,
  signOut,
  type Visitor,
} from "../support/browser";
import { startOwnDemo, type OwnDemo } from "../support/own-demo";
import { due, fillIn, keptOnDevice, present, state, storedReport, submit, submitted } from "../support/report-page";

const LAN_NAME = "ten-may";
const DRAFTS = "**/api/drafts";
const SUBMISSIONS = "**/api/submissions";

let demo: OwnDemo;
let baseUrl: string;
let browser: Browser;

beforeAll(async () => {
  demo = await startOwnDemo();
  ({ baseUrl } = demo);
  browser = await openBrowser([`--host-resolver-rules=MAP ${LAN_NAME} 127.0.0.1`]);
});

afterAll(async () => {
  await browser.close();
  await demo.remove();
});

async function visit(login: string): Promise<Visitor> {
  const visitor = await openAs(browser, login, { baseUrl });
  onTestFinished(() => visitor.context.close());
  return visitor;
}

const stored = (unit: string, period: string) => storedReport(demo.databaseFile, unit, period);

/** The page tries again by itself, and at once where it is asked to before that. */
async function sentAfterRestart(page: Page): Promise<void> {
  const now = page.getByRole("button", { name: "Thử gửi ngay" });
  const sent = page.getByText("Đã gửi báo cáo. Văn phòng sẽ tiếp nhận");
  await now.or(sent).first().waitFor();
  await now.click({ timeout: 2_000 }).catch(() => undefined); // gone: it was sent meanwhile
  await sent.waitFor();
}

/** Everything that the browser keeps for this origin. */
function leftOnDevice(page: Page) {
  return page.evaluate(async () => ({
    texts: Object.keys(localStorage),
    pages: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
}

async function expireSession(context: BrowserContext): Promise<void> {
  await context.clearCookies({ name: /session/ });
}

describe("nothing typed is lost", () => {
  it("when the line drops while typing: the page reloads without a line, and all is saved when it is back", async () => {
    const { page, context } = await visit("bithu1");
    await openPage(page, "/entry/cb1/2023-06");
    await keptOnDevice(page, "/entry/cb1/2023-06");
    await present(page).fill("2");
    await state(page, "đã tự lưu");
    await context.setOffline(true);
    await fillIn(page);
    await state(page, "chưa lưu lên máy chủ");
    await reloadPage(page);
    await page.getByText("Đã khôi phục số liệu").waitFor();
    expect([await present(page).inputValue(), await due(page).inputValue()]).toEqual(["28", "29"]);
    await due(page).fill("30");
    await context.setOffline(false);
    await state(page, "đã tự lưu");
    expect(stored("cb1", "2023-06").typed).toEqual(["28/30", "1/"]);
    await reloadPage(page);
    expect(await due(page).inputValue()).toBe("30");
  });

  it("when a report is submitted without a line and its page closed: the list names it and it goes out once", async () => {
    const { page, context } = await visit("bithu1");
    await openPage(page, "/entry");
    await keptOnDevice(page, "/entry");
    await openPage(page, "/entry/cb1/2023-06");
    await context.setOffline(true);
    await fillIn(page);
    await submit(page);
    await page.getByText("Báo cáo đang chờ gửi").waitFor();
    await openPage(page, "/entry");
    await page.getByText("01 báo cáo đang giữ trên máy này").waitFor();
    await page.getByText(/đã bấm gửi lúc/).waitFor();
    await context.setOffline(false);
    await page.getByText("01 báo cáo đang giữ trên máy này").waitFor({ state: "detached" });
    const once = { state: "submitted", revisions: 1, sealed: 1, submitted: 1 };
    expect(stored("cb1", "2023-06")).toEqual({ ...once, typed: ["28/29", "1/"] });
    await openPage(page, "/entry/cb1/2023-06");
    await submitted(page);
  });

  it("when the session expires: the same account signs in and it is saved; another account sees nothing of it", async () => {
    const { page, context } = await visit("bithu3");
    await openPage(page, "/entry/cb3/2023-05");
    await keptOnDevice(page, "/entry/cb3/2023-05");
    await expireSession(context);
    await fillIn(page, "17", "18");
    await page.getByText("Phiên làm việc đã hết hạn").waitFor();

    const stranger = await context.newPage();
    await signIn(stranger, "bithu1");
    await openPage(stranger, "/entry");
    await stranger.getByText(/báo cáo cần làm/).waitFor();
    expect(await stranger.getByText("đang giữ trên máy này").count()).toBe(0);
    const answered = page.waitForResponse(DRAFTS);
    await page.getByRole("button", { name: "Lưu nháp" }).click(); // still open, in the stranger's session now
    expect(await (await answered).json()).toMatchObject({ ok: false, code: "session_expired" });
    await page.getByText("Phiên làm việc đã hết hạn").waitFor();
    expect(stored("cb3", "2023-05").state).toBe("none");
    await signOut(stranger);

    await page.getByRole("link", { name: "Đăng nhập lại" }).click();
    await fillSignIn(page, "bithu3", "tiendo-demo");
    await state(page, "đã tự lưu");
    expect([await present(page).inputValue(), await due(page).inputValue()]).toEqual(["17", "18"]);
    expect(stored("cb3", "2023-05").typed).toEqual(["17/18", "1/"]);
  });

  it("when a second device saves first: both values, who and when, and the choice figure by figure", async () => {
    const { page, context } = await visit("bithu3");
    const second = await visit("bithu3");
    await openPage(page, "/entry/cb3/2023-06");
    await openPage(second.page, "/entry/cb3/2023-06");
    await context.setOffline(true);
    await fillIn(page, "15", "18");
    await state(page, "chưa lưu lên máy chủ");
    await fillIn(second.page, "16", "19");
    await state(second.page, "đã tự lưu");
    await context.setOffline(false);
    await page.getByText("Báo cáo này vừa được lưu ở nơi khác").waitFor();
    expect(await page.getByRole("main").innerText()).toMatch(/Bí thư Chi bộ 3 lưu lúc \d\d:\d\d/);
    await page.getByLabel("Giá trị của tôi: 15").check();
    await page.getByLabel("Giá trị đã lưu: 19").check();
    await page.getByRole("button", { name: "Tiếp tục với các giá trị đã chọn" }).click();
    await state(page, "đã tự lưu");
    expect(stored("cb3", "2023-06").typed).toEqual(["15/19", "1/"]);
  });

  it.each([
    { killed: "after it has stored the report and before it answers", unit: "cb5", period: "2023-06" },
    { killed: "while the request is on its way", unit: "cb3", period: "2023-06" },
  ])(
    "when the server is killed $killed: submitted once by the server that follows",
    async ({ killed, unit, period }) => {
      const { page } = await visit(unit.replace("cb", "bithu"));
      await openPage(page, `/entry/${unit}/${period}`);
      await keptOnDevice(page, `/entry/${unit}/${period}`);
      const before = stored(unit, period);
      await fillIn(page, "19", "19");
      await page.route(SUBMISSIONS, async (route) => {
        // A later try of the page itself finds nobody.
        if (killed.startsWith("after") && !(await route.fetch().catch(() => null))) return route.abort();
        if (!killed.startsWith("after")) void route.continue().catch(() => undefined);
        await demo.stop("SIGKILL");
        if (killed.startsWith("after")) await route.abort();
      });
      await submit(page);
      await page.getByText("Báo cáo đang chờ gửi").waitFor();
      await page.unroute(SUBMISSIONS);
      await reloadPage(page);
      await page.getByText("Báo cáo đang chờ gửi").waitFor();
      await demo.restart();
      await sentAfterRestart(page);
      expect(stored(unit, period)).toEqual({
        ...{ state: "submitted", typed: ["19/19", "1/"] },
        ...{ revisions: before.sealed + 1, sealed: before.sealed + 1, submitted: before.submitted + 1 },
      });
    },
  );

  it("when two pages of one browser are open without a line: what was typed in the closed one is in the other", async () => {
    const { page, context } = await visit("bithu1");
    await openPage(page, "/entry/cb1/2023-Q2");
    await keptOnDevice(page, "/entry/cb1/2023-Q2");
    const other = await context.newPage();
    await openPage(other, "/entry/cb1/2023-Q2");
    const fields = (of: Page) => of.getByRole("main").locator("input[inputmode=decimal]");
    await context.setOffline(true);
    await fields(page).first().fill("11");
    await fields(other).nth(1).fill("12");
    await expect.poll(() => fields(other).first().inputValue()).toBe("11");
    await page.close();
    await reloadPage(other);
    await expect.poll(() => fields(other).first().inputValue()).toBe("11");
    expect(await fields(other).nth(1).inputValue()).toBe("12");
  });
});

describe("the device", () => {
  it("is empty after signing out, which sends first and asks where that fails", async () => {
    const { page } = await visit("bithu3");
    await openPage(page, "/entry/cb3/2023-Q2");
    await keptOnDevice(page, "/entry/cb3/2023-Q2");
    const field = page.getByRole("main").locator("input[inputmode=decimal]").first();
    await page.route(DRAFTS, (route) => route.abort());
    await field.fill("7");
    await page.locator("header summary").last().click();
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByText("Còn 01 báo cáo chỉ có trên máy này").waitFor();
    expect((await leftOnDevice(page)).texts).toHaveLength(1);
    await page.getByRole("button", { name: "Xóa và đăng xuất" }).click();
    await page.waitForURL((url) => url.pathname === "/sign-in");
    expect(await leftOnDevice(page)).toEqual({ texts: [], pages: [], workers: 0 });

    await page.unroute(DRAFTS);
    await signIn(page, "bithu3");
    await openPage(page, "/entry/cb3/2023-Q2");
    await field.fill("8");
    await signOut(page);
    expect(await leftOnDevice(page)).toEqual({ texts: [], pages: [], workers: 0 });
    expect(stored("cb3", "2023-Q2").typed.join()).toContain("8/");
  });

  it("over plain http in the LAN says that pages do not open without a line, and drafts are saved all the same", async () => {
    const { port } = new URL(baseUrl);
    const { page, context } = await openVisitor(browser, { baseUrl: `http://${LAN_NAME}:${port}` });
    onTestFinished(() => context.close());
    await signIn(page, "bithu3");
    await openPage(page, "/entry/cb3/2023-Q2");
    await page.getByText("Địa chỉ này chưa dùng https").waitFor();
    await page.getByRole("main").locator("input[inputmode=decimal]").first().fill("9");
    await state(page, "đã tự lưu");
    expect(stored("cb3", "2023-Q2").typed.join()).toContain("9/");
  });
});
