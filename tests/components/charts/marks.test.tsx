import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { PlanBar } from "@/components/charts/plan-bar";
import { atPercent } from "@/components/charts/tone";
import { YearMark } from "@/components/charts/year-mark";
import type { TargetYearView } from "@/server/loaders/targets";

afterEach(cleanup);

test("a drawn length stays inside its drawing: −0.2 is 0, 2.4 is 100 %", () => {
  expect([atPercent(-0.2), atPercent(0.375), atPercent(2.4)]).toEqual(["0%", "37.5%", "100%"]);
});

test("a bar is one image with the name it is given", () => {
  const drawing = { type: "bar", actual: 0.5, plan: 1, upper: null, planToDate: 0.6, cut: null } as const;
  render(<PlanBar drawing={drawing} tone="behind" label="kết quả 4, chỉ tiêu 8" />);
  expect(screen.getByRole("img", { name: "kết quả 4, chỉ tiêu 8" })).toBeDefined();
});

const YEAR: TargetYearView = {
  id: "2016",
  label: "2016",
  ended: true,
  actual: "3",
  plan: "2",
  status: "exceeded",
  actualY: 0.75,
  planY: 0.5,
  provisional: false,
  received: 5,
  expected: 5,
};
const BAND = { x: 10, y: 20, width: 50, height: 200 };

function drawYear(year: TargetYearView) {
  const { container } = render(
    <svg>
      <YearMark band={BAND} year={year} shape="bar" color="green" />
    </svg>,
  );
  return container;
}

test("a year's bar of 0,75 on a band of 200 from 20 is 150 high and stands on its foot at 220", () => {
  const bar = drawYear(YEAR).querySelector("rect");
  expect(bar?.getAttribute("y")).toBe("70");
  expect(bar?.getAttribute("height")).toBe("150");
});

test("a year without a value has no bar and a dash for its figure", () => {
  const drawn = drawYear({ ...YEAR, actual: null, actualY: null });
  expect(drawn.querySelector("rect")).toBeNull();
  expect(drawn.querySelector("text")?.textContent).toBe("-");
});

test("a year that still runs is hollow", () => {
  expect(
    drawYear({ ...YEAR, ended: false })
      .querySelector("rect")
      ?.getAttribute("fill"),
  ).toBe("var(--color-paper)");
});
