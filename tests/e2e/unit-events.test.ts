// Every event that changes standing units, by the screens alone: previewed, saved, and taken back from its message.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { migrate } from "@/db/migrate";
import { openStore } from "@/db/store";
import { importBundle } from "@/server/workflows/bundles";
import { openBrowser, openPage, openVisitor, signIn, type Visitor } from "../support/browser";
import { importer, validBundle } from "../support/bundles";
import { findFreePort, startLauncher, type LaunchedServer } from "../support/launcher";
import { reorganisingBundle } from "../support/reorganising-bundle";

const PASSWORD = "thuyen xanh cau cao";

const folder = mkdtempSync(join(tmpdir(), "tien-do-unit-events-"));
let server: LaunchedServer;
let browser: Browser;
let office: Visitor;
let page: Page;

beforeAll(async () => {
  vi.stubEnv("BASE_URL", ""); // Vite's own is "/"
  const url = `file:${join(folder, "office.sqlite")}`;
  await migrate(url);
  const store = await openStore(url);
  await importBundle(store, importer, validBundle(reorganisingBundle));
  await store.close();
  const env = { HOST: "127.0.0.1", PORT: String(await findFreePort()), TIENDO_TODAY: "2024-02-10", DATABASE_URL: url };
  server = await startLauncher("start", { env });
  browser = await openBrowser();
  office = await openVisitor(browser, { baseUrl: server.address });
  page = office.page;
  await openOffice();
});

afterAll(async () => {
  await browser.close();
  await server.stop("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const field = (label: string) => page.getByLabel(label, { exact: true });

async function openOffice(): Promise<void> {
  const code = server.lines.map((line) => /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/.exec(line)?.[0]).find(Boolean);
  await openPage(page, "/first-run");
  const texts = {
    ...{ "Mã thiết lập": code ?? "", "Tên đảng bộ": "Đảng bộ cơ sở", "Tên đăng nhập": "vanphong" },
    ...{ "Tên hiển thị": "Văn phòng Đảng ủy", "Mật khẩu": PASSWORD, "Nhập lại mật khẩu": PASSWORD },
  };
  for (const [label, text] of Object.entries(texts)) await field(label).fill(text);
  await press("Tạo tài khoản Văn phòng");
  await page.waitForURL(({ pathname }) => pathname !== "/first-run");
  if (new URL(page.url()).pathname === "/sign-in") await signIn(page, "vanphong", PASSWORD);
}

/** Waits until the tree has these cells and no others. */
async function showsCells(names: readonly string[]): Promise<void> {
  const rows = page.getByRole("rowheader", { name: /^Chi bộ/ });
  const shown = async () => (await rows.allInnerTexts()).map((text) => text.trim()).sort();
  await expect.poll(shown, { timeout: 15_000 }).toEqual([...names].sort());
}

/** Fills in an event of the day 1/1/2024 and previews it; answers what the preview lists beside its sentence. */
async function preview(kind: string, fill: () => Promise<void>, sentence: string): Promise<string[]> {
  await openPage(page, `/settings/units/events/new?kind=${kind}`);
  await field("Có hiệu lực từ ngày").fill("2024-01-01");
  await field("Số quyết định").fill("87-QĐ/ĐU, ngày 22/12/2023");
  await fill();
  await press("Xem trước");
  await page.getByText(sentence, { exact: true }).waitFor();
  return page.getByRole("main").getByRole("listitem").allInnerTexts();
}

async function save(sentence: string): Promise<void> {
  await press("Xác nhận và lưu");
  await page.waitForURL(({ pathname }) => pathname === "/settings/units");
  await page.getByText(sentence, { exact: true }).waitFor();
}

const choose = (label: string, option: string) => field(label).selectOption({ label: option });

const BEFORE = ["Chi bộ 3", "Chi bộ 4", "Chi bộ 5"];

interface Tried {
  readonly kind: string;
  readonly fill: () => Promise<void>;
  readonly sentence: string;
  readonly told: readonly string[];
  readonly after: readonly string[];
}

const events: readonly Tried[] = [
  {
    kind: "rename",
    fill: async () => {
      await choose("Đơn vị", "Chi bộ 4");
      await field("Tên mới").fill("Chi bộ Văn phòng");
    },
    sentence: "Từ 1/1/2024: Chi bộ 4 đổi tên thành Chi bộ Văn phòng.",
    told: [],
    after: ["Chi bộ 3", "Chi bộ Văn phòng", "Chi bộ 5"],
  },
  {
    kind: "move",
    fill: async () => {
      await choose("Đơn vị", "Chi bộ 5");
      await choose("Trực thuộc mới", "Đảng ủy");
    },
    sentence: "Từ 1/1/2024: Chi bộ 5 chuyển về trực thuộc Đảng ủy.",
    told: [],
    after: ["Chi bộ 4", "Chi bộ 3", "Chi bộ 5"],
  },
  {
    kind: "split",
    fill: async () => {
      await choose("Đơn vị", "Chi bộ 4");
      await field("1. Tên").fill("Chi bộ 6");
    },
    sentence: "Từ 1/1/2024: Chi bộ 6 bắt đầu báo cáo.",
    told: ["Từ 1/1/2024, thước đo “Kết nạp đoàn viên” tính thêm Chi bộ 6."],
    after: ["Chi bộ 4", "Chi bộ 5", "Chi bộ 6", "Chi bộ 3"],
  },
  {
    kind: "dissolve",
    fill: async () => {
      await choose("Đơn vị", "Chi bộ 5");
      await choose("Nhiệm vụ chưa xong giao cho", "Chi bộ 3");
    },
    sentence: "Từ 1/1/2024: Chi bộ 5 thôi báo cáo.",
    told: ["01 nhiệm vụ chưa xong có đơn vị thôi hoạt động phối hợp.", "Các nhiệm vụ ấy giao cho Chi bộ 3."],
    after: ["Chi bộ 4", "Chi bộ 3"],
  },
  {
    kind: "merge",
    fill: async () => {
      await page.getByRole("checkbox", { name: "Chi bộ 4" }).check();
      await page.getByRole("checkbox", { name: "Chi bộ 5" }).check();
      await choose("Sau hợp nhất", "Chi bộ 5 tiếp tục hoạt động");
    },
    sentence: "Từ 1/1/2024: Chi bộ 4 thôi báo cáo.",
    told: [
      "Chi bộ 4 còn thiếu 04 báo cáo của các kỳ trước, sau này không ai gửi được: " +
        "tháng 7 năm 2023, tháng 8 năm 2023, tháng 9 năm 2023, tháng 10 năm 2023.",
      "Các nhiệm vụ ấy giữ nguyên đơn vị như đang ghi.",
      "Từ 1/1/2024, thước đo “Kết nạp đoàn viên” tính thêm Chi bộ 5.",
    ],
    after: ["Chi bộ 5", "Chi bộ 3"],
  },
];

describe("events of units in a running term", () => {
  it.each(events)("$kind is previewed, saved, and taken back from its message", async (event) => {
    const lines = await preview(event.kind, event.fill, event.sentence);
    expect(lines).toEqual(expect.arrayContaining([...event.told]));
    await save(event.sentence);
    await showsCells(event.after);
    await press("Hoàn tác");
    await page.getByText("Đã hoàn tác.").waitFor();
    await showsCells(BEFORE);
  });

  it("the decision of one that stays is corrected on the page, which says that its kind is not", async () => {
    const [rename] = events;
    await preview("rename", rename!.fill, rename!.sentence);
    await save(rename!.sentence);
    await page.getByText(/^Chỉ sửa được số quyết định\./).waitFor();
    await page.getByText("Sửa", { exact: true }).first().click();
    await field("Số quyết định").fill("78-QĐ/ĐU, ngày 22/12/2023");
    await press("Lưu số quyết định");
    await page.getByText("Đã sửa số quyết định.").waitFor();
    await page.getByRole("cell", { name: /78-QĐ\/ĐU/ }).waitFor();
    expect(office.problems).toEqual([]);
  });
});
