// The targets whose figures the cells report.
import type { BundleTarget } from "@/domain/bundle/measure-schema";

const cellRate = { kind: "rate", unitLabel: "%", overUnits: "sum", planProvenance: "assumed", decimals: 2 } as const;

const study: BundleTarget = {
  id: "t1",
  position: 1,
  name: "Quán triệt, học tập nghị quyết, chỉ thị",
  wording: "Đảng viên và quần chúng tham gia học tập, quán triệt nghị quyết, chỉ thị của Đảng.",
  group: "party_building",
  provenance: "stated",
  measures: [
    {
      id: "m1a",
      name: "Đảng viên tham gia học tập, quán triệt",
      ...cellRate,
      frequency: "quarter",
      overTime: "sum",
      rule: "at_least",
      plan: "100",
      published: { value: "100", verdict: "met" },
      nLabel: "Đã học",
      dLabel: "Phải học",
    },
    {
      id: "m1b",
      name: "Quần chúng tham gia học tập, quán triệt",
      ...cellRate,
      frequency: "quarter",
      overTime: "sum",
      rule: "more_than",
      plan: "95",
      published: { verdict: "met" },
      nLabel: "Đã học",
      dLabel: "Phải học",
    },
  ],
};

const staffRating: BundleTarget = {
  id: "t3",
  position: 3,
  name: "Công chức, viên chức hoàn thành tốt nhiệm vụ",
  wording: "Tỷ lệ công chức, viên chức hoàn thành tốt nhiệm vụ hằng năm.",
  group: "party_building",
  provenance: "stated",
  measures: [
    {
      id: "m3",
      name: "Công chức, viên chức hoàn thành tốt nhiệm vụ trở lên",
      ...cellRate,
      frequency: "year",
      overTime: "each_year",
      rule: "at_least",
      plan: "95",
      published: { value: "96.82", verdict: "exceeded" },
      nLabel: "Tốt trở lên",
      dLabel: "Được xếp loại",
      sensitive: true,
    },
  ],
};

const attendance: BundleTarget = {
  id: "t4",
  position: 4,
  name: "Đảng viên dự sinh hoạt chi bộ",
  wording: "Tỷ lệ đảng viên dự sinh hoạt bình quân.",
  group: "party_building",
  provenance: "stated",
  measures: [
    {
      id: "m4",
      name: "Đảng viên dự sinh hoạt (không tính đảng viên được miễn)",
      ...cellRate,
      frequency: "month",
      overTime: "sum",
      rule: "at_least",
      plan: "95",
      published: { value: "97.61", verdict: "exceeded" },
      nLabel: "Có mặt",
      dLabel: "Phải dự",
    },
  ],
};

const memberRating: BundleTarget = {
  id: "t5",
  position: 5,
  name: "Đảng viên hoàn thành tốt nhiệm vụ",
  wording: "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ bình quân hằng năm.",
  group: "party_building",
  provenance: "stated",
  measures: [
    {
      id: "m5",
      name: "Đảng viên hoàn thành tốt nhiệm vụ trở lên",
      ...cellRate,
      frequency: "year",
      overTime: "mean_years",
      rule: "at_least",
      plan: "95",
      published: { value: "97.80", verdict: "exceeded" },
      nLabel: "Tốt trở lên",
      dLabel: "Được xếp loại",
      sensitive: true,
    },
  ],
};

const admissions: BundleTarget = {
  id: "t6",
  position: 6,
  name: "Kết nạp đảng viên mới",
  wording: "Kết nạp đảng viên mới trong nhiệm kỳ.",
  group: "party_building",
  provenance: "stated",
  measures: [
    {
      id: "m6",
      name: "Đảng viên mới được kết nạp",
      kind: "count",
      unitLabel: "đảng viên",
      frequency: "month",
      overUnits: "sum",
      overTime: "sum",
      rule: "at_least",
      plan: "5",
      planProvenance: "inferred",
      published: { value: "12", verdict: "exceeded" },
      nLabel: "Số kết nạp",
    },
  ],
};

export const cellTargets = { study, staffRating, attendance, memberRating, admissions };
