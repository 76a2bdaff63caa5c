import { cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { ActionForm } from "@/components/account/action-form";
import { useActionForm } from "@/components/account/use-action-form";
import { TextField } from "@/components/ui/field";
import type { Result } from "@/domain/errors";
import { renderPage } from "../support/render";

afterEach(cleanup);

const action = vi.fn<(previous: Result<unknown> | null, form: FormData) => Promise<Result<unknown>>>();

function Form() {
  const { error, ...state } = useActionForm(action);
  return (
    <ActionForm state={state} submitLabel="Gửi" pendingLabel="Đang gửi…">
      <TextField label="Tên" name="name" error={error("name")} />
    </ActionForm>
  );
}

it("a form sent twice in one moment is sent once; refused, it keeps what was typed and can be sent again", async () => {
  const answers: ((answer: Result<unknown>) => void)[] = [];
  action.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
  renderPage(<Form />);
  const field = screen.getByLabelText<HTMLInputElement>("Tên");
  await userEvent.type(field, "Chi bộ 1");
  fireEvent.submit(field.form!);
  fireEvent.submit(field.form!);
  await screen.findByRole("button", { name: "Đang gửi…" });
  fireEvent.submit(field.form!);
  expect(action).toHaveBeenCalledTimes(1);
  answers[0]?.({
    ok: false,
    code: "invalid_input",
    values: {},
    fieldErrors: { name: { code: "too_short", values: {} } },
  });
  await screen.findByRole("button", { name: "Gửi" });
  expect([field.value, field.getAttribute("aria-invalid")]).toEqual(["Chi bộ 1", "true"]);
  expect(document.activeElement).toBe(field);
  await userEvent.keyboard("{Enter}");
  expect(action).toHaveBeenCalledTimes(2);
});
