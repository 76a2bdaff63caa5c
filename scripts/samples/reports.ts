import { addDays, calendarDateOf, datePartsOf, type CalendarDate } from "@/domain/dates";
import type { BundleFigure, BundleSubmission } from "@/domain/bundle/figure-schema";
import { findPeriod, type Period } from "@/domain/periods";
import type { Term } from "@/domain/terms";
import type { Entry } from "./entries";
import type { Random } from "./random";

/** How one report was handled where the rule of chance does not decide. */
export type Handling =
  | { readonly status: "missing" }
  | { readonly status: "draft" }
  | { readonly status: "submitted"; readonly submittedOn: string }
  | {
      readonly status: "accepted" | "returned";
      readonly submittedOn: string;
      readonly decidedOn: string;
      readonly note?: string;
    };

/** What decides how the reports of a term were handled. */
export interface Reporting {
  readonly term: Term;
  readonly random: Random;
  /** By `unit period`. */
  readonly handlings: Readonly<Record<string, Handling>>;
  /** How many of 100 reports a unit sends late. */
  readonly lateness: Readonly<Record<string, number>>;
}

const DUE_DAY = 25;

/** The day a period's report is due: the 25th of its last month. */
function dueOnOf(period: Period): CalendarDate {
  return calendarDateOf(datePartsOf(period.endsOn), DUE_DAY);
}

function handleByChance({ random, lateness }: Reporting, unit: string, dueOn: CalendarDate): Handling {
  const isLate = random.below(100) < (lateness[unit] ?? 0);
  const submittedOn = addDays(dueOn, isLate ? 1 + random.below(9) : -random.below(5));
  return { status: "accepted", submittedOn, decidedOn: addDays(submittedOn, 1 + random.below(4)) };
}

function submissionOf(unit: string, period: string, dueOn: string, handling: Handling): BundleSubmission | null {
  if (handling.status === "missing") return null;
  const sent = { submittedOn: null, decidedOn: null, note: null, ...handling };
  return { unit, period, status: sent.status, dueOn, submittedOn: sent.submittedOn, decidedOn: sent.decidedOn, note: sent.note };
}

/**
 * One report for every unit and period that the entries name, and the entries as figures of that report's status.
 * No breakdown was published, so every figure is illustrative. A missing report leaves neither report nor figures. Throws RangeError for a handling of a report nobody owes.
 */
export function fileReports(reporting: Reporting, entries: readonly Entry[]) {
  const owed = listOwed(reporting.term, entries);
  const lost = Object.keys(reporting.handlings).find((key) => !owed.has(key));
  if (lost !== undefined) throw new RangeError(`no report to handle: ${lost}`);
  const submissions = new Map<string, BundleSubmission>();
  for (const [key, { unit, period }] of owed) {
    const dueOn = dueOnOf(period);
    const handling = reporting.handlings[key] ?? handleByChance(reporting, unit, dueOn);
    const submission = submissionOf(unit, period.key, dueOn, handling);
    if (submission !== null) submissions.set(key, submission);
  }
  const figures = entries.flatMap((entry): BundleFigure[] => {
    const submission = submissions.get(`${entry.unit} ${entry.period}`);
    return submission === undefined ? [] : [{ ...entry, status: submission.status, illustrative: true }];
  });
  return { submissions: [...submissions.values()], figures };
}

function listOwed(term: Term, entries: readonly Entry[]) {
  const periods = new Map<string, Period>();
  const owed = entries.map(({ unit, period: key }) => {
    const period = periods.get(key) ?? findPeriod(term, key);
    if (period === null) throw new RangeError(`no such period: ${key}`);
    periods.set(key, period);
    return { unit, period };
  });
  const order = ({ unit, period }: { unit: string; period: Period }) => `${period.endsOn} ${period.key} ${unit}`;
  const sorted = owed.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return new Map(sorted.map((report) => [`${report.unit} ${report.period.key}`, report]));
}
