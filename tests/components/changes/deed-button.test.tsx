import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChangeMessagesProvider } from "@/components/changes/change-messages";
import { DeedButton } from "@/components/changes/deed-button";
import { OrderButtons } from "@/components/changes/order-buttons";
import type { Result } from "@/domain/errors";
import { undoChangeAction } from "@/server/actions/changes";
import { renderPage } from "../support/render";

vi.mock("@/server/actions/changes", () => ({ undoChangeAction: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: vi.fn() }), usePathname: () => "/settings" }));

type Answer = Result<{ readonly changeId: string | null }>;

const send = vi.fn<() => Promise<Answer>>();
const onDone = vi.fn();
const done: Answer = { ok: true, data: { changeId: "c1" } };
const refused: Answer = { ok: false, code: "task_has_updates", values: { count: 2 }, fieldErrors: {} };

function Page({ warning }: { readonly warning?: string }) {
  return (
    <ChangeMessagesProvider>
      <DeedButton
        name="Mở lớp"
        send={send}
        told={({ changeId }) => ({ text: "Đã xoá: Mở lớp.", changeId })}
        onDone={onDone}
        {...(warning !== undefined && { warning })}
      >
        Xoá
      </DeedButton>
    </ChangeMessagesProvider>
  );
}

const press = (name: string | RegExp = /^Xoá ?: Mở lớp$/) => userEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  vi.resetAllMocks();
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(cleanup);

describe("a deed by one press", () => {
  it("is done at once, said, and taken back from what is said", async () => {
    send.mockResolvedValue(done);
    vi.mocked(undoChangeAction).mockResolvedValue({
      ok: true,
      data: { mode: "save", data: null, changeId: "c2", effects: [] },
    });
    renderPage(<Page />);
    await press();
    await screen.findByText("Đã xoá: Mở lớp.");
    expect(onDone).toHaveBeenCalledOnce();
    await press("Hoàn tác");
    expect(undoChangeAction).toHaveBeenCalledWith({ changeId: "c1" });
  });

  it("says why it was not done, with nothing to take back, and can be tried again", async () => {
    send.mockResolvedValueOnce(refused);
    renderPage(<Page />);
    await press();
    await screen.findByText(/đã có 2 lần báo cáo tiến độ/);
    expect(screen.queryByRole("button", { name: "Hoàn tác" })).toBeNull();
    expect(onDone).not.toHaveBeenCalled();
    send.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    await press();
    await screen.findByText(/Không kết nối được với máy chủ/);
  });

  it("is sent once, however often it is pressed while it is under way", async () => {
    let answer: (value: Answer) => void = () => undefined;
    send.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    renderPage(<Page />);
    await press();
    await press();
    answer(done);
    await screen.findByText("Đã xoá: Mở lớp.");
    expect(send).toHaveBeenCalledOnce();
  });

  it("asks first where there is no way back, shows a refusal in the question, and closes when it is done", async () => {
    renderPage(<Page warning="Không hoàn tác được." />);
    await press();
    const question = within(await screen.findByRole("dialog", { name: "Xoá" }));
    expect(question.getByText("Không hoàn tác được.")).toBeDefined();
    expect(send).not.toHaveBeenCalled();
    send.mockResolvedValueOnce(refused);
    await userEvent.click(question.getByRole("button", { name: "Xoá" }));
    expect((await question.findByRole("alert")).textContent).toMatch(/đã có 2 lần báo cáo tiến độ/);
    send.mockResolvedValueOnce(done);
    await userEvent.click(question.getByRole("button", { name: "Xoá" }));
    await screen.findByText("Đã xoá: Mở lớp.");
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("the buttons of an order", () => {
  it("name what they move, and stop at the ends of the list", async () => {
    const move = vi.fn<(direction: "up" | "down") => Promise<Answer>>().mockResolvedValue(done);
    renderPage(
      <ChangeMessagesProvider>
        <OrderButtons name="Mở lớp" isFirst isLast={false} move={move} />
      </ChangeMessagesProvider>,
    );
    expect(screen.getByRole<HTMLButtonElement>("button", { name: /^Lên ?: Mở lớp$/ }).disabled).toBe(true);
    await press(/^Xuống ?: Mở lớp$/);
    await screen.findByText("Đã đổi thứ tự: Mở lớp.");
    expect(move).toHaveBeenCalledExactlyOnceWith("down");
  });
});
