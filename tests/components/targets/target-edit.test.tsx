import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TargetEdit } from "@/components/targets/target-edit";
import type { Failure } from "@/domain/errors";
import type { TargetState } from "@/domain/inputs/targets";
import type { TermState } from "@/domain/terms";
import { changeTargetAction, removeTargetAction } from "@/server/actions/targets";
import type { MeasureSettings, TargetSettings, TargetSettingsView } from "@/server/loaders/target-settings";
import { renderPage } from "../support/render";

const { push } = vi.hoisted(() => ({ push: vi.fn() }));
vi.mock("@/server/actions/targets", () => ({
  ...{ changeTargetAction: vi.fn(), removeTargetAction: vi.fn(), moveTargetAction: vi.fn() },
}));
vi.mock("@/server/actions/measures", () => ({ removeMeasureAction: vi.fn() }));
vi.mock("@/server/actions/changes", () => ({ undoChangeAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ push, refresh: vi.fn() }) }));

const measure = (code: string, hasFigures: boolean) =>
  ({ id: code, stored: { code, name: `Thước đo ${code}` }, hasFigures }) as unknown as MeasureSettings;

const stored: TargetState = {
  ...{ code: "t1", name: "Sinh hoạt", wording: "Dự sinh hoạt 95% trở lên" },
  ...{ groupCode: null, provenance: "stated" },
};
const target = (...measures: MeasureSettings[]): TargetSettings => ({ id: "T1", stored, measures });

function show(edited: TargetSettings, state: TermState = "running") {
  const view: TargetSettingsView = {
    term: { id: "T", code: "2025-2030", name: "2025 - 2030", state },
    targets: [edited],
    choices: { years: [], units: [], committeeCode: null, freeCodes: [] },
    ...{ freeCode: "t2", groups: ["Xây dựng Đảng"] },
  };
  renderPage(<TargetEdit view={view} target={edited} />);
}

const refused = (failure: Partial<Failure>): Failure => ({
  ...{ ok: false, code: "invalid_input", values: {}, fieldErrors: {} },
  ...failure,
});
/** A button says to a screen reader also what it removes. */
const removal = (word: string, name: string) => new RegExp(`^${word} ?: ${name}$`);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
const nameField = () => screen.getByLabelText<HTMLInputElement>("Tên ngắn của chỉ tiêu");

beforeEach(() => {
  vi.resetAllMocks();
});
afterEach(cleanup);

describe("the page of a target", () => {
  it("leads to its measures, and offers removal of what has no figures only", () => {
    show(target(measure("m1", true), measure("m2", false)));
    expect(screen.getByRole("link", { name: "Thước đo m1" }).getAttribute("href")).toBe(
      "/settings/terms/2025-2030/measures/m1",
    );
    expect(screen.queryByRole("button", { name: removal("Xoá thước đo", "Thước đo m1") })).toBeNull();
    expect(screen.getByRole("button", { name: removal("Xoá thước đo", "Thước đo m2") })).toBeDefined();
    expect(screen.queryByRole("button", { name: removal("Xoá chỉ tiêu", "Sinh hoạt") })).toBeNull();
  });

  it("of a closed term is only read", () => {
    show(target(measure("m2", false)), "closed");
    const form = nameField().closest("fieldset");
    expect(form?.disabled).toBe(true);
    expect(screen.getAllByRole("button").filter((button) => !form?.contains(button))).toEqual([]);
  });

  it("goes back to the list when the target is removed, and stays when it is refused", async () => {
    show(target());
    vi.mocked(removeTargetAction).mockResolvedValueOnce(refused({ code: "target_has_figures" }));
    await press(removal("Xoá chỉ tiêu", "Sinh hoạt"));
    expect(push).not.toHaveBeenCalled();
    vi.mocked(removeTargetAction).mockResolvedValueOnce({
      ok: true,
      data: { mode: "save", data: null, changeId: "c1", effects: [] },
    } as never);
    await press(removal("Xoá chỉ tiêu", "Sinh hoạt"));
    expect(push).toHaveBeenCalledWith("/settings/terms/2025-2030/targets");
    expect(vi.mocked(removeTargetAction).mock.calls[0]?.[0]).toMatchObject({ targetId: "T1", base: stored });
  });
});

describe("the words of a target", () => {
  it("are kept and its wrong field is gone to when they are refused", async () => {
    const required = { code: "required", values: {} } as const;
    vi.mocked(changeTargetAction).mockResolvedValue(refused({ fieldErrors: { "typed.name": required } }));
    show(target());
    await userEvent.clear(nameField());
    await userEvent.type(screen.getByLabelText("Nguyên văn trong Nghị quyết"), ", hằng năm");
    await press("Lưu");
    await screen.findByText("Tên ngắn của chỉ tiêu: Hãy nhập mục này.");
    expect(document.activeElement).toBe(nameField());
    expect(screen.getByLabelText<HTMLTextAreaElement>("Nguyên văn trong Nghị quyết").value).toBe(
      "Dự sinh hoạt 95% trở lên, hằng năm",
    );
  });

  it("are put together with what somebody else saved first: the other's group, and a choice of the name", async () => {
    const theirs: TargetState = { ...stored, name: "Dự sinh hoạt", groupCode: "Xây dựng Đảng" };
    const values = { current: JSON.stringify(theirs), name: "Lê Hoa", at: "2026-11-25T02:00:00.000Z" };
    vi.mocked(changeTargetAction).mockResolvedValueOnce(refused({ code: "overtaken", values }));
    show(target());
    await userEvent.type(nameField(), " chi bộ");
    await press("Lưu");
    await screen.findByText(/^Lê Hoa đã lưu lúc/);
    expect(nameField().value).toBe("Sinh hoạt chi bộ");
    expect(screen.getByLabelText<HTMLInputElement>("Nhóm chỉ tiêu").value).toBe("Xây dựng Đảng");
    await userEvent.click(screen.getByLabelText("Người kia đã lưu: Dự sinh hoạt"));
    vi.mocked(changeTargetAction).mockResolvedValue(refused({ code: "busy" }));
    await press("Lưu");
    expect(vi.mocked(changeTargetAction).mock.calls.at(-1)?.[0]).toMatchObject({
      base: theirs,
      typed: { name: "Dự sinh hoạt", groupCode: "Xây dựng Đảng" },
    });
  });
});
