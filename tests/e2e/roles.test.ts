// Each role at the addresses of the others: refused in words, with nothing shown or changed.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import {
  fillSignIn,
  openAs,
  openBrowser,
  openPage,
  openVisitor,
  signIn,
  signOut,
  type Visitor,
} from "../support/browser";

const NO_PERMISSION = "Không có quyền xem trang này";
const NOT_FOUND = "Không tìm thấy trang này";
const FORBIDDEN = "Tài khoản này không có quyền thực hiện việc này. Nếu cần, hãy liên hệ Văn phòng.";

const baseUrl = inject("baseUrl");
let browser: Browser;
/** The report of Chi bộ 2 that waits for the office. */
let waitingReport: string;

beforeAll(async () => {
  browser = await openBrowser();
  const { page, context } = await openAs(browser, "vanphong", { baseUrl });
  await openPage(page, "/review");
  const link = page.getByRole("row", { name: /^Chi bộ 2 /s }).getByRole("link");
  waitingReport = (await link.first().getAttribute("href")) ?? "";
  await context.close();
});

afterAll(() => browser.close());

async function visit(login: string | null): Promise<Visitor> {
  const visitor = login ? await openAs(browser, login, { baseUrl }) : await openVisitor(browser, { baseUrl });
  onTestFinished(() => visitor.context.close());
  return visitor;
}

/** What a person meets at an address: the status, and the headings in words. */
async function openAddress(page: Page, address: string) {
  const response = await openPage(page, address);
  const headings = await page.getByRole("heading", { level: 1 }).allInnerTexts();
  return [address, response?.status(), headings] as const;
}

/** What an address answers to the session of this window, as a sentence. */
async function answerOf(page: Page, address: string) {
  const response = await page.request.get(address, { headers: { Accept: "text/html" } });
  return [address, response.status(), (await response.text()).trim()] as const;
}

async function postDraft(page: Page, draft: Record<string, unknown>) {
  const response = await page.request.post("/api/drafts", { data: draft, headers: { Origin: baseUrl } });
  return { status: response.status(), answer: (await response.json()) as { ok: boolean; code?: string } };
}

/** A draft of the report that the form of a secretary's window belongs to. */
async function draftOfForm(page: Page, address: string) {
  await openPage(page, address);
  const value = (name: string) => page.locator(`input[name="${name}"]`).inputValue();
  return { unitId: await value("unitId"), periodId: await value("periodId"), version: Number(await value("version")) };
}

describe("a secretary", () => {
  it("is refused the office's, the inspector's and other cells' pages", async () => {
    const { page } = await visit("bithu1");
    for (const address of ["/review", waitingReport, "/audit"]) {
      expect(await openAddress(page, address)).toEqual([address, 403, [NO_PERMISSION]]);
    }
    for (const address of ["/entry/cb2/2023-06", "/entry/cb2/2023-05", "/entry/db/2023-H1", "/entry/nowhere/2023-06"]) {
      expect(await openAddress(page, address)).toEqual([address, 404, [NOT_FOUND]]);
    }
  });

  it("is refused the report files", async () => {
    const { page } = await visit("bithu1");
    for (const address of ["/export/appendix.docx", "/export/appendix.xlsx"]) {
      expect(await answerOf(page, address)).toEqual([address, 403, FORBIDDEN]);
    }
    await openPage(page, "/");
    expect(await page.getByRole("link", { name: /Xuất (Word|Excel)/ }).count()).toBe(0);
  });

  it("neither reads nor writes another cell's draft", async () => {
    const owner = await visit("bithu2");
    const own = await draftOfForm(owner.page, "/entry/cb2/2023-07").catch(() => null);
    const third = await visit("bithu3");
    const draft = await draftOfForm(third.page, "/entry/cb3/2023-05");
    expect(own).toBeNull(); // a period to come has no form at all
    const { page } = await visit("bithu1");
    const query = new URLSearchParams({ unitId: draft.unitId, periodId: draft.periodId }).toString();
    expect(await answerOf(page, `/api/drafts?${query}`)).toEqual([`/api/drafts?${query}`, 403, FORBIDDEN]);
    const written = await postDraft(page, { requestId: "another-cell-0001", ...draft, figures: {} });
    expect(written).toMatchObject({ status: 403, answer: { ok: false, code: "forbidden" } });
  });

  it("is refused when another website sends the draft", async () => {
    const { page } = await visit("bithu3");
    const draft = await draftOfForm(page, "/entry/cb3/2023-05");
    const response = await page.request.post("/api/drafts", {
      data: { requestId: "other-origin-0001", ...draft, figures: {} },
      headers: { Origin: "http://elsewhere.example" },
    });
    expect([response.status(), await response.json()]).toMatchObject([403, { code: "cross_origin" }]);
  });
});

describe("leadership, inspection and the office", () => {
  it.each([
    { login: "lanhdao", refused: () => ["/review", waitingReport, "/audit"] },
    { login: "kiemtra", refused: () => ["/entry", "/review", waitingReport] },
  ])("$login is refused the rooms of the others and enters nothing", async ({ login, refused }) => {
    const { page } = await visit(login);
    for (const address of refused()) {
      expect(await openAddress(page, address)).toEqual([address, 403, [NO_PERMISSION]]);
    }
    const written = await postDraft(page, {
      requestId: `${login}-writes-0001`,
      unitId: "x",
      periodId: "y",
      version: 0,
    });
    expect(written).toMatchObject({ status: 403, answer: { code: "forbidden" } });
    await openPage(page, "/entry/cb1/2023-05");
    expect(await page.getByRole("main").getByRole("textbox").count()).toBe(0);
  });

  it("the office reads a cell's report but has no form for it", async () => {
    const { page } = await visit("vanphong");
    expect((await openPage(page, "/entry/cb3/2023-05"))?.status()).toBe(200);
    expect(await page.getByRole("main").getByRole("textbox").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Gửi báo cáo" }).count()).toBe(0);
  });
});

describe("without a session", () => {
  const PAGES = ["/", "/targets/t4", "/entry", "/entry/cb1/2023-06", "/review", "/audit", "/account"];

  it("every page leads to sign-in and comes back afterwards", async () => {
    const { page } = await visit(null);
    for (const address of PAGES) {
      await openPage(page, address);
      const { pathname, searchParams } = new URL(page.url());
      expect([pathname, searchParams.get("next")]).toEqual(["/sign-in", address === "/" ? null : address]);
      expect(await page.content()).not.toContain("97,0");
    }
    await openPage(page, "/targets/t4");
    await signIn(page, "lanhdao");
    expect(new URL(page.url()).pathname).toBe("/targets/t4");
  });

  it("files and background addresses answer 401, in words to a person", async () => {
    const { page } = await visit(null);
    for (const address of ["/export/appendix.docx", "/export/appendix.xlsx", "/api/drafts?unitId=x&periodId=y"]) {
      const [, status, sentence] = await answerOf(page, address);
      expect([address, status]).toEqual([address, 401]);
      expect(sentence).toContain("Hãy đăng nhập lại");
    }
    expect((await postDraft(page, {})).status).toBe(401);
  });

  it("the account library's own addresses do not exist", async () => {
    const { page } = await visit(null);
    for (const address of ["/api/auth/get-session", "/api/auth/sign-up/email", "/api/auth/admin/list-users"]) {
      expect([address, (await page.request.get(address)).status()]).toEqual([address, 404]);
      expect((await page.request.post(address, { data: {}, headers: { Origin: baseUrl } })).status()).toBe(404);
    }
  });
});

describe("signing out and locking", () => {
  it("shows nothing private by the back button after signing out", async () => {
    const { page } = await visit("lanhdao");
    await openPage(page, "/targets/t4");
    await page.getByText("97,0").first().waitFor();
    await signOut(page);
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get("next") === "/targets/t4");
    await page.getByLabel("Tên đăng nhập").waitFor();
    expect(await page.locator("body").innerText()).not.toContain("97,0");
  });

  it("does not follow a next address to another website", async () => {
    const { page } = await visit(null);
    await openPage(page, "/sign-in?next=//elsewhere.example/");
    await fillSignIn(page, "lanhdao", "tiendo-demo");
    await page.getByRole("navigation").first().waitFor();
    expect(new URL(page.url()).origin).toBe(baseUrl);
  });

  it("locks a name after five wrong passwords and says for how long, also to the right one", async () => {
    const { page } = await visit(null);
    await openPage(page, "/sign-in");
    const answered = () => page.waitForResponse((response) => response.request().method() === "POST");
    for (const wrong of ["sai-1", "sai-2", "sai-3", "sai-4"]) {
      await Promise.all([answered(), fillSignIn(page, "bithu4", wrong)]);
      await page.getByText("Tên đăng nhập hoặc mật khẩu không đúng").waitFor();
      expect(await page.getByLabel("Tên đăng nhập").inputValue()).toBe("bithu4");
    }
    await fillSignIn(page, "bithu4", "sai-5");
    await page.getByText(/Đã nhập sai quá nhiều lần. Hãy thử lại sau 15 phút./).waitFor();
    await Promise.all([answered(), fillSignIn(page, "bithu4", "tiendo-demo")]);
    await page.getByText(/Đã nhập sai quá nhiều lần. Hãy thử lại sau 1\d phút./).waitFor();
    expect(new URL(page.url()).pathname).toBe("/sign-in");
  });
});
