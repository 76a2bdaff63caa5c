import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AccountAccess } from "@/components/account/account-access";
import { EditAccount } from "@/components/account/edit-account-form";
import { HandoverForm } from "@/components/account/handover-form";
import { OpenAccountForm } from "@/components/account/open-account-form";
import { asCalendarDate } from "@/domain/dates";
import type { Failure } from "@/domain/errors";
import {
  handCellOverAction,
  openAccountAction,
  resetPasswordAction,
  saveAccountAction,
  suspendAccountAction,
} from "@/server/actions/accounts";
import type { AccountChoices, AccountDetail } from "@/server/loaders/account-settings";
import { renderPage } from "../support/render";

vi.mock("@/server/actions/accounts", () => ({
  openAccountAction: vi.fn(),
  handCellOverAction: vi.fn(),
  saveAccountAction: vi.fn(),
  suspendAccountAction: vi.fn(),
  resetPasswordAction: vi.fn(),
  endSessionsAction: vi.fn(),
  unlockAccountAction: vi.fn(),
}));
vi.mock("@/server/actions/changes", () => ({ undoChangeAction: vi.fn() }));

beforeEach(() => {
  vi.resetAllMocks();
});
afterEach(cleanup);

const TODAY = asCalendarDate("2026-11-25");
const choices: AccountChoices = {
  today: TODAY,
  units: [
    { id: "u1", name: "Chi bộ 1" },
    { id: "u2", name: "Chi bộ 2" },
  ],
  people: [
    { id: "a1", name: "Trần Bình", login: "binh.tran" },
    { id: "a2", name: "Nguyễn An", login: "an.nguyen" },
  ],
  secretaries: { u1: "a1" },
  holders: { u1: [{ accountId: "a1", from: "2026-01-01", to: null }], u2: [] },
};

const slip = {
  accountId: "a3",
  login: "an.nguyen2",
  displayName: "Nguyễn Văn An",
  password: "063746725407",
  until: asCalendarDate("2026-12-02"),
};

describe("opening accounts", () => {
  it("proposes a login that is free, shows the password once and is ready for the next person", async () => {
    vi.mocked(openAccountAction).mockResolvedValue({ ok: true, data: slip });
    renderPage(<OpenAccountForm choices={choices} />);
    await userEvent.type(screen.getByLabelText("Họ tên hoặc chức danh"), "Nguyễn Văn An");
    expect(screen.getByLabelText<HTMLInputElement>("Tên đăng nhập").value).toBe("an.nguyen2");
    await userEvent.selectOptions(screen.getByLabelText("Chi bộ"), "Chi bộ 2");
    await userEvent.click(screen.getByRole("button", { name: "Lập tài khoản" }));
    expect(openAccountAction).toHaveBeenCalledWith({
      displayName: "Nguyễn Văn An",
      login: "an.nguyen2",
      holdings: [{ id: "", role: "secretary", unitId: "u2", from: TODAY, to: "" }],
    });
    const slips = await screen.findByRole("status", { name: "Mật khẩu dùng một lần" });
    for (const group of ["0637", "4672", "5407"]) expect(within(slips).getByText(group)).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>("Họ tên hoặc chức danh").value).toBe("");
    expect(document.activeElement).toBe(screen.getByLabelText("Họ tên hoặc chức danh"));
  });

  it("keeps what was typed when it is refused, and goes to the field that is wrong", async () => {
    const fieldErrors = { login: { code: "login_taken", values: {} } } as const;
    vi.mocked(openAccountAction).mockResolvedValue({ ok: false, code: "invalid_input", values: {}, fieldErrors });
    renderPage(<OpenAccountForm choices={choices} />);
    await userEvent.type(screen.getByLabelText("Họ tên hoặc chức danh"), "Lê Hoa");
    await userEvent.click(screen.getByRole("button", { name: "Lập tài khoản" }));
    await screen.findByText("Tên đăng nhập này đã có. Hãy chọn tên khác.");
    expect(screen.getByLabelText<HTMLInputElement>("Họ tên hoặc chức danh").value).toBe("Lê Hoa");
    expect(document.activeElement).toBe(screen.getByLabelText("Tên đăng nhập"));
  });
});

describe("handing a cell over", () => {
  it("names who holds the cell, and does not offer the same person as the next", async () => {
    renderPage(<HandoverForm choices={choices} />);
    await userEvent.selectOptions(screen.getByLabelText("Chi bộ"), "Chi bộ 1");
    expect(screen.getByLabelText<HTMLSelectElement>("Người bàn giao").value).toBe("a1");
    const taker = screen.getByLabelText("Người nhận");
    expect(within(taker).queryByText("Trần Bình (binh.tran)")).toBeNull();
    await userEvent.selectOptions(taker, "Tài khoản mới…");
    await userEvent.type(screen.getByLabelText("Họ tên hoặc chức danh"), "Đỗ Đức");
    vi.mocked(handCellOverAction).mockResolvedValue({ ok: false, code: "busy", values: {}, fieldErrors: {} });
    await userEvent.click(screen.getByRole("button", { name: "Bàn giao" }));
    expect(vi.mocked(handCellOverAction).mock.calls[0]?.[0].typed).toEqual({
      ...{ unitId: "u1", giverId: "a1", takerId: "new", displayName: "Đỗ Đức", login: "duc.do", on: TODAY },
    });
  });
});

describe("a handover that somebody else was faster with", () => {
  const chosen = async () => {
    renderPage(<HandoverForm choices={choices} />);
    await userEvent.selectOptions(screen.getByLabelText("Chi bộ"), "Chi bộ 1");
    await userEvent.selectOptions(screen.getByLabelText("Người nhận"), "Tài khoản mới…");
    await userEvent.type(screen.getByLabelText("Họ tên hoặc chức danh"), "Đỗ Đức");
  };
  const handed = [
    { accountId: "a1", from: "2026-01-01", to: "2026-11-24" },
    { accountId: "a2", from: "2026-11-25", to: null },
  ];
  const overtaken: Failure = {
    ...{ ok: false, code: "overtaken", fieldErrors: {} },
    values: { current: JSON.stringify({ u1: handed }), name: "Lê Hoa", at: "2026-11-25T02:00:00.000Z" },
  };

  it("keeps the person that was typed, takes over who holds the cell now, and sends what it saw", async () => {
    vi.mocked(handCellOverAction).mockResolvedValueOnce(overtaken);
    await chosen();
    await userEvent.click(screen.getByRole("button", { name: "Bàn giao" }));
    await screen.findByText(/^Lê Hoa đã lưu lúc/);
    expect(screen.getByText(/đã ghép lại/)).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>("Họ tên hoặc chức danh").value).toBe("Đỗ Đức");
    expect(screen.getByLabelText<HTMLSelectElement>("Người bàn giao").value).toBe("a2");
    vi.mocked(handCellOverAction).mockResolvedValueOnce({
      ok: true,
      data: { mode: "save", data: { oneTime: slip }, changeId: "c1", effects: [] },
    });
    await userEvent.click(screen.getByRole("button", { name: "Bàn giao" }));
    await screen.findByText("0637");
    const bases = vi.mocked(handCellOverAction).mock.calls.map(([{ base }]) => base);
    expect(bases).toEqual([{ u1: choices.holders.u1 }, { u1: handed }]);
  });

  it("asks for the place that both changed, the other's beside mine, by name", async () => {
    vi.mocked(handCellOverAction).mockResolvedValueOnce(overtaken);
    await chosen();
    await userEvent.selectOptions(screen.getByLabelText("Người bàn giao"), "Chưa có ai");
    await userEvent.click(screen.getByRole("button", { name: "Bàn giao" }));
    const choice = await screen.findByRole("group", { name: "Người bàn giao" });
    expect(within(choice).getByText("để trống")).toBeDefined();
    await userEvent.click(within(choice).getByLabelText("Người kia đã lưu: Nguyễn An (an.nguyen)"));
    expect(screen.getByLabelText<HTMLSelectElement>("Người bàn giao").value).toBe("a2");
  });
});

const detail: AccountDetail = {
  account: {
    ...{ id: "a1", login: "binh.tran", displayName: "Trần Bình", standing: "active", locked: false },
    ...{ lastSignIn: null, openSessions: 2, oneTime: null, roles: [] },
  },
  state: {
    displayName: "Trần Bình",
    holdings: [{ id: "h1", role: "secretary", unitId: "u1", from: "2026-01-01", to: null }],
  },
  suspension: { suspended: false, note: null },
  ...{ onRecord: ["h1"], ended: [], isOwn: false, choices },
};

describe("editing an account", () => {
  it("offers no removal of a role on record, and sends the state that it was filled from", async () => {
    vi.mocked(saveAccountAction).mockResolvedValue({
      ok: false,
      code: "office_must_remain",
      values: { day: "2027-01-01" },
      fieldErrors: {},
    });
    renderPage(<EditAccount detail={detail} />);
    expect(screen.getByLabelText<HTMLSelectElement>("Chi bộ").disabled).toBe(true);
    expect(screen.queryByRole("button", { name: "Bỏ dòng này" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Lưu" }));
    await screen.findByText(/^Từ ngày 1\/1\/2027 sẽ không còn tài khoản Văn phòng/);
    expect(vi.mocked(saveAccountAction).mock.calls[0]?.[0]).toMatchObject({ mode: "save", base: detail.state });
  });
});

describe("the access of an account", () => {
  const saved = { ok: true, data: { mode: "save", data: null, changeId: "c1", effects: [] } } as const;

  it("asks before a new password and says that it cannot be undone", async () => {
    vi.mocked(resetPasswordAction).mockResolvedValue({ ok: true, data: slip });
    renderPage(<AccountAccess {...detail} />);
    await userEvent.click(screen.getByRole("button", { name: "Cấp lại mật khẩu" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("Không hoàn tác được.");
    expect(resetPasswordAction).not.toHaveBeenCalled();
    await userEvent.click(within(dialog).getByRole("button", { name: "Cấp lại mật khẩu" }));
    await screen.findByText("0637");
    expect(screen.getByText("2/12/2026")).toBeDefined();
    expect(resetPasswordAction).toHaveBeenCalledWith({ accountId: "a1" });
  });

  it("suspends with a reason; the second who does keeps what was typed and sees the first one's beside it", async () => {
    vi.mocked(suspendAccountAction).mockResolvedValueOnce({
      ...{ ok: false, code: "overtaken", fieldErrors: {} },
      values: {
        current: JSON.stringify({ suspended: true, note: "Nghỉ công tác" }),
        ...{ name: "Lê Hoa", at: "2026-11-25T02:00:00.000Z" },
      },
    });
    renderPage(<AccountAccess {...detail} />);
    await userEvent.type(screen.getByLabelText("Lý do tạm ngừng"), "Chuyển sinh hoạt");
    await userEvent.click(screen.getByRole("button", { name: "Tạm ngừng" }));
    await screen.findByText(/^Lê Hoa đã lưu lúc/);
    expect(screen.getByLabelText<HTMLInputElement>("Lý do tạm ngừng").value).toBe("Chuyển sinh hoạt");
    const choice = screen.getByRole("group", { name: "Lý do tạm ngừng" });
    expect(within(choice).getByLabelText<HTMLInputElement>("Bạn nhập: Chuyển sinh hoạt").checked).toBe(true);
    await userEvent.click(within(choice).getByLabelText("Người kia đã lưu: Nghỉ công tác"));
    vi.mocked(suspendAccountAction).mockResolvedValueOnce(saved);
    await userEvent.click(screen.getByRole("button", { name: "Tạm ngừng" }));
    const [first, second] = vi.mocked(suspendAccountAction).mock.calls.map(([input]) => input);
    expect(first).toMatchObject({
      ...{ accountId: "a1", mode: "save", base: { suspended: false, note: null } },
      typed: { suspended: true, note: "Chuyển sinh hoạt" },
    });
    expect(second).toMatchObject({
      base: { suspended: true, note: "Nghỉ công tác" },
      typed: { suspended: true, note: "Nghỉ công tác" },
    });
  });

  it("of a suspended account says why, and only lets in again", async () => {
    vi.mocked(suspendAccountAction).mockResolvedValueOnce(saved);
    const suspension = { suspended: true, note: "Nghỉ công tác" };
    renderPage(<AccountAccess {...detail} suspension={suspension} />);
    expect(screen.getByText("Lý do tạm ngừng: Nghỉ công tác")).toBeDefined();
    expect(screen.queryByLabelText("Lý do tạm ngừng")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Mở lại" }));
    expect(vi.mocked(suspendAccountAction).mock.calls[0]?.[0]).toMatchObject({
      ...{ base: suspension, typed: { suspended: false } },
    });
  });

  it("offers nothing of it for one's own account and says why", () => {
    renderPage(<AccountAccess {...detail} isOwn />);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByText(/để không ai tự khoá mình ở ngoài/)).toBeDefined();
  });
});
