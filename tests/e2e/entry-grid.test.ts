// A cell catches up a year in the grid: a block from Excel through the real clipboard, the keyboard, one save.
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reloadPage, type Visitor } from "../support/browser";
import { GRID_LOGIN } from "../support/entry-grid";
import { gridOn, openGridServer, type GridServer } from "../support/entry-grid-server";
import { seriousFindings } from "../support/page-checks";

const GRID = "/entry/grid?unit=cb1";
let server: GridServer;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  server = await openGridServer();
  visitor = await server.visit(GRID_LOGIN);
  page = visitor.page;
  await gridOn(page).open(GRID);
});

afterAll(() => server.close());

const WIDTH = 8;
const cellOf = (month: number, column: number) => gridOn(page).cell(`${month}/2023`, column);
const textOf = (month: number, column: number) => gridOn(page).text(`${month}/2023`, column);
const shows = (month: number, column: number, text: string) => gridOn(page).shows(`${month}/2023`, column, text);
const paste = (text: string) => gridOn(page).paste(text);

const drawRectangle = async (from: Locator, to: Locator) => {
  const [start, end] = [await centreOf(from), await centreOf(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
};
const centreOf = async (cell: Locator) => {
  const { x = 0, y = 0, width = 0, height = 0 } = (await cell.boundingBox()) ?? {};
  return { x: x + width / 2, y: y + height / 2 };
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
  it("stays in its place when the first cell is chosen", async () => {
    const topOf = async () => (await page.getByRole("grid").boundingBox())?.y;
    const before = await topOf();
    await cellOf(1, 1).click();
    await page.getByText("Chi bộ 1, tháng 1 năm 2023").waitFor();
    expect(await topOf()).toBe(before);
  });

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
    expect(await gridOn(page).taken("Control+c")).toBe("97,61\t2\n97,61\t1.250");
    await page.keyboard.press("Control+z");
    await shows(2, 1, "");
    await shows(1, 6, "5");
    await page.keyboard.press("Control+y");
    await shows(2, 1, "97,61");
  });

  it("draws a rectangle with the mouse, either way, and takes back cutting and deleting it as one deed each", async () => {
    const texts = () => Promise.all([textOf(1, 3), textOf(1, 4), textOf(2, 3), textOf(2, 4)]);
    const before = await texts();
    for (const [from, to] of [
      [cellOf(1, 3), cellOf(2, 4)],
      [cellOf(2, 4), cellOf(1, 3)], // from where something is chosen already: nothing is carried away
    ] as const) {
      await drawRectangle(from, to);
      await expect.poll(() => page.locator('[role="gridcell"][aria-selected="true"]').count()).toBe(4);
      expect(await to.getAttribute("aria-selected")).toBe("true");
    }
    expect(await gridOn(page).taken("Control+x")).toBe(`${before[0]}\t${before[1]}\n${before[2]}\t${before[3]}`);
    await expect.poll(texts).toEqual(["", "", "", ""]);
    await page.keyboard.press("Control+z");
    await expect.poll(texts).toEqual(before);
    await page.keyboard.press("Delete");
    await expect.poll(texts).toEqual(["", "", "", ""]);
    await page.keyboard.press("Control+z");
    await expect.poll(texts).toEqual(before);
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(texts).toEqual(["", "", "", ""]);
    await page.keyboard.press("Control+z");
    expect(await page.evaluate(() => getSelection()?.toString())).toBe("");
  });

  it("moves as Excel does, computes a rate beside its base, and F2 goes on from what stands there", async () => {
    await cellOf(1, 9).click();
    await page.keyboard.type("28");
    await page.keyboard.press("Tab");
    await page.keyboard.type("29");
    await page.keyboard.press("Enter");
    await page.keyboard.type("30"); // Enter went to the column in which Tab began
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => cellOf(1, 10).innerText()).toContain("96,55%");
    await page.keyboard.press("ArrowLeft");
    await shows(2, 9, "30");
    await page.keyboard.press("F2");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    await shows(2, 9, "3");
    await cellOf(2, 9).click();
    await page.keyboard.press("Delete");
    await shows(2, 9, "");
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
    await expect.poll(() => field.inputValue()).toBe("tốt");
    await page.keyboard.press("Escape");
    await shows(3, 9, "");
  });

  it("saves twelve reports at once, the unreadable text with them, and shows them again", async () => {
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    await page.getByText("Đã lưu nháp 12 báo cáo.").waitFor();
    await reloadPage(page);
    await page.getByRole("grid").waitFor();
    expect([await textOf(1, 1), await textOf(5, 3), await textOf(1, 6)]).toEqual(["97,61", "4l", "5"]);
    expect(await page.locator('[role="gridcell"][aria-invalid="true"]').count()).toBeGreaterThan(0);
  });

  it("keeps missing, zero and not applicable apart: pasted, saved, loaded again, copied out", async () => {
    const row = () => Promise.all([5, 6, 7].map((column) => gridOn(page).text("1/2024", column)));
    await gridOn(page).cell("1/2024", 5).click();
    await paste("\t0\tkhông áp dụng");
    await expect.poll(row).toEqual(["", "0", "không áp dụng"]);
    await gridOn(page).cell("1/2024", 7).click();
    await page.getByLabel("Ghi chú").fill("Không có nguồn");
    await page.getByLabel("Ghi chú").press("Enter");
    await gridOn(page).save();
    await page.getByText("Đã lưu nháp 1 báo cáo.").waitFor();
    await gridOn(page).open(GRID);
    await expect.poll(row).toEqual(["", "0", "KAD"]);
    await gridOn(page).cell("1/2024", 5).click();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    expect(await gridOn(page).taken("Control+c")).toBe("\t0\tKAD");
    await paste("\t0\tKAD"); // as it comes back from Excel: nothing is changed by it
    await page.getByText("Mọi số liệu đã lưu trên máy chủ.").waitFor();
  });

  it("saves nothing over a report that was changed elsewhere, shows both values, and saves when asked again", async () => {
    const elsewhere = await server.visit(GRID_LOGIN); // another device: a page of this one would follow
    await gridOn(elsewhere.page).open(GRID);
    await gridOn(elsewhere.page).type("3/2023", 2, "11");
    await gridOn(page).type("3/2023", 2, "12");
    await gridOn(elsewhere.page).save();
    await elsewhere.page.getByText("Đã lưu nháp 1 báo cáo.").waitFor();
    await gridOn(page).save();
    await page.getByText("đang lưu 11, nhập ở đây 12").waitFor();
    await shows(3, 2, "12");
    await gridOn(page).save();
    await page.getByText("Đã lưu nháp 1 báo cáo.").waitFor();
    await elsewhere.context.close();
  });

  it("is named, described and operable to every kind of reader", async () => {
    await cellOf(5, 3).click();
    expect(await seriousFindings(page)).toEqual([]);
    expect(visitor.problems).toEqual([]);
  });
});
