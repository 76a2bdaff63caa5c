import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepReport } from "@/components/entry/kept-reports";
import { SignOutForm } from "@/components/shell/sign-out-form";
import { kept, ownerOf } from "../support/kept-reports";
import { renderPage } from "../support/render";

let isReachable: boolean;
let answer: () => unknown;
const signOut = vi.fn();
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  localStorage.clear();
  signOut.mockClear();
  // happy-dom sends a form of React's only where a button was pressed; the browser tests sign out for real.
  const sendForm = Reflect.get<HTMLFormElement, "requestSubmit">(HTMLFormElement.prototype, "requestSubmit");
  vi.spyOn(HTMLFormElement.prototype, "requestSubmit").mockImplementation(function (this: HTMLFormElement, button) {
    if (button) Reflect.apply(sendForm, this, [button]);
    else signOut();
  });
  isReachable = true;
  answer = () => ({ ok: true, data: { version: 4, savedAt: "2023-06-30T03:00:00.000Z" } });
  vi.stubGlobal("fetch", () =>
    isReachable ? Promise.resolve(Response.json(answer())) : Promise.reject(new Error("no network")),
  );
  renderPage(<SignOutForm accountId="a" signOut={() => Promise.resolve()} />);
});
afterEach(cleanup);

it("sends what the server lacks, empties the device, then ends the session", async () => {
  keepReport(ownerOf("a"), kept("28", ""));
  await press("Đăng xuất");
  await waitFor(() => expect(signOut).toHaveBeenCalledOnce());
  expect(localStorage).toHaveLength(0);
});

it("asks before it removes what the server does not take", async () => {
  answer = () => ({ ok: false, code: "stale_version", values: {}, fieldErrors: {} });
  keepReport(ownerOf("a"), kept("28", ""));
  await press("Đăng xuất");
  expect((await screen.findByRole("alert")).textContent).toContain("Còn 01 báo cáo chỉ có trên máy này");
  expect([signOut.mock.calls.length, localStorage.length]).toEqual([0, 1]);
  await press("Xóa và đăng xuất");
  await waitFor(() => expect(signOut).toHaveBeenCalledOnce());
  expect(localStorage).toHaveLength(0);
});

it("says that it cannot end the session without a line, and empties nothing", async () => {
  isReachable = false;
  keepReport(ownerOf("a"), kept("28", ""));
  await press("Đăng xuất");
  expect((await screen.findByRole("alert")).textContent).toContain("Chưa kết nối được máy chủ");
  expect([signOut.mock.calls.length, localStorage.length]).toEqual([0, 1]);
});
