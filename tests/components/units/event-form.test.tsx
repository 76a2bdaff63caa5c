import { cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EventForm } from "@/components/units/event-form";
import { asCalendarDate } from "@/domain/dates";
import { reorganiseUnitsAction } from "@/server/actions/units";
import type { ReorganisationView } from "@/server/loaders/reorganisation-texts";
import type { FormUnit, UnitFormView } from "@/server/loaders/unit-settings";
import { renderPage } from "../support/render";

vi.mock("@/server/actions/units", () => ({ reorganiseUnitsAction: vi.fn() }));
vi.mock("@/server/actions/changes", () => ({ undoChangeAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }) }));

const from = asCalendarDate("2020-01-01");
const unit = (id: string, name: string, kind: FormUnit["kind"], position: number): FormUnit => ({
  ...{ id, code: id, kind, from, to: null },
  versions: [{ from, name, parentId: kind === "cell" ? "db" : null, position }],
});

const view: UnitFormView = {
  units: [
    unit("db", "Đảng ủy", "committee", 0),
    unit("cb4", "Chi bộ 4", "cell", 4),
    unit("cb5", "Chi bộ 5", "cell", 5),
  ],
  ...{ secretaries: [], namedIds: ["cb4"] },
  organisationName: "Đảng bộ cơ sở",
  ...{ firstSetUp: false, proposedOn: asCalendarDate("2024-01-01"), closedUntil: null },
};

const send = vi.mocked(reorganiseUnitsAction);
const draft = { kind: "draft", unitId: "cb4", unitName: "Chi bộ 4", href: "/entry/cb4/2023-12" } as const;
const data: ReorganisationView = {
  ...{ kind: "merge", on: asCalendarDate("2024-01-01"), changes: [], becomes: null, holdings: [], missing: [] },
  ...{ tasks: { led: 1, supported: 0, to: null }, measures: [] },
  ...{ stops: ["Chi bộ 4", "Chi bộ 5"], starts: ["Chi bộ 6"] },
  openReports: [
    { ...draft, period: "tháng 11 năm 2023", href: "/entry/cb4/2023-11" },
    { ...draft, period: "tháng 12 năm 2023" },
  ],
};

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const typed = () => send.mock.lastCall?.[0].typed;

beforeEach(() => {
  send.mockReset();
  send.mockResolvedValue({ ok: true, data: { mode: "preview", data, changeId: null, effects: [] } });
});
afterEach(cleanup);

describe("the form of an event", () => {
  it("says from which day who stops and who starts, and cannot be confirmed while 2 drafts are open", async () => {
    renderPage(<EventForm view={view} kind="merge" unitId={null} />);
    await userEvent.click(screen.getByLabelText("Chi bộ 4"));
    await userEvent.click(screen.getByLabelText("Chi bộ 5"));
    await userEvent.type(screen.getByLabelText("1. Tên"), "Chi bộ 6");
    await press("Xem trước");
    expect(typed()).toMatchObject({ unitIds: ["cb4", "cb5"], founded: [{ code: "cb6", kind: "cell", parent: "db" }] });
    const sentence =
      "Từ 1/1/2024: Chi bộ 4 và Chi bộ 5 thôi báo cáo, Chi bộ 6 bắt đầu báo cáo; 02 báo cáo phải xử lý trước.";
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Chi bộ 4, tháng 12 năm 2023" }).getAttribute("href")).toBe(draft.href);
    expect(screen.queryByRole("button", { name: "Xác nhận và lưu" })).toBeNull();
  });

  it("is not confirmed by Enter while something must be settled first", async () => {
    renderPage(<EventForm view={view} kind="dissolve" unitId="cb4" />);
    await press("Xem trước");
    await screen.findByRole("link", { name: "Chi bộ 4, tháng 12 năm 2023" });
    fireEvent.submit(screen.getByLabelText<HTMLInputElement>("Số quyết định").form!);
    expect(send.mock.calls.map(([{ mode }]) => mode)).toEqual(["preview"]);
  });

  it("begins a move from where the unit stands, so that nobody moves it to the top unseen", async () => {
    renderPage(<EventForm view={view} kind="move" unitId="cb4" />);
    expect(screen.getByLabelText("Trực thuộc mới")).toHaveProperty("value", "db");
    await userEvent.selectOptions(screen.getByLabelText("Trực thuộc mới"), "Không có (cấp cao nhất)");
    await press("Xem trước");
    expect(typed()).toMatchObject({ unitIds: ["cb4"], parentId: "" });
  });

  it("tells what is missing by its last 6 periods, who takes tasks over, and from when a measure asks whom", async () => {
    const missing = [{ unitName: "Chi bộ 4", periods: Array.from({ length: 9 }, (_, index) => `tháng ${index + 1}`) }];
    const measures = [{ name: "Kết nạp", outcome: "joins" as const, joins: ["Chi bộ 5"] }];
    const told = { ...data, openReports: [], missing, measures, tasks: { led: 0, supported: 2, to: "Chi bộ 5" } };
    send.mockResolvedValue({ ok: true, data: { mode: "preview", data: told, changeId: null, effects: [] } });
    renderPage(<EventForm view={view} kind="merge" unitId="cb4" />);
    await press("Xem trước");
    const lines = (await screen.findAllByRole("listitem")).map(({ textContent }) => textContent);
    expect(lines).toEqual(
      expect.arrayContaining([
        "Chi bộ 4 còn thiếu 09 báo cáo của các kỳ trước, sau này không ai gửi được: " +
          "tháng 4, tháng 5, tháng 6, tháng 7, tháng 8, tháng 9 và 03 kỳ khác.",
        "02 nhiệm vụ chưa xong có đơn vị thôi hoạt động phối hợp.",
        "Các nhiệm vụ ấy giao cho Chi bộ 5.",
        "Từ 1/1/2024, thước đo “Kết nạp” tính thêm Chi bộ 5.",
      ]),
    );
  });

  it("asks whether measures pass on only where one names a unit that is merged or split", async () => {
    renderPage(<EventForm view={view} kind="split" unitId="cb4" />);
    const label = "Đơn vị tiếp nhận báo cáo tiếp các thước đo nêu tên đơn vị cũ";
    await userEvent.click(screen.getByLabelText(label));
    await press("Xem trước");
    expect(typed()).toMatchObject({ measuresFollow: false });
    cleanup();
    renderPage(<EventForm view={view} kind="split" unitId="cb5" />);
    expect(screen.queryByLabelText(label)).toBeNull();
  });

  it("offers to discard the drafts by typing the unit's name, and sends it", async () => {
    renderPage(<EventForm view={view} kind="dissolve" unitId="cb4" />);
    await press("Xem trước");
    await userEvent.type(await screen.findByLabelText("Gõ Chi bộ 4 để bỏ các bản nháp của đơn vị này"), "Chi bộ 4");
    await press("Xem trước");
    expect(typed()).toMatchObject({ discards: [{ unitId: "cb4", name: "Chi bộ 4" }] });
  });

  it("at the first set-up proposes the committee, and makes a row of each pasted name with its code", async () => {
    renderPage(<EventForm view={{ ...view, units: [], firstSetUp: true }} kind="found" unitId={null} />);
    fireEvent.paste(screen.getByLabelText("2. Tên"), {
      clipboardData: { getData: () => "Chi bộ 1\r\nChi bộ 2\nChi bộ Văn phòng\n" },
    });
    await press("Xem trước");
    expect(typed()?.founded).toEqual([
      { name: "Đảng bộ cơ sở", kind: "committee", parent: "", code: "dbcs", secretaryIds: [] },
      { name: "Chi bộ 1", kind: "cell", parent: "new:0", code: "cb1", secretaryIds: [] },
      { name: "Chi bộ 2", kind: "cell", parent: "new:0", code: "cb2", secretaryIds: [] },
      { name: "Chi bộ Văn phòng", kind: "cell", parent: "new:0", code: "cbvp", secretaryIds: [] },
    ]);
  });

  it("puts what is wrong at its field and loses nothing that was typed", async () => {
    send.mockResolvedValue({
      ...{ ok: false, code: "invalid_input", values: {} },
      fieldErrors: { name: { code: "name_taken", values: {} } },
    });
    renderPage(<EventForm view={view} kind="rename" unitId="cb4" />);
    await userEvent.type(screen.getByLabelText("Tên mới"), "Chi bộ 5");
    await press("Xem trước");
    const field = await screen.findByLabelText<HTMLInputElement>("Tên mới");
    expect([field.value, field.getAttribute("aria-invalid")]).toEqual(["Chi bộ 5", "true"]);
  });
});
