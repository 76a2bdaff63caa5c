// A term as a file: out through the page, and one in, from its preview to the term that stands there.
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { calculateBundle } from "@/domain/bundle/calculate";
import { readBundleText } from "@/domain/bundle/read";
import { openAs, openBrowser, openPage, overflowOf, type Visitor } from "../support/browser";
import { seriousFindings } from "../support/page-checks";

const PAGE = "/settings/bundles";
const FILE = "Tệp dữ liệu nhiệm kỳ";
const NAME = "Nhiệm kỳ 2010 - 2014";

/** A term of its own, of units that ended before the sample begins: 5 × 2 admissions of 5 promised. */
const oldTerm = {
  format: "tien-do/bundle@1",
  units: [
    { id: "cu-db", kind: "committee", name: "Đảng bộ cũ", from: "2010-01-01", to: "2014-12-31" },
    { id: "cu-1", kind: "cell", name: "Chi bộ cũ", parent: "cu-db", from: "2010-01-01", to: "2014-12-31" },
  ],
  terms: [
    {
      ...{ id: "2010-2014", name: NAME, startsOn: "2010-01-01", endsOn: "2014-12-31", closed: true },
      targets: [
        {
          ...{ id: "t1", position: 1, name: "Kết nạp đảng viên" },
          measures: [
            {
              ...{ id: "m1", name: "Kết nạp", kind: "count", unitLabel: "đảng viên", frequency: "year" },
              ...{ overUnits: "sum", overTime: "sum", rule: "at_least", plan: "5" },
            },
          ],
        },
      ],
      figures: [2010, 2011, 2012, 2013, 2014].map((year) => ({
        ...{ measure: "m1", unit: "cu-1", period: String(year), n: "2", status: "accepted" },
      })),
    },
  ],
};

const baseUrl = inject("baseUrl");
let browser: Browser;
let office: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  office = await openAs(browser, "vanphong", { baseUrl });
  page = office.page;
});

afterAll(() => browser.close());

async function preview(content: string): Promise<void> {
  const file = { name: "nhiem-ky.json", mimeType: "application/json", buffer: Buffer.from(content) };
  await page.getByLabel(FILE).setInputFiles(file);
  await page.getByRole("button", { name: "Xem trước" }).click();
}

/** Ticks a term, downloads it, and reads it back. */
async function exported(term: string) {
  await page.getByLabel(term).check();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Xuất tệp" }).click();
  const download = await waiting;
  const reading = readBundleText(readFileSync(await download.path(), "utf8"));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { name: download.suggestedFilename(), bundle: reading.bundle };
}

describe("terms as files", () => {
  it("leave under the name of their term and the day, and read back", async () => {
    await openPage(page, PAGE);
    const { name, bundle } = await exported("Nhiệm kỳ 2015 - 2020");
    expect(name).toBe("tien-do-2015-2020_2023-06-30.json");
    const [term] = calculateBundle(bundle, null, "accepted").terms;
    expect(term?.headline).toMatchObject({ met: 1, exceeded: 7 });
  });

  it("are refused with every problem at its path, and what is no JSON in a sentence", async () => {
    await openPage(page, PAGE);
    const [term] = oldTerm.terms;
    const figures = [
      ...term!.figures.slice(0, 2).map((figure) => ({ ...figure, n: "hai" })),
      ...term!.figures.slice(2),
    ];
    await preview(JSON.stringify({ ...oldTerm, terms: [{ ...term, figures }] }));
    await page.getByText("Không nhập được tệp này: 02 chỗ cần sửa").waitFor();
    const told = await page.getByRole("main").innerText();
    expect(told).toMatch(/terms\.0\.figures\.0\.n: “hai” không phải là số[^]*terms\.0\.figures\.1\.n/);
    await preview("{");
    await page.getByText("tệp không phải là JSON hợp lệ.").waitFor();
  });

  it("show what they will make, 5 × 2 of 5 = 200 %, before anything is kept", async () => {
    await openPage(page, PAGE);
    await preview(JSON.stringify(oldTerm));
    await page.getByText("Tệp này đọc được: sẽ lập 01 nhiệm kỳ").waitFor();
    const told = await page.getByRole("main").innerText();
    expect(told).toMatch(/Đơn vị: lập mới 02\.[^]*Lập mới 01 chỉ tiêu, 01 thước đo, 05 báo cáo/);
    expect(told).toMatch(/đạt 200% chỉ tiêu, vượt 100%[^]*5\/5[^]*không hoàn tác được/);
    expect(await seriousFindings(page)).toEqual([]);
    for (const width of [360, 768, 1366, 1920]) {
      await page.setViewportSize({ width, height: 768 });
      expect([width, await overflowOf(page)]).toEqual([width, 0]);
    }
  });

  it("come in when the term's name is typed, not before, and stand there with what was shown", async () => {
    await page.getByLabel(/^Để xác nhận/).fill("Nhiệm kỳ 2010");
    await page.getByRole("button", { name: "Nhập tệp này" }).click();
    await page.getByText("Hãy gõ đúng tên như hiển thị để xác nhận.").waitFor();
    await page.getByLabel(/^Để xác nhận/).fill(NAME);
    await page.keyboard.press("Enter");
    await page.getByText("Đã nhập tệp.").waitFor();
    await page.getByRole("link", { name: `Mở ${NAME}` }).click();
    await page.waitForURL((url) => url.searchParams.get("term") === "2010-2014");
    await page.getByText("1/1 chỉ tiêu đạt và vượt").waitFor();
  });

  it("of which nothing differs say so when they are chosen again", async () => {
    await openPage(page, PAGE);
    await preview(JSON.stringify(oldTerm));
    await page.getByText("Nhiệm kỳ trong tệp đã có ở đây và không khác gì. Không cần nhập.").waitFor();
  });

  it("neither leave nor come in for anybody but the office", async () => {
    for (const login of ["lanhdao", "kiemtra", "bithu1"]) {
      const visitor = await openAs(browser, login, { baseUrl });
      const answer = await visitor.page.request.get("/bundles/export", { headers: { accept: "application/json" } });
      const sent = { data: JSON.stringify(oldTerm), headers: { Origin: baseUrl } };
      const previewed = await visitor.page.request.post("/bundles/preview", sent);
      expect([login, answer.status(), previewed.status()]).toEqual([login, 403, 403]);
      expect([login, (await openPage(visitor.page, PAGE))?.status()]).toEqual([login, 403]);
    }
  });

  it("leave without JavaScript too, where the page says that an import needs it", async () => {
    const visitor = await openAs(browser, "vanphong", { baseUrl, scripts: false });
    const answer = await openPage(visitor.page, PAGE);
    expect(await answer?.text()).toMatch(/<noscript>[^]*Nhập tệp cần JavaScript[^]*<\/noscript>/);
    const waiting = visitor.page.waitForEvent("download");
    await visitor.page.getByRole("button", { name: "Xuất tệp" }).click();
    expect((await waiting).suggestedFilename()).toMatch(/^tien-do-.*2020-2025_2023-06-30\.json$/);
    expect(office.problems).toEqual([]);
  });
});
