import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EntryForm } from "@/components/entry/entry-form";
import { keepReport } from "@/components/entry/kept-reports";
import type { Failure } from "@/domain/errors";
import type { TypedReport } from "@/domain/inputs/submissions";
import { EMPTY_FIGURE } from "@/domain/typed-figures";
import type { StoredReport } from "@/server/loaders/report-views";
import { view } from "../support/entry-view";
import { renderPage } from "../support/render";

const refresh = vi.hoisted(() => vi.fn());
vi.mock("@/server/actions/submissions", () => ({ submitReportFormAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh, push: vi.fn() }) }));

const saved = (version: number) => ({ ok: true, data: { version, savedAt: "2023-06-30T02:41:00.000Z" } });
const failure = (code: Failure["code"]): Failure => ({ ok: false, code, values: {}, fieldErrors: {} });
let answers: unknown[];
let sent: (TypedReport & { address: string })[];

beforeEach(() => {
  answers = [];
  sent = [];
  localStorage.clear();
  refresh.mockReset();
  vi.stubGlobal("fetch", (address: string, options?: { body?: string }) => {
    if (options?.body) sent.push({ address, ...(JSON.parse(options.body) as TypedReport) });
    const answer = answers.shift() ?? saved(5);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(Response.json(answer));
  });
});
afterEach(cleanup);

const show = () =>
  renderPage(<EntryForm view={view} address="/entry/cb1/2023-06" dueText="25/6/2023" problem={null} />);
const present = () => screen.getByLabelText<HTMLInputElement>("Có mặt");
const due = () => screen.getByLabelText<HTMLInputElement>("Phải dự");
const submitButton = () => screen.getByRole("button", { name: "Gửi báo cáo" });

describe("the form of a report", () => {
  it("shows 28 of 29 as 96,55% while it is typed, and the running total of a count", async () => {
    show();
    await userEvent.type(present(), "28");
    await userEvent.type(due(), "29");
    expect(screen.getByText("= 96,55%")).toBeDefined();
    await userEvent.type(screen.getByLabelText("Số đảng viên"), "2");
    expect(screen.getByText("lũy kế 3")).toBeDefined();
  });

  it("asks for a note where the rate is below the target", async () => {
    show();
    await userEvent.type(present(), "20");
    await userEvent.type(due(), "29");
    expect(screen.getByText(/Thấp hơn chỉ tiêu từ 95%/)).toBeDefined();
  });

  it("says at its field what is wrong with letters, only after the field was left, and keeps them", async () => {
    show();
    await userEvent.type(due(), "4l");
    expect(due().getAttribute("aria-invalid")).toBeNull();
    await userEvent.tab();
    expect(due().getAttribute("aria-invalid")).toBe("true");
    const described = (due().getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent);
    expect(described.join()).toContain("“4l” không phải là số.");
    expect(due().value).toBe("4l");
  });

  it.each([
    ["30", "29", /Có mặt \(30\) không thể lớn hơn phải dự \(29\)/],
    ["0", "0", /Mẫu số bằng 0/],
    ["-1", "29", /“-1” là số âm/],
    ["1234567890123", "29", /Phần nguyên có nhiều nhất 9 chữ số/],
    ["1,2345", "29", /nhiều nhất 3 chữ số sau dấu phẩy/],
    ["1.2.3", "29", /“1.2.3” không phải là số/],
    ["1.250", "2000", /có thể đọc theo hai cách/],
  ])("refuses %s of %s in a summary that takes the focus and leads to the field", async (n, d, sentence) => {
    show();
    await userEvent.type(present(), n);
    await userEvent.type(due(), d);
    await userEvent.click(submitButton());
    const summary = screen.getByRole("alert");
    expect(summary.textContent).toMatch(sentence);
    expect(summary.parentElement).toBe(document.activeElement);
    await userEvent.click(within(summary).getAllByRole("link")[0]!);
    expect([present(), due()]).toContain(document.activeElement);
    expect([present().value, due().value]).toEqual([n, d]);
    expect(sent.map(({ address }) => address)).not.toContain("/api/submissions");
  });

  it("never submits by Enter, which goes to the next field", async () => {
    show();
    await userEvent.type(present(), "28{Enter}");
    expect(document.activeElement).toBe(due());
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("takes 5,000 characters without cutting one, counts them and refuses to submit them", async () => {
    show();
    const note = screen.getAllByLabelText<HTMLTextAreaElement>("Ghi chú")[0]!;
    note.value = "a".repeat(5_000);
    note.dispatchEvent(new Event("input", { bubbles: true }));
    await userEvent.click(submitButton());
    expect(screen.getByRole("alert").textContent).toContain("Đã nhập 5.000 ký tự, nhiều hơn 2.000");
    expect(note.value).toHaveLength(5_000);
  });

  it("needs a reason for nothing to report, and keeps the numbers behind it", async () => {
    show();
    await userEvent.type(present(), "28");
    await userEvent.click(screen.getByLabelText("Không phát sinh: Đảng viên dự sinh hoạt"));
    await userEvent.click(submitButton());
    expect(screen.getByRole("alert").textContent).toContain("Ghi lý do không phát sinh");
    await userEvent.click(screen.getByLabelText("Không phát sinh: Đảng viên dự sinh hoạt"));
    expect(present().value).toBe("28");
  });

  it("names what is missing and late before it submits the texts as typed, an emoji too", async () => {
    show();
    await userEvent.type(present(), "28");
    await userEvent.type(due(), "29");
    await userEvent.type(screen.getAllByLabelText("Ghi chú")[0]!, "Tốt 👍");
    await userEvent.type(screen.getAllByLabelText("Ghi chú")[1]!, "Chưa tổng hợp");
    await userEvent.click(submitButton());
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("Kết nạp đảng viên mới");
    expect(dialog.textContent).toContain("sau hạn 25/6/2023");
    await userEvent.click(within(dialog).getByRole("button", { name: "Gửi báo cáo" }));
    await waitFor(() => expect(refresh).toHaveBeenCalledOnce());
    expect(sent.at(-1)).toMatchObject({
      ...{ address: "/api/submissions", accountId: "a1" },
      figures: { m1: { n: "28", d: "29", note: "Tốt 👍" } },
    });
    expect(localStorage).toHaveLength(0);
  });

  it("keeps what was typed when the session has expired, and fills it in again after signing in", async () => {
    answers = [failure("session_expired"), failure("session_expired")];
    show();
    await userEvent.type(present(), "28");
    await userEvent.click(screen.getByRole("button", { name: "Lưu nháp" }));
    expect(await screen.findByText(/Phiên làm việc đã hết hạn/)).toBeDefined();
    expect(screen.getByRole("link", { name: "Đăng nhập lại" }).getAttribute("href")).toBe(
      "/sign-in?next=%2Fentry%2Fcb1%2F2023-06",
    );
    cleanup();
    show();
    expect(await screen.findByText(/Đã khôi phục số liệu/)).toBeDefined();
    expect(present().value).toBe("28");
  });

  it("shows both values when somebody else saved first, and goes on with the chosen one", async () => {
    const stored: StoredReport = {
      ...{
        version: 9,
        standing: "draft",
        editable: true,
        savedBy: "Bí thư Chi bộ 1",
        savedAt: "2023-06-30T02:40:00.000Z",
      },
      figures: { m1: { ...EMPTY_FIGURE, n: "27", d: "29" }, m2: EMPTY_FIGURE },
    };
    answers = [failure("stale_version"), { ok: true, data: stored }, saved(10)];
    show();
    await userEvent.type(present(), "28");
    await userEvent.click(screen.getByRole("button", { name: "Lưu nháp" }));
    const panel = (await screen.findByText("Báo cáo này vừa được lưu ở nơi khác")).parentElement!;
    expect(within(panel).getByLabelText<HTMLInputElement>(/Giá trị của tôi: 28/).checked).toBe(true);
    // The base was not touched here, so what the other person saved is offered first.
    expect(within(panel).getByLabelText<HTMLInputElement>(/Giá trị đã lưu: 29/).checked).toBe(true);
    await userEvent.click(within(panel).getByRole("button", { name: "Tiếp tục với các giá trị đã chọn" }));
    expect([present().value, due().value]).toEqual(["28", "29"]);
    await userEvent.click(screen.getByRole("button", { name: "Lưu nháp" }));
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ version: 9, figures: { m1: { n: "28", d: "29" } } }));
  });

  it("compares texts kept from an earlier visit when the report has moved on meanwhile", async () => {
    keepReport(
      { accountId: "a1", unitId: "u1", periodId: "p1" },
      {
        ...{ version: 2, typedAt: "2023-06-29T02:00:00.000Z", unanswered: null, submitting: false, refused: null },
        ...{ figures: { m1: { ...EMPTY_FIGURE, n: "26" }, m2: EMPTY_FIGURE }, base: { m1: EMPTY_FIGURE } },
        heading: { period: "tháng 6 năm 2023", unit: "Chi bộ 1", address: "/entry/cb1/2023-06" },
      },
    );
    const stored: StoredReport = {
      ...{ version: 4, standing: "draft", editable: true, savedBy: null, savedAt: null },
      figures: { m1: EMPTY_FIGURE, m2: EMPTY_FIGURE },
    };
    answers = [failure("stale_version"), { ok: true, data: stored }];
    show();
    expect(await screen.findByLabelText(/Giá trị của tôi: 26/)).toBeDefined();
    expect(sent[0]).toMatchObject({ version: 2 });
  });

  it("says that a report submitted without a line waits, and lets it be taken back", async () => {
    answers = [new Error("no network"), new Error("no network")];
    show();
    await userEvent.type(present(), "28");
    await userEvent.type(due(), "29");
    await userEvent.type(screen.getByLabelText("Số đảng viên"), "0{Enter}");
    await userEvent.click(submitButton());
    const waiting = (await screen.findByText("Báo cáo đang chờ gửi")).parentElement!;
    expect(present().closest("[inert]")).not.toBeNull();
    expect(screen.queryByRole("button", { name: "Gửi báo cáo" })).toBeNull(); // nothing that would not answer
    await userEvent.click(within(waiting).getByRole("button", { name: "Chưa gửi, sửa tiếp" }));
    expect(present().closest("[inert]")).toBeNull();
    expect(submitButton()).toBeDefined();
    expect(present().value).toBe("28");
    expect(sent.filter(({ address }) => address === "/api/submissions")).toHaveLength(1);
  });

  it("goes on from what this device saved last where the page is an older copy, and sends nothing", async () => {
    const figures = { m1: { ...EMPTY_FIGURE, n: "27", d: "29" }, m2: EMPTY_FIGURE };
    keepReport(
      { accountId: "a1", unitId: "u1", periodId: "p1" },
      {
        ...{ version: 6, typedAt: "2023-06-30T02:00:00.000Z", unanswered: null, submitting: false, refused: null },
        ...{ figures, base: figures },
        heading: { period: "tháng 6 năm 2023", unit: "Chi bộ 1", address: "/entry/cb1/2023-06" },
      },
    );
    show();
    await waitFor(() => expect(present().value).toBe("27"));
    expect(sent).toEqual([]);
    await userEvent.type(present(), "{Backspace}8");
    await userEvent.click(screen.getByRole("button", { name: "Lưu nháp" }));
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ version: 6, figures: { m1: { n: "28" } } }));
  });
});
