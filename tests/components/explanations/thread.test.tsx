import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Thread } from "@/components/explanations/thread";
import { asCalendarDate } from "@/domain/dates";
import { answerExplanationAction, askFurtherAction, closeExplanationAction } from "@/server/actions/explanations";
import type { MessageView, ThreadView } from "@/server/loaders/explanation-views";
import { renderPage } from "../support/render";

const { refresh } = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh, push: vi.fn() }) }));
vi.mock("@/server/actions/explanations", () => ({
  answerExplanationAction: vi.fn(),
  askFurtherAction: vi.fn(),
  closeExplanationAction: vi.fn(),
  withdrawExplanationAction: vi.fn(),
}));

const answer = vi.mocked(answerExplanationAction);
const close = vi.mocked(closeExplanationAction);
const further = vi.mocked(askFurtherAction);

beforeEach(() => vi.resetAllMocks());
afterEach(cleanup);

const question: MessageView = {
  ...{ kind: "question", text: "Vì sao giảm?", by: "Lãnh đạo Đảng ủy" },
  writtenOn: asCalendarDate("2023-06-28"),
};
const reply: MessageView = {
  ...{ kind: "answer", text: "Ba đồng chí đi công tác.\nTháng 7 họp bù.", by: "Bí thư Chi bộ 1" },
  writtenOn: asCalendarDate("2023-06-30"),
};

const open: ThreadView = {
  ...{ id: "e1", version: 3, code: "x3", termCode: "2023", status: "open", overdue: true },
  ...{ title: "Dự sinh hoạt, tháng 6 năm 2023", unitName: "Chi bộ 1", question: question.text },
  ...{ askedOn: asCalendarDate("2023-06-28"), answerBy: asCalendarDate("2023-06-29"), messages: [question] },
  figure: { value: "88,00%", parts: "22/25", provisional: true },
  place: { unitCode: "cb1", periodKey: "2023-06", measureCode: "m1" },
  ...{ mayOpenReport: true, targetCode: "t1" },
  ...{ mayAnswer: false, mayAsk: false, mayClose: false, mayWithdraw: false },
};
const answered: ThreadView = { ...open, status: "answered", overdue: false, messages: [question, reply] };

const answerField = () => screen.getByLabelText<HTMLTextAreaElement>("Nội dung trả lời");
const refused = (code: "stale_version" | "invalid_input", fieldErrors = {}) =>
  ({ ok: false, code, values: {}, fieldErrors }) as const;

describe("a question that is open", () => {
  it("says what it is about, how the figure stands, and that the day of the answer has passed", () => {
    renderPage(<Thread view={open} />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Dự sinh hoạt, tháng 6 năm 2023");
    screen.getByText("Chờ trả lời");
    screen.getByText("quá ngày trả lời 29/6/2023");
    screen.getByText("88,00%");
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
  });

  it("leads to the figure's history, to the report for who may open it, and to the target", () => {
    const { unmount } = renderPage(<Thread view={open} />);
    const targets = () => screen.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(targets()).toEqual([
      "/explanations?term=2023",
      "/figures/cb1/2023-06/m1?term=2023",
      "/entry/cb1/2023-06?term=2023",
      expect.stringContaining("/targets/t1"),
    ]);
    unmount();
    renderPage(<Thread view={{ ...open, mayOpenReport: false, figure: null }} />);
    expect(targets()).not.toContain("/entry/cb1/2023-06?term=2023");
    expect(screen.queryByText("88,00%")).toBeNull();
  });

  it("shows who only reads it nothing to fill in or press", () => {
    renderPage(<Thread view={open} />);
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("answers what is wrong at the field, brings the keyboard there and keeps what was typed", async () => {
    answer.mockResolvedValue(refused("invalid_input", { text: { code: "too_long", values: { maximum: 4000 } } }));
    renderPage(<Thread view={{ ...open, mayAnswer: true }} />);
    await userEvent.type(answerField(), "Ba đồng chí đi công tác.");
    await userEvent.click(screen.getByRole("button", { name: "Gửi trả lời" }));
    await waitFor(() => expect(answerField().getAttribute("aria-invalid")).toBe("true"));
    expect(answerField().getAttribute("aria-describedby")).toBeTruthy();
    expect(document.activeElement).toBe(answerField());
    expect(answerField().value).toBe("Ba đồng chí đi công tác.");
  });

  it("sends the same request again when the line was lost, and empties the field only when it arrived", async () => {
    answer.mockRejectedValueOnce(new Error("no network")).mockResolvedValueOnce({ ok: true, data: null as never });
    renderPage(<Thread view={{ ...open, mayAnswer: true }} />);
    await userEvent.type(answerField(), "Họp bù");
    await userEvent.click(screen.getByRole("button", { name: "Gửi trả lời" }));
    await screen.findByRole("alert");
    expect(answerField().value).toBe("Họp bù");
    await userEvent.click(screen.getByRole("button", { name: "Gửi trả lời" }));
    await waitFor(() => expect(answerField().value).toBe(""));
    const [first, second] = answer.mock.calls.map(([input]) => input);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ explanationId: "e1", version: 3, text: "Họp bù" });
  });

  it("says when somebody else was faster, keeps the text and offers to look", async () => {
    answer.mockResolvedValue(refused("stale_version"));
    renderPage(<Thread view={{ ...open, mayAnswer: true }} />);
    await userEvent.type(answerField(), "Họp bù");
    await userEvent.click(screen.getByRole("button", { name: "Gửi trả lời" }));
    await userEvent.click(within(await screen.findByRole("alert")).getByRole("button"));
    expect(refresh).toHaveBeenCalledOnce();
    expect(answerField().value).toBe("Họp bù");
  });
});

describe("a question that was answered", () => {
  it("stands oldest first, each with who and when, with its lines as they were written", () => {
    renderPage(<Thread view={answered} />);
    const [asked, told] = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(asked).toContain("Lãnh đạo Đảng ủy, 28/6/2023");
    expect(told).toContain("Bí thư Chi bộ 1, 30/6/2023");
    expect(screen.getByText(/Ba đồng chí/).textContent).toBe(reply.text);
    expect(screen.queryByText(/trả lời trước hết ngày/)).toBeNull();
  });

  it("is closed by the leadership with one press, or asked further", async () => {
    close.mockResolvedValue({ ok: true, data: null as never });
    further.mockResolvedValue(refused("invalid_input", { text: { code: "required", values: {} } }));
    renderPage(<Thread view={{ ...answered, mayClose: true, mayAsk: true }} />);
    await userEvent.click(screen.getByRole("button", { name: "Kết thúc" }));
    expect(close.mock.calls[0]?.[0]).toMatchObject({ explanationId: "e1", version: 3 });
    const form = within(screen.getByRole("form"));
    await userEvent.click(form.getByRole("button"));
    await waitFor(() => expect(document.activeElement).toBe(form.getAllByRole("textbox")[0]));
    form.getByText("Hãy nhập mục này.");
  });

  it("lists the files of the answer to be downloaded, and takes none where nothing may be added", () => {
    const evidence = {
      owner: { type: "answer" as const, explanationId: "e1" },
      ...{ accountId: "a1", isOpen: false, megabytes: null },
      files: [
        {
          ...{ id: "f1", name: "Báo cáo công tác.pdf", ending: "pdf", size: 80_000, removedAt: null, removedBy: null },
          ...{ attachedAt: "2023-06-30T02:00:00.000Z", attachedBy: "Bí thư Chi bộ 1" },
        },
      ],
    };
    renderPage(<Thread view={{ ...answered, evidence }} />);
    const list = screen.getByRole("list", { name: "Tệp minh chứng: Dự sinh hoạt, tháng 6 năm 2023" });
    expect(within(list).getByRole("link").getAttribute("href")).toBe("/evidence/files/f1");
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("a question that is closed", () => {
  it("says so, keeps everything to be read, and asks for no answer by any day", () => {
    renderPage(<Thread view={{ ...answered, status: "closed" }} />);
    screen.getByText("Đã kết thúc");
    expect(screen.getAllByRole("listitem")).toHaveLength(2);
    expect(screen.queryByText(/ngày trả lời|trả lời trước hết/)).toBeNull();
    expect(screen.queryByRole("form")).toBeNull();
  });

  it("in English dates and words change, what people wrote does not", () => {
    renderPage(<Thread view={{ ...answered, status: "closed" }} />, "en");
    screen.getByText("Closed");
    expect(screen.getAllByRole("listitem")[0]?.textContent).toContain("28 Jun 2023");
    screen.getByText("Vì sao giảm?");
  });
});
