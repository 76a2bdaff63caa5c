import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { Walk } from "@/components/charts/walked-point";

afterEach(cleanup);

const points = ["1/2020: 1", "2/2020: 3", "3/2020: 4"].map((text, index) => ({ at: index / 2, text }));

function show() {
  render(
    <Walk label="Diễn biến" height={100} points={points}>
      <svg />
    </Walk>,
  );
  return screen.getByRole("slider", { name: "Diễn biến" });
}

const value = (chart: HTMLElement) => chart.getAttribute("aria-valuetext");

test("the keys walk a chart from its newest point, and each point's text is what a screen reader says", async () => {
  const chart = show();
  const user = userEvent.setup();
  await user.tab();
  expect(document.activeElement).toBe(chart);
  expect(value(chart)).toBe("3/2020: 4");
  await user.keyboard("{ArrowLeft}");
  expect([value(chart), screen.getByText("2/2020: 3").getAttribute("aria-hidden")]).toEqual(["2/2020: 3", "true"]);
  await user.keyboard("{Home}{ArrowLeft}");
  expect(value(chart)).toBe("1/2020: 1");
  await user.keyboard("{End}{ArrowRight}");
  expect([value(chart), chart.getAttribute("aria-valuenow"), chart.getAttribute("aria-valuemax")]).toEqual([
    ...["3/2020: 4", "3", "3"],
  ]);
});

test("nothing stands below the drawing before the focus and after it", async () => {
  show();
  const user = userEvent.setup();
  expect(screen.queryByText("3/2020: 4")).toBeNull();
  await user.tab();
  expect(screen.getByText("3/2020: 4")).toBeDefined();
  await user.tab();
  expect(screen.queryByText("3/2020: 4")).toBeNull();
});
