import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ExceptionForm } from "@/components/periods/exception-form";
import type { TermPeriodsView } from "@/server/loaders/period-settings";
import { renderPage } from "../support/render";

const { grant } = vi.hoisted(() => ({ grant: vi.fn() }));
vi.mock("@/server/actions/periods", () => ({ grantExceptionAction: grant }));
vi.mock("@/server/actions/changes", () => ({ undoChangeAction: vi.fn() }));

const view: TermPeriodsView = {
  ...{ term: { id: "T", code: "2020-2025", name: "2020 - 2025", isClosed: false }, years: ["2022"], year: "2022" },
  ...{ rows: [], units: [], frequencies: ["month"], rules: [], titles: {} },
};
const reason = () => screen.getByLabelText<HTMLTextAreaElement>("Lý do");
const press = () => userEvent.click(screen.getByRole("button", { name: "Cho phép ngoại lệ" }));

beforeEach(() => grant.mockReset());
afterEach(cleanup);

it("is empty again once an exception is granted, so that it is not granted twice; refused, it keeps what was typed", async () => {
  const refused = { "typed.untilOn": { code: "bad_date", values: {} } };
  grant.mockResolvedValueOnce({ ok: false, code: "invalid_input", values: {}, fieldErrors: refused });
  grant.mockResolvedValueOnce({ ok: true, data: { mode: "save", data: null, changeId: "c1", effects: [] } });
  renderPage(<ExceptionForm view={view} />);
  await userEvent.type(reason(), "Bão");
  await press();
  expect((await screen.findByRole("alert")).textContent).toContain("Hạn nộp mới: Ngày không hợp lệ");
  expect(reason().value).toBe("Bão");
  await press();
  await waitFor(() => expect(reason().value).toBe(""));
});
