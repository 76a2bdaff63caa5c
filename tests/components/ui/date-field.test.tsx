import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { DateField } from "@/components/ui/date-field";
import { renderPage } from "../support/render";

afterEach(cleanup);

function describedBy(label: string): string | undefined {
  const id = screen.getByLabelText(label).getAttribute("aria-describedby");
  return id ? document.getElementById(id)?.textContent : undefined;
}

test("a day is written below its field as the page's language writes it, whatever the browser does", () => {
  renderPage(<DateField label="Từ ngày" hint="Trước đó giữ nguyên." value="2023-06-05" readOnly />);
  expect(describedBy("Từ ngày")).toBe("5/6/2023 · Trước đó giữ nguyên.");
  cleanup();
  renderPage(<DateField label="From" value="2023-06-05" readOnly />, "en");
  expect(describedBy("From")).toBe("5 Jun 2023");
});

test("without a day only the hint stands there", () => {
  renderPage(<DateField label="Đến ngày" hint="Có thể để trống." value="" readOnly />);
  expect(describedBy("Đến ngày")).toBe("Có thể để trống.");
});
