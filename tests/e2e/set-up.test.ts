// From an empty database to an accepted first report, using nothing but the screens, as an office does it once in five
// years; what was made is then taken out as a file and calculated from it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calculateBundle } from "@/domain/bundle/calculate";
import { readBundleText } from "@/domain/bundle/read";
import type { Bundle } from "@/domain/bundle/schema";
import { asCalendarDate } from "@/domain/dates";
import { openBrowser, openPage, openVisitor, signIn, type Visitor } from "../support/browser";
import { findFreePort, runLauncher, startLauncher, type LaunchedServer } from "../support/launcher";

const TODAY = "2025-08-05";
const PASSWORD = "thuyen xanh cau cao";
const OWN_PASSWORD = "bon mua hoa la cay";
const TERM = "/settings/terms/2025-2030";

const CELLS = [1, 2, 3, 4, 5, 6].map((number) => `Chi bộ ${number}`);

/** Sentences of a resolution: the form that the office chooses, the wording, and the name. */
const TARGETS = [
  ["Tỷ lệ bình quân 95% trở lên", "Tỷ lệ đảng viên dự sinh hoạt bình quân 95% trở lên", "Dự sinh hoạt chi bộ"],
  ["Kết nạp 10 đảng viên", "Trong nhiệm kỳ kết nạp 30 đảng viên", "Kết nạp đảng viên"],
  ["Mỗi năm kết nạp từ 90 - 100", "Mỗi năm bồi dưỡng từ 8 - 12 quần chúng ưu tú", "Bồi dưỡng quần chúng"],
  ["Hằng năm … từ 90% trở lên", "Hằng năm 90% trở lên đảng viên hoàn thành tốt nhiệm vụ", "Xếp loại đảng viên"],
  ["90% trở lên số chi bộ", "90% trở lên số chi bộ hoàn thành tốt nhiệm vụ", "Xếp loại chi bộ"],
  ["Đảng bộ hằng năm", "Đảng bộ hằng năm hoàn thành tốt nhiệm vụ trở lên", "Xếp loại Đảng bộ"],
  ["Không có …", "Không có đảng viên vi phạm phải xử lý kỷ luật", "Kỷ luật đảng viên"],
  ["Đạt chuẩn cơ quan văn hoá", "Cơ quan đạt chuẩn cơ quan văn hoá", "Cơ quan văn hoá"],
] as const;

const GROUPS = ["Chính trị, tư tưởng", "Tổ chức xây dựng Đảng", "Kiểm tra, giám sát", "Dân vận", "Lãnh đạo chuyên môn"];

/** Twelve tasks over five groups: 3, 3, 2, 2, 2. */
const TASKS = GROUPS.flatMap((group, place) =>
  Array.from({ length: place < 2 ? 3 : 2 }, (_, index) => ({ group, name: `Nhiệm vụ ${place + 1}.${index + 1}` })),
);

const folder = mkdtempSync(join(tmpdir(), "tien-do-set-up-"));
const oneTime = new Map<string, string>();
let server: LaunchedServer;
let browser: Browser;
let office: Visitor;
let page: Page;
let exported: Bundle;

beforeAll(async () => {
  const env = {
    ...{ HOST: "127.0.0.1", PORT: String(await findFreePort()), TIENDO_TODAY: TODAY },
    DATABASE_URL: `file:${join(folder, "office.sqlite")}`,
  };
  server = await startLauncher("start", { env });
  browser = await openBrowser();
  office = await openVisitor(browser, { baseUrl: server.address });
  page = office.page;
});

afterAll(async () => {
  await browser.close();
  await server.stop("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

async function fill(place: Page | Locator, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await place.getByLabel(label, { exact: true }).fill(text);
}

const press = (name: string, place: Page | Locator = page) => place.getByRole("button", { name, exact: true }).click();

/** Waits for the sentence with which the settings confirm what was done. */
const confirmed = (text: string | RegExp) => page.getByText(text).first().waitFor();

const heading = (name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();

function codeOnConsole(): string {
  const code = server.lines.map((line) => /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/.exec(line)?.[0]).find(Boolean);
  if (!code) throw new Error(`no code on the console:\n${server.lines.join("\n")}`);
  return code;
}

/** Opens an account and keeps the one-time password that is shown for it. */
async function openAccount(name: string, login: string, role: string, cell?: string): Promise<void> {
  const form = page.locator("#open");
  await fill(form, { "Họ tên hoặc chức danh": name });
  await form.getByLabel("Tên đăng nhập", { exact: true }).fill(login);
  await form.getByLabel("Vai trò", { exact: true }).selectOption({ label: role });
  if (cell) await form.getByLabel("Chi bộ", { exact: true }).selectOption({ label: cell });
  await press("Lập tài khoản", form);
  const slip = form.getByRole("listitem").filter({ hasText: name });
  await slip.waitFor();
  const digits = /Mật khẩu dùng một lần\s+([\d\s]+)/.exec(await slip.innerText())?.[1] ?? "";
  oneTime.set(login, digits.replace(/\s/g, ""));
}

describe("setting up a term from nothing", () => {
  it("the office opens its account with the code from the console", async () => {
    await openPage(page, "/first-run");
    await fill(page, {
      ...{ "Mã thiết lập": codeOnConsole(), "Tên đảng bộ": "Đảng bộ Sở Xây dựng", "Tên đăng nhập": "vanphong" },
      ...{ "Tên hiển thị": "Văn phòng Đảng ủy", "Mật khẩu": PASSWORD, "Nhập lại mật khẩu": PASSWORD },
    });
    await press("Tạo tài khoản Văn phòng");
    await page.waitForURL((url) => url.pathname !== "/first-run");
    if (new URL(page.url()).pathname === "/sign-in") await signIn(page, "vanphong", PASSWORD);
    await openPage(page, "/settings");
    await page.getByText("Bước tiếp theo").first().waitFor();
  });

  it("names the organisation and founds the committee with 6 cells", async () => {
    await openPage(page, "/settings/organisation");
    await fill(page, { "Địa danh": "Rạch Giá", "Ký hiệu cơ quan ban hành": "ĐU" });
    await press("Lưu");
    await confirmed("Đã lưu thông tin tổ chức.");
    await openPage(page, "/settings/units/events/new?kind=found");
    await page.getByLabel("Có hiệu lực từ ngày").fill("2020-01-01");
    await page.getByLabel("1. Tên", { exact: true }).fill("Đảng ủy");
    await page.getByLabel("1. Loại", { exact: true }).selectOption({ label: "Đảng ủy" });
    for (const [index, cell] of CELLS.entries()) {
      const name = page.getByLabel(`${index + 2}. Tên`, { exact: true });
      if ((await name.count()) === 0) await press("Thêm đơn vị");
      await name.fill(cell);
      await page.getByLabel(`${index + 2}. Trực thuộc`, { exact: true }).selectOption({ label: "Đảng ủy" });
    }
    await press("Xem trước");
    await confirmed(/Từ 1\/1\/2020/);
    await press("Xác nhận và lưu");
    await page.waitForURL((url) => url.pathname === "/settings/units");
    await openPage(page, "/settings/units");
    await heading("Ngày 5/8/2025 có 06 chi bộ.");
  });

  it("sets up the term 2025 - 2030 as a draft", async () => {
    await openPage(page, "/settings/terms/new");
    await fill(page, {
      ...{ "Tên nhiệm kỳ": "Nhiệm kỳ 2025 - 2030", "Ngày đầu": "2025-07-01", "Ngày cuối": "2030-06-30" },
      ...{ "Đại hội lần thứ": "IV", "Ngày đại hội": "2025-06-26", "Nghị quyết (số, ngày)": "01-NQ/ĐH, ngày 26/6/2025" },
    });
    await press("Lập nhiệm kỳ");
    await page.waitForURL((url) => url.pathname === TERM);
    await confirmed(/Đã lập nhiệm kỳ/);
  });

  it.each(TARGETS)("adds the target “%s”", async (sentence, wording, name) => {
    await openPage(page, `${TERM}/targets/new`);
    const choices = page.getByLabel("Câu trong Nghị quyết thuộc dạng nào");
    const option = await choices.locator("option").filter({ hasText: sentence }).first().getAttribute("value");
    await choices.selectOption(option);
    await fill(page, { "Nguyên văn trong Nghị quyết": wording, "Tên ngắn của chỉ tiêu": name });
    await press("Thêm chỉ tiêu");
    await page.waitForURL((url) => url.pathname === `${TERM}/targets`);
    await confirmed(`Đã thêm chỉ tiêu ${name}.`);
  });

  it("adds 5 groups with 12 tasks", async () => {
    await openPage(page, `${TERM}/tasks`);
    for (const group of GROUPS) {
      await page.getByLabel("Tên nhóm nhiệm vụ, giải pháp mới").fill(group);
      await press("Thêm nhóm");
      await confirmed(`Đã thêm nhóm: ${group}.`);
    }
    for (const { group, name } of TASKS) {
      const form = page.getByRole("form", { name: `Nhiệm vụ mới của nhóm ${group}` });
      await form.getByLabel("Tên nhiệm vụ mới").fill(name);
      await form.getByLabel("Đơn vị chủ trì").selectOption({ label: "Chi bộ 1" });
      await form.getByLabel("Hạn hoàn thành").fill("2027-12-31");
      await press("Thêm nhiệm vụ", form);
      await confirmed(`Đã thêm nhiệm vụ: ${name}.`);
    }
    await heading(/05 nhóm nhiệm vụ, giải pháp với 12 nhiệm vụ/);
  });

  it("opens 7 accounts: 6 secretaries and the leadership", async () => {
    await openPage(page, "/settings/accounts");
    for (const [index, cell] of CELLS.entries()) {
      await openAccount(`Bí thư ${cell}`, `bithu${index + 1}`, "Bí thư chi bộ", cell);
    }
    await openAccount("Lãnh đạo Đảng ủy", "lanhdao", "Lãnh đạo");
    expect(oneTime.size).toBe(7);
  });

  it("puts the term into force", async () => {
    await openPage(page, TERM);
    await press("Đưa vào thực hiện");
    await confirmed("Đã đưa nhiệm kỳ vào thực hiện.");
  });

  it("a secretary signs in once with the one-time password, changes it, and reports the first month", async () => {
    const { page: own, problems } = await openVisitor(browser, { baseUrl: server.address });
    await signIn(own, "bithu1", oneTime.get("bithu1"));
    await fill(own, {
      ...{ "Mật khẩu hiện tại": oneTime.get("bithu1") ?? "" },
      ...{ "Mật khẩu mới": OWN_PASSWORD, "Nhập lại mật khẩu mới": OWN_PASSWORD },
    });
    await own
      .getByRole("main")
      .getByRole("button", { name: /mật khẩu/i })
      .last()
      .click();
    await own.waitForURL((url) => url.pathname !== "/change-password");
    if (new URL(own.url()).pathname === "/sign-in") await signIn(own, "bithu1", OWN_PASSWORD);
    await openPage(own, "/entry");
    await own.getByRole("link", { name: "Báo cáo tháng 7 năm 2025" }).first().click();
    await own.getByRole("heading", { level: 1, name: "Báo cáo tháng 7 năm 2025" }).waitFor();
    const attendance = own.getByRole("group", { name: /^Dự sinh hoạt/ }).getByRole("textbox");
    await attendance.first().fill("27");
    await attendance.nth(1).fill("28");
    for (const name of [/^Kết nạp/, /^Bồi dưỡng/, /^Kỷ luật/]) {
      await own.getByRole("group", { name }).getByRole("textbox").first().fill("0");
    }
    await own.getByRole("button", { name: "Gửi báo cáo" }).click();
    await own.getByText("Đã gửi báo cáo.").waitFor();
    expect(problems).toEqual([]);
  });

  it("the office accepts it, and the overview says 27/28 = 96,43 % from 1 of 6 cells", async () => {
    await openPage(page, "/review");
    await page
      .getByRole("row", { name: /^Chi bộ 1/ })
      .getByRole("link", { name: "Chi bộ 1" })
      .click();
    await heading("Báo cáo tháng 7 năm 2025");
    const address = page.url();
    await press("Tiếp nhận");
    await page.waitForURL((url) => url.href !== address);
    await openPage(page, "/");
    expect(await page.getByRole("row", { name: /Dự sinh hoạt chi bộ/ }).innerText()).toMatch(/96,43%[^]*1\/6/);
  });

  it("takes the term out as a file, which calculates as the screens do", async () => {
    await openPage(page, "/settings/bundles");
    const waiting = page.waitForEvent("download");
    await press("Xuất tệp");
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(`tien-do-2025-2030_${TODAY}.json`);
    const file = await download.path();
    const calculated = await runLauncher("calc", { args: [file, "--as-of", TODAY] });
    expect([calculated.code, calculated.lines[0]]).toEqual([0, "{"]);
    const reading = readBundleText(readFileSync(file, "utf8"));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    exported = reading.bundle;
    const [term] = calculateBundle(exported, asCalendarDate(TODAY), "accepted").terms;
    expect(calculated.lines.join("\n")).toBe(
      JSON.stringify(calculateBundle(exported, asCalendarDate(TODAY), "accepted"), null, 2),
    );
    expect(term?.targets[0]?.measures[0]).toMatchObject({ actual: "96.43", exact: "675/7", received: 1, expected: 6 });
  });

  it("made 8 targets of 8 kinds, 5 groups, 12 tasks and 6 cells", () => {
    const [term] = exported.terms;
    const measures = term!.targets.flatMap((target) => target.measures);
    const kinds = measures.map(({ kind, overUnits, overTime, rule }) => [kind, overUnits, overTime, rule].join(" "));
    expect(new Set(kinds).size).toBe(8);
    expect(term!.targets.map(({ wording }) => wording)).toEqual(TARGETS.map(([, wording]) => wording));
    const groups = term!.taskGroups ?? [];
    expect([groups.length, groups.flatMap(({ tasks }) => tasks ?? []).length]).toEqual([5, 12]);
    expect(exported.units.filter(({ kind }) => kind === "cell").map(({ name }) => name)).toEqual(CELLS);
    expect(office.problems).toEqual([]);
  });
});
