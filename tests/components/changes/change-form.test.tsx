import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChangeForm } from "@/components/changes/change-form";
import { useChangeForm, type ChangeAnswer, type ChangeRequest } from "@/components/changes/use-change-form";
import { TextField } from "@/components/ui/field";
import { asCalendarDate } from "@/domain/dates";
import type { Effect } from "@/domain/effects";
import type { Failure, Result } from "@/domain/errors";
import { renderPage } from "../support/render";

vi.mock("@/server/actions/changes", () => ({ undoChangeAction: vi.fn() }));

type Filling = { readonly name: string; readonly place: string };
type Answer = Result<ChangeAnswer<null>>;

const send = vi.fn<(request: ChangeRequest<Filling, Filling>) => Promise<Answer>>();
const onSaved = vi.fn();

const stored: Filling = { name: "Đảng bộ A", place: "Rạch Giá" };
const effect: Effect = {
  ...{ term: "2025-2030", on: asCalendarDate("2026-06-30"), basis: "accepted", measure: null, year: null },
  ...{ target: { code: "t1", name: "Dự sinh hoạt" }, field: "verdict", before: "met", after: "not_met" },
  units: { before: null, after: null },
};
const answer = (mode: "preview" | "save", effects: readonly Effect[] = []): Answer => ({
  ok: true,
  data: { mode, data: null, changeId: mode === "save" ? "c1" : null, effects },
});
const refused = (failure: Partial<Failure>): Answer => ({
  ...{ ok: false, code: "invalid_input", values: {}, fieldErrors: {} },
  ...failure,
});

/** A form in which a move to Hà Tiên needs a reason. */
function Form() {
  const form = useChangeForm<Filling, Filling, null>({
    ...{ stored, send, onSaved },
    toTyped: (state) => state ?? stored,
    reasonNeeded: ({ place }) => place === "Hà Tiên",
  });
  const field = (name: keyof Filling) => ({
    value: form.typed[name],
    onChange: (event: { target: { value: string } }) => form.set({ [name]: event.target.value }),
    error: form.fieldError(name) && "sai",
  });
  return (
    <ChangeForm form={form} saveLabel="Lưu" fieldLabel={(path) => ({ name: "Tên", reason: "Lý do" })[path] ?? "Nơi"}>
      <TextField label="Tên" {...field("name")} />
      <TextField label="Nơi" {...field("place")} />
    </ChangeForm>
  );
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  send.mockReset();
  onSaved.mockReset();
});
afterEach(cleanup);

describe("a form that changes the settings", () => {
  it("saves at once where no number moves", async () => {
    send.mockImplementation(({ mode }) => Promise.resolve(answer(mode)));
    renderPage(<Form />);
    await userEvent.type(screen.getByLabelText("Tên"), " mới");
    await press("Lưu");
    expect(send.mock.calls.map(([{ mode, typed, base }]) => [mode, typed.name, base?.name])).toEqual([
      ["preview", "Đảng bộ A mới", "Đảng bộ A"],
      ["save", "Đảng bộ A mới", "Đảng bộ A"],
    ]);
    expect(onSaved).toHaveBeenCalledOnce();
  });

  it("says at the field, and under its name, what the shape of the form refuses", async () => {
    const code = { code: "required", values: {} } as const;
    send.mockResolvedValue(refused({ fieldErrors: { "typed.name": code } }));
    renderPage(<Form />);
    await press("Lưu");
    expect((await screen.findByLabelText("Tên")).getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByRole("alert").textContent).toContain("Tên: ");
  });

  it("shows the field of the reason as soon as the server asks for it, and sends what is typed there", async () => {
    send.mockResolvedValueOnce(refused({ fieldErrors: { reason: { code: "reason_required", values: {} } } }));
    send.mockImplementation(({ mode }) => Promise.resolve(answer(mode)));
    renderPage(<Form />);
    expect(screen.queryByLabelText("Lý do")).toBeNull();
    await press("Lưu");
    expect(document.activeElement).toBe(screen.getByLabelText("Lý do"));
    await userEvent.keyboard("Nghị quyết sửa");
    await press("Lưu");
    expect(send.mock.calls.at(-1)?.[0]).toMatchObject({ mode: "save", reason: "Nghị quyết sửa" });
  });

  it("tells together with the other fields that the reason is missing, where the filling needs one", async () => {
    send.mockResolvedValue(refused({ fieldErrors: { "typed.name": { code: "required", values: {} } } }));
    renderPage(<Form />);
    await userEvent.clear(screen.getByLabelText("Nơi"));
    await userEvent.type(screen.getByLabelText("Nơi"), "Hà Tiên");
    await press("Lưu");
    expect((await screen.findByRole("alert")).textContent).toContain("Tên: Hãy nhập mục này.Lý do: Hãy ghi lý do.");
    await userEvent.type(screen.getByLabelText("Lý do"), "Nghị quyết sửa");
    await press("Lưu");
    await waitFor(() => expect(screen.getByRole("alert").textContent).not.toContain("Lý do"));
  });

  it("shows every verdict that would change and waits for the confirmation and its reason", async () => {
    send.mockImplementation(({ mode }) => Promise.resolve(answer(mode, [effect])));
    renderPage(<Form />);
    await press("Lưu");
    expect(await screen.findByRole("row", { name: /Dự sinh hoạt.*Đánh giá.*Đạt.*Chưa đạt/ })).toBeDefined();
    expect(onSaved).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText("Lý do"), "Nghị quyết sửa");
    await press("Xác nhận và lưu");
    expect(send.mock.calls.at(-1)?.[0]).toMatchObject({ mode: "save", reason: "Nghị quyết sửa" });
    expect(onSaved).toHaveBeenCalledOnce();
  });

  it("goes to the first wrong field, says why, and keeps what was typed", async () => {
    send.mockResolvedValue(refused({ fieldErrors: { place: { code: "required", values: {} } } }));
    renderPage(<Form />);
    await userEvent.type(screen.getByLabelText("Tên"), " mới");
    await press("Lưu");
    expect(await screen.findByText("Nơi: Hãy nhập mục này.")).toBeDefined();
    expect(document.activeElement).toBe(screen.getByLabelText("Nơi"));
    expect(screen.getByLabelText<HTMLInputElement>("Tên").value).toBe("Đảng bộ A mới");
  });

  it("takes back what it said of a field as soon as the field holds something else", async () => {
    const required = { code: "required", values: {} } as const;
    send.mockResolvedValue(refused({ fieldErrors: { "typed.name": required, place: required } }));
    renderPage(<Form />);
    await press("Lưu");
    await userEvent.type(await screen.findByLabelText("Tên"), " mới");
    expect(screen.getByLabelText("Tên").hasAttribute("aria-invalid")).toBe(false);
    expect(screen.getByRole("alert").textContent).not.toContain("Tên: ");
    expect(document.activeElement).toBe(screen.getByLabelText("Tên"));
    expect(screen.getByLabelText("Nơi").getAttribute("aria-invalid")).toBe("true");
    await userEvent.type(screen.getByLabelText("Nơi"), " mới");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("puts both versions together when somebody was faster, and asks only for what both changed", async () => {
    const theirs: Filling = { name: "Đảng bộ B", place: "Hà Tiên" };
    const values = { current: JSON.stringify(theirs), name: "Văn phòng 2", at: "2026-06-30T02:00:00.000Z" };
    send.mockResolvedValueOnce(refused({ code: "overtaken", values }));
    send.mockImplementation(({ mode }) => Promise.resolve(answer(mode)));
    renderPage(<Form />);
    await userEvent.type(screen.getByLabelText("Tên"), " mới");
    await press("Lưu");
    expect(await screen.findByText(/Văn phòng 2 đã lưu/)).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>("Nơi").value).toBe("Hà Tiên");
    expect(screen.getByLabelText<HTMLInputElement>("Tên").value).toBe("Đảng bộ A mới");
    await userEvent.click(screen.getByLabelText(/Người kia đã lưu: Đảng bộ B/));
    expect(screen.getByLabelText<HTMLInputElement>("Tên").value).toBe("Đảng bộ B");
    await press("Lưu");
    expect(send.mock.calls.at(-1)?.[0]).toMatchObject({ mode: "save", base: theirs, typed: theirs });
  });

  it("says that the line is down and keeps what was typed", async () => {
    send.mockRejectedValue(new TypeError("Failed to fetch"));
    renderPage(<Form />);
    await userEvent.type(screen.getByLabelText("Tên"), " mới");
    await press("Lưu");
    expect(await screen.findByText(/Không kết nối được với máy chủ/)).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>("Tên").value).toBe("Đảng bộ A mới");
  });
});
