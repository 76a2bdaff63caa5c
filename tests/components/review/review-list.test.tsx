import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { ReviewList } from "@/components/review/review-list";
import { asCalendarDate } from "@/domain/dates";
import type { ReviewItem } from "@/server/loaders/report-views";
import { view } from "../support/entry-view";
import { renderPage } from "../support/render";

afterEach(cleanup);

const item: ReviewItem = {
  ...{ ...view, standing: "submitted", submissionId: "s1", filled: 2, total: 2, remarkable: 0, isCorrection: false },
  ...{ submittedOn: asCalendarDate("2023-06-28"), daysLate: 3 },
};
const remarksOf = (row: HTMLElement) => within(row).getAllByRole("cell").at(-1)?.textContent;

describe("the office's queue", () => {
  it("says how many wait and how many came late, and of each what is worth a look", () => {
    const items = [item, { ...item, submissionId: "s2", remarkable: 1 }];
    renderPage(<ReviewList items={items} decided={null} />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("02 báo cáo chờ tiếp nhận, 02 gửi chậm.");
    const rows = screen.getAllByRole("row").slice(1);
    expect(rows.map(remarksOf)).toEqual(["-", "1 mục cần xem"]);
    expect(within(rows[0]!).getByRole("link").getAttribute("href")).toBe("/review/s1");
  });

  it("a correction is called one, without a dash beside it", () => {
    renderPage(<ReviewList items={[{ ...item, isCorrection: true }]} decided={null} />);
    expect(remarksOf(screen.getAllByRole("row")[1]!)).toBe("sửa số liệu đã tiếp nhận");
  });

  it("says what was decided last, since the next report looks like it; nothing where nothing was", () => {
    const decided = { unitName: "Chi bộ 1", period: "tháng 5 năm 2023" };
    const { unmount } = renderPage(<ReviewList items={[]} decided={{ ...decided, decision: "accepted" }} />);
    expect(screen.getByRole("status").textContent).toBe("Đã tiếp nhận báo cáo tháng 5 năm 2023 của Chi bộ 1.");
    unmount();
    renderPage(<ReviewList items={[]} decided={{ ...decided, decision: "returned" }} />, "en");
    expect(screen.getByRole("status").textContent).toBe("The report for tháng 5 năm 2023 of Chi bộ 1 is returned.");
    cleanup();
    renderPage(<ReviewList items={[item]} decided={null} />);
    expect(screen.queryByRole("status")).toBeNull();
  });
});
