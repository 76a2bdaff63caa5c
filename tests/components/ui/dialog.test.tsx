import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
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
