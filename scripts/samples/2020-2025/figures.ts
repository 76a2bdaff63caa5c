// Illustrative figures of 2020-2025, with the dip of the months of social distancing in 2021. At the mid-term review
// attendance is on track, members' ratings are at risk, admissions behind and the "Dân vận khéo" not judged yet.
import type { Term } from "@/domain/terms";
import { buildAdmissions } from "../admissions";
import { buildAttendance } from "../attendance";
import { amend, corrected, noted, notApplicableEntry, rateEntry, type Entry } from "../entries";
import { createRandom } from "../random";
import { buildRatings } from "../ratings";
import type { Roll } from "../rolls";
import { buildStudies } from "../studies";

const members: Roll = {
  cb1: [["2020-07", 31], ["2021-04", 30], ["2022-09", 31], ["2023-02", 30], ["2024-03", 31]],
  cb2: [["2020-07", 45], ["2021-05", 44], ["2022-01", 24], ["2023-04", 25], ["2024-06", 26]],
  cb3: [["2020-07", 42], ["2021-03", 41], ["2022-06", 40], ["2023-09", 41]],
  cb4: [["2020-07", 28], ["2021-06", 26], ["2022-08", 24], ["2024-01", 0]],
  cb5: [["2020-07", 33], ["2021-02", 30], ["2022-04", 27], ["2023-03", 24], ["2024-01", 0]],
  cb6: [["2022-01", 20], ["2022-10", 21], ["2024-02", 22]],
  cb7: [["2024-01", 45], ["2024-09", 44]],
};

const otherStaff: Roll = {
  cb1: [["2020-07", 14]],
  cb2: [["2020-07", 20], ["2022-01", 11]],
  cb3: [["2020-07", 17], ["2022-10", 16]],
  cb4: [["2020-07", 11], ["2024-01", 0]],
  cb5: [["2020-07", 13], ["2024-01", 0]],
  cb6: [["2022-01", 10]],
  cb7: [["2024-01", 24]],
};

const DISTANCING = "Không tổ chức sinh hoạt trong thời gian giãn cách xã hội phòng, chống dịch.";

const staffRatings = {
  "2020-2021": { rated: 248, notGood: 10 },
  "2021-2022": { rated: 250, notGood: 11 },
  "2022-2023": { rated: 246, notGood: 8 },
  "2023-2024": { rated: 247, notGood: 7 },
  "2024-2025": { rated: 252, notGood: 6 },
};

const memberRatings = {
  "2020-2021": { rated: 172, notGood: 8 },
  "2021-2022": { rated: 164, notGood: 11 },
  "2022-2023": { rated: 163, notGood: 10 },
  "2023-2024": { rated: 161, notGood: 6 },
  "2024-2025": { rated: 163, notGood: 4 },
};

const NOT_YET_FOUNDED = "Chi bộ 6 thành lập từ ngày 01/01/2022; kết quả năm 2021 do Chi bộ 2 báo cáo.";

/** The one in June 2023 waits for the office: it shows on the provisional basis only. */
const admitted = {
  "cb2 2020-12": 1,
  "cb1 2022-05": 1,
  "cb3 2022-12": 1,
  "cb2 2023-06": 1,
  "cb6 2023-11": 1,
  "cb1 2024-05": 1,
  "cb2 2024-09": 1,
  "cb7 2024-12": 1,
  "cb3 2025-05": 1,
};

/** Well done of those assigned. */
const politicalTasks = {
  "2020-2021": [45, 47],
  "2021-2022": [44, 46],
  "2022-2023": [47, 49],
  "2023-2024": [49, 51],
  "2024-2025": [50, 52],
} as const;

const topics = {
  "2020-2021": "met",
  "2021-2022": "exceeded",
  "2022-2023": "met",
  "2023-2024": "met",
  "2024-2025": "exceeded",
} as const;

const mobilisation = { "2023-H1": "met", "2023-H2": "met", "2024-H1": "exceeded", "2024-H2": "met", "2025-H1": "met" } as const;

function buildCommitteeEntries(): readonly Entry[] {
  const db = (measure: string, period: string) => ({ measure, unit: "db", period });
  const beforeCriteria = ["2020-H2", "2021-H1", "2021-H2", "2022-H1", "2022-H2"];
  return [
    ...Object.entries(topics).map(([year, judged]): Entry => {
      return { ...db("m2", year), judged, evidence: `Kế hoạch và báo cáo kết quả chuyên đề năm ${year}.` };
    }),
    ...Object.entries(politicalTasks).map(([year, [n, d]]) => rateEntry(db("m7", year), n, d)),
    ...beforeCriteria.map((half) => notApplicableEntry(db("m8", half), "Tiêu chí đánh giá được áp dụng từ năm 2023.")),
    ...Object.entries(mobilisation).map(([half, judged]): Entry => {
      return { ...db("m8", half), judged, evidence: "Báo cáo mô hình “Dân vận khéo” của các chi bộ." };
    }),
  ];
}

/** Everything that the cells and the committee reported or began to report in the term. */
export function buildLaterEntries(term: Term): readonly Entry[] {
  const random = createRandom(2020);
  const ratings = { term, random, roll: members, noRating: { "cb6 2021-2022": NOT_YET_FOUNDED } };
  const entries = [
    ...buildStudies({
      term,
      random,
      members,
      otherStaff,
      absences: { "2020-2021": 10, "2021-2022": 13, "2022-2023": 11, "2023-2024": 9, "2024-2025": 8 },
      noStudy: { "cb5 2021-Q3": "Trong quý không có đợt học tập, quán triệt." },
    }),
    ...buildRatings({ measure: "m3", ...ratings, years: staffRatings }),
    ...buildAttendance({
      term,
      random,
      members,
      exempt: 190,
      absences: { "2020-2021": 45, "2021-2022": 78, "2022-2023": 54, "2023-2024": 44, "2024-2025": 38 },
      leanings: { cb1: 6, cb2: 10, cb3: 26, cb4: 8, cb5: 9, cb6: 10, cb7: 9 },
      peaks: { "2021-08": 30, "2021-09": 45, "2021-10": 25 },
      noMeeting: { "cb4 2021-08": DISTANCING, "cb5 2021-08": DISTANCING, "cb5 2021-09": DISTANCING },
    }),
    ...buildRatings({ measure: "m5", ...ratings, years: memberRatings }),
    ...buildAdmissions(term, members, admitted),
    ...buildCommitteeEntries(),
  ];
  return amend(entries, amendments);
}

const amendments = {
  "m4 cb2 2022-10": corrected("2022-11-14", 1, "Đối chiếu sổ biên bản: 01 đảng viên dự sinh hoạt được ghi sót."),
  "m4 cb3 2021-09": noted("Sinh hoạt trực tuyến; nhiều đồng chí tham gia lực lượng phòng, chống dịch."),
  "m4 cb3 2023-04": (entry: Entry): Entry => {
    return { ...entry, n: "36", d: "40", note: "Một số đồng chí đi công tác cơ sở dài ngày." };
  },
  "m4 cb5 2023-06": (entry: Entry): Entry => ({ ...entry, n: "22", d: "24" }),
  "m1b cb1 2023-Q2": ({ measure, unit, period, d }: Entry): Entry => ({ measure, unit, period, d, note: "Chờ danh sách đợt học tháng 6." }),
};
