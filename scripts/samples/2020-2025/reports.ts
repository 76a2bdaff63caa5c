// How the reports around the mid-term review of 30 June 2023 were handled: what is due, late, waiting and returned.
import type { Handling } from "../reports";

const accepted = (submittedOn: string, decidedOn: string, note?: string): Handling => ({
  status: "accepted",
  submittedOn,
  decidedOn,
  ...(note === undefined ? {} : { note }),
});

const earlier: Readonly<Record<string, Handling>> = {
  "cb3 2021-09": accepted("2021-10-12", "2021-10-14", "Gửi muộn do giãn cách xã hội."),
  "cb5 2021-10": accepted(
    "2021-11-03",
    "2021-11-04",
    "Đã trả lại ngày 28/10/2021: số phải dự chưa trừ đảng viên được miễn; chi bộ đã sửa và gửi lại.",
  ),
  "cb3 2023-04": accepted("2023-05-08", "2023-05-10", "Gửi muộn do bí thư chi bộ đi công tác."),
};

const may2023: Readonly<Record<string, Handling>> = {
  "cb1 2023-05": accepted("2023-05-23", "2023-05-25"),
  "cb2 2023-05": accepted("2023-05-25", "2023-05-26"),
  "cb3 2023-05": { status: "missing" },
  "cb4 2023-05": accepted("2023-05-22", "2023-05-25"),
  "cb5 2023-05": accepted("2023-05-29", "2023-05-30"),
  "cb6 2023-05": accepted("2023-05-24", "2023-05-25"),
};

const june2023: Readonly<Record<string, Handling>> = {
  "cb1 2023-06": { status: "missing" },
  "cb2 2023-06": { status: "submitted", submittedOn: "2023-06-24" },
  "cb3 2023-06": { status: "missing" },
  "cb4 2023-06": accepted("2023-06-22", "2023-06-26"),
  "cb5 2023-06": {
    status: "returned",
    submittedOn: "2023-06-25",
    decidedOn: "2023-06-28",
    note: "Số đảng viên phải dự chưa trừ đảng viên được miễn sinh hoạt. Đề nghị rà soát và gửi lại.",
  },
  "cb6 2023-06": { status: "submitted", submittedOn: "2023-06-28" },
};

const secondQuarter2023: Readonly<Record<string, Handling>> = {
  "cb1 2023-Q2": { status: "draft" },
  "cb2 2023-Q2": { status: "submitted", submittedOn: "2023-06-25" },
  "cb3 2023-Q2": { status: "missing" },
  "cb4 2023-Q2": accepted("2023-06-22", "2023-06-26"),
  "cb5 2023-Q2": accepted("2023-06-25", "2023-06-28"),
  "cb6 2023-Q2": accepted("2023-06-26", "2023-06-28"),
};

const thirdYear: Readonly<Record<string, Handling>> = {
  "db 2022-2023": accepted("2023-06-23", "2023-06-23"),
  "db 2023-H1": { status: "draft" },
  "cb1 2022-2023": accepted("2023-06-19", "2023-06-21"),
  "cb2 2022-2023": accepted("2023-06-20", "2023-06-21"),
  "cb3 2022-2023": accepted("2023-06-27", "2023-06-28"),
  "cb4 2022-2023": accepted("2023-06-16", "2023-06-20"),
  "cb5 2022-2023": accepted("2023-06-21", "2023-06-23"),
  "cb6 2022-2023": accepted("2023-06-20", "2023-06-21"),
};

/** By `unit period`; every other report was sent and accepted in the ordinary course. */
export const laterHandlings: Readonly<Record<string, Handling>> = {
  ...earlier,
  ...may2023,
  ...june2023,
  ...secondQuarter2023,
  ...thirdYear,
};
