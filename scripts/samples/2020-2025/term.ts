import type { BundleTerm } from "@/domain/bundle/schema";
import { asCalendarDate } from "@/domain/dates";
import { DEFAULT_SETTINGS, type ReportingYear, type Term } from "@/domain/terms";
import { createRandom } from "../random";
import { fileReports } from "../reports";
import { explanations } from "./explanations";
import { buildLaterEntries } from "./figures";
import { laterHandlings } from "./reports";
import { laterLinks, laterTargets } from "./targets";
import { educationGroups } from "./tasks-education";
import { organisationGroups } from "./tasks-organisation";

/** Reporting years run from July to June, as the term does: a congress year is not a calendar year. */
const years: readonly ReportingYear[] = [2020, 2021, 2022, 2023, 2024].map((first) => ({
  id: `${first}-${first + 1}`,
  startsOn: asCalendarDate(`${first}-07-01`),
  endsOn: asCalendarDate(`${first + 1}-06-30`),
}));

const term: Term = {
  id: "2020-2025",
  name: "Nhiệm kỳ 2020 - 2025",
  startsOn: asCalendarDate("2020-07-01"),
  endsOn: asCalendarDate("2025-06-30"),
  years,
  settings: { ...DEFAULT_SETTINGS, viewAsOf: asCalendarDate("2023-06-30") },
};

/** The term 2020-2025 as the bundle holds it: whole, and opened by the demo at its mid-term review. */
export function buildLaterTerm(): BundleTerm {
  const reporting = {
    term,
    random: createRandom(20_200_701),
    handlings: laterHandlings,
    lateness: { cb1: 3, cb2: 6, cb3: 18, cb4: 3, cb5: 8, cb6: 6, cb7: 5 },
  };
  return {
    id: term.id,
    name: term.name,
    startsOn: term.startsOn,
    endsOn: term.endsOn,
    closed: false,
    congress: { ordinal: "III", heldOn: null, resolution: "Nghị quyết Đại hội Đảng bộ lần thứ III, nhiệm kỳ 2020 - 2025" },
    links: laterLinks,
    years: [...term.years],
    settings: term.settings,
    targets: laterTargets,
    taskGroups: [...educationGroups, ...organisationGroups],
    ...fileReports(reporting, buildLaterEntries(term)),
    explanations,
  };
}
