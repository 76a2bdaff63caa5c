import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ProgressForm } from "@/components/tasks/progress-form";
import { Task } from "@/components/tasks/task";
import { TaskQuickForm } from "@/components/tasks/task-quick-form";
import { TaskForm } from "@/components/tasks/task-form";
import { Tasks } from "@/components/tasks/tasks";
import { asCalendarDate } from "@/domain/dates";
import { reportProgressAction, saveTaskAction } from "@/server/actions/tasks";
import type { OverviewTask } from "@/server/loaders/overview";
import type { TaskView } from "@/server/loaders/tasks";
import { renderPage } from "../support/render";

vi.mock("@/server/actions/tasks", () => ({ reportProgressAction: vi.fn(), saveTaskAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }));
vi.mock("@/server/actions/changes", () => ({ undoChangeAction: vi.fn() }));

afterEach(cleanup);

const state = { termId: "2020-2025", asOf: asCalendarDate("2023-06-30"), basis: "accepted" } as const;

const task: OverviewTask = {
  ...{ id: "g1.1", name: "Mở lớp", state: "late", dueOn: asCalendarDate("2023-05-31") },
  lead: { name: "Chi bộ 4", endedOn: asCalendarDate("2023-03-31") },
  targets: [{ code: "t1", name: "Kết nạp" }],
  lastUpdate: { on: asCalendarDate("2023-03-01"), text: "Đã mở 01 lớp" },
};

const view: TaskView = {
  ...{ ...task, view: state, termName: "Nhiệm kỳ 2020 - 2025", group: { position: 1, name: "Tư tưởng" } },
  ...{ supporting: [], expectedResult: "02 lớp", later: 2, isLatest: false, form: null, mayConfigure: false },
  updates: [
    {
      ...{ on: asCalendarDate("2023-03-01"), state: "in_progress", text: "Đã mở 01 lớp" },
      ...{ by: "Nguyễn Văn A", at: "2023-03-02T02:00:00.000Z" },
    },
  ],
};

describe("the term's tasks", () => {
  test("2 tasks in 1 group, 1 done and 1 late, are told in the sentence, padded below 10", () => {
    const groups = [
      { id: "g1", position: 1, name: "Tư tưởng", tasks: [task, { ...task, id: "g1.2", state: "done" as const }] },
    ];
    renderPage(<Tasks view={{ state, termName: "Nhiệm kỳ", groups, mayConfigure: false }} />);
    const sentence = screen.getByRole("heading", { level: 1 }).textContent.replaceAll("\u00a0", " ");
    expect(sentence).toBe("02 nhiệm vụ trong 01 nhóm: 01 đã xong, 01 trễ hạn.");
    expect(screen.queryByRole("link", { name: "Lập và sửa nhiệm vụ" })).toBeNull();
    const row = screen.getAllByRole("row").find((one) => within(one).queryByText("Trễ hạn"));
    expect(row?.textContent).toContain("Chi bộ 4 (đến 31/3/2023)");
    expect(row?.textContent).toContain("31/5/2023");
  });

  test("without any task it says so, and who makes them", () => {
    renderPage(<Tasks view={{ state, termName: "Nhiệm kỳ", groups: [], mayConfigure: true }} />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Nhiệm kỳ này chưa có nhiệm vụ nào.");
    expect(screen.getByRole("link", { name: "Lập và sửa nhiệm vụ" }).getAttribute("href")).toBe(
      "/settings/terms/2020-2025/tasks",
    );
  });
});

describe("a task", () => {
  test("shows who reported what and when, what is not shown, and that its unit is gone", () => {
    renderPage(<Task view={view} form={null} />);
    expect(screen.getByText("Nguyễn Văn A ghi lúc 09:00, 2/3/2023")).toBeDefined();
    expect(screen.getByText(/Còn 02 lần báo cáo sau ngày 30\/6\/2023/)).toBeDefined();
    expect(screen.getByText(/Văn phòng cần giao nhiệm vụ này cho đơn vị khác/)).toBeDefined();
    expect(screen.getByRole("link", { name: "Xem đến hôm nay" })).toBeDefined();
  });

  test("opened at today, does not lead to today", () => {
    renderPage(<Task view={{ ...view, isLatest: true }} form={null} />);
    expect(screen.getByText(/Còn 02 lần báo cáo sau ngày 30\/6\/2023/)).toBeDefined();
    expect(screen.queryByRole("link", { name: "Xem đến hôm nay" })).toBeNull();
  });
});

describe("the form of progress", () => {
  const form = {
    ...{ taskId: "id", firstDay: asCalendarDate("2020-07-01"), lastDay: asCalendarDate("2023-06-30") },
    state: "in_progress" as const,
  };
  const states = [
    { value: "not_started", label: "Chưa bắt đầu" },
    { value: "in_progress", label: "Đang làm" },
    { value: "stopped", label: "Dừng" },
  ];
  beforeEach(() => {
    vi.mocked(reportProgressAction).mockReset();
  });

  test("stopping asks for the reason at its field, focuses it, and keeps what was chosen", async () => {
    vi.mocked(reportProgressAction).mockResolvedValue({
      ...{ ok: false, code: "invalid_input", values: {} },
      fieldErrors: { text: { code: "reason_required", values: {} } },
    });
    renderPage(<ProgressForm form={form} states={states} />);
    await userEvent.selectOptions(screen.getByLabelText("Tình trạng"), "stopped");
    await userEvent.click(screen.getByRole("button", { name: "Gửi báo cáo tiến độ" }));
    const reason = await screen.findByLabelText("Lý do dừng");
    expect(screen.getByText("Hãy ghi lý do.")).toBeDefined();
    expect(document.activeElement).toBe(reason);
    expect(screen.getByLabelText<HTMLSelectElement>("Tình trạng").value).toBe("stopped");
  });

  test("without a line nothing that was typed is lost", async () => {
    vi.mocked(reportProgressAction).mockRejectedValue(new Error("offline"));
    renderPage(<ProgressForm form={form} states={states} />);
    await userEvent.type(screen.getByLabelText("Nội dung"), "Đã mở 02 lớp");
    await userEvent.click(screen.getByRole("button", { name: "Gửi báo cáo tiến độ" }));
    expect(await screen.findByText(/Không kết nối được với máy chủ/)).toBeDefined();
    expect(screen.getByLabelText<HTMLTextAreaElement>("Nội dung").value).toBe("Đã mở 02 lớp");
  });
});

describe("the form of new tasks", () => {
  test("after one is saved the name is empty and has the focus, the unit stays for the next", async () => {
    vi.mocked(saveTaskAction).mockResolvedValue({
      ok: true,
      data: { mode: "save", data: { id: "1", code: "g1.1", name: "Mở lớp" }, changeId: "c", effects: [] },
    });
    const term = {
      ...{ id: "t", code: "2025-2030", name: "Nhiệm kỳ 2025 - 2030", state: "draft" as const },
      ...{ startsOn: asCalendarDate("2025-07-01"), endsOn: asCalendarDate("2030-06-30") },
    };
    const units = [{ value: "u1", label: "Chi bộ 1" }];
    renderPage(<TaskQuickForm term={term} group={{ id: "g", name: "Tư tưởng" }} units={units} />);
    await userEvent.selectOptions(screen.getByLabelText("Đơn vị chủ trì"), "u1");
    await userEvent.type(screen.getByLabelText("Tên nhiệm vụ mới"), "Mở lớp{Enter}");
    const name = screen.getByLabelText<HTMLInputElement>("Tên nhiệm vụ mới");
    expect(vi.mocked(saveTaskAction).mock.calls[0]?.[0]).toMatchObject({
      ...{ mode: "save", termId: "t", taskId: null },
      typed: { groupId: "g", name: "Mở lớp", leadUnitId: "u1" },
    });
    expect(name.value).toBe("");
    expect(document.activeElement).toBe(name);
    expect(screen.getByLabelText<HTMLSelectElement>("Đơn vị chủ trì").value).toBe("u1");
  });
});

describe("the form of a task", () => {
  test("of a unit that two gave the task to, both are told by name, not by id", async () => {
    const stored = {
      ...{ groupId: "g", name: "Mở lớp", leadUnitId: "u1", dueOn: null, expectedResult: null },
      ...{ supportingUnitIds: [], targetIds: [] },
    };
    const option = (value: string, label: string) => ({ value, label });
    const edited = {
      term: {
        ...{ id: "t", code: "2025-2030", name: "Nhiệm kỳ 2025 - 2030", state: "running" as const },
        ...{ startsOn: asCalendarDate("2025-07-01"), endsOn: asCalendarDate("2030-06-30") },
      },
      ...{ taskId: "1", stored, lead: null, targets: [], groups: [option("g", "Tư tưởng")] },
      units: [option("u1", "Chi bộ 1"), option("u2", "Chi bộ 2"), option("u3", "Chi bộ 3")],
    };
    const current = JSON.stringify({ ...stored, leadUnitId: "u3" });
    vi.mocked(saveTaskAction).mockResolvedValue({
      ...{ ok: false, code: "overtaken", fieldErrors: {} },
      values: { current, name: "Văn phòng 2", at: "2026-06-30T02:00:00.000Z" },
    });
    renderPage(<TaskForm view={edited} backAddress="/settings" />);
    await userEvent.selectOptions(screen.getByLabelText("Đơn vị chủ trì"), "u2");
    await userEvent.click(screen.getByRole("button", { name: "Lưu" }));
    expect(await screen.findByLabelText("Bạn nhập: Chi bộ 2")).toBeDefined();
    await userEvent.click(screen.getByLabelText("Người kia đã lưu: Chi bộ 3"));
    expect(screen.getByLabelText<HTMLSelectElement>("Đơn vị chủ trì").value).toBe("u3");
  });
});
