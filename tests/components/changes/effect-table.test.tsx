import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { EffectTable } from "@/components/changes/effect-table";
import { asCalendarDate } from "@/domain/dates";
import type { Effect, EffectUnit } from "@/domain/effects";
import { renderPage } from "../support/render";

const target = { code: "t4", name: "Dự sinh hoạt" };
const rate = { code: "m4", name: "Đảng viên dự sinh hoạt", unitLabel: "%" };
const count = { code: "m6", name: "Đảng viên được kết nạp", unitLabel: "đảng viên" };

const place = { term: "2020-2025", on: asCalendarDate("2023-06-30"), basis: "accepted" as const, target, year: null };

function moved(
  field: Effect["field"],
  [before, after]: readonly [string | null, string | null],
  unit: EffectUnit | null,
  measure: Effect["measure"] = rate,
): Effect {
  return { ...place, measure, field, before, after, units: { before: unit, after: unit } };
}

const cells = (row: RegExp) => {
  const { cells: all } = screen.getByRole<HTMLTableRowElement>("row", { name: row });
  return [...all].slice(1).map(({ textContent }) => textContent);
};

afterEach(cleanup);

describe("what a change moves", () => {
  it("gives every number its unit: % of rates, points between them, the words of levels, what a count counts", () => {
    renderPage(
      <EffectTable
        effects={[
          moved("plan", ["95", "99.5"], "percent"),
          moved("excess", ["2.04", "-2.46"], "points"),
          moved("achievementPct", ["37.50", "10.00"], "percent", count),
          moved("required", ["0.21", "1.13"], "units", count),
          moved("planToDate", ["90 - 95", null], "percent", count),
          moved("actual", ["3", "2.50"], "level", { ...count, code: "m9" }),
          moved("reports", ["6/9", "9/9"], null, { ...count, code: "m9" }),
        ]}
      />,
    );
    expect(cells(/Đảng viên dự sinh hoạt.?Chỉ tiêu 95%/)).toEqual(["95%", "99,5%"]);
    expect(cells(/Vượt, hụt/)).toEqual(["2,04 điểm", "−2,46 điểm"]);
    expect(cells(/Tỷ lệ so với chỉ tiêu/)).toEqual(["37,50%", "10,00%"]);
    expect(cells(/Cần ở mỗi kỳ còn lại/)).toEqual(["0,21 đảng viên", "1,13 đảng viên"]);
    expect(cells(/Chỉ tiêu đến nay/)).toEqual(["90% - 95%", "-"]);
    expect(cells(/Kết quả/)).toEqual(["Hoàn thành tốt nhiệm vụ", "2,50"]);
    expect(cells(/Báo cáo đã nhận/)).toEqual(["6/9", "9/9"]);
  });

  it("says the day and the basis once above what changes there, and apart the target's own verdict", () => {
    renderPage(
      <EffectTable
        effects={[
          moved("pace", ["on_track", "out_of_reach"], null, null),
          moved("pace", ["on_track", "out_of_reach"], null),
          { ...moved("pace", ["on_track", "behind"], null), basis: "provisional" },
        ]}
      />,
    );
    expect(screen.getByText("03 số liệu hoặc đánh giá sẽ thay đổi:")).toBeDefined();
    expect(screen.getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual([
      "Nhiệm kỳ 2020-2025, đến 30/6/2023, đã tiếp nhận",
      "Dự sinh hoạtTiến độ của chỉ tiêu",
      "Đảng viên dự sinh hoạtTiến độ",
      "Nhiệm kỳ 2020-2025, đến 30/6/2023, tạm tính",
      "Đảng viên dự sinh hoạtTiến độ",
    ]);
  });
});
