// The grid on a phone, and of a period over all units as the office sees it: its own row to fill in, the cells' to read.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { overflowOf, reloadPage, type Visitor } from "../support/browser";
import { GRID_LOGIN } from "../support/entry-grid";
import { gridOn, openGridServer, type GridServer } from "../support/entry-grid-server";
import { seriousFindings } from "../support/page-checks";

const MARCH = "/entry/grid?period=2023-03";
/** The committee's own measure stands behind the nine of the cells, the last of which has two columns. */
const OWN = 11;
let server: GridServer;
let phone: Visitor;
let office: Visitor;

beforeAll(async () => {
  server = await openGridServer();
  phone = await server.visit(GRID_LOGIN, { width: 360, touch: true });
  office = await server.visit("vanphong");
});

afterAll(() => server.close());

describe("the grid on a phone of 360 px", () => {
  it("opens the cell that is tapped, takes what is typed and a block that is pasted, and writes KAD by a button", async () => {
    const { page } = phone;
    const grid = gridOn(page);
    const field = page.getByRole("grid").getByRole("textbox");
    await grid.open("/entry/grid?unit=cb1");
    await grid.cell("3/2023", 1).tap();
    await field.fill("97,6");
    await grid.cell("4/2023", 1).tap();
    await field.waitFor();
    await grid.paste("98\r\n99\r\n");
    await page.getByText("Đã dán 2 ô.").waitFor();
    await grid.cell("6/2023", 1).tap();
    await page.getByRole("button", { name: "Ghi KAD" }).tap();
    await page.getByLabel("Ghi chú").fill("Không có nguồn");
    await page.getByLabel("Ghi chú").press("Enter");
    const texts = await Promise.all(["3/2023", "4/2023", "5/2023", "6/2023"].map((row) => grid.text(row, 1)));
    expect(texts).toEqual(["97,6", "98", "99", "KAD"]);
    expect(await overflowOf(page)).toBe(0);
    await grid.save();
    await page.getByText("Đã lưu nháp 4 báo cáo.").waitFor();
    expect(phone.problems).toEqual([]);
  });
});

describe("the grid of a period for the office", () => {
  it("has the committee's row to fill in, and shows neither a cell's draft nor a way to write over it", async () => {
    const grid = gridOn(office.page);
    await grid.open(MARCH);
    await office.page.getByText("Số liệu tháng 3 năm 2023: 01 báo cáo nhập được trong bảng này.").waitFor();
    await grid.cell("Đảng ủy", OWN).click(); // in sight when the page is opened
    await grid.cell("Chi bộ 1", OWN).click();
    await office.page.keyboard.press("Home");
    await office.page.keyboard.press("ArrowRight");
    await grid.shows("Chi bộ 1", 1, "");
    await grid.cell("Chi bộ 1", 1).click();
    await office.page.keyboard.type("5");
    await office.page.keyboard.press("F2");
    expect(await office.page.getByRole("grid").getByRole("textbox").count()).toBe(0);
    await office.page.getByText("Chỉ xem: đơn vị tự nhập").first().waitFor();
  });

  it("pastes 1 of 3 cells into the committee's row, and says that 2 are only to be read", async () => {
    const { page } = office;
    const grid = gridOn(page);
    await page.keyboard.press("End");
    await grid.cell("Chi bộ 1", OWN).click();
    await grid.paste("7\r\n4\r\n8\r\n");
    await page.getByText(/Đã dán 1 ô.*2 ô chỉ xem nên không dán/).waitFor();
    await grid.shows("Đảng ủy", OWN, "4");
    await grid.save();
    await page.getByText("Đã lưu nháp 1 báo cáo.").waitFor();
    await reloadPage(page);
    await page.getByRole("grid").waitFor();
    await grid.shows("Đảng ủy", OWN, "4");
  });

  it("submits the committee's report with the save", async () => {
    const { page } = office;
    await page.getByLabel(/^Gửi luôn các báo cáo đã đủ/).check();
    await page.getByRole("button", { name: "Lưu và gửi" }).click();
    await page.getByText("Đã gửi 1 báo cáo.").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(office.problems).toEqual([]);
  });
});
