// The report of a month on a page of the sample, what the browser keeps of it, and what is stored of it.
import Database from "better-sqlite3";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** What a SQLite file holds of a unit's report, and how often it was submitted. */
export function storedReport(file: string, unit: string, period: string) {
  const database = new Database(file, { readonly: true });
  const where = `FROM submissions s JOIN units u ON u.id = s.unit_id JOIN periods p ON p.id = s.period_id
    JOIN submission_revisions r ON r.submission_id = s.id WHERE u.code = ? AND p.key = ?`;
  const revisions = database.prepare(`SELECT s.id, s.state, r.typed, r.sealed_at ${where} ORDER BY r.number`);
  const rows = revisions.all(unit, period) as { id: string; state: string; typed: string; sealed_at: string | null }[];
  const log = database.prepare(
    "SELECT count(*) AS n FROM audit_log WHERE action = 'submission.submitted' AND subject_id = ?",
  );
  const { n: submitted } = log.get(rows[0]?.id ?? "") as { n: number };
  database.close();
  const figures = Object.values(JSON.parse(rows.at(-1)?.typed ?? "{}") as Record<string, { n: string; d: string }>);
  return {
    state: rows[0]?.state ?? "none",
    typed: figures.map(({ n, d }) => `${n}/${d}`),
    revisions: rows.length,
    sealed: rows.filter(({ sealed_at }) => sealed_at !== null).length,
    submitted,
  };
}

const attendance = (page: Page) => page.getByRole("group", { name: /^Đảng viên dự sinh hoạt/ });
/** Who attended, of those who had to. */
export const present = (page: Page) => attendance(page).getByLabel("Có mặt");
export const due = (page: Page) => attendance(page).getByLabel("Phải dự");
const admissions = (page: Page) => page.getByRole("group", { name: /^Đảng viên mới được kết nạp/ });
/** Waits until the form says where the report stands. */
export const state = (page: Page, text: string | RegExp) =>
  page.getByRole("status").filter({ hasText: text }).first().waitFor();

/** Types 28 of 29, or others, and one admitted. */
export async function fillIn(page: Page, n = "28", d = "29"): Promise<void> {
  await present(page).fill(n);
  await due(page).fill(d);
  await admissions(page).getByLabel("Số kết nạp").fill("1");
}

/** Submits what the form holds, and confirms where it asks. */
export async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Gửi báo cáo" }).click();
  const confirm = page.getByRole("dialog").getByRole("button", { name: "Gửi báo cáo" });
  const goneOn = page.getByText(/Đã gửi báo cáo|Báo cáo đang chờ gửi/).first();
  await confirm.or(goneOn).first().waitFor();
  if (await confirm.isVisible()) await confirm.click();
}

/** Waits until the page says that the report was submitted. */
export const submitted = (page: Page) => page.getByText("Đã gửi báo cáo. Văn phòng sẽ tiếp nhận").waitFor();

/** Waits until the browser keeps the page at an address, as its service worker does a moment after it was opened. */
export async function keptOnDevice(page: Page, path: string): Promise<void> {
  const isKept = async (wanted: string) =>
    Boolean(await caches.match(wanted, { ignoreSearch: true, ignoreVary: true }));
  await expect.poll(() => page.evaluate(isKept, path), { timeout: 15_000 }).toBe(true);
}
