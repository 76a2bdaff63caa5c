import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TypeNameToConfirm } from "@/components/changes/type-name-to-confirm";
import { renderPage } from "../support/render";

const onConfirm = vi.fn();
const gate = (pending = false) => (
  <TypeNameToConfirm name="Nhiệm kỳ 2020 - 2025" actionLabel="Nhập tệp này" pending={pending} onConfirm={onConfirm}>
    Không hoàn tác được.
  </TypeNameToConfirm>
);

beforeEach(() => onConfirm.mockReset());
afterEach(cleanup);

describe("the gate before what cannot be undone", () => {
  it("opens by Enter once the name is typed, in whatever case", async () => {
    renderPage(gate());
    await userEvent.type(screen.getByRole("textbox"), "nhiệm kỳ 2020 -  2025{Enter}");
    expect(onConfirm.mock.calls).toEqual([["nhiệm kỳ 2020 -  2025"]]);
  });

  it("stays shut for another name, keeps it, and puts the keyboard where it is mended", async () => {
    renderPage(gate());
    const field = screen.getByRole("textbox");
    await userEvent.type(field, "Nhiệm kỳ 2015 - 2020");
    await userEvent.click(screen.getByRole("button", { name: "Nhập tệp này" }));
    expect(onConfirm).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field);
    expect(field).toHaveProperty("value", "Nhiệm kỳ 2015 - 2020");
    expect(field.getAttribute("aria-invalid")).toBe("true");
  });

  it("is not passed a second time while it is under way", async () => {
    renderPage(gate(true));
    await userEvent.type(screen.getByRole("textbox"), "Nhiệm kỳ 2020 - 2025{Enter}");
    expect(onConfirm).not.toHaveBeenCalled();
  });
});
