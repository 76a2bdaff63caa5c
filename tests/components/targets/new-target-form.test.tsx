import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NewTargetForm } from "@/components/targets/new-target-form";
import type { TargetSettingsView } from "@/server/loaders/target-settings";
import { renderPage } from "../support/render";

const { create } = vi.hoisted(() => ({ create: vi.fn() }));
vi.mock("@/server/actions/targets", () => ({ createTargetAction: create }));
vi.mock("@/server/actions/changes", () => ({ undoChangeAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }));

const view: TargetSettingsView = {
  term: { id: "T", code: "2025-2030", name: "2025 - 2030", state: "draft" },
  targets: [],
  choices: {
    years: [{ id: "2026", label: "2026" }],
    units: [{ code: "db", name: "Đảng ủy", kind: "committee" }],
    committeeCode: "db",
    freeCodes: ["m1", "m2"],
  },
  freeCode: "t1",
  groups: [],
};

describe("a new target", () => {
  beforeEach(() => create.mockReset());
  afterEach(cleanup);

  it("is filled in from its sentence: 95 % on average, shown as 90,63 % pooled beside 87,50 % by units", async () => {
    renderPage(<NewTargetForm view={view} />);
    const user = userEvent.setup();
    await user.selectOptions(screen.getByLabelText("Câu trong Nghị quyết thuộc dạng nào"), "mean");
    await user.type(screen.getByLabelText("Nguyên văn trong Nghị quyết"), "Dự sinh hoạt bình quân 95% trở lên");
    expect(screen.getByLabelText<HTMLInputElement>("Mức cả nhiệm kỳ (%)").value).toBe("95");
    expect(screen.getByText(/lấy số trước chia số sau/)).not.toBeNull();
    const results = screen.getByRole("table", { name: "Kết quả theo từng cách tính", hidden: true });
    expect(results.textContent).toContain("cộng các đơn vị, cộng dồn các kỳ (đang chọn)90,63%");
    expect(results.textContent).toContain("bình quân các đơn vị, bình quân các kỳ87,50%");
  });

  it("is not sent by Enter in its example, and counts with no denominators that stand nowhere", async () => {
    renderPage(<NewTargetForm view={view} />);
    const user = userEvent.setup();
    const sentence = screen.getByLabelText("Câu trong Nghị quyết thuộc dạng nào");
    await user.selectOptions(sentence, "mean");
    await user.type(screen.getByLabelText("Chi bộ 1, kỳ 1: tử số"), "{Enter}");
    expect(create).not.toHaveBeenCalled();
    await user.selectOptions(sentence, "ofTermBase");
    expect(screen.getByText(/Hãy nhập mẫu số cố định/)).not.toBeNull();
    expect(screen.queryByRole("table", { name: "Kết quả theo từng cách tính", hidden: true })).toBeNull();
  });

  it("tells at the field that a mean of rates cannot add up, and keeps everything that was typed when refused", async () => {
    create.mockResolvedValue({
      ...{ ok: false, code: "invalid_input", values: {} },
      fieldErrors: { "measures.0.overTime": { code: "rate_mean_with_sum", values: {} } },
    });
    renderPage(<NewTargetForm view={view} />);
    const user = userEvent.setup();
    await user.selectOptions(screen.getByLabelText("Câu trong Nghị quyết thuộc dạng nào"), "mean");
    await user.type(screen.getByLabelText("Tên ngắn của chỉ tiêu"), "Sinh hoạt");
    await user.selectOptions(screen.getByLabelText("Cộng các đơn vị"), "mean");
    const overTime = screen.getByLabelText("Cộng theo thời gian");
    expect(overTime.getAttribute("aria-invalid")).toBe("true");
    await user.click(screen.getByRole("button", { name: "Thêm chỉ tiêu" }));
    expect(create).toHaveBeenCalledOnce();
    expect(screen.getByLabelText<HTMLInputElement>("Tên ngắn của chỉ tiêu").value).toBe("Sinh hoạt");
  });
});
