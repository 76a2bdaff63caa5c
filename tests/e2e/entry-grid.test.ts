// A cell catches up a year in the grid: a block from Excel through the real clipboard, the keyboard, one save.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PASSWORD } from "../support/accounts";
import { openBrowser, openVisitor, signIn, type Visitor } from "../support/browser";
import { putMigratedSqlite } from "../support/databases";
import { fillGridDatabase, GRID_DAY, GRID_LOGIN } from "../support/entry-grid";
import { findFreePort, startLauncher, type LaunchedServer } from "../support/launcher";
import { seriousFindings } from "../support/page-checks";

const folder = mkdtempSync(join(tmpdir(), "tien-do-grid-"));
const file = join(folder, "grid.sqlite");
let server: LaunchedServer;
let browser: Browser;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  vi.stubEnv("BASE_URL", ""); // the runner's own meaning of it is no address
  await putMigratedSqlite(file);
  await fillGridDatabase(file);
  const env = {
    ...{ HOST: "127.0.0.1", PORT: String(await findFreePort()), TIENDO_TODAY: GRID_DAY },
    DATABASE_URL: `file:${file}`,
  };
  [server, browser] = await Promise.all([startLauncher("start", { env }), openBrowser()]);
  visitor = await openVisitor(browser, { baseUrl: server.address });
  await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = visitor.page;
  await signIn(page, GRID_LOGIN, PASSWORD);
  await page.goto("/entry/grid?unit=cb1");
  await page.getByRole("grid").waitFor();
});

afterAll(async () => {
  await browser.close();
  await server.stop("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

const WIDTH = 8;
/** A month's cell; column 0 is the month's name. Columns far from what is seen are not there. */
const cellOf = (month: number, column: number, at = page) =>
  at
    .getByRole("row", { name: new RegExp(`^${month}/2023`) })
    .locator(`[role="gridcell"][aria-colindex="${column + 1}"]`);
const textOf = async (month: number, column: number) =>
  (await cellOf(month, column).locator("span.truncate").first().textContent()) ?? "";
const paste = async (text: string) => {
  await page.evaluate((written) => navigator.clipboard.writeText(written), text);
  await page.keyboard.press("Control+v");
};
const copied = async () => {
  await page.keyboard.press("Control+c");
  return page.evaluate(() => navigator.clipboard.readText());
};

/** Columns 1 and 4 are percentages; blanks and dashes are spread over the block. */
const goodText = (row: number, column: number) => {
  if ((row + column) % 11 === 5) return "";
  if ((row + column) % 11 === 7) return "-";
  if (column === 0 || column === 3) return "97,61";
  return row % 2 === 0 ? "1.250" : String(row + 1);
};
const block = Array.from({ length: 12 }, (_, row) =>
  Array.from({ length: WIDTH }, (_unused, column) => (row === 4 && column === 2 ? "4l" : goodText(row, column))),
);

describe("the entry grid", () => {
  it("takes a block of 12 × 8 from Excel: 95 cells right, 1 marked with what to do, blanks untouched", async () => {
    await cellOf(1, 6).click(); // a blank of the block lies on it
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    await cellOf(1, 1).click();
    await paste(`${block.map((row) => row.join("\t")).join("\r\n")}\r\n`);
    await page.getByText("1 ô cần sửa").first().waitFor();

    const expected = block.map((row, index) => row.map((text, column) => (index === 0 && column === 5 ? "5" : text)));
    const shown = [];
    for (let month = 1; month <= 12; month += 1) {
      shown.push(await Promise.all(Array.from({ length: WIDTH }, (_, column) => textOf(month, column + 1))));
    }
    expect(shown).toEqual(expected);
    const invalid = page.locator('[role="gridcell"][aria-invalid="true"]');
    expect(await invalid.count()).toBe(1);
    expect(await invalid.innerText()).toContain("“4l” không phải là số");
    expect(await page.getByRole("status").first().innerText()).toContain("1 ô cần sửa");
  });

  it("copies a block for Excel, and takes a paste back and does it again as one deed", async () => {
    await cellOf(2, 1).click();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    expect(await copied()).toBe("97,61\t2\n97,61\t1.250");
    await page.keyboard.press("Control+z");
    expect(await textOf(2, 1)).toBe("");
    expect(await textOf(1, 6)).toBe("5");
    await page.keyboard.press("Control+y");
    expect(await textOf(2, 1)).toBe("97,61");
  });

  it("moves as Excel does, computes a rate beside its base, and F2 goes on from what stands there", async () => {
    await cellOf(1, 9).click();
    await page.keyboard.type("28");
    await page.keyboard.press("Tab");
    await page.keyboard.type("29");
    await page.keyboard.press("Enter");
    await page.keyboard.type("30"); // Enter went to the column in which Tab began
    await page.keyboard.press("ArrowRight");
    expect(await cellOf(1, 10).innerText()).toContain("96,55%");
    await page.keyboard.press("ArrowLeft");
    expect(await textOf(2, 9)).toBe("30");
    await page.keyboard.press("F2");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    expect(await textOf(2, 9)).toBe("3");
    await cellOf(2, 9).click();
    await page.keyboard.press("Delete");
    expect(await textOf(2, 9)).toBe("");
  });

  it("keeps a letter that is being composed: Enter ends the letter, not the cell", async () => {
    await cellOf(3, 9).click();
    await page.keyboard.press("F2");
    const keyboard = await visitor.context.newCDPSession(page);
    await keyboard.send("Input.imeSetComposition", { text: "tố", selectionStart: 2, selectionEnd: 2 });
    const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
    await keyboard.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
    const field = page.getByRole("grid").getByRole("textbox");
    expect(await field.inputValue()).toBe("tố");
    await keyboard.send("Input.insertText", { text: "tốt" });
    expect(await field.inputValue()).toBe("tốt");
    await page.keyboard.press("Escape");
    expect(await textOf(3, 9)).toBe("");
  });

  it("saves twelve reports at once, the unreadable text with them, and shows them again", async () => {
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText("Đã lưu nháp 12 báo cáo.").waitFor();
    await page.reload();
    await page.getByRole("grid").waitFor();
    expect([await textOf(1, 1), await textOf(5, 3), await textOf(1, 6)]).toEqual(["97,61", "4l", "5"]);
    expect(await page.locator('[role="gridcell"][aria-invalid="true"]').count()).toBeGreaterThan(0);
  });

  it("saves nothing over a report that was changed elsewhere, shows both values, and saves when asked again", async () => {
    const elsewhere = await visitor.context.newPage();
    await elsewhere.goto("/entry/grid?unit=cb1");
    await elsewhere.getByRole("grid").waitFor();
    for (const [at, text] of [
      [elsewhere, "11"],
      [page, "12"],
    ] as const) {
      await at
        .getByRole("row", { name: /^3\/2023/ })
        .getByRole("gridcell")
        .nth(2)
        .click();
      await at.keyboard.type(text);
      await at.keyboard.press("Enter");
    }
    await elsewhere.getByRole("button", { name: "Lưu", exact: true }).click();
    await elsewhere.getByText("Đã lưu nháp 1 báo cáo.").waitFor();
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText("đang lưu 11, nhập ở đây 12").waitFor();
    expect(await textOf(3, 2)).toBe("12");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText("Đã lưu nháp 1 báo cáo.").waitFor();
    await elsewhere.close();
  });

  it("is named, described and operable to every kind of reader", async () => {
    await cellOf(5, 3).click();
    expect(await seriousFindings(page)).toEqual([]);
    expect(visitor.problems).toEqual([]);
  });
});
