// Nothing typed into the grid is lost: a page that ends, a session that expires, a second page, another device, a sign-out.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD } from "../support/accounts";
import { fillSignIn, openPage, reloadPage, type Visitor } from "../support/browser";
import { GRID_LOGIN } from "../support/entry-grid";
import { gridOn, openGridServer, type GridServer } from "../support/entry-grid-server";

const GRID = "/entry/grid?unit=cb1";
let server: GridServer;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  server = await openGridServer();
  visitor = await server.visit(GRID_LOGIN);
  page = visitor.page;
});

afterAll(() => server.close());

/** The line beside the buttons. */
const stateLine = (text: string) => page.getByRole("status").filter({ hasText: text });

describe("what is typed into the grid and not saved", () => {
  it("is there again when the page ends in the middle of a cell, and is dropped or taken back as one deed", async () => {
    const grid = gridOn(page);
    await grid.open(GRID);
    await grid.type("1/2023", 2, "5");
    await grid.cell("2/2023", 2).click();
    await page.keyboard.type("17"); // and no Enter
    await reloadPage(page); // would wait for an answer if the browser asked
    await page.getByRole("grid").waitFor();
    await grid.shows("1/2023", 2, "5");
    await grid.shows("2/2023", 2, "17");
    await page.getByText("Đã lấy lại số liệu của 2 báo cáo").waitFor();
    await stateLine("2 báo cáo chưa lưu lên máy chủ, đang giữ trên máy này.").waitFor();
    await page.getByRole("button", { name: "Bỏ số liệu chưa lưu này" }).click();
    await grid.shows("1/2023", 2, "");
    await grid.shows("2/2023", 2, "");
    await stateLine("Mọi số liệu đã lưu trên máy chủ.").waitFor();
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await grid.shows("2/2023", 2, "17");
  });

  it("outlives leaving by a link, and a page that crashes", async () => {
    const crashed = page.waitForEvent("crash");
    await gridOn(page).type("3/2023", 2, "1");
    await page.getByRole("link", { name: "1/2023", exact: true }).click();
    await page.getByRole("button", { name: "Gửi báo cáo" }).waitFor();
    await page.goBack();
    await page.getByRole("grid").waitFor();
    await gridOn(page).shows("3/2023", 2, "1");
    await gridOn(page).type("3/2023", 2, "0");
    const devtools = await visitor.context.newCDPSession(page);
    void devtools.send("Page.crash").catch(() => undefined); // no page is left to answer
    await crashed;
    page = await visitor.context.newPage();
    await gridOn(page).open(GRID);
    await gridOn(page).shows("3/2023", 2, "0");
  });

  it("waits for whoever signs in again, and is saved then", async () => {
    const grid = gridOn(page);
    await visitor.context.clearCookies();
    await grid.save();
    await page.getByText("Số liệu đang giữ trên máy này: đăng nhập lại rồi bấm Lưu.").waitFor();
    await page.getByRole("link", { name: "Đăng nhập lại" }).click();
    await fillSignIn(page, GRID_LOGIN, PASSWORD);
    await page.getByRole("grid").waitFor();
    await grid.shows("2/2023", 2, "17");
    await grid.save();
    await page.getByText("Đã lưu nháp 3 báo cáo.").waitFor();
    await stateLine("Mọi số liệu đã lưu trên máy chủ.").waitFor();
  });

  it("appears in a second page as it is typed, and is known there to be saved", async () => {
    const second = await visitor.context.newPage();
    await gridOn(second).open(GRID);
    await gridOn(second).type("4/2023", 2, "8");
    await stateLine("1 báo cáo chưa lưu lên máy chủ").waitFor();
    await gridOn(page).shows("4/2023", 2, "8");
    await gridOn(second).save();
    await stateLine("Mọi số liệu đã lưu trên máy chủ.").waitFor();
    await second.close();
    await gridOn(page).type("4/2023", 2, "9"); // on the version that the other page saved
    await gridOn(page).save();
    await page.getByText("Đã lưu nháp 1 báo cáo.").waitFor();
  });

  it("stands beside what another device saved meanwhile, with who and when", async () => {
    await gridOn(page).type("5/2023", 2, "12");
    const other = await server.visit(GRID_LOGIN);
    await gridOn(other.page).open(GRID);
    await gridOn(other.page).type("5/2023", 2, "11");
    await gridOn(other.page).save();
    await other.page.getByText("Đã lưu nháp 1 báo cáo.").waitFor();
    await other.context.close();
    await reloadPage(page);
    await page.getByText("đang lưu 11, nhập ở đây 12").waitFor();
    await page.getByText(/Tài khoản bithu1 lưu lúc/).waitFor();
    await page.getByRole("button", { name: "Lấy giá trị đang lưu" }).click();
    await gridOn(page).shows("5/2023", 2, "11");
  });

  it("is named among the day's work, and signing out asks before it is gone", async () => {
    await gridOn(page).type("6/2023", 2, "13");
    await openPage(page, "/entry");
    await page.getByText("1 báo cáo có số liệu nhập trong bảng đang giữ trên máy này").waitFor();
    await page.getByRole("link", { name: "Mở bảng số liệu Chi bộ 1" }).click();
    await page.getByRole("grid").waitFor();
    await gridOn(page).shows("6/2023", 2, "13");
    await page.locator("header summary").last().click();
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByText("Còn 01 báo cáo chỉ có trên máy này").waitFor();
    await page.getByRole("button", { name: "Xóa và đăng xuất" }).click();
    await page.waitForURL((url) => url.pathname === "/sign-in");
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("tien-do.grid"))),
    ).toEqual([]);
    expect(visitor.problems).toEqual([]);
  });
});
