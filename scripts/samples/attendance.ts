import { listPeriods, type Period } from "@/domain/periods";
import type { Term } from "@/domain/terms";
import { notApplicableEntry, rateEntry, type Entry } from "./entries";
import { spread, type Random } from "./random";
import { cellSizesAt, seasonAt, type Roll } from "./rolls";

/** What is known of a term's attendance before chance spreads it over cells and months. */
export interface AttendanceFacts {
  readonly term: Term;
  readonly random: Random;
  readonly members: Roll;
  /** How many member-months in the term were exempt from attending: required is members less exempt. */
  readonly exempt: number;
  /** Absences by reporting year. */
  readonly absences: Readonly<Record<string, number>>;
  /** How likely a cell's members are absent, in tenths of the usual. */
  readonly leanings: Readonly<Record<string, number>>;
  /** Months with more absences than the season explains, in tenths of the usual. */
  readonly peaks: Readonly<Record<string, number>>;
  /** Why a cell held no meeting, by `unit month`. */
  readonly noMeeting: Readonly<Record<string, string>>;
}

interface Meeting {
  readonly unit: string;
  readonly period: Period;
  readonly members: number;
}

/** Monthly attendance (present of required) of every cell for the measure `m4`. */
export function buildAttendance(facts: AttendanceFacts): readonly Entry[] {
  const months = listPeriods(facts.term, "month");
  const all = months.flatMap((period) =>
    cellSizesAt(facts.members, period.endsOn).map(({ unit, size }) => ({ unit, period, members: size })),
  );
  const reasonOf = ({ unit, period }: Meeting) => facts.noMeeting[`${unit} ${period.key}`];
  const held = all.filter((meeting) => reasonOf(meeting) === undefined);
  const figures = new Map(drawPresence(facts, held).map((entry) => [`${entry.unit} ${entry.period}`, entry]));
  return all.map((meeting) => {
    const address = { measure: "m4", unit: meeting.unit, period: meeting.period.key };
    return figures.get(`${address.unit} ${address.period}`) ?? notApplicableEntry(address, reasonOf(meeting) ?? "");
  });
}

function drawPresence(facts: AttendanceFacts, held: readonly Meeting[]): readonly Entry[] {
  const exempt = spread(
    facts.random,
    facts.exempt,
    held.map(({ members }) => ({ weight: members, most: 3 })),
  );
  const required = held.map((meeting, index) => ({ ...meeting, required: meeting.members - (exempt[index] ?? 0) }));
  return Object.entries(facts.absences).flatMap(([yearId, total]) => {
    const meetings = required.filter(({ period }) => period.yearId === yearId);
    const absent = spread(
      facts.random,
      total,
      meetings.map((meeting) => ({
        weight: meeting.required * (facts.leanings[meeting.unit] ?? 10) * seasonAt(meeting.period.endsOn, facts.peaks),
        most: Math.floor(meeting.required / 4),
      })),
    );
    return meetings.map((meeting, index) =>
      rateEntry(
        { measure: "m4", unit: meeting.unit, period: meeting.period.key },
        meeting.required - (absent[index] ?? 0),
        meeting.required,
      ),
    );
  });
}

/** The sum of the members of all cells over the months in which a meeting was held. */
export function countMemberMonths({ term, members, noMeeting }: AttendanceFacts): number {
  return listPeriods(term, "month")
    .flatMap((period) => cellSizesAt(members, period.endsOn).map((cell) => ({ ...cell, key: period.key })))
    .filter(({ unit, key }) => noMeeting[`${unit} ${key}`] === undefined)
    .reduce((sum, { size }) => sum + size, 0);
}
