// A person at a browser, for the tests of the whole product: opens pages, signs in, and notes what must never happen.
import { chromium, type Browser, type BrowserContext, type Cookie, type Page, type Response } from "playwright-core";
import { ensureChromium } from "@/scripts/launch/browser.mjs";

/** The password that the demo's sign-in page shows. */
export const DEMO_PASSWORD = "tiendo-demo";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** An answer of 400 to 499 is noted by the browser itself, also where a test asks for it on purpose. */
const REFUSED_ADDRESS = /^Failed to load resource: the server responded with a status of 4\d\d/;

interface VisitorOptions {
  readonly baseUrl: string;
  readonly width?: number;
  readonly height?: number;
  readonly language?: "vi" | "en";
  readonly scripts?: boolean;
  /** A phone: touched, not pointed at. */
  readonly touch?: boolean;
}

/** One person's browser window: a session and storage of its own. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors in the console, exceptions, and requests to any other host so far. */
  readonly problems: readonly string[];
}

/** Starts the browser that CHROMIUM names, else the one that is installed. */
export async function openBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  const executablePath = await ensureChromium();
  if (!executablePath) throw new Error("no Chromium was found");
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...extraArguments] });
}

const withoutScripts = new WeakSet<BrowserContext>();

/** Opens a window in which nobody is signed in. */
export async function openVisitor(browser: Browser, options: VisitorOptions): Promise<Visitor> {
  const { baseUrl, width = 1366, height = 768, language, scripts = true, touch = false } = options;
  const context = await browser.newContext({
    ...{ baseURL: baseUrl, viewport: { width, height }, javaScriptEnabled: scripts, locale: "vi-VN" },
    ...{ reducedMotion: "reduce", hasTouch: touch, isMobile: touch },
  });
  if (!scripts) withoutScripts.add(context);
  if (language) await context.addCookies([{ name: "locale", value: language, url: baseUrl }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { page, context, problems: watch(page, baseUrl) };
}

/** The sessions of this file's people, by address and login: signing in takes two pages and a slow hash. */
const sessions = new Map<string, Cookie[]>();

/**
 * Opens a window in which one of the demo's accounts is signed in, on no page yet. All windows of an account share its
 * first session until somebody signs out.
 */
export async function openAs(browser: Browser, login: string, options: VisitorOptions): Promise<Visitor> {
  const visitor = await openVisitor(browser, options);
  const key = `${options.baseUrl} ${login}`;
  const session = sessions.get(key);
  if (session) {
    await visitor.context.addCookies(session);
    return visitor;
  }
  await signIn(visitor.page, login);
  sessions.set(
    key,
    (await visitor.context.cookies()).filter(({ name }) => name.includes("session")),
  );
  return visitor;
}

/**
 * Opens an address as a person does, who reads and types when the page stands: its main heading is there (a refusal is
 * drawn by the browser after the page has loaded), and its scripts have taken it over. Answers what was answered.
 */
export async function openPage(page: Page, address: string): Promise<Response | null> {
  const response = await page.goto(address);
  await standing(page);
  return response;
}

/** Loads the page again, and waits as `openPage` does. */
export async function reloadPage(page: Page): Promise<void> {
  await page.reload();
  await standing(page);
}

async function standing(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  if (withoutScripts.has(page.context())) return;
  // React marks the elements that it has taken over; when the page is idle after that, their effects have run too.
  await page.waitForFunction(() => {
    const marks = [...document.querySelectorAll("h1")].flatMap((heading) => Object.keys(heading));
    if (!marks.some((mark) => mark.startsWith("__reactFiber"))) return false;
    return new Promise((resolve) => requestIdleCallback(() => resolve(true), { timeout: 2_000 }));
  });
}

/** Signs in on the sign-in page in Vietnamese or English; ends on the page that follows. */
export async function signIn(page: Page, login: string, password = DEMO_PASSWORD): Promise<void> {
  if (new URL(page.url(), "http://localhost").pathname !== "/sign-in") await openPage(page, "/sign-in");
  await fillSignIn(page, login, password);
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** Fills in the sign-in form and sends it, whatever comes of it. */
export async function fillSignIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel(/^(Tên đăng nhập|Sign-in name)$/).fill(login);
  await page.getByLabel(/^(Mật khẩu|Password)$/).fill(password);
  await page.getByRole("button", { name: /^(Đăng nhập|Sign in)$/ }).click();
}

/** Signs out through the menu of the account; the account's next window signs in anew. */
export async function signOut(page: Page): Promise<void> {
  sessions.clear();
  await page.locator("header summary").last().click();
  await page.getByRole("button", { name: /^(Đăng xuất|Sign out)$/ }).click();
  await page.waitForURL((url) => url.pathname === "/sign-in");
}

/**
 * How far the page is wider than the window, in pixels; 0 when nothing has to be moved sideways. A page that was just
 * made narrower is given two seconds to come to rest.
 */
export async function overflowOf(page: Page): Promise<number> {
  const measure = () => Math.max(0, document.documentElement.scrollWidth - window.innerWidth);
  await page
    .waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, undefined, { timeout: 2_000 })
    .catch(() => undefined);
  return page.evaluate(measure);
}

function watch(page: Page, baseUrl: string): readonly string[] {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error" || REFUSED_ADDRESS.test(message.text())) return;
    problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== baseUrl) problems.push(`request to ${request.url()}`);
  });
  return problems;
}
