// A report's form as it is handed to the page.
import type { CalendarDate } from "@/domain/dates";
import type { Measure } from "@/domain/measures";
import { asThousandths } from "@/domain/thousandths";
import { EMPTY_FIGURE } from "@/domain/typed-figures";
import type { EntryView } from "@/server/loaders/report-views";

/** A monthly measure of a kind, its plan in whole units. */
export const measure = (id: string, kind: Measure["kind"], plan: number | null): Measure => ({
  ...{
    id,
    kind,
    frequency: "month",
    overUnits: "sum",
    overTime: kind === "level" ? "latest" : "sum",
    rule: "at_least",
  },
  plans: { plan: plan === null ? null : asThousandths(plan * 1000), yearPlans: {}, sharePlan: null },
  ...{ earlierPlans: [], fixedBase: null, decimals: 2, mayExceedBase: false, unitIds: null, joinedOn: {} },
});

/** Its row in a form: nothing typed, nothing reported before but what is shown. */
export const row = (of: Measure, name: string): EntryView["measures"][number] => ({
  measure: of,
  ...{ code: of.id, name, targetPosition: 1, targetName: null, unitLabel: null },
  nLabel: of.kind === "rate" ? "Có mặt" : "Số đảng viên",
  dLabel: of.kind === "rate" ? "Phải dự" : null,
  ...{ planText: of.plans.plan === null ? null : "từ 95%", planSpan: null, fixedBase: null, illustrative: false },
  past: [{ type: "previous", value: "96,67%", notApplicable: false, provisional: false }],
  ...{ earlier: [], previousTyped: null },
  facts: { year: null, settings: { atRiskCountPct: 85, atRiskPoints: 2 }, history: [], accepted: null },
  countedBefore: of.kind === "count" ? 1000 : null,
  typed: EMPTY_FIGURE,
});

/** June of a cell: attendance from 95 %, and admissions. */
export const view: EntryView = {
  ...{ submissionId: null, version: 4, standing: "draft", accountId: "a1", termCode: "2023" },
  unit: { id: "u1", code: "cb1", name: "Chi bộ 1" },
  period: {
    ...{ id: "p1", key: "2023-06", frequency: "month", title: "tháng 6 năm 2023" },
    ...{ startsOn: "2023-06-01" as CalendarDate, endsOn: "2023-06-30" as CalendarDate },
  },
  ...{ dueOn: "2023-06-25" as CalendarDate, daysLeft: -5, daysLate: null, submittedOn: null, decidedOn: null },
  ...{ locked: false, officeNote: null, savedAt: null, correctionReason: null, withdrawnAt: null },
  measures: [
    row(measure("m1", "rate", 95), "Đảng viên dự sinh hoạt"),
    row(measure("m2", "count", 8), "Kết nạp đảng viên mới"),
  ],
};
