// The leadership asks about a cell's report, its secretary answers, the leadership closes: each finds it in My work.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from "vitest";
import { openAs, openBrowser, openPage } from "../support/browser";

const baseUrl = inject("baseUrl");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

it("a question about a report is asked, answered and closed", async () => {
  const leader = await openAs(browser, "lanhdao", { baseUrl });
  const secretary = await openAs(browser, "bithu5", { baseUrl });
  onTestFinished(() => Promise.all([leader.context.close(), secretary.context.close()]).then(() => undefined));
  await openPage(leader.page, "/explanations/new?term=2020-2025&unit=cb5&period=2022-03");
  await leader.page.getByRole("button", { name: "Gửi yêu cầu" }).click();
  await leader.page.getByText("Hãy nhập mục này.").waitFor();
  await leader.page.getByLabel("Câu hỏi").fill("Vì sao số liệu tháng 3/2022 thay đổi?");
  await leader.page.getByRole("button", { name: "Gửi yêu cầu" }).click();
  await leader.page.getByText("Chờ trả lời").waitFor();
  const address = leader.page.url();

  await openPage(secretary.page, "/entry");
  const line = secretary.page.getByRole("region", { name: /^Cần giải trình/ }).getByRole("listitem");
  await line.filter({ hasText: "tháng 3/2022" }).getByRole("link").click();
  await secretary.page.getByLabel("Nội dung trả lời").fill("Đã đối chiếu lại sổ sinh hoạt.");
  await secretary.page.getByRole("button", { name: "Gửi trả lời" }).click();
  await secretary.page.getByText("Đã trả lời", { exact: true }).waitFor();

  await openPage(leader.page, address);
  await leader.page.getByText("Đã đối chiếu lại sổ sinh hoạt.").waitFor();
  await leader.page.getByRole("button", { name: "Kết thúc" }).click();
  await leader.page.getByText("Đã kết thúc", { exact: true }).waitFor();
  expect([...leader.problems, ...secretary.problems]).toEqual([]);
});
