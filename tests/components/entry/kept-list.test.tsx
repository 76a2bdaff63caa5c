import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KeptAside } from "@/components/entry/kept-aside";
import { KeptList } from "@/components/entry/kept-list";
import { dropKeptReport, findKeptReport, keepReport } from "@/components/entry/kept-reports";
import type { ReportView } from "@/server/loaders/report-views";
import { view } from "../support/entry-view";
import { filling, kept, ownerOf } from "../support/kept-reports";
import { renderPage } from "../support/render";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe("the reports that are on this device only", () => {
  it("are named with where they stand, as long as the server lacks something", async () => {
    keepReport(ownerOf("a", "p1"), kept("28", ""));
    keepReport(ownerOf("a", "p2"), kept("28", "", { submitting: true }));
    keepReport(ownerOf("a", "p3"), kept("28", "", { refused: "stale_version" }));
    keepReport(ownerOf("b", "p4"), kept("28", ""));
    renderPage(<KeptList accountId="a" />);
    expect(await screen.findByText("03 báo cáo đang giữ trên máy này, chưa có trên máy chủ")).toBeDefined();
    const lines = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(lines.join("\n")).toMatch(/sẽ tự lưu khi có kết nối[^]*đã bấm gửi lúc[^]*máy chủ không nhận/);
    expect(screen.getAllByRole("link")[0]?.getAttribute("href")).toBe("/entry/cb1/2023-06");
    for (const periodId of ["p1", "p2", "p3"]) dropKeptReport(ownerOf("a", periodId));
    await waitFor(() => expect(screen.queryByRole("list")).toBeNull());
  });
});

describe("texts of a report that can only be read now", () => {
  const read = { ...view, standing: "submitted", measures: view.measures } as unknown as ReportView;
  const typed = { figures: filling("28"), base: filling(""), refused: "stale_version" as const };
  const show = () => renderPage(<KeptAside view={read} accountId="a1" address="/entry/cb1/2023-06" />);
  const answer = (n: string) =>
    vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ ok: true, data: { figures: filling(n) } })));

  it("stand beside it, field by field, until the person lets them go", async () => {
    answer("27");
    keepReport(ownerOf("a1"), kept("28", "", typed));
    show();
    const notice = (await screen.findByText(/chưa có trong báo cáo đã lưu/)).parentElement!;
    expect(within(notice).getByRole("listitem").textContent).toBe("Đảng viên dự sinh hoạt · Có mặt: 28");
    await userEvent.click(within(notice).getByRole("button", { name: "Bỏ số liệu này khỏi máy" }));
    expect(findKeptReport(ownerOf("a1"))).toBeNull();
    expect(screen.queryByText(/chưa có trong báo cáo đã lưu/)).toBeNull();
  });

  it("go by themselves where the report holds the same", async () => {
    answer("28");
    keepReport(ownerOf("a1"), kept("28", "", typed));
    show();
    await waitFor(() => expect(findKeptReport(ownerOf("a1"))).toBeNull());
  });
});
