import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { ChartTools } from "@/components/charts/chart-tools";
import { tableText } from "@/components/charts/table-text";

afterEach(cleanup);

const words = {
  ...{ copy: "Sao chép bảng", svg: "Lưu hình SVG", png: "Lưu hình PNG" },
  ...{ copied: "Đã sao chép", saved: "Đã lưu", failed: "Không được" },
};

function Figure() {
  return (
    <figure>
      <table>
        <thead>
          <tr>
            <th>Kỳ</th>
            <th colSpan={2}>Kết quả</th>
            <th className="screen-only">Xem</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th>3/2016</th>
            <td>97,61%</td>
            <td>
              1.234 <span className="sr-only">đảng viên</span>
            </td>
            <td className="screen-only">Quá trình</td>
          </tr>
        </tbody>
      </table>
      <ChartTools words={words} fileName="chi-tieu-4" />
    </figure>
  );
}

const TSV = "Kỳ\tKết quả\t\n3/2016\t97,61%\t1.234 đảng viên";

test("a table is copied a line a row with tabs, numbers as they are written, spanned columns empty, links left out", () => {
  render(<Figure />);
  expect(tableText(screen.getByRole<HTMLTableElement>("table"))).toBe(TSV);
});

test("the clipboard gets the table of the figure, and it is said", async () => {
  const user = userEvent.setup();
  const written = vi.spyOn(navigator.clipboard, "writeText");
  render(<Figure />);
  await user.click(screen.getByRole("button", { name: "Sao chép bảng" }));
  expect(written).toHaveBeenCalledWith(TSV);
  expect(screen.getByRole("status").textContent).toBe("Đã sao chép");
});

test("over plain http, without a clipboard, the older command copies, and the focus stays on the button", async () => {
  vi.stubGlobal("navigator", {});
  let copied: string | undefined;
  document.execCommand = () => {
    copied = (document.activeElement as HTMLTextAreaElement).value;
    return true;
  };
  render(<Figure />);
  const button = screen.getByRole("button", { name: "Sao chép bảng" });
  button.focus();
  button.click();
  await screen.findByText("Đã sao chép");
  expect(copied).toBe(TSV);
  expect(document.activeElement).toBe(button);
});

test("where the browser refuses it is said, with what else can be done", async () => {
  vi.stubGlobal("navigator", {});
  document.execCommand = () => false;
  render(<Figure />);
  screen.getByRole("button", { name: "Sao chép bảng" }).click();
  expect(await screen.findByText("Không được")).toBeDefined();
});
