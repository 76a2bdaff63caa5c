import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { EvidenceFiles } from "@/components/evidence/evidence-files";
import type { Result } from "@/domain/errors";
import type { EvidenceFileView, EvidenceView } from "@/server/loaders/evidence-views";
import { renderPage } from "../support/render";

afterEach(cleanup);

const FILE: EvidenceFileView = {
  ...{ id: "f1", name: "Biên bản.pdf", ending: "pdf", size: 1_250_000, removedAt: null, removedBy: null },
  ...{ attachedAt: "2023-06-30T02:00:00.000Z", attachedBy: "Bí thư Chi bộ 1" },
};
const VIEW: EvidenceView = {
  owner: { type: "figure", unitId: "u1", periodId: "p1", measureId: "m1" },
  ...{ accountId: "a1", files: [FILE], isOpen: true, megabytes: 1 },
};

/** Stands for the line to the server: what was sent, and what comes of each sending in turn. */
function stubLine(answers: readonly (Result<EvidenceFileView> | null)[]) {
  const sent: URL[] = [];
  class Request {
    readonly upload: { onprogress?: (progress: { loaded: number; total: number }) => void } = {};
    responseType = "";
    response: unknown = null;
    onload?: () => void;
    onerror?: () => void;
    open(_: string, address: string) {
      sent.push(new URL(address, "http://ten-may"));
    }
    send() {
      const answer = answers[sent.length - 1] ?? null;
      this.upload.onprogress?.({ loaded: 1, total: 2 });
      this.response = answer;
      queueMicrotask(() => (answer === null ? this.onerror?.() : this.onload?.()));
    }
  }
  vi.stubGlobal("XMLHttpRequest", Request);
  return sent;
}

const field = () => screen.getByLabelText("Tệp minh chứng: Kết nạp", { selector: "input" });
const chosen = (name: string, bytes = 10) => new File(["x".repeat(bytes)], name);

describe("files beside a figure", () => {
  it("shows nothing where there are none and none are taken", () => {
    const { container } = renderPage(<EvidenceFiles evidence={undefined} name="Kết nạp" />);
    expect(container.textContent).toBe("");
  });

  it("lists what they are, who attached them and when, and nothing to press for who only reads", () => {
    renderPage(<EvidenceFiles evidence={{ ...VIEW, isOpen: false, megabytes: null }} name="Kết nạp" />);
    expect(screen.getByRole("link", { name: "Biên bản.pdf" }).getAttribute("href")).toBe("/evidence/files/f1");
    screen.getByText("PDF, 1,3 MB, Bí thư Chi bộ 1 đính kèm lúc 09:00, 30/6/2023");
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("answers what is too large at its field without sending it, and what the server refuses in words", async () => {
    const sent = stubLine([{ ok: false, code: "evidence_macros", values: {}, fieldErrors: {} }]);
    renderPage(<EvidenceFiles evidence={VIEW} name="Kết nạp" />);
    await userEvent.upload(field(), [chosen("to.pdf", 1_000_001), chosen("nho.docx")], { applyAccept: false });
    await screen.findByText(/nho\.docx: Tệp có chứa macro/);
    screen.getByText(/to\.pdf: Tệp lớn hơn 1 MB/);
    expect(sent.map(({ searchParams }) => searchParams.get("name"))).toEqual(["nho.docx"]);
  });

  it("sends a file again with the same request when the line was lost", async () => {
    const again = { ...FILE, id: "f2", name: "Quyết định.pdf" };
    const sent = stubLine([null, { ok: true, data: again }]);
    renderPage(<EvidenceFiles evidence={VIEW} name="Kết nạp" />);
    await userEvent.upload(field(), chosen("Quyết định.pdf"));
    await screen.findByText(/Quyết định\.pdf: chưa kết nối được máy chủ/);
    await userEvent.click(screen.getByRole("button", { name: "Thử lại" }));
    await waitFor(() => expect(screen.getAllByRole("link")).toHaveLength(2));
    screen.getByText("Đã đính kèm Quyết định.pdf.");
    const [first, second] = sent.map(({ pathname, search }) => pathname + search);
    expect(second).toBe(first);
    expect(first).toMatch(/^\/evidence\/figures\?requestId=[0-9a-f]{32}&accountId=a1&name=Quy/);
  });

  it("takes a file away when that is confirmed, and leaves the keyboard where it is said", async () => {
    const asked = vi.fn<typeof fetch>(() => Promise.resolve(Response.json({ ok: true, data: { id: "f1" } })));
    vi.stubGlobal("fetch", asked);
    renderPage(<EvidenceFiles evidence={VIEW} name="Kết nạp" />);
    await userEvent.click(screen.getByRole("button", { name: /^Gỡ/ }));
    await userEvent.click(await screen.findByRole("button", { name: "Giữ lại" }));
    expect(asked).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: /^Gỡ/ }));
    await userEvent.click(await screen.findByRole("button", { name: "Gỡ" }));
    const said = await screen.findByText("Đã gỡ Biên bản.pdf.");
    expect(screen.queryByRole("link")).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(said));
    expect(asked.mock.calls[0]?.[0]).toBe("/evidence/files/f1");
  });
});
