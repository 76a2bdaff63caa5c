import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Fold, useFold } from "@/components/ui/fold";

afterEach(cleanup);

function NameForm() {
  const [name, setName] = useState("Chi bộ 1");
  const fold = useFold();
  return (
    <>
      <TextField label="Tên" value={name} onChange={(event) => setName(event.target.value)} />
      <Button onClick={fold.close}>Lưu tên</Button>
    </>
  );
}

function Asking() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Bỏ</Button>
      <Dialog open={open} onOpenChange={setOpen} title="Bỏ?" closeLabel="Huỷ" />
    </>
  );
}

async function openFold(children = <NameForm />) {
  render(<Fold summary="Sửa lỗi gõ">{children}</Fold>);
  const summary = screen.getByText("Sửa lỗi gõ");
  await userEvent.click(summary);
  return { summary, fold: summary.closest("details")! };
}

describe("a fold", () => {
  it("closes on Escape where nothing was typed, and gives the keyboard back to what opened it", async () => {
    const { summary, fold } = await openFold();
    await userEvent.click(screen.getByLabelText("Tên"));
    await userEvent.keyboard("{Escape}");
    expect(fold.open).toBe(false);
    expect(document.activeElement).toBe(summary);
  });

  it("stays open on Escape with what was typed in it, and closes once that is taken back", async () => {
    const { fold } = await openFold();
    const field = screen.getByLabelText("Tên");
    await userEvent.type(field, "2");
    await userEvent.keyboard("{Escape}");
    expect(fold.open).toBe(true);
    expect(field).toHaveProperty("value", "Chi bộ 12");
    await userEvent.keyboard("{Backspace}{Escape}");
    expect(fold.open).toBe(false);
  });

  it("leaves Escape to a keyboard that is composing a letter", async () => {
    const { fold } = await openFold();
    fireEvent.keyDown(screen.getByLabelText("Tên"), { key: "Escape", isComposing: true });
    expect(fold.open).toBe(true);
  });

  it("stays open when a dialog that was asked in it is closed by Escape", async () => {
    const { fold } = await openFold(<Asking />);
    await userEvent.click(screen.getByRole("button", { name: "Bỏ" }));
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(fold.open).toBe(true);
  });

  it("closes alone when it stands in another one", async () => {
    const { fold: outer } = await openFold(<Fold summary="Thêm">Nội dung</Fold>);
    const inner = screen.getByText("Thêm");
    await userEvent.click(inner);
    await userEvent.keyboard("{Escape}");
    expect(inner.closest("details")!.open).toBe(false);
    expect(outer.open).toBe(true);
  });

  it("is closed by the form in it when that is done", async () => {
    const { summary, fold } = await openFold();
    await userEvent.type(screen.getByLabelText("Tên"), "2");
    await userEvent.click(screen.getByRole("button", { name: "Lưu tên" }));
    expect(fold.open).toBe(false);
    expect(document.activeElement).toBe(summary);
  });
});
