// Bundles for tests: one with a bit of everything, and the ones that ship.
import { readFileSync } from "node:fs";
import { readBundle } from "@/domain/bundle/read";
import type { Bundle } from "@/domain/bundle/schema";
import { asCalendarDate } from "@/domain/dates";
import { systemActor } from "@/server/system-actor";

export const importer = systemActor("bundles.import", asCalendarDate("2024-01-01"));

/** A bundle that must be valid. */
export function validBundle(json: unknown): Bundle {
  const reading = readBundle(json);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.bundle;
}

export function sampleBundle(term: "2015-2020" | "2020-2025"): Bundle {
  return validBundle(JSON.parse(readFileSync(`samples/${term}.json`, "utf8")));
}

/** A reorganisation, ranges, shares, judgements, changed plans, corrections, tasks and explanations in one term. */
export const everything = {
  format: "tien-do/bundle@1",
  organisation: {
    name: "Đảng bộ Ban Quản lý",
    superior: "Đảng bộ tỉnh",
    place: "Rạch Giá",
    bodyCode: "ĐU",
    signatory: { onBehalfOf: "ĐẢNG ỦY", title: "BÍ THƯ" },
  },
  units: [
    { id: "db", kind: "committee", name: "Đảng ủy", from: "2015-01-01" },
    { id: "k1", kind: "section", name: "Khối văn phòng", parent: "db", from: "2015-01-01", position: 2 },
    { id: "cb1", kind: "cell", name: "Chi bộ 1", parent: "k1", from: "2015-01-01", position: 3 },
    {
      ...{ id: "cb2", kind: "cell", name: "Chi bộ 2", parent: "db", from: "2015-01-01", to: "2018-06-30", position: 4 },
      versions: [
        { from: "2016-07-01", name: "Chi bộ 2 (mới)" },
        { from: "2017-01-01", parent: "k1" },
        { from: "2018-01-01", parent: null, position: 9 },
      ],
    },
    { id: "cb3", kind: "cell", name: "Chi bộ 3", parent: "db", from: "2018-07-01", position: 5 },
  ],
  unitEvents: [
    { id: "e1", kind: "dissolve", on: "2018-07-01", decision: "12-QĐ/ĐU", from: ["cb2"], into: ["cb1", "cb3"] },
    { id: "e2", kind: "rename", on: "2016-07-01", from: ["cb2"], into: ["cb2"] },
  ],
  terms: [
    {
      ...{ id: "2015-2020", name: "Nhiệm kỳ 2015 - 2020", startsOn: "2015-07-01", endsOn: "2020-06-30", closed: true },
      congress: { ordinal: "III", heldOn: "2020-06-26", resolution: "Nghị quyết số 01" },
      links: [
        { target: "t1", previousTerm: "2010-2015", previousTarget: "t9", kind: "redefined", reason: "Đổi cách tính" },
        { previousTerm: "2010-2015", previousTarget: "t2", kind: "dropped" },
        { target: "t2", kind: "new" },
      ],
      years: [
        { id: "2015", startsOn: "2015-07-01", endsOn: "2016-06-30" },
        { id: "2016", startsOn: "2016-07-01", endsOn: "2017-12-31" },
        { id: "2018", startsOn: "2018-01-01", endsOn: "2020-06-30" },
      ],
      settings: { atRiskCountPct: 80, atRiskPoints: 1.5, viewAsOf: "2018-06-30" },
      targets: [
        {
          ...{ id: "t1", position: 1, name: "Dự sinh hoạt", wording: "95% trở lên", group: "xd", provenance: "stated" },
          measures: [
            {
              ...{ id: "m1", name: "Tỷ lệ dự", kind: "rate", unitLabel: "%", frequency: "month", overUnits: "sum" },
              ...{ overTime: "sum", rule: "at_least", plan: "95", planProvenance: "assumed", sensitive: true },
              ...{ nLabel: "Có mặt", dLabel: "Phải dự", decimals: 3, yearPlans: { "2016": "96.5" } },
              planHistory: [
                { until: "2015-01-31", plan: "90", yearPlans: {}, reason: "Thí điểm" },
                { until: "2017-12-31", plan: "94.25", yearPlans: { "2015": "93" } },
              ],
              published: { value: "97.61", verdict: "exceeded" },
            },
            {
              ...{ id: "m2", name: "Xếp loại", kind: "level", frequency: "year", overUnits: "share" },
              ...{ overTime: "each_year", rule: "at_least", plan: "3", sharePlan: "90", units: ["cb2", "cb1"] },
            },
          ],
        },
        {
          ...{ id: "t2", position: 2, name: "Kết nạp" },
          measures: [
            {
              ...{ id: "m3", name: "Số kết nạp", kind: "count", frequency: "quarter", overUnits: "sum" },
              ...{ overTime: "sum", rule: "range", plan: ["5", "7.5"], yearPlans: { "2015": ["1", "2"] } },
            },
            {
              ...{ id: "m4", name: "Tỷ lệ so đầu năm", kind: "rate", frequency: "half", overUnits: "sum" },
              ...{ overTime: "mean_years", rule: "at_least", plan: "3", fixedBase: { "2015": "120", "2016": "125" } },
              mayExceedBase: true,
            },
            {
              ...{ id: "m5", name: "So đầu nhiệm kỳ", kind: "rate", frequency: "year", overUnits: "sum" },
              ...{ overTime: "sum", rule: "more_than", plan: "3", fixedBase: { term: "118" } },
            },
            {
              ...{ id: "m6", name: "Kịp thời", kind: "judged", frequency: "term", overUnits: "min" },
              ...{ overTime: "latest", rule: "judged", units: ["db"] },
            },
            {
              ...{ id: "m7", name: "Điểm", kind: "percent", frequency: "month", overUnits: "mean" },
              ...{ overTime: "latest", rule: "at_least", plan: "80" },
            },
          ],
        },
      ],
      taskGroups: [
        {
          ...{ id: "g1", position: 1, name: "Công tác tư tưởng" },
          tasks: [
            {
              ...{ id: "g1.1", name: "Học tập nghị quyết", leadUnit: "db", supportingUnits: ["cb2", "cb1"] },
              ...{ dueOn: "2018-06-30", targets: ["t2", "t1"], expectedResult: "100%", state: "in_progress" },
              updates: [
                { on: "2016-03-31", state: "in_progress", text: "Đã mở 02 lớp" },
                { on: "2017-03-31", text: "Tiếp tục" },
              ],
            },
            { id: "g1.2", name: "Không có gì thêm" },
          ],
        },
        { id: "g2", position: 2, name: "Kiểm tra, giám sát" },
      ],
      submissions: [
        {
          ...{ unit: "cb1", period: "2016-03", status: "accepted", dueOn: "2016-03-25" },
          ...{ submittedOn: "2016-03-24", decidedOn: "2016-03-28", note: "Đủ" },
        },
        { unit: "cb2", period: "2016-03", status: "returned", submittedOn: "2016-03-30", note: "Xem lại mẫu số" },
        { unit: "cb1", period: "2016-04", status: "submitted", submittedOn: "2016-04-24" },
        { unit: "cb2", period: "2016-04", status: "draft", blanks: [{ measure: "m7", note: "Chưa chấm điểm" }] },
        { unit: "cb2", period: "2016-05", status: "draft", blanks: [{ measure: "m7", note: "Chờ biên bản" }] },
        { unit: "cb3", period: "2018-09", status: "accepted", blanks: [{ measure: "m7", note: "Mới thành lập" }] },
      ],
      explanations: [
        {
          ...{
            id: "x1",
            unit: "cb1",
            measure: "m1",
            period: "2016-03",
            askedOn: "2016-05-01",
            question: "Vì sao giảm?",
          },
          ...{ answeredOn: "2016-05-03", answer: "Một đồng chí ốm.", state: "answered" },
        },
        { id: "x2", measure: "m3", question: "Khi nào xong?", askedOn: "2016-06-01" },
        {
          ...{ id: "x3", target: "t1", unit: "cb1", state: "open" },
          messages: [
            { kind: "question", on: "2016-07-01", text: "Vì sao thấp?" },
            { kind: "answer", on: "2016-07-02", text: "Do dịch." },
            { kind: "answer", text: "Bổ sung: 02 đồng chí đi học." },
            { kind: "question", on: "2016-07-05", text: "Khi nào khắc phục?" },
          ],
        },
      ],
      figures: [
        {
          ...{ measure: "m1", unit: "cb1", period: "2016-03", n: "27", d: "28", status: "accepted", note: "Đã sửa" },
          illustrative: true,
          history: [
            { at: "2016-04-02", n: "26", d: "28", reason: "Ghi nhầm" },
            { at: "2016-04-02", n: "25", d: "28", reason: "Cộng sót" },
            { at: "2016-04-09", n: "24" },
          ],
        },
        {
          ...{ measure: "m7", unit: "cb1", period: "2016-03", n: "81.5", status: "accepted", estimate: true },
          history: [{ at: "2016-04-05", notApplicable: true, reason: "Đã có số" }],
        },
        { measure: "m1", unit: "cb2", period: "2016-03", n: "9", d: "12", status: "returned" },
        { measure: "m1", unit: "cb1", period: "2016-04", n: "28", d: "29", status: "submitted" },
        { measure: "m7", unit: "cb1", period: "2016-04", notApplicable: true, status: "submitted" },
        { measure: "m1", unit: "cb2", period: "2016-05", n: "11", status: "draft" },
        { measure: "m1", unit: "cb3", period: "2018-09", n: "10", d: "10", status: "accepted" },
        { measure: "m1", unit: "cb2", period: "2018-08", n: "5", d: "6", status: "accepted" },
        { measure: "m2", unit: "cb1", period: "2015", level: 3, status: "accepted" },
        { measure: "m2", unit: "cb2", period: "2015", level: 2, status: "accepted" },
        { measure: "m3", unit: "cb1", period: "2016-Q1", n: "2", status: "accepted" },
        { measure: "m3", unit: "cb2", period: "2016-Q1", n: "-1", status: "accepted", note: "Điều chỉnh" },
        { measure: "m4", unit: "cb1", period: "2016-H1", n: "4", status: "accepted" },
        { measure: "m5", unit: "cb1", period: "2015", n: "3.125", status: "accepted" },
        { measure: "m6", unit: "db", period: "term", judged: "met", evidence: "Báo cáo số 12", status: "accepted" },
      ],
    },
  ],
};
