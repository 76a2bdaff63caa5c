// Two office workers edit the same task at once: the second sees what the first did, and loses nothing.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openAs, openBrowser, openPage, type Visitor } from "../support/browser";

const TASK = "/settings/terms/2020-2025/tasks/g5.4";

const baseUrl = inject("baseUrl");
let browser: Browser;
let first: Visitor;
let second: Visitor;

beforeAll(async () => {
  browser = await openBrowser();
  first = await openAs(browser, "vanphong", { baseUrl });
  second = await openAs(browser, "vanphong", { baseUrl });
});

afterAll(() => browser.close());

const result = (page: Page) => page.getByLabel("Kết quả cần đạt");
const save = (page: Page) => page.getByRole("button", { name: "Lưu", exact: true }).click();

it("asks the second for the place that both changed, keeps what only one changed, and can be taken back", async () => {
  for (const { page } of [first, second]) await openPage(page, TASK);
  const before = await result(first.page).inputValue();
  await result(first.page).fill("Giảm 06 thủ tục");
  await save(first.page);
  await first.page.getByRole("button", { name: "Hoàn tác" }).waitFor();

  await result(second.page).fill("Giảm 08 thủ tục");
  await save(second.page);
  await second.page.getByText("Có người vừa lưu trước").waitFor();
  expect(await result(second.page).inputValue()).toBe("Giảm 08 thủ tục");
  expect(await second.page.getByText("Giảm 06 thủ tục").count()).toBe(1);
  await save(second.page);
  await second.page.getByRole("button", { name: "Hoàn tác" }).click();
  await second.page.getByText("Đã hoàn tác").waitFor();
  await openPage(second.page, TASK);
  expect(await result(second.page).inputValue()).toBe("Giảm 06 thủ tục");

  await first.page.getByRole("button", { name: "Hoàn tác" }).click();
  await first.page.getByText("Đã hoàn tác").waitFor();
  await openPage(first.page, TASK);
  expect(await result(first.page).inputValue()).toBe(before);
  expect([...first.problems, ...second.problems]).toEqual([]);
});
