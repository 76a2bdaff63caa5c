import { asCalendarDate } from "@/domain/dates";
import type { ShownTaskState } from "@/domain/tasks";
import type { MeasureView, OverviewTarget, OverviewTask, OverviewView } from "@/server/loaders/overview";

const BASE: MeasureView = {
  id: "m",
  name: "",
  kind: "rate",
  rule: "at_least",
  overUnits: "sum",
  overTime: "sum",
  frequency: "month",
  unitLabel: "%",
  actual: "97,26%",
  provisional: false,
  plan: { value: "95%", upper: null, provenance: "assumed" },
  planToDate: null,
  achievementPct: null,
  excess: "+2,26",
  excessUnit: "points",
  sentence: "đạt 97,26% (chỉ tiêu từ 95% trở lên), vượt 2,26 điểm phần trăm",
  status: "on_track",
  required: null,
  received: 176,
  expected: 180,
  drawing: { type: "dot", actual: 0.863, plan: 0.75, upper: null, from: "80%", to: "100%", cut: null },
};

/** A rate from 95 % that stands at 97,26 %, changed where the test says so. */
export function rateMeasure(changes: Partial<MeasureView> = {}): MeasureView {
  return { ...BASE, ...changes };
}

/** 3 of 8 admissions with a plan to date of 4,8, changed where the test says so. */
export function countMeasure(changes: Partial<MeasureView> = {}): MeasureView {
  return {
    ...BASE,
    kind: "count",
    unitLabel: "đảng viên",
    actual: "3",
    plan: { value: "8", upper: null, provenance: "assumed" },
    planToDate: "4,8",
    achievementPct: "37,50%",
    excess: "−62,50",
    excessUnit: "percent",
    sentence: "đạt 37,50% chỉ tiêu",
    status: "behind",
    required: { value: "0,21", frequency: "month", periodsLeft: 24 },
    drawing: { type: "bar", actual: 0.375, plan: 1, upper: null, planToDate: 0.6, cut: null },
    ...changes,
  };
}

/** 2 of 3 yearly judgements, changed where the test says so. */
export function judgedMeasure(changes: Partial<MeasureView> = {}): MeasureView {
  return {
    ...BASE,
    kind: "judged",
    rule: "judged",
    overTime: "each_year",
    frequency: "year",
    unitLabel: "",
    actual: "2/3 năm",
    plan: null,
    excess: null,
    excessUnit: null,
    sentence: "đánh giá: đạt chỉ tiêu",
    status: "no_data",
    received: 2,
    expected: 3,
    drawing: { type: "bar", actual: 0.667, plan: 1, upper: null, planToDate: null, cut: null },
    ...changes,
  };
}

function target(position: number, name: string, measures: readonly MeasureView[]): OverviewTarget {
  const status = measures[0]?.status ?? "no_plan";
  return {
    code: `${position}`,
    position,
    name,
    provenance: position > 6 ? "inferred" : "stated",
    status,
    measures: measures.map((measure, index) => ({ ...measure, id: `m${position}.${index}` })),
  };
}

function task(id: string, state: ShownTaskState): OverviewTask {
  return {
    id,
    name: `Nhiệm vụ ${id}`,
    state,
    lead: { name: "Đảng uỷ", endedOn: null },
    dueOn: asCalendarDate("2023-06-30"),
    targets: [{ code: "6", name: "Kết nạp đảng viên mới" }],
    lastUpdate: { on: asCalendarDate("2023-03-31"), text: "đã ban hành kế hoạch" },
  };
}

const TARGETS: readonly OverviewTarget[] = [
  target(1, "Quán triệt, học tập nghị quyết", [
    rateMeasure({
      name: "Đảng viên",
      actual: "100%",
      plan: { value: "100%", upper: null, provenance: "assumed" },
      excess: "0,00",
      drawing: { type: "dot", actual: 1, plan: 1, upper: null, from: "80%", to: "100%", cut: null },
    }),
    rateMeasure({ name: "Quần chúng", rule: "more_than", actual: "96,40%", excess: "+1,40" }),
  ]),
  target(2, "Chuyên đề học tập và làm theo Bác hằng năm", [
    judgedMeasure({
      actual: "3/3 năm",
      status: "on_track",
      received: 3,
      drawing: { type: "bar", actual: 1, plan: 1, upper: null, planToDate: null, cut: null },
    }),
  ]),
  target(3, "Công chức, viên chức hoàn thành tốt nhiệm vụ", [rateMeasure({ overTime: "each_year", actual: "96,10%" })]),
  target(4, "Đảng viên dự sinh hoạt chi bộ", [rateMeasure({ provisional: true })]),
  target(5, "Đảng viên hoàn thành tốt nhiệm vụ", [
    rateMeasure({
      overTime: "mean_years",
      actual: "94,12%",
      excess: "−0,88",
      status: "at_risk",
      required: { value: "96,32%", frequency: "year", periodsLeft: 2 },
      drawing: { type: "dot", actual: 0.706, plan: 0.75, upper: null, from: "80%", to: "100%", cut: null },
    }),
  ]),
  target(6, "Kết nạp đảng viên mới", [countMeasure()]),
  target(7, "Chỉ tiêu, nhiệm vụ chính trị của cơ quan", [
    rateMeasure({
      overTime: "each_year",
      actual: "71,20%",
      status: "out_of_reach",
      excess: "−23,80",
      drawing: { type: "dot", actual: 0, plan: 0.75, upper: null, from: "80%", to: "100%", cut: "below" },
    }),
  ]),
  target(8, "Công tác dân vận, “Dân vận khéo”", [judgedMeasure()]),
];

const GROUP_NAMES = [
  "Giáo dục chính trị, tư tưởng",
  "Nghị quyết TW4 và học tập, làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
  "Nền nếp, chất lượng sinh hoạt Đảng",
];

/** A term in its middle with a status of every group, changed where the test says so. */
export function overviewView(changes: Partial<OverviewView> = {}): OverviewView {
  const [, , , , , admissions] = TARGETS;
  return {
    state: { termId: "2020-2025", asOf: asCalendarDate("2023-06-30"), basis: "accepted" },
    termName: "Nhiệm kỳ 2020 - 2025",
    final: false,
    illustrative: true,
    monthsPassed: 36,
    monthsTotal: 60,
    reports: {
      received: 176,
      expected: 180,
      cells: 5,
      missing: [
        { unitCode: "cb3", unitName: "Chi bộ 3", count: 3, newest: ["5/2023", "6/2023"] },
        { unitCode: "cb5", unitName: "Chi bộ 5", count: 1, newest: ["6/2023"] },
      ],
    },
    targets: TARGETS,
    todo: [
      {
        type: "measure",
        status: "behind",
        targetCode: "6",
        targetName: "Kết nạp đảng viên mới",
        measureName: null,
        measure: admissions?.measures[0] ?? countMeasure(),
        shortBy: "5",
      },
      { type: "reports", unitCode: "cb3", unitName: "Chi bộ 3", count: 3, newest: ["5/2023", "6/2023"] },
    ],
    taskGroups: GROUP_NAMES.map((name, index) => ({
      id: `g${index + 1}`,
      position: index + 1,
      name,
      tasks: [
        task(`${index}.1`, "done"),
        task(`${index}.2`, "done"),
        task(`${index}.3`, "in_progress"),
        task(`${index}.4`, "not_started"),
        ...(index === 2 ? [task("2.5", "late")] : []),
      ],
    })),
    mayExport: true,
    ...changes,
  };
}
