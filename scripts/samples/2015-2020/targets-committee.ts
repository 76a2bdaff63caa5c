// The targets that the committee itself judges or reports. The last two are inferred.
import type { BundleTarget } from "@/domain/bundle/measure-schema";

const topics: BundleTarget = {
  id: "t2",
  position: 2,
  name: "Chuyên đề hằng năm thực hiện Nghị quyết TW4 và Chỉ thị 05",
  wording: "Cụ thể hóa Nghị quyết Trung ương 4 và Chỉ thị 05-CT/TW thành chuyên đề hằng năm.",
  group: "party_building",
  provenance: "stated",
  measures: [
    {
      id: "m2",
      name: "Cụ thể hóa thành chuyên đề hằng năm",
      kind: "judged",
      unitLabel: "đánh giá",
      frequency: "year",
      overUnits: "sum",
      overTime: "each_year",
      rule: "judged",
      planProvenance: "assumed",
      units: ["db"],
      published: { verdict: "exceeded" },
    },
  ],
};

const politicalTasks: BundleTarget = {
  id: "t7",
  position: 7,
  name: "Chỉ tiêu, nhiệm vụ chính trị của cơ quan",
  wording: "Các chỉ tiêu, nhiệm vụ chính trị của cơ quan được thực hiện tốt.",
  group: "political_tasks",
  provenance: "inferred",
  measures: [
    {
      id: "m7",
      name: "Chỉ tiêu, nhiệm vụ được thực hiện tốt",
      kind: "percent",
      unitLabel: "%",
      frequency: "year",
      overUnits: "mean",
      overTime: "mean_years",
      rule: "at_least",
      plan: "95",
      planProvenance: "assumed",
      units: ["db"],
      decimals: 2,
    },
  ],
};

const massMobilisation: BundleTarget = {
  id: "t8",
  position: 8,
  name: "Công tác dân vận, phong trào “Dân vận khéo”",
  wording: "Triển khai kịp thời công tác dân vận và phong trào thi đua “Dân vận khéo”.",
  group: "mass_mobilisation",
  provenance: "inferred",
  measures: [
    {
      id: "m8",
      name: "Thực hiện công tác dân vận",
      kind: "judged",
      unitLabel: "đánh giá",
      frequency: "term",
      overUnits: "sum",
      overTime: "latest",
      rule: "judged",
      planProvenance: "assumed",
      units: ["db"],
    },
  ],
};

export const committeeTargets = { topics, politicalTasks, massMobilisation };
