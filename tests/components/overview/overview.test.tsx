import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { EmptyOverview } from "@/components/overview/empty-overview";
import { Overview } from "@/components/overview/overview";
import type { Status } from "@/domain/statuses";
import type { OverviewTarget } from "@/server/loaders/overview";
import { countMeasure, overviewView, rateMeasure } from "../support/overview-view";
import { renderPage } from "../support/render";

afterEach(cleanup);

function targetWith(status: Status, position: number): OverviewTarget {
  const measures = [rateMeasure({ id: `m${position}`, status })];
  return { code: `${position}`, position, name: `Chỉ tiêu ${position}`, provenance: "stated", status, measures };
}

/** The row of the table whose head cell begins with a target's name. */
function rowOf(name: string): HTMLElement {
  const head = screen.getAllByRole("rowheader").find((cell) => cell.textContent.startsWith(name));
  const row = head?.closest("tr");
  if (!row) throw new Error(`no row for ${name}`);
  return row;
}

describe("the page's sentence", () => {
  test("a running term counts its paces, padded below 10", () => {
    renderPage(<Overview view={overviewView()} />);
    const sentence = screen.getByRole("heading", { level: 1 }).textContent.replaceAll("\u00a0", " ");
    expect(sentence).toBe("08 chỉ tiêu: 04 đúng tiến độ, 01 cần chú ý, 01 chậm, 01 không thể đạt, 01 chưa có số liệu.");
  });

  test("an ended term with 1 met and 7 exceeded is 8/8 met or exceeded", () => {
    const statuses: Status[] = ["met", ...Array<Status>(7).fill("exceeded")];
    const targets = statuses.map((status, index) => targetWith(status, index + 1));
    renderPage(<Overview view={overviewView({ final: true, targets })} />);
    const sentence = screen.getByRole("heading", { level: 1 }).textContent.replaceAll("\u00a0", " ");
    expect(sentence).toBe("8/8 chỉ tiêu đạt và vượt (1 đạt, 7 vượt).");
  });

  test("English does not pad", () => {
    renderPage(<Overview view={overviewView()} />, "en");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/^8 targets: 4\u00a0on\u00a0track/);
  });
});

describe("the table of targets", () => {
  test("a row tells promise, result, status and reports in words", () => {
    renderPage(<Overview view={overviewView()} />);
    const row = rowOf("Kết nạp đảng viên mới");
    expect(within(row).getByText("Chậm")).toBeDefined();
    expect(within(row).getByText("đã nhận 176 trên 180 báo cáo")).toBeDefined();
    expect(within(row).getByText("kế hoạch đến nay 4,8")).toBeDefined();
    expect(within(row).getByRole("img", { name: "kết quả 3, chỉ tiêu 8" })).toBeDefined();
  });

  test("a target with two measures shows both, each with its own result", () => {
    renderPage(<Overview view={overviewView()} />);
    expect(rowOf("Quán triệt, học tập nghị quyết").textContent).toContain("100%");
    expect(rowOf("Quần chúng").textContent).toContain("96,40%");
  });

  test("links to a target keep term, day and basis", () => {
    renderPage(<Overview view={overviewView()} />);
    const link = within(rowOf("Kết nạp đảng viên mới")).getByRole("link", { name: /Kết nạp/ });
    expect(link.getAttribute("href")).toBe("/targets/6?term=2020-2025&asOf=2023-06-30&basis=accepted");
  });

  test("every number of a row leads to where it comes from, under the same term, day and basis", () => {
    renderPage(<Overview view={overviewView()} />);
    const links = within(rowOf("Kết nạp đảng viên mới")).getAllByTitle("Số này từ đâu?");
    const view = "term=2020-2025&asOf=2023-06-30&basis=accepted";
    expect(links.map((link) => [link.textContent, link.getAttribute("href")])).toEqual([
      ["3", `/explain/m6.0?${view}&number=actual`],
      ["8", `/explain/m6.0?${view}&number=plan`],
      ["kế hoạch đến nay 4,8", `/explain/m6.0?${view}&number=planToDate`],
      ["176/180đã nhận 176 trên 180 báo cáo", `/explain/m6.0?${view}&number=reports`],
    ]);
  });

  test("missing is a dash that is read as missing, never a zero", () => {
    const measures = [countMeasure({ id: "m1", actual: null, drawing: null, planToDate: null, achievementPct: null })];
    const target = { ...targetWith("no_data", 1), measures };
    renderPage(<Overview view={overviewView({ targets: [target] })} />);
    const row = rowOf("Chỉ tiêu 1");
    expect(within(row).getByText("chưa có số liệu")).toBeDefined();
    expect(row.textContent).not.toMatch(/\b0\b/);
  });

  test("a value beyond its scale says that its drawing is cut", () => {
    renderPage(<Overview view={overviewView()} />);
    const row = rowOf("Chỉ tiêu, nhiệm vụ chính trị");
    expect(within(row).getByRole("img").getAttribute("aria-label")).toContain("bị cắt");
    expect(row.textContent).toContain("71,20%");
  });

  test("assumed and inferred values carry the mark with its words", () => {
    renderPage(<Overview view={overviewView()} />);
    expect(within(rowOf("Công tác dân vận")).getByText(/suy luận/)).toBeDefined();
    expect(within(rowOf("Kết nạp đảng viên mới")).getByText(/giả định/)).toBeDefined();
  });
});

describe("below the table", () => {
  test("what to do now: the required pace, then missing reports", () => {
    renderPage(<Overview view={overviewView()} />);
    const items = within(screen.getByRole("region", { name: "Cần làm ngay" })).getAllByRole("listitem");
    expect(items.map((item) => item.textContent)).toEqual([
      "Kết nạp đảng viên mới: còn thiếu 5 đảng viên trong 24 tháng còn lại, bình quân mỗi tháng 0,21.",
      "Chi bộ 3: còn thiếu 03 báo cáo (5/2023, 6/2023, …).",
    ]);
  });

  test("with nothing to do it says so", () => {
    renderPage(<Overview view={overviewView({ todo: [] })} />);
    expect(screen.getByText("Không có việc nào cần xử lý ngay.")).toBeDefined();
  });

  test("a task group tells its states in words, late ones apart", () => {
    renderPage(<Overview view={overviewView()} />);
    const late = screen.getByRole("img", { name: "Đã xong: 2, Đang làm: 1, Chưa bắt đầu: 1, Trễ hạn: 1" });
    expect(late).toBeDefined();
    expect(screen.getByText("01 trễ hạn")).toBeDefined();
  });

  test("both exports carry the page's term, day and basis", () => {
    renderPage(<Overview view={overviewView()} />);
    const query = "?term=2020-2025&asOf=2023-06-30&basis=accepted";
    const word = screen.getByRole("link", { name: "Xuất Word" });
    expect(word.getAttribute("href")).toBe(`/export/appendix.docx${query}`);
    expect(screen.getByRole("link", { name: "Xuất Excel" }).getAttribute("href")).toBe(`/export/appendix.xlsx${query}`);
  });

  test("who may not export is offered none", () => {
    renderPage(<Overview view={overviewView({ mayExport: false })} />);
    expect(screen.queryByRole("link", { name: "Xuất Word" })).toBeNull();
  });
});

describe("before there is anything to show", () => {
  test("no term: who brings it", () => {
    renderPage(<EmptyOverview termName={null} maySetUp />);
    expect(screen.getByRole("heading", { level: 1, name: "Chưa có nhiệm kỳ nào" })).toBeDefined();
  });

  test("a term without targets names the term", () => {
    renderPage(<EmptyOverview termName="Nhiệm kỳ 2025 - 2030" maySetUp={false} />);
    expect(screen.getByRole("heading", { name: "Nhiệm kỳ 2025 - 2030 chưa có chỉ tiêu" })).toBeDefined();
  });
});
