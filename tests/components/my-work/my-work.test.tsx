import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { LateUnits } from "@/components/my-work/late-units";
import { WaitingReports } from "@/components/my-work/waiting-reports";
import { asCalendarDate } from "@/domain/dates";
import { renderPage } from "../support/render";

afterEach(cleanup);

const waiting = {
  ...{ submissionId: "s1", version: 2, unitName: "Chi bộ 2", period: "tháng 6 năm 2023" },
  ...{ days: 3, tooLong: true, isCorrection: false },
};

describe("the work of the day", () => {
  it("tells the office what waits since when, and leads to the decision", () => {
    renderPage(<WaitingReports reports={[waiting, { ...waiting, submissionId: "s2", days: 0, isCorrection: true }]} />);
    const [first, second] = within(screen.getByRole("list")).getAllByRole("listitem");
    expect(first!.textContent).toContain("Báo cáo tháng 6 năm 2023 · Chi bộ 2");
    expect(first!.textContent).toContain("đã chờ 3 ngày");
    expect(within(first!).getByRole("link").getAttribute("href")).toBe("/review/s1");
    expect(second!.textContent).toContain("mới gửi · số liệu sửa sau tiếp nhận");
  });

  it("shows the eight that wait longest, and leads to all", () => {
    const many = Array.from({ length: 10 }, (_, index) => ({ ...waiting, submissionId: `s${index}` }));
    renderPage(<WaitingReports reports={many} />);
    expect(screen.getAllByRole("listitem")).toHaveLength(8);
    expect(screen.getByRole("link", { name: "Tất cả 10 báo cáo chờ tiếp nhận" }).getAttribute("href")).toBe("/review");
  });

  it("names who is late with what, and for the second time in a row in words", () => {
    const unit = { unitId: "3", unitName: "Chi bộ 3", lastDueOn: asCalendarDate("2023-06-25") };
    renderPage(
      <LateUnits
        units={[
          { ...unit, overdue: 2, newest: ["5/2023", "6/2023"], lateTwice: true },
          { ...unit, unitId: "6", unitName: "Chi bộ 6", overdue: 0, newest: [], lateTwice: true },
        ]}
      />,
    );
    const texts = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(texts).toEqual([
      "Chi bộ 3 · chậm hai kỳ liền2 báo cáo quá hạn, mới nhất: 5/2023, 6/2023",
      "Chi bộ 6 · chậm hai kỳ liềnđã gửi đủ nhưng muộn",
    ]);
  });
});
