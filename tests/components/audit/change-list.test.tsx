import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { ChangeList } from "@/components/audit/change-list";
import type { AuditChange } from "@/domain/audit-changes";
import { renderPage } from "../support/render";

afterEach(cleanup);

const change = (path: string[], before: AuditChange["before"], after: AuditChange["after"]) => ({
  ...{ path, before, after },
});

function cellsOf(changes: readonly AuditChange[], locale: "vi" | "en" = "vi"): string[] {
  renderPage(<ChangeList seq={1} changes={changes} leftOut={0} />, locale);
  return [...screen.getByRole("table", { hidden: true }).querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map(({ textContent }) => textContent).join(" | "),
  );
}

describe("what an entry of the log changed, in words", () => {
  test("a code is told as its own form says it: the same `sum` over units and over time, `term` as a frequency", () => {
    expect(
      cellsOf([
        change(["overUnits"], "sum", "min"),
        change(["overTime"], "sum", "min"),
        change(["frequency"], "month", "term"),
        change(["kind"], undefined, "due"),
        change(["state"], "draft", "running"),
      ]),
    ).toEqual([
      "Cộng các đơn vị | cộng các đơn vị | đơn vị thấp nhất",
      "Cộng theo thời gian | cộng dồn các kỳ | kỳ thấp nhất",
      "Kỳ báo cáo | hằng tháng | một lần cho cả nhiệm kỳ",
      "Loại | - | Hạn nộp khác",
      "Trạng thái | đang soạn | đang thực hiện",
    ]);
  });

  test("numbers have the writing of the language, days and years too, and what was undone is told by its action", () => {
    const changes = [
      change(["versions", "0", "plans", "yearPlans", "2026"], "95", "97.5"),
      change(["versions", "0", "fromOn"], undefined, "2026-01-01"),
      change(["action"], undefined, "task.created"),
    ];
    expect(cellsOf(changes)).toEqual([
      "Bản kế hoạch › 1 › mức › từng năm › năm 2026 | 95 | 97,5",
      "Bản kế hoạch › 1 › áp dụng từ ngày | - | 1/1/2026",
      "Việc được hoàn tác | - | Thêm nhiệm vụ",
    ]);
    cleanup();
    expect(cellsOf(changes, "en")[0]).toContain("97.5");
  });

  test("a name is no code: `1.2` stays as it was typed, and so does a word that the log does not know", () => {
    expect(cellsOf([change(["name"], "1.2", "Lớp 1.3"), change(["unheard"], "x", "y")])).toEqual([
      "Tên | 1.2 | Lớp 1.3",
      "unheard | x | y",
    ]);
  });
});
