import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ReportMatrix } from "@/components/matrix/report-matrix";
import { asCalendarDate } from "@/domain/dates";
import { REPORT_STAGES } from "@/domain/report-stages";
import type { MatrixReport, MatrixView } from "@/server/loaders/report-matrix-views";
import { renderPage } from "../support/render";

afterEach(cleanup);

const report: MatrixReport = {
  ...{ stage: "late", daysLate: 5, dueOn: asCalendarDate("2023-06-25"), title: "tháng 6 năm 2023" },
  address: "/entry/cb1/2023-06?term=2023",
};

const view: MatrixView = {
  state: { termId: "2023", asOf: asCalendarDate("2023-06-30"), basis: "accepted" },
  ...{ termName: "Nhiệm kỳ 2023", year: "2023", overdue: 3 },
  years: [
    { id: "2022", current: false },
    { id: "2023", current: true },
  ],
  tables: [
    {
      frequency: "month",
      columns: [
        { key: "2023-06", name: "6/2023" },
        { key: "2023-07", name: "7/2023" },
      ],
      rows: [
        {
          ...{ unitId: "1", unitName: "Chi bộ 1" },
          reports: [report, { ...report, stage: "not_due", daysLate: 0, address: null }],
        },
      ],
    },
  ],
  units: [{ unitId: "1", unitName: "Chi bộ 1", inTime: 4, due: 6, received: 5, expected: 6 }],
  total: { inTime: 4, due: 6, received: 5, expected: 6 },
};

describe("the matrix of reports", () => {
  it("says in its first line how many reports are overdue, and in counts how the term went so far", () => {
    renderPage(<ReportMatrix view={view} />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Đến ngày 30/6/2023: 03 báo cáo quá hạn.");
    expect(screen.getByText("Từ đầu nhiệm kỳ: 4/6 báo cáo gửi đúng hạn, 5/6 báo cáo đã có.")).toBeDefined();
  });

  it("names a report by unit, period and standing with its days, and leads to it; one to come leads nowhere", () => {
    renderPage(<ReportMatrix view={view} />);
    const table = screen.getByRole("table", { name: "Báo cáo tháng, năm 2023" });
    const links = within(table).getAllByRole("link");
    expect(links.map((link) => [link.getAttribute("aria-label"), link.getAttribute("href")])).toEqual([
      [
        "Chi bộ 1, tháng 6 năm 2023: đã tiếp nhận, gửi muộn, muộn 5 ngày; hạn 25/6/2023",
        "/entry/cb1/2023-06?term=2023",
      ],
    ]);
    expect(within(table).getByText("chưa hạn")).toBeDefined();
  });

  it("brings the newest period that was asked for into sight, not one to come", () => {
    const right = vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
      return { right: this.tagName === "TH" ? 700 : 320 } as DOMRect;
    });
    renderPage(<ReportMatrix view={view} />);
    const region = screen.getByRole("region", { name: "Báo cáo tháng, năm 2023" });
    expect(region.scrollLeft).toBe(380);
    expect(right.mock.contexts.filter((element) => (element as Element).tagName === "TH")).toEqual([
      screen.getByRole("columnheader", { name: "6/2023" }),
    ]);
  });

  it("explains every shape in words, and marks the year that is shown", () => {
    renderPage(<ReportMatrix view={view} />);
    expect(within(screen.getByRole("list", { name: "Chú giải" })).getAllByRole("listitem")).toHaveLength(
      REPORT_STAGES.length,
    );
    expect(screen.getByRole("link", { name: "2023" }).getAttribute("aria-current")).toBe("true");
    expect(screen.getByRole("link", { name: "2022" }).getAttribute("href")).toContain("year=2022");
  });

  it("says so where nothing is to be reported", () => {
    renderPage(<ReportMatrix view={{ ...view, tables: [], units: [] }} />);
    expect(screen.getByText("Năm này chưa có báo cáo nào phải gửi.")).toBeDefined();
    expect(screen.queryByRole("table")).toBeNull();
  });
});
