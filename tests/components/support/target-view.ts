import { asCalendarDate } from "@/domain/dates";
import type {
  ProjectionPoint,
  TargetCellView,
  TargetMeasureView,
  TargetView,
  TargetYearView,
  TrajectoryPoint,
} from "@/server/loaders/targets";
import type { CellPeriodsView } from "@/server/loaders/target-cell-periods";
import type { WhatIfAnswer, WhatIfView } from "@/server/loaders/target-what-if";
import { rateMeasure } from "./overview-view";

const HEIGHTS = [0.75, 0.8, 0.7, 0.86, null, 0.9, 0.1, 0.62, 0.7, 0.72, 0.78, 0.8];

function point(index: number): TrajectoryPoint {
  const y = HEIGHTS[index % HEIGHTS.length] ?? null;
  const runningY = 0.75 + (index % 5) * 0.004;
  return {
    x: (index + 1) / 60,
    period: `${(index % 12) + 1}/${2020 + Math.floor(index / 12)}`,
    y,
    value: y === null ? null : `${90 + (index % 9)},10%`,
    runningY,
    running: index === 35 ? "97,26%" : "97,40%",
    provisional: index > 33,
    carried: false,
    cut: y === 0.1 ? "below" : null,
  };
}

function ahead(index: number): ProjectionPoint {
  const place = index + 36;
  return {
    x: (place + 1) / 60,
    period: `${(place % 12) + 1}/${2020 + Math.floor(place / 12)}`,
    lowerY: 0.75 - index * 0.002,
    upperY: 0.76 + index * 0.002,
    text: "khoảng 96,8% đến 97,6%",
  };
}

function year(index: number, changes: Partial<TargetYearView> = {}): TargetYearView {
  return {
    id: `${2020 + index}`,
    label: `${2020 + index}`,
    ended: index < 3,
    actual: "97,40%",
    plan: "95%",
    status: index < 3 ? "exceeded" : null,
    actualY: 0.7,
    planY: 0.5,
    provisional: false,
    received: 58,
    expected: 60,
    ...changes,
  };
}

function cell(index: number, changes: Partial<TargetCellView> = {}): TargetCellView {
  return {
    unitCode: `cb${index}`,
    unitName: `Chi bộ ${index}`,
    endedOn: null,
    actual: "98,11%",
    parts: "934/952",
    position: "above",
    drawing: { type: "dot", actual: 0.9, plan: 0.75, upper: null, from: "80%", to: "100%", cut: null },
    provisional: false,
    received: 36,
    expected: 36,
    newestPeriod: "2023-06",
    withheld: false,
    ...changes,
  };
}

function answer(pace: number): WhatIfAnswer {
  const outcome = pace < 94 ? "chưa đạt chỉ tiêu 95%" : "giữ được chỉ tiêu 95%";
  const texts = { pace: `${pace}%`, end: `${pace + 1},50%`, outcome };
  return { typed: `${pace}`, ...texts, sentence: `Mỗi tháng đạt ${pace}%: cả nhiệm kỳ đạt ${texts.end}, ${outcome}.` };
}

/** The question of a rate, from 90 to 100 %, changed where the test says so. */
export function whatIfView(changes: Partial<WhatIfView> = {}): WhatIfView {
  return {
    ...{ frequency: "month", stepsLeft: 24, unit: "%", typed: "94", problem: null, answer: answer(94) },
    positions: Array.from({ length: 11 }, (_, index) => answer(90 + index)),
    offered: ["93", "94", "95"],
    ...changes,
  };
}

const VALUE = { state: "value", text: "97,10%", y: 0.7, shade: 2, provisional: false } as const;
const NONE = { text: null, y: null, shade: null, provisional: false } as const;

/** Three cells over four quarters, one withheld; every kind of square. */
export function cellPeriodsView(changes: Partial<CellPeriodsView> = {}): CellPeriodsView {
  return {
    periods: ["I", "II", "III", "IV"].map((short) => ({ text: `quý ${short}/2021`, short })),
    years: [{ label: "2021", periods: 4 }],
    omitted: 0,
    cells: [
      {
        ...{ unitCode: "cb1", unitName: "Chi bộ 1", withheld: false },
        periods: [
          VALUE,
          { ...NONE, state: "missing" },
          { ...NONE, state: "not_applicable" },
          { ...VALUE, provisional: true },
        ],
      },
      {
        ...{ unitCode: "cb2", unitName: "Chi bộ 2", withheld: false },
        periods: [
          { ...NONE, state: "not_due" },
          { ...VALUE, text: "0", y: 0, shade: 0 },
          { ...NONE, state: "no_value" },
          VALUE,
        ],
      },
      { unitCode: "cb3", unitName: "Chi bộ 3", withheld: true, periods: [] },
    ],
    ...{ from: "88%", to: "100%", planY: 0.5 },
    ...changes,
  };
}

/** A rate's measure with its course, years and cells, changed where the test says so. */
export function targetMeasure(changes: Partial<TargetMeasureView> = {}): TargetMeasureView {
  return {
    ...rateMeasure({ id: "m4", name: "Đảng viên dự sinh hoạt" }),
    required: { value: "91,61%", frequency: "month", periodsLeft: 24 },
    parts: "3.406/3.502",
    nLabel: "có mặt",
    dLabel: "phải dự",
    fixedBase: null,
    fixedBaseKind: null,
    shareLevel: null,
    missing: [{ unitCode: "cb3", unitName: "Chi bộ 3", count: 3, newest: ["5/2023", "6/2023"] }],
    trajectory: {
      ticks: [88, 91, 94, 97, 100].map((value, index) => ({ at: index / 4, label: `${value}%` })),
      years: [0, 1, 2, 3, 4].map((index) => ({
        label: `N${index + 1}: ${2020 + index}`,
        from: index / 5,
        to: (index + 1) / 5,
      })),
      points: Array.from({ length: 36 }, (_, index) => point(index)),
      plan: [
        { x: 0, y: 0.5 },
        { x: 0.3, y: 0.5 },
        { x: 0.3, y: 0.583 },
        { x: 1, y: 0.583 },
      ],
      planText: "95%",
      events: [{ x: 0.3, on: asCalendarDate("2022-01-01"), label: "1/1/2022 tách Chi bộ 2" }],
      projection: {
        sentence: "Nếu giữ mức của 36 tháng qua, đến hết nhiệm kỳ đạt khoảng 96,8% đến 97,6%.",
        points: Array.from({ length: 24 }, (_, index) => ahead(index)),
      },
    },
    whatIf: whatIfView(),
    yearTicks: [90, 95, 100].map((value, index) => ({ at: index / 2, label: `${value}%` })),
    years: [
      year(0),
      year(1, { actualY: 0.4, actual: "94,00%", status: "not_met" }),
      year(2),
      year(3, { actual: "98,20%" }),
    ],
    cells: [
      cell(1),
      cell(2, { endedOn: asCalendarDate("2023-12-31") }),
      cell(3, {
        actual: "94,44%",
        position: "below",
        drawing: { type: "dot", actual: 0.72, plan: 0.75, upper: null, from: "80%", to: "100%", cut: null },
      }),
      cell(4, { actual: null, parts: null, position: null, drawing: null, received: 0 }),
      cell(5, { withheld: true, actual: null, parts: null, position: null, drawing: null }),
    ],
    cellPeriods: cellPeriodsView(),
    methodChanges: [],
    planChanges: [{ until: asCalendarDate("2021-12-31"), plan: "94%", reason: "Hội nghị giữa nhiệm kỳ điều chỉnh" }],
    publishedMismatch: { published: "97,61%", computed: "97,26%" },
    evidence: [],
    ...changes,
  };
}

/** The fourth target of a running term, changed where the test says so. */
export function targetView(changes: Partial<TargetView> = {}): TargetView {
  return {
    state: { termId: "2020-2025", asOf: asCalendarDate("2023-06-30"), basis: "accepted" },
    termName: "Nhiệm kỳ 2020 - 2025",
    final: false,
    illustrative: true,
    code: "4",
    position: 4,
    name: "Đảng viên dự sinh hoạt chi bộ",
    wording: "Tỷ lệ đảng viên dự sinh hoạt bình quân hằng năm từ 95% trở lên.",
    provenance: "assumed",
    status: "on_track",
    measures: [targetMeasure()],
    previous: { code: "3", name: "Công chức, viên chức hoàn thành tốt nhiệm vụ" },
    next: { code: "5", name: "Đảng viên hoàn thành tốt nhiệm vụ" },
    mayExport: true,
    explanations: [],
    mayAsk: false,
    ...changes,
  };
}
