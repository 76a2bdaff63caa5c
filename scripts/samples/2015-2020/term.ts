import type { BundleTerm } from "@/domain/bundle/schema";
import { asCalendarDate } from "@/domain/dates";
import { DEFAULT_SETTINGS, defaultYears, type Term } from "@/domain/terms";
import { createRandom } from "../random";
import { fileReports, type Handling } from "../reports";
import { buildFirstEntries } from "./figures";
import { firstTargets } from "./targets";

const span = { startsOn: asCalendarDate("2015-07-01"), endsOn: asCalendarDate("2020-06-30") };

/** Reporting years are calendar years cut to the term: half of 2015, four whole ones, half of 2020. */
const term: Term = {
  id: "2015-2020",
  name: "Nhiệm kỳ 2015 - 2020",
  ...span,
  years: defaultYears(span),
  settings: DEFAULT_SETTINGS,
};

const handlings: Readonly<Record<string, Handling>> = {
  "cb3 2016-03": {
    status: "accepted",
    submittedOn: "2016-04-04",
    decidedOn: "2016-04-06",
    note: "Đã trả lại ngày 28/3/2016: số có mặt chưa khớp với sổ biên bản; chi bộ đã rà soát và gửi lại.",
  },
  "cb5 2019-02": {
    status: "accepted",
    submittedOn: "2019-03-11",
    decidedOn: "2019-03-12",
    note: "Gửi muộn do bí thư chi bộ đi học tập trung.",
  },
  "db term": { status: "accepted", submittedOn: "2020-06-22", decidedOn: "2020-06-22" },
};

/** The term 2015-2020 as the bundle holds it. Its task groups were not published and are left out. */
export function buildFirstTerm(): BundleTerm {
  const reporting = {
    term,
    random: createRandom(20_150_701),
    handlings,
    lateness: { cb1: 4, cb2: 7, cb3: 15, cb4: 3, cb5: 8 },
  };
  return {
    id: term.id,
    name: term.name,
    startsOn: term.startsOn,
    endsOn: term.endsOn,
    closed: true,
    congress: { ordinal: "II", heldOn: null, resolution: "Nghị quyết Đại hội Đảng bộ lần thứ II, nhiệm kỳ 2015 - 2020" },
    links: [],
    years: [...term.years],
    settings: term.settings,
    targets: [...firstTargets],
    taskGroups: [],
    ...fileReports(reporting, buildFirstEntries(term)),
    explanations: [],
  };
}
