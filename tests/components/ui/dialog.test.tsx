import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

afterEach(cleanup);

function openDialog(onOpenChange = vi.fn()) {
  render(
    <Dialog
      open
      onOpenChange={onOpenChange}
      title="Gửi báo cáo?"
      description="Sau khi gửi, số liệu chờ tiếp nhận."
      closeLabel="Huỷ"
      actions={<Button variant="primary">Gửi báo cáo</Button>}
    />,
  );
  return onOpenChange;
}

test("a dialog is named by its question and described by what will happen", () => {
  openDialog();
  const dialog = screen.getByRole("dialog", { name: "Gửi báo cáo?" });
  const description = document.getElementById(dialog.getAttribute("aria-describedby") ?? "");
  expect(description?.textContent).toBe("Sau khi gửi, số liệu chờ tiếp nhận.");
});

test("Escape and the closing button both close it", async () => {
  const onOpenChange = openDialog();
  await userEvent.keyboard("{Escape}");
  await userEvent.click(screen.getByRole("button", { name: "Huỷ" }));
  expect(onOpenChange.mock.calls).toEqual([[false], [false]]);
});

function Asking() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Tạm ngừng</Button>
      <Dialog open={open} onOpenChange={setOpen} title="Tạm ngừng?" closeLabel="Huỷ" />
    </>
  );
}

test("closed by Escape, it gives the keyboard back to the button that opened it", async () => {
  render(<Asking />);
  const button = screen.getByRole("button", { name: "Tạm ngừng" });
  await userEvent.click(button);
  expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true);
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(button));
});
