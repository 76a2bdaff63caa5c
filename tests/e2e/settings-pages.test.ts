// The office's rooms and the tasks of everybody, as they stand: four widths, two languages, readable to all.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { openAs, openBrowser, openPage } from "../support/browser";
import { findPageProblems, LANGUAGES } from "../support/page-checks";

const TERM = "/settings/terms/2020-2025";

const PAGES = [
  [
    "setting up",
    ["/settings", "/settings/organisation", "/settings/reporting", "/settings/terms", "/settings/terms/new", TERM],
  ],
  [
    "targets and plans",
    [
      `${TERM}/targets`,
      `${TERM}/targets/new`,
      `${TERM}/targets/t1`,
      `${TERM}/targets/t1/measures/new`,
      `${TERM}/measures/m4`,
      `${TERM}/measures/m4/plan`,
      `${TERM}/plans`,
      `${TERM}/periods`,
    ],
  ],
  ["tasks", [`${TERM}/tasks`, `${TERM}/tasks/g1.1`, "/tasks", "/tasks/g1.1"]],
  [
    "units",
    [
      "/units",
      "/settings/units",
      "/settings/units/cb1",
      "/settings/units/order",
      ...["found", "rename", "move", "merge", "split", "dissolve"].map(
        (kind) => `/settings/units/events/new?kind=${kind}`,
      ),
    ],
  ],
  [
    "accounts and files",
    ["/settings/accounts", "/settings/accounts/bithu1", "/settings/reporting", "/settings/bundles"],
  ],
] as const;

/** One page of each kind of form and list. */
const PRINTED = [TERM, `${TERM}/targets/t1`, `${TERM}/measures/m4`, `${TERM}/plans`, `${TERM}/periods`];

const baseUrl = inject("baseUrl");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe.each(LANGUAGES)("the office's pages in %s", (language) => {
  it.each(PAGES)("of %s fit every width, have one main heading and are readable to all", async (_name, paths) => {
    const visitor = await openAs(browser, "vanphong", { baseUrl, language });
    onTestFinished(() => visitor.context.close());
    expect(await findPageProblems(visitor, language, paths)).toEqual([]);
    expect(visitor.problems).toEqual([]);
  });
});

it("print without navigation and buttons, under the term's name", async () => {
  const { page, context } = await openAs(browser, "vanphong", { baseUrl });
  onTestFinished(() => context.close());
  await page.emulateMedia({ media: "print" });
  for (const path of PRINTED) {
    await openPage(page, path);
    expect(await page.locator("nav:visible, button:visible").allTextContents(), path).toEqual([]);
    const named = page.getByText("Nhiệm kỳ 2020 - 2025").filter({ visible: true });
    expect(await named.count(), path).toBeGreaterThan(0);
  }
});

it("prints a new measure on one sheet: its heading does not take the form along to a second one", async () => {
  const { page, context } = await openAs(browser, "vanphong", { baseUrl });
  onTestFinished(() => context.close());
  await openPage(page, `${TERM}/targets/t1/measures/new`);
  const sheets = /\/Type \/Pages\s+\/Count (\d+)/.exec((await page.pdf({ format: "A4" })).toString("latin1"));
  expect(sheets?.[1]).toBe("1");
});
