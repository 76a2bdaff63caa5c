// The periods of a year for the office: where each stands, when it is due, how many reports it has, and its exceptions.
import "server-only";
import { listMeasures, type StoredMeasure } from "@/db/queries/measures";
import {
  listDueRules,
  listPeriodExceptions,
  listStoredPeriods,
  type GrantedException,
  type StoredPeriod,
} from "@/db/queries/periods";
import { listSubmissions, type SubmissionRow } from "@/db/queries/submissions";
import { findTermByCode, type StoredTerm } from "@/db/queries/terms";
import { listUnits, type StoredUnit } from "@/db/queries/units";
import type { CalendarDate } from "@/domain/dates";
import { decideDueOn, decidePeriodStanding, type DueRule, type PeriodStanding } from "@/domain/deadlines";
import { unitsAsked } from "@/domain/expected-reports";
import type { DueRulesState } from "@/domain/inputs/periods";
import type { Frequency } from "@/domain/measures";
import { FREQUENCIES } from "@/domain/periods";
import type { Authorized } from "@/domain/permissions";
import { lastYearBegun } from "@/domain/terms";
import { unitVersionAt } from "@/domain/units";
import { getStore } from "../store";
import { dueRulesStateOf } from "../workflows/periods";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";
import { periodText, periodTitle } from "./period-texts";

export type { DueRulesAnswer, OpenReport } from "../workflows/periods";

/** An exception as the office reads it. */
export interface ExceptionView {
  readonly id: string;
  readonly kind: GrantedException["kind"];
  /** Null: for all units. */
  readonly unitName: string | null;
  readonly untilOn: CalendarDate;
  readonly reason: string | null;
  /** Its last day has passed: an opening that has ended. */
  readonly isOver: boolean;
}

export interface PeriodRowView extends PeriodStanding {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly dueOn: CalendarDate;
  readonly accepted: number;
  readonly expected: number;
  readonly exceptions: readonly ExceptionView[];
}

export interface TermPeriodsView {
  readonly term: { readonly id: string; readonly code: string; readonly name: string; readonly isClosed: boolean };
  readonly years: readonly string[];
  readonly year: string;
  readonly rows: readonly PeriodRowView[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Of all frequencies that measures of the term have. */
  readonly frequencies: readonly Frequency[];
  readonly rules: DueRulesState;
  /** The titles of all the term's periods, by key. */
  readonly titles: Readonly<Record<string, string>>;
}

interface PeriodParts {
  readonly isClosed: boolean;
  readonly measures: readonly StoredMeasure[];
  readonly units: readonly StoredUnit[];
  readonly rules: readonly DueRule[];
  readonly exceptions: readonly GrantedException[];
  readonly submissions: readonly SubmissionRow[];
  readonly today: CalendarDate;
  readonly wording: Wording;
}

/** The periods of a term's year, today's where none is asked for; null when there is no such term. */
export async function loadTermPeriods(
  actor: Authorized<"terms.configure">,
  termCode: string,
  askedYear: string | null,
): Promise<TermPeriodsView | null> {
  const wording = await loadWording();
  return (await getStore()).read(async (db) => {
    const term = await findTermByCode(db, termCode);
    if (!term) return null;
    const year = yearOf(term, askedYear, actor.on);
    const measures = await listMeasures(db, term.id);
    const frequencies = FREQUENCIES.filter((frequency) => measures.some((measure) => measure.frequency === frequency));
    const all = await listStoredPeriods(db, term.id);
    const periods = all
      .filter((period) => frequencies.includes(period.frequency) && (period.yearId ?? term.years.at(-1)?.id) === year)
      .sort((one, other) => one.endsOn.localeCompare(other.endsOn) || compareFrequency(one, other));
    const units = await listUnits(db);
    const rules = await listDueRules(db, term.id);
    const exceptions = await listPeriodExceptions(db, term.id);
    const submissions = await listSubmissions(db, { termId: term.id });
    const isClosed = term.state === "closed";
    const parts: PeriodParts = { measures, units, rules, exceptions, submissions, today: actor.on, isClosed, wording };
    return {
      term: { id: term.id, code: term.code, name: term.name, isClosed },
      years: term.years.map(({ id }) => id),
      year,
      rows: periods.map((period) => buildRow(period, parts)),
      units: units.map((unit) => ({ id: unit.id, name: unitVersionAt(unit, actor.on).name })),
      frequencies,
      rules: dueRulesStateOf(rules),
      titles: Object.fromEntries(all.map((period) => [period.key, titleOf(period, wording)])),
    };
  });
}

/** A year says that it is one: its key alone would stand among months like a month. */
function titleOf(period: StoredPeriod, wording: Wording): string {
  return period.frequency === "year" ? periodTitle(period, wording) : periodText(period, wording);
}

/** The shorter ones first where several end on one day. */
function compareFrequency(one: StoredPeriod, other: StoredPeriod): number {
  return FREQUENCIES.indexOf(one.frequency) - FREQUENCIES.indexOf(other.frequency);
}

function yearOf(term: StoredTerm, asked: string | null, today: CalendarDate): string {
  const known = term.years.find(({ id }) => id === asked) ?? lastYearBegun(term, today) ?? term.years[0];
  return known?.id ?? "";
}

const LOCKED: PeriodStanding = { state: "locked", untilOn: null };

function buildRow(period: StoredPeriod, parts: PeriodParts): PeriodRowView {
  const { measures, units, rules, today, wording } = parts;
  const own = parts.exceptions.filter(({ periodId }) => periodId === period.id);
  const rule = rules.find(({ frequency }) => frequency === period.frequency) ?? null;
  const asked = measures.filter(({ frequency }) => frequency === period.frequency);
  const expected = unitsAsked(asked, units, period).map(({ id }) => id);
  const accepted = parts.submissions.filter(
    ({ periodId, unitId, acceptedRevisionId }) =>
      periodId === period.id && acceptedRevisionId !== null && expected.includes(unitId),
  );
  return {
    ...{ id: period.id, key: period.key, title: titleOf(period, wording) },
    // A closed term takes no entries, whatever was decided for its periods.
    ...(parts.isClosed ? LOCKED : decidePeriodStanding(period, own, null, today)),
    dueOn: decideDueOn(
      period,
      rule,
      own.filter(({ unitId }) => unitId === null),
      "",
    ),
    ...{ accepted: accepted.length, expected: expected.length },
    exceptions: own.map((exception) => buildException(exception, units, today)),
  };
}

function buildException(
  { id, kind, unitId, untilOn, reason }: GrantedException,
  units: readonly StoredUnit[],
  today: CalendarDate,
): ExceptionView {
  const unit = units.find((candidate) => candidate.id === unitId);
  const unitName = unit ? unitVersionAt(unit, today).name : null;
  return { id, kind, unitName, untilOn, reason, isOver: kind === "unlock" && untilOn < today };
}
