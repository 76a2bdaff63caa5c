import type { BundleExplanation } from "@/domain/bundle/figure-schema";

/** Questions of the leadership about single figures: one answered, one open at the mid-term review. */
export const explanations: BundleExplanation[] = [
  {
    id: "x1",
    unit: "cb3",
    measure: "m4",
    period: "2023-04",
    askedOn: "2023-05-12",
    question: "Đề nghị chi bộ giải trình nguyên nhân đảng viên vắng sinh hoạt tháng 4/2023.",
    answeredOn: "2023-05-16",
    answer: "Một số đồng chí đi công tác cơ sở dài ngày; chi bộ sẽ bố trí sinh hoạt trước đợt công tác.",
    state: "answered",
  },
  {
    id: "x2",
    unit: "cb3",
    measure: "m5",
    period: "2022-2023",
    askedOn: "2023-06-29",
    question: "Đề nghị chi bộ nêu giải pháp nâng tỷ lệ đảng viên hoàn thành tốt nhiệm vụ.",
    answeredOn: null,
    answer: null,
    state: "open",
  },
];
