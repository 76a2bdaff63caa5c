import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { Target } from "@/components/targets/target";
import { judgedMeasure } from "../support/overview-view";
import { renderPage } from "../support/render";
import { targetMeasure, targetView } from "../support/target-view";

afterEach(cleanup);

function methodOf(changes: Parameters<typeof targetMeasure>[0]): string {
  renderPage(<Target view={targetView({ measures: [targetMeasure(changes)] })} />);
  const text = screen.getByText(/^Cách tính: /).textContent;
  cleanup();
  return text;
}

describe("the head of the page", () => {
  test("name, exact words and where they come from", () => {
    renderPage(<Target view={targetView()} />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("Đảng viên dự sinh hoạt chi bộ");
    expect(screen.getByText("“Tỷ lệ đảng viên dự sinh hoạt bình quân hằng năm từ 95% trở lên.”")).toBeDefined();
    expect(screen.getByText(/^° Giả định/)).toBeDefined();
  });

  test("without the resolution's words it says that they have not been entered", () => {
    renderPage(<Target view={targetView({ wording: null })} />);
    expect(screen.getByText("Chưa ghi nguyên văn Nghị quyết.")).toBeDefined();
  });

  test("several measures: each has its section, and the weakest decides", () => {
    const measures = [targetMeasure({ id: "a", name: "Đảng viên" }), targetMeasure({ id: "b", name: "Quần chúng" })];
    renderPage(<Target view={targetView({ measures })} />);
    expect(screen.getByRole("region", { name: "Đảng viên" })).toBeDefined();
    expect(screen.getByRole("region", { name: "Quần chúng" })).toBeDefined();
    expect(screen.getByText("lấy theo thước đo thấp nhất dưới đây")).toBeDefined();
  });

  test("a target without measures says why it cannot be judged", () => {
    renderPage(<Target view={targetView({ measures: [] })} />);
    expect(screen.getByText(/chưa có thước đo/)).toBeDefined();
  });
});

describe("how it is calculated", () => {
  test("a pooled rate", () => {
    expect(methodOf({})).toContain(
      "cộng “có mặt” và “phải dự” của mọi chi bộ, lấy số trước chia số sau; gộp mọi kỳ của nhiệm kỳ rồi mới chia; đạt khi bằng 95%, vượt khi cao hơn.",
    );
  });

  test("a summing count", () => {
    expect(methodOf({ kind: "count" })).toContain(
      "cộng số của mọi chi bộ; cộng dồn mọi kỳ của nhiệm kỳ; đạt khi bằng 95%",
    );
  });

  test("the latest figure comes before the units", () => {
    expect(methodOf({ overTime: "latest", overUnits: "share", shareLevel: "Tốt" })).toContain(
      "lấy số liệu gần nhất của mỗi chi bộ; lấy số chi bộ xếp loại từ “Tốt” trở lên chia cho số chi bộ được xếp loại",
    );
  });

  test("a fixed base is named", () => {
    expect(methodOf({ fixedBase: "5.356", fixedBaseKind: "term" })).toContain("chia cho số gốc 5.356");
  });

  test("a judgement speaks of its evidence, and shows it", () => {
    const evidence = [{ period: "2022", unitName: "Đảng uỷ", text: "Kế hoạch số 12" }];
    const judged = targetMeasure({ ...judgedMeasure(), trajectory: null, yearTicks: [], evidence });
    renderPage(<Target view={targetView({ measures: [judged] })} />);
    expect(screen.getByText(/đánh giá từng năm kèm minh chứng/)).toBeDefined();
    expect(screen.getByText("Kế hoạch số 12")).toBeDefined();
  });
});

describe("the figures", () => {
  test("four answers: result with its parts, plan, status with what is still needed, reports", () => {
    renderPage(<Target view={targetView()} />);
    const pairs = screen.getAllByRole("term").map((term) => [term.textContent, term.nextSibling?.textContent]);
    expect(pairs).toEqual([
      ["Kết quả đến 30/6/2023", "97,26%"],
      ["Chỉ tiêu", "từ 95%\u2060° (giả định, văn bản công bố không nêu)"],
      ["Đánh giá", "Đúng tiến độ"],
      ["Báo cáo", "176/180đã nhận 176 trên 180 báo cáo"],
    ]);
    expect(screen.getByText("24 tháng còn lại cần bình quân 91,61% để đạt từ 95%.")).toBeDefined();
    expect(screen.getByText("thiếu Chi bộ 3: 03")).toBeDefined();
  });

  test("a published value that disagrees is shown beside the computed one", () => {
    renderPage(<Target view={targetView()} />);
    expect(screen.getByText(/Đã công bố 97,61%; tính từ số liệu: 97,26%/)).toBeDefined();
  });

  test("the chart has a name and is walked with the keys; its figures are a table with gaps told apart from zeros", async () => {
    await import("@/components/charts/trajectory-chart"); // as a browser that has it already
    renderPage(<Target view={targetView()} />);
    const chart = await screen.findByRole("slider", { name: /^Diễn biến .*kết quả 97,26%, chỉ tiêu từ 95%/ });
    expect(chart.getAttribute("aria-valuetext")).toBe("12/2024: dự báo khoảng 96,8% đến 97,6%");
    const table = screen.getByRole("table", { name: /^Số liệu từng kỳ/, hidden: true });
    const gap = within(table).getByText("5/2020").closest("tr");
    expect(gap?.textContent).toContain("không có số liệu");
  });

  test("years: an ended one is judged, a running one never is", () => {
    renderPage(<Target view={targetView()} />);
    const table = screen.getByRole("table", { name: /^Kết quả từng năm/ });
    expect(within(table).getByRole("row", { name: /^2021/ }).textContent).toContain("Chưa đạt");
    expect(within(table).getByRole("row", { name: /^2023/ }).textContent).toContain("đang thực hiện");
  });

  test("cells stand in the order they are given; a withheld one shows no figure; a dissolved one its last day", () => {
    renderPage(<Target view={targetView()} />);
    const table = screen.getByRole("table", { name: /^Kết quả từng chi bộ/ });
    const names = within(table)
      .getAllByRole("rowheader")
      .map((cell) => cell.textContent);
    expect(names).toEqual(["Chi bộ 1", "Chi bộ 2đến hết 31/12/2023", "Chi bộ 3", "Chi bộ 4", "Chi bộ 5"]);
    expect(within(table).getByRole("row", { name: /^Chi bộ 5/ }).textContent).toContain("không hiển thị");
    expect(within(table).getByRole("row", { name: /^Chi bộ 3/ }).textContent).toContain("dưới chỉ tiêu");
  });

  test("an earlier plan keeps its reason", () => {
    renderPage(<Target view={targetView()} />);
    expect(screen.getByText("đến hết 31/12/2021: 94%; lý do: Hội nghị giữa nhiệm kỳ điều chỉnh")).toBeDefined();
  });
});
