import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EntryForm } from "@/components/entry/entry-form";
import type { FigureValue } from "@/domain/figures";
import type { TypedReport } from "@/domain/inputs/submissions";
import { asThousandths } from "@/domain/thousandths";
import { EMPTY_FIGURE, type TypedFigure } from "@/domain/typed-figures";
import type { EntryView } from "@/server/loaders/report-views";
import { measure, row, view } from "../support/entry-view";
import { renderPage } from "../support/render";

vi.mock("@/server/actions/submissions", () => ({ submitReportFormAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn(), push: vi.fn() }) }));

let submitted: TypedReport[];

beforeEach(() => {
  submitted = [];
  localStorage.clear();
  vi.stubGlobal("fetch", (address: string, options?: { body?: string }) => {
    if (address === "/api/submissions") submitted.push(JSON.parse(options?.body ?? "{}") as TypedReport);
    return Promise.resolve(Response.json({ ok: true, data: { version: 5, savedAt: "2023-06-30T02:41:00.000Z" } }));
  });
});
afterEach(cleanup);

const number = (n: number, d: number | null = null): FigureValue => ({
  type: "number",
  n: asThousandths(n * 1000),
  d: d === null ? null : asThousandths(d * 1000),
});
const past = (values: readonly FigureValue[]) => ({
  year: null,
  settings: { atRiskCountPct: 85, atRiskPoints: 2 },
  history: values,
  accepted: null,
});
const [attendance, admissions] = view.measures as [EntryView["measures"][number], EntryView["measures"][number]];

const show = (measures = view.measures) =>
  renderPage(<EntryForm view={{ ...view, measures }} address="/entry/cb1/2023-06" dueText={null} problem={null} />);
const group = (name: string) => screen.getByRole("group", { name });
const field = (label: string, index = 0) => screen.getAllByLabelText<HTMLInputElement>(label)[index]!;
const submitButton = () => screen.getByRole("button", { name: "Gửi báo cáo" });
const fill = async (n: string, d: string, count: string) => {
  if (n !== "") await userEvent.type(field("Có mặt"), n);
  if (d !== "") await userEvent.type(field("Phải dự"), d);
  if (count !== "") await userEvent.type(field("Số đảng viên"), count);
};

describe("checks while typing", () => {
  it("28/29 and 0 are in order: one click submits them without a question, zero as 0", async () => {
    show();
    await fill("28", "29", "0");
    await userEvent.click(submitButton());
    await waitFor(() => expect(submitted).toHaveLength(1));
    expect(submitted[0]?.figures).toMatchObject({ m1: { n: "28", d: "29" }, m2: { n: "0" } });
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("20/29 = 68,97 % is far below 95 %: nothing is sent until a note says why", async () => {
    show();
    await fill("20", "29", "0");
    expect(group("Đảng viên dự sinh hoạt").textContent).toContain(
      "Thấp hơn chỉ tiêu từ 95%. Cần ghi lý do trước khi gửi.",
    );
    await userEvent.click(submitButton());
    expect(screen.getByRole("alert").textContent).toContain("Ghi lý do vào ghi chú");
    expect(submitted).toHaveLength(0);
    await userEvent.click(within(screen.getByRole("alert")).getByRole("link"));
    expect(document.activeElement).toBe(field("Lý do (bắt buộc)"));
    await userEvent.keyboard("09 đồng chí đi công tác");
    await userEvent.click(submitButton());
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("Thấp hơn chỉ tiêu từ 95%. Đã có ghi chú.");
    await userEvent.click(within(dialog).getByRole("button", { name: "Gửi báo cáo" }));
    await waitFor(() => expect(submitted).toHaveLength(1));
  });

  it("goes on to the next figure by Enter and Tab, over a note that has just opened, and from the note too", async () => {
    show();
    await fill("20", "29{Enter}", "");
    expect(document.activeElement).toBe(field("Số đảng viên"));
    field("Phải dự").focus();
    await userEvent.tab();
    expect(document.activeElement).toBe(field("Số đảng viên"));
    field("Lý do (bắt buộc)").focus();
    await userEvent.tab();
    expect(document.activeElement).toBe(field("Số đảng viên"));
    await userEvent.keyboard("{Enter}");
    expect(document.activeElement).toBe(submitButton());
  });

  it("goes up and down within a column, and back by Shift and Enter", async () => {
    const study = { ...row(measure("m3", "rate", 95), "Học tập"), nLabel: "Đã học", dLabel: "Phải học" };
    show([attendance, admissions, study]);
    field("Phải dự").focus();
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(field("Phải học"));
    await userEvent.keyboard("{ArrowDown}{ArrowUp}");
    expect(document.activeElement).toBe(field("Phải dự"));
    await userEvent.keyboard("{Shift>}{Enter}{/Shift}");
    expect(document.activeElement).toBe(field("Có mặt"));
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(document.activeElement).toBe(field("Đã học"));
  });

  it("a blank stays missing and is never 0: it is asked why, or taken as not applicable", async () => {
    show();
    await fill("28", "29", "");
    await userEvent.click(submitButton());
    expect(screen.getByRole("alert").textContent).toContain("Kết nạp đảng viên mới: Chưa có số liệu");
    await userEvent.type(field("Lý do chưa có số liệu"), "Chưa có quyết định");
    await userEvent.click(submitButton());
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("1 mục chưa có số liệu, sẽ để trống");
    await userEvent.click(within(dialog).getByRole("button", { name: "Gửi báo cáo" }));
    await waitFor(() => expect(submitted[0]?.figures.m2).toMatchObject({ n: "", note: "Chưa có quyết định" }));
  });

  it("a figure that a correction leaves as it was accepted tells of its plan and asks for no note", async () => {
    const accepted = { value: number(92, 100), note: null };
    show([{ ...attendance, facts: { ...past([]), accepted } }, admissions]);
    await fill("92", "100", "0");
    const rowOf = within(group("Đảng viên dự sinh hoạt"));
    expect(rowOf.getByText(/Thấp hơn chỉ tiêu/).textContent).toContain("Nếu số liệu đúng");
    expect(rowOf.queryByLabelText("Ghi lý do")).toBeNull();
    await userEvent.clear(field("Có mặt"));
    await userEvent.type(field("Có mặt"), "91");
    expect(rowOf.getByText(/Thấp hơn chỉ tiêu/).textContent).not.toContain("Nếu số liệu đúng");
  });

  it("an empty report is one thing to say, not a missing note in every row", async () => {
    show();
    await userEvent.click(submitButton());
    expect(screen.getByRole("alert").textContent).toContain("Chưa có mục nào có số liệu");
    expect(within(screen.getByRole("alert")).queryAllByRole("link")).toHaveLength(0);
  });

  it.each([
    ["always the same", Array.from({ length: 6 }, () => number(2)), "9", "Khác thường: các kỳ trước đều 2."],
    ["a usual range", [2, 3, 2, 3, 2, 3].map((n) => number(n)), "19", "Khác thường: các kỳ trước từ 2 đến 3."],
    ["last time", [number(2)], "9", "Khác nhiều so với lần trước (2)."],
    ["never zero", [number(2), number(3), number(2)], "0", "Các kỳ trước chưa kỳ nào bằng 0."],
  ])("says in the row what differs: %s", async (_, history, typed, sentence) => {
    show([attendance, { ...admissions, facts: past(history) }]);
    await fill("", "", typed);
    const told = within(group("Kết nạp đảng viên mới")).getByText(new RegExp(sentence.replace(/[()]/g, "\\$&")));
    expect(told.closest("[aria-live=polite]")).not.toBeNull();
    expect(told.textContent).toContain("Nếu số liệu đúng, ghi chú để không bị hỏi lại.");
    await userEvent.type(within(group("Kết nạp đảng viên mới")).getByLabelText("Ghi chú"), "Đúng");
    expect(told.textContent).not.toContain("Nếu số liệu đúng");
  });

  it("29 of 28 after 28/29 last time: offers to swap them", async () => {
    show([{ ...attendance, facts: past([number(28, 29)]) }, admissions]);
    await fill("29", "28", "0");
    await userEvent.click(screen.getByRole("button", { name: "Đổi chỗ hai số" }));
    expect([field("Có mặt").value, field("Phải dự").value]).toEqual(["28", "29"]);
    expect(screen.queryByRole("button", { name: "Đổi chỗ hai số" })).toBeNull();
  });
});

describe("same as last period", () => {
  const before = (texts: Partial<TypedFigure>) => ({ previousTyped: { ...EMPTY_FIGURE, ...texts } });
  const level = { ...row(measure("m3", "level", null), "Xếp loại"), ...before({ level: "3" }) };
  const measures = [
    { ...attendance, ...before({ n: "27", d: "28" }) },
    { ...admissions, ...before({ n: "1" }) },
    level,
  ];

  it("fills in what is blank, says what, leaves what was typed, and is undone", async () => {
    show(measures);
    await fill("", "", "4");
    await userEvent.click(screen.getByRole("button", { name: "Điền như tháng trước" }));
    expect([field("Có mặt").value, field("Phải dự").value, field("Số đảng viên").value]).toEqual(["27", "28", "4"]);
    expect(screen.getByText(/Đã điền 2 mục như kỳ trước: Đảng viên dự sinh hoạt, Xếp loại/)).toBeDefined();
    expect(screen.getAllByRole<HTMLInputElement>("radio").filter(({ checked }) => checked)).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect([field("Có mặt").value, field("Phải dự").value, field("Số đảng viên").value]).toEqual(["", "", "4"]);
    expect(screen.getAllByRole<HTMLInputElement>("radio").filter(({ checked }) => checked)).toHaveLength(0);
  });

  it("fills in one measure by its button, and by Ctrl and D as a spreadsheet does", async () => {
    show(measures);
    await userEvent.click(screen.getByRole("button", { name: "Như tháng trước: Kết nạp đảng viên mới" }));
    expect([field("Có mặt").value, field("Số đảng viên").value]).toEqual(["", "1"]);
    field("Có mặt").focus();
    await userEvent.keyboard("{Control>}d{/Control}");
    expect([field("Có mặt").value, field("Phải dự").value]).toEqual(["27", "28"]);
  });
});
