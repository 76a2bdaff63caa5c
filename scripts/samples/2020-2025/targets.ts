// The eight targets of 2020-2025: neither list nor plans were published, so the eight of the term before are carried
// forward and everything about them is an assumption.
import type { BundleMeasure, BundleTarget } from "@/domain/bundle/measure-schema";
import type { BundleTerm } from "@/domain/bundle/schema";
import { firstTargets } from "../2015-2020/targets";

/** What the new term says differently of a target. */
interface Carried {
  readonly id: string;
  readonly wording: string;
  readonly measures: Readonly<Record<string, Partial<BundleMeasure>>>;
}

const carried: readonly Carried[] = [
  {
    id: "t1",
    wording:
      "100% đảng viên và trên 95% quần chúng tham gia học tập, quán triệt các nghị quyết, chỉ thị của Đảng.",
    measures: {},
  },
  {
    id: "t2",
    wording: "Mỗi năm cụ thể hóa việc học tập, làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh thành 01 chuyên đề.",
    measures: {},
  },
  {
    id: "t3",
    wording: "Hằng năm có từ 95% công chức, viên chức trở lên hoàn thành tốt nhiệm vụ.",
    measures: {},
  },
  {
    id: "t4",
    wording: "Tỷ lệ đảng viên dự sinh hoạt bình quân từ 95% trở lên.",
    measures: {
      m4: {
        planHistory: [
          {
            until: "2021-06-30",
            plan: "94",
            reason: "Nâng chỉ tiêu từ 94% lên 95% theo kết luận sơ kết năm thứ nhất, phù hợp kết quả nhiệm kỳ trước.",
          },
        ],
      },
    },
  },
  {
    id: "t5",
    wording: "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ bình quân hằng năm từ 95% trở lên.",
    measures: {},
  },
  {
    id: "t6",
    wording: "Trong nhiệm kỳ kết nạp từ 08 đảng viên mới trở lên.",
    measures: { m6: { plan: "8", planProvenance: "assumed" } },
  },
  {
    id: "t7",
    wording: "Hằng năm có từ 95% chỉ tiêu, nhiệm vụ chính trị của cơ quan trở lên được thực hiện tốt.",
    measures: {
      m7: {
        kind: "rate",
        overUnits: "sum",
        nLabel: "Thực hiện tốt",
        dLabel: "Được giao",
      },
    },
  },
  {
    id: "t8",
    wording: "Thực hiện kịp thời công tác dân vận; hằng năm có mô hình “Dân vận khéo” hiệu quả.",
    measures: { m8: { frequency: "half", overTime: "each_year" } },
  },
];

/** The targets of the new term: those of the term before, reworded, without what was published of them. */
export const laterTargets = firstTargets.map((target): BundleTarget => {
  const change = carried.find(({ id }) => id === target.id);
  if (change === undefined) throw new RangeError(`not carried forward: ${target.id}`);
  return {
    ...target,
    wording: change.wording,
    provenance: "assumed",
    measures: target.measures.map((measure) => ({ ...measure, published: undefined, ...change.measures[measure.id] })),
  };
});

const redefined: Readonly<Record<string, string>> = {
  t7: "Nhiệm kỳ trước chỉ có tỷ lệ phần trăm, không có số gốc; nhiệm kỳ này báo cáo số nhiệm vụ thực hiện tốt trên số được giao.",
  t8: "Nhiệm kỳ trước đánh giá một lần cho cả nhiệm kỳ; nhiệm kỳ này đánh giá 06 tháng một lần, từ năm 2023.",
};

/** Each target continues the one of the same number. */
export const laterLinks: NonNullable<BundleTerm["links"]> = firstTargets.map(({ id }) => ({
  target: id,
  previousTerm: "2015-2020",
  previousTarget: id,
  kind: redefined[id] === undefined ? "same" : "redefined",
  reason: redefined[id] ?? null,
}));
