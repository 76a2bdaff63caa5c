// How the published results of 2015-2020 are divided over cells, months and years. The division is illustrative; the
// sums are not: 9,761 of 10,000 present, yearly ratings whose means are 97.80 and 96.82 exactly, 12 admissions.
import type { Term } from "@/domain/terms";
import { buildAdmissions } from "../admissions";
import { buildAttendance, countMemberMonths, type AttendanceFacts } from "../attendance";
import { amend, corrected, noted, notApplicableEntry, type Entry } from "../entries";
import { createRandom } from "../random";
import { buildRatings } from "../ratings";
import type { Roll } from "../rolls";
import { buildStudies } from "../studies";

const REQUIRED_IN_TERM = 10_000;

const members: Roll = {
  cb1: [["2015-07", 28], ["2016-03", 29], ["2018-01", 30], ["2018-06", 31]],
  cb2: [["2015-07", 40], ["2016-02", 42], ["2017-04", 43], ["2018-03", 44], ["2019-06", 45]],
  cb3: [["2015-07", 35], ["2016-01", 37], ["2017-06", 38], ["2018-02", 40], ["2019-03", 41], ["2020-02", 42]],
  cb4: [["2015-07", 24], ["2016-02", 26], ["2018-01", 28]],
  cb5: [["2015-07", 27], ["2016-05", 28], ["2017-02", 29], ["2018-04", 31], ["2019-02", 33]],
};

const otherStaff: Roll = {
  cb1: [["2015-07", 9], ["2018-01", 11], ["2019-04", 14]],
  cb2: [["2015-07", 13], ["2016-10", 16], ["2019-01", 19]],
  cb3: [["2015-07", 11], ["2017-04", 14], ["2019-07", 17]],
  cb4: [["2015-07", 8], ["2017-01", 9], ["2019-01", 11]],
  cb5: [["2015-07", 9], ["2016-07", 11], ["2018-10", 13]],
};

const NO_RATING_YET = "Việc đánh giá, xếp loại thực hiện vào cuối năm; nhiệm kỳ kết thúc trước thời điểm đánh giá.";

const admitted = {
  "cb2 2015-11": 1,
  "cb1 2016-05": 1,
  "cb3 2016-08": 1,
  "cb5 2016-12": 1,
  "cb2 2017-05": 1,
  "cb4 2017-12": 1,
  "cb5 2018-02": 1,
  "cb3 2018-09": 1,
  "cb2 2019-02": 1,
  "cb1 2019-05": 1,
  "cb5 2019-12": 1,
  "cb3 2020-02": 1,
};

function buildTopics(): readonly Entry[] {
  const judgement = (period: string, evidence: string): Entry => {
    return { measure: "m2", unit: "db", period, judged: "exceeded", evidence };
  };
  const before = (period: string, note: string) => notApplicableEntry({ measure: "m2", unit: "db", period }, note);
  const named = (year: string) => `Chuyên đề năm ${year} được nêu tên trong báo cáo đã công bố.`;
  return [
    before("2015", "Nghị quyết Trung ương 4 (khóa XII) và Chỉ thị 05-CT/TW chưa ban hành."),
    before("2016", "Năm ban hành Nghị quyết Trung ương 4 (khóa XII) và Chỉ thị 05-CT/TW; chuyên đề thực hiện từ năm 2017."),
    judgement("2017", "Báo cáo đã công bố nêu thực hiện hằng năm, không nêu tên chuyên đề năm 2017."),
    ...["2018", "2019", "2020"].map((year) => judgement(year, named(year))),
  ];
}

const politicalTasks = { "2015": "96.2", "2016": "95.8", "2017": "96.5", "2018": "97.1", "2019": "96.4", "2020": "95.6" };

function buildCommitteeEntries(): readonly Entry[] {
  const tasks = Object.entries(politicalTasks).map(([period, n]): Entry => ({ measure: "m7", unit: "db", period, n }));
  const mobilisation: Entry = {
    measure: "m8",
    unit: "db",
    period: "term",
    judged: "exceeded",
    evidence: "Báo cáo đã công bố nêu triển khai kịp thời; mức đánh giá là giả định.",
  };
  return [...buildTopics(), ...tasks, mobilisation];
}

/** Everything that the cells and the committee reported in the term. */
export function buildFirstEntries(term: Term): readonly Entry[] {
  const random = createRandom(2015);
  const attendance: AttendanceFacts = {
    term,
    random,
    members,
    exempt: 0,
    absences: { "2015": 26, "2016": 52, "2017": 47, "2018": 40, "2019": 38, "2020": 36 },
    leanings: { cb1: 8, cb2: 10, cb3: 15, cb4: 8, cb5: 9 },
    peaks: { "2020-02": 13, "2020-04": 20 },
    noMeeting: { "cb5 2020-04": "Không tổ chức sinh hoạt trong thời gian giãn cách xã hội phòng, chống dịch." },
  };
  const ratings = { term, random, noRating: { "2020": NO_RATING_YET } };
  const entries = [
    ...buildStudies({
      term,
      random,
      members,
      otherStaff,
      absences: { "2015": 4, "2016": 9, "2017": 8, "2018": 7, "2019": 8, "2020": 4 },
      noStudy: { "cb4 2017-Q3": "Trong quý không có đợt học tập, quán triệt." },
    }),
    ...buildRatings({ measure: "m3", ...ratings, roll: members, years: staffRatings }),
    ...buildAttendance({ ...attendance, exempt: countMemberMonths(attendance) - REQUIRED_IN_TERM }),
    ...buildRatings({ measure: "m5", ...ratings, roll: members, years: memberRatings }),
    ...buildAdmissions(term, members, admitted),
    ...buildCommitteeEntries(),
  ];
  return amend(entries, amendments);
}

/** 95.50, 97.73, 97.27, 96.00 and 97.60: their mean is 96.82. */
const staffRatings = {
  "2015": { rated: 200, notGood: 9 },
  "2016": { rated: 220, notGood: 5 },
  "2017": { rated: 220, notGood: 6 },
  "2018": { rated: 225, notGood: 9 },
  "2019": { rated: 250, notGood: 6 },
};

/** 98.00, 97.50, 97.50, 98.29 and 97.71: their mean is 97.80. */
const memberRatings = {
  "2015": { rated: 150, notGood: 3 },
  "2016": { rated: 160, notGood: 4 },
  "2017": { rated: 160, notGood: 4 },
  "2018": { rated: 175, notGood: 3 },
  "2019": { rated: 175, notGood: 4 },
};

const amendments = {
  "m4 cb3 2016-02": noted("Nhiều đồng chí nghỉ phép dịp Tết Nguyên đán."),
  "m4 cb3 2017-09": corrected("2017-10-16", 1, "Đối chiếu sổ biên bản: bổ sung 01 đảng viên dự sinh hoạt bù trong tháng."),
  "m1b cb2 2018-Q2": corrected("2018-07-20", 1, "Bổ sung 01 quần chúng học tập đợt sau."),
  "m4 cb1 2020-02": noted("Sinh hoạt trong thời gian phòng, chống dịch."),
  "m7 db 2020": (entry: Entry): Entry => ({ ...entry, estimate: true, note: "Ước thực hiện 06 tháng đầu năm 2020." }),
};
