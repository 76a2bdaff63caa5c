// What one cell reported of a sensitive measure is its own and that of those who see all: no address and no list shows it.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { openAs, openBrowser, openPage } from "../support/browser";

const TERM = "term=2020-2025";
/** Of Chi bộ 3: members rated (sensitive) and attendance (not). */
const SENSITIVE = `/figures/cb3/2022-2023/m5?${TERM}`;
const OPEN = `/figures/cb3/2023-04/m4?${TERM}`;
/** The demo's question about the sensitive figure. */
const QUESTION = `/explanations/x2?${TERM}`;

const baseUrl = inject("baseUrl");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function visit(login: string): Promise<Page> {
  const { page, context } = await openAs(browser, login, { baseUrl });
  onTestFinished(() => context.close());
  return page;
}

const statusesOf = async (page: Page, addresses: readonly string[]) => {
  const statuses: (number | undefined)[] = [];
  for (const address of addresses) statuses.push((await openPage(page, address))?.status());
  return statuses;
};

describe("a sensitive measure of another cell", () => {
  it("is not there at its addresses, nor is a question about it; what is not sensitive is", async () => {
    const page = await visit("bithu1");
    expect(await statusesOf(page, [SENSITIVE, QUESTION, OPEN])).toEqual([404, 404, 200]);
    for (const address of [SENSITIVE, QUESTION]) {
      await openPage(page, address);
      await page.getByRole("heading", { level: 1, name: "Không tìm thấy trang này" }).waitFor();
      expect(await page.locator("body").innerText()).not.toContain("hoàn thành tốt nhiệm vụ");
    }
  });

  it("stands in no list: not among the questions, not in the work of the day", async () => {
    const page = await visit("bithu1");
    for (const address of [`/explanations?${TERM}`, `/explanations?${TERM}&state=open`, "/entry"]) {
      await openPage(page, address);
      expect(await page.locator(`main a[href*="x2"], main a[href*="/cb3/"]`).count()).toBe(0);
    }
  });

  it("is withheld among the cells of its target, and its own stays; of another measure all cells stand there", async () => {
    const page = await visit("bithu1");
    const cellsOn = async (address: string) => {
      await openPage(page, address);
      const links = await page.locator(`main a[href^="/figures/"]`).all();
      const cells = await Promise.all(links.map(async (link) => (await link.getAttribute("href"))?.split("/")[2]));
      return [...new Set(cells)].sort();
    };
    expect(await cellsOn(`/targets/t5?${TERM}`)).toEqual(["cb1"]);
    expect(await cellsOn(`/targets/t4?${TERM}`)).toContain("cb3");
    await openPage(page, `/targets/t5?${TERM}`);
    await page
      .getByRole("row", { name: /^Chi bộ 3 không hiển thị/ })
      .first()
      .waitFor();
  });

  it.each(["bithu3", "lanhdao", "kiemtra", "vanphong"])("is read by %s, whose it is or who sees all", async (login) => {
    const page = await visit(login);
    expect(await statusesOf(page, [SENSITIVE, QUESTION])).toEqual([200, 200]);
    await openPage(page, `/explanations?${TERM}`);
    await page.locator(`main a[href*="x2"]`).first().waitFor();
  });
});
