import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { SmallPath } from "@/components/charts/small-path";
import { tableText } from "@/components/charts/table-text";
import { CellPeriods } from "@/components/targets/cell-periods";
import { renderPage } from "../support/render";
import { targetMeasure } from "../support/target-view";

afterEach(cleanup);

function show(changes: Parameters<typeof targetMeasure>[0] = {}) {
  renderPage(<CellPeriods measure={targetMeasure(changes)} fileName={(drawing) => drawing} />);
}

test("every square says its figure or why there is none; zero is a figure, and a withheld cell has no squares", () => {
  show();
  const table = screen.getByRole<HTMLTableElement>("table", { name: /^Số liệu từng chi bộ, từng kỳ/ });
  const squares = (name: string) =>
    within(within(table).getByRole("rowheader", { name }).closest("tr")!)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent);
  expect(squares("Chi bộ 1")).toEqual(["97,10%", "thiếu báo cáo", "không áp dụng", "97,10% (tạm tính)"]);
  expect(squares("Chi bộ 2")).toEqual(["không phải báo cáo", "0", "không có giá trị", "97,10%"]);
  expect(squares("Chi bộ 3")).toEqual(["không hiển thị"]);
  expect(tableText(table).split("\n")[0]).toBe("Chi bộ\tquý I/2021\tquý II/2021\tquý III/2021\tquý IV/2021");
});

test("each cell has a small drawing with its first and newest figure in words, in the official order", () => {
  show();
  expect(screen.getAllByRole("img").map((drawing) => drawing.getAttribute("aria-label"))).toEqual([
    "Chi bộ 1: quý I/2021: 97,10%; mới nhất quý IV/2021: 97,10%",
    "Chi bộ 2: quý II/2021: 0; mới nhất quý IV/2021: 97,10%",
  ]);
});

test("nothing is drawn of a judgement", () => {
  show({ cellPeriods: null });
  expect(screen.queryByRole("heading")).toBeNull();
});

test("a missing period breaks a small path, and what stands alone between gaps is a dot", () => {
  const heights = [0.5, 0.6, null, 0.4, null, 0.7];
  const points = heights.map((y) => ({ y, provisional: false }));
  const { container } = render(<SmallPath points={points} shape="dot" planY={null} label="a" />);
  const path = [...container.querySelectorAll("path")].at(-1)?.getAttribute("d") ?? "";
  expect(path.replace(/[^ML]/g, "")).toBe("MLMM");
  expect(container.querySelectorAll("circle")).toHaveLength(2);
});

test("a provisional bar is hollow, and a bar stands on zero", () => {
  const points = [false, true].map((provisional) => ({ y: 1, provisional }));
  const { container } = render(<SmallPath points={points} shape="bar" planY={null} label="a" />);
  const bars = [...container.querySelectorAll("rect")];
  expect(bars.map((bar) => bar.getAttribute("fill"))).toEqual(["currentColor", "var(--color-paper)"]);
  expect(bars.map((bar) => Number(bar.getAttribute("y")) + Number(bar.getAttribute("height")))).toEqual([54, 54]);
});
