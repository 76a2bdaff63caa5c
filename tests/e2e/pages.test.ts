// Every page as it stands: four widths, two languages, paper, keyboard, without scripts, and for every kind of reader.
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { openAs, openBrowser, openPage, openVisitor, reloadPage } from "../support/browser";
import { findPageProblems, LANGUAGES } from "../support/page-checks";

/** A4 in CSS pixels: the width that media queries see in print. */
const A4_WIDTH = 794;
/** What the margins leave of A4, in CSS pixels: (210 - 32) mm. */
const PAPER_WIDTH = 672;
const VIETNAMESE_LETTER = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

/** The pages of each role; `first` stands for the first link of the page's table. */
const PAGES = [
  { login: null, paths: ["/sign-in"] },
  {
    login: "bithu1",
    paths: ["/", "/entry", "/entry/cb1/2023-Q2", "/entry/cb1/2023-05", "/entry/grid", "/audit", "/nowhere"],
  },
  {
    login: "lanhdao",
    paths: [
      "/",
      "/targets/t1",
      "/targets/t6",
      "/?term=2015-2020",
      "/targets/t2?term=2015-2020",
      "/explanations/new?term=2020-2025&target=t4",
    ],
  },
  { login: "vanphong", paths: ["/targets/t4", "/entry/db/2023-H1", "/review", "/review first", "/account"] },
  {
    login: "kiemtra",
    paths: [
      "/audit",
      "/matrix",
      "/explanations",
      "/explanations/x1",
      "/figures/cb3/2023-04/m4?term=2020-2025",
      "/entry/grid?period=2023-05",
    ],
  },
];
const baseUrl = inject("baseUrl");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function visit(login: string | null, options: { language?: "vi" | "en"; scripts?: boolean } = {}) {
  const visitor = login
    ? await openAs(browser, login, { baseUrl, ...options })
    : await openVisitor(browser, { baseUrl, ...options });
  onTestFinished(() => visitor.context.close());
  return visitor;
}

describe.each(LANGUAGES)("pages in %s", (language) => {
  it.each(PAGES)(
    "of $login fit every width, have one main heading and are readable to all",
    async ({ login, paths }) => {
      const visitor = await visit(login, { language });
      expect(await findPageProblems(visitor, language, paths)).toEqual([]);
      expect(visitor.problems).toEqual([]);
    },
  );
});

describe("the header", () => {
  it("stands in one line from 1366 px on", async () => {
    const { page } = await visit("vanphong");
    await openPage(page, "/");
    const controls = page.getByRole("banner").locator("summary, [role=group] button");
    const tops = await controls.evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect()));
    const middles = tops.map(({ top, height }) => Math.round((top + height / 2) / 4));
    expect(new Set(middles).size).toBe(1);
  });

  it("switches the language of everything that is not somebody's own words", async () => {
    const { page } = await visit("lanhdao");
    await openPage(page, "/");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: /^8 targets|^08 targets/ }).waitFor();
    const own = ownWords();
    const texts = (await page.locator("body").innerText()).split("\n").map((line) => line.trim());
    const foreign = texts.filter((line) =>
      VIETNAMESE_LETTER.test(own.reduce((rest, word) => rest.replaceAll(word, ""), line)),
    );
    expect(foreign).toEqual([]);
    await page.getByRole("button", { name: "Tiếng Việt" }).click();
    await page.getByRole("heading", { level: 1, name: /^08 chỉ tiêu/ }).waitFor();
  });
});

/** Names that are data and stay as they were written: organisation, terms, targets, measures, groups, cells, accounts. */
function ownWords(): readonly string[] {
  const samples = ["2015-2020", "2020-2025"].map((term) => readFileSync(`samples/${term}.json`, "utf8"));
  const names = samples.flatMap((text) => [...text.matchAll(/"(?:name|unitLabel)": ("(?:[^"\\]|\\.)*")/g)]);
  const words = new Set(names.map(([, word = '""']) => JSON.parse(word) as string));
  return ["Tiến Độ", "Lãnh đạo Đảng ủy", ...words].sort((a, b) => b.length - a.length);
}

describe("the overview", () => {
  it("moves to another term and basis by addresses that can be sent", async () => {
    const { page } = await visit("lanhdao");
    await openPage(page, "/");
    await page.locator("summary", { hasText: "Nhiệm kỳ 2020 - 2025" }).click();
    await page.getByRole("link", { name: "Nhiệm kỳ 2015 - 2020" }).click();
    await page.getByRole("heading", { level: 1, name: /^8\/8 chỉ tiêu đạt và vượt/ }).waitFor();
    expect(new URL(page.url()).searchParams.get("term")).toBe("2015-2020");
    const row = await page.getByRole("row", { name: /Kết nạp đảng viên mới/ }).innerText();
    expect(row).toMatch(/12[^]*5[^]*240%/);
    await reloadPage(page);
    await page.getByRole("heading", { level: 1, name: /^8\/8/ }).waitFor();
  });

  it("reads without JavaScript: eight targets with figures, menus that open, five task groups", async () => {
    const { context } = await visit("lanhdao");
    const plain = await visit(null, { scripts: false });
    await plain.context.addCookies(await context.cookies());
    const { page } = plain;
    await openPage(page, "/");
    const rows = await page.getByRole("row", { name: /đã nhận \d+ trên \d+ báo cáo/ }).allInnerTexts();
    const positions = rows.map((row) => /^\s*(\d)\b/.exec(row)?.[1]).filter(Boolean);
    expect(positions).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
    expect(rows.join("\n")).toMatch(/96,11%[^]*94,17%/);
    expect(await page.getByRole("heading", { name: "05 nhóm nhiệm vụ, giải pháp" }).count()).toBe(1);
    await page.locator("summary", { hasText: "Nhiệm kỳ 2020 - 2025" }).click();
    await page.getByRole("link", { name: "Nhiệm kỳ 2015 - 2020" }).click();
    await page.getByRole("heading", { level: 1, name: /^8\/8/ }).waitFor();
  });

  it("is walked with the keyboard: skip link, rooms, term switch, menus that open, close and give the focus back", async () => {
    const { page } = await visit("lanhdao");
    await openPage(page, "/");
    await page.keyboard.press("Tab");
    expect(await focusOf(page)).toMatchObject({ text: "Đến nội dung chính", visible: true });
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.hash === "#main");

    await openPage(page, "/");
    const order: string[] = [];
    for (let step = 0; step < 9; step += 1) {
      await page.keyboard.press("Tab");
      const focus = await focusOf(page);
      expect([focus.text, focus.visible]).toEqual([focus.text, true]);
      order.push(focus.text);
    }
    expect(order.join("|")).toMatch(
      /Tiến Độ\|Nhiệm kỳ 2020 - 2025\|.*30\/6\/2023\|.*Đã tiếp nhận\|.*Lãnh đạo Đảng ủy\|Tổng quan/,
    );

    for (const summary of await page.getByRole("banner").locator("summary").all()) {
      const menu = summary.locator("..");
      await summary.focus();
      await page.keyboard.press("Enter");
      expect(await menu.getAttribute("open")).not.toBeNull();
      await page.keyboard.press("Tab");
      expect(await menu.evaluate((node) => node.contains(document.activeElement))).toBe(true);
      await page.keyboard.press("Escape");
      expect(await menu.getAttribute("open")).toBeNull();
      expect(await summary.evaluate((node) => node === document.activeElement)).toBe(true);
    }
  });
});

/** What has the focus: its words, and whether an outline shows it. */
function focusOf(page: Page): Promise<{ text: string; visible: boolean }> {
  return page.evaluate(() => {
    const node = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    const outlined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    const text = (node.getAttribute("aria-label") ?? node.innerText).replace(/\s+/g, " ").trim();
    return { text, visible: outlined && box.width > 1 && box.height > 1 };
  });
}

describe("paper", () => {
  it.each(["/", "/targets/t4", "/?term=2015-2020"])("%s prints on A4 with nothing cut at the side", async (path) => {
    const { page } = await visit("lanhdao");
    await openPage(page, path);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: A4_WIDTH, height: 1123 });
    await page.addStyleTag({ content: `html { width: ${PAPER_WIDTH}px }` });
    const clipped = await page
      .getByRole("table")
      .evaluateAll(
        (tables, width) =>
          tables
            .filter((table) => table.getBoundingClientRect().right > width + 1)
            .map((table) => (table.textContent ?? "").slice(0, 60)),
        PAPER_WIDTH,
      );
    expect(clipped).toEqual([]);
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(0);
    const [width = 0, height = 0] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)?.slice(1).map(Number) ?? [];
    expect([Math.round(Math.min(width, height)), Math.round(Math.max(width, height))]).toEqual([595, 842]);
  });
});
