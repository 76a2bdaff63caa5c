// The head of a report: whose it is, for which period, where it stands, when it is due.
import type { StoredPeriod } from "@/db/queries/periods";
import type { SubmissionRow } from "@/db/queries/submissions";
import type { StoredTerm } from "@/db/queries/terms";
import type { StoredUnit } from "@/db/queries/units";
import { daysBetween, type CalendarDate } from "@/domain/dates";
import { unitVersionAt } from "@/domain/units";
import type { Wording } from "./figure-texts";
import { periodTitle } from "./period-texts";
import type { ReportHead, ReportStanding } from "./report-views";

/** What a head is made of; a report's context has it all. */
export interface HeadParts {
  readonly term: StoredTerm;
  readonly period: StoredPeriod;
  readonly unit: StoredUnit;
  readonly submission: SubmissionRow | null;
  readonly dueOn: CalendarDate;
  readonly locked: boolean;
}

/** Where a report stands; a draft beside an accepted revision is a correction. */
export function standingOf(submission: Pick<SubmissionRow, "state" | "acceptedRevisionId"> | null): ReportStanding {
  if (submission === null) return "none";
  return submission.state === "draft" && submission.acceptedRevisionId ? "correcting" : submission.state;
}

/** The head of a report as of a day. */
export function buildReportHead(parts: HeadParts, today: CalendarDate, wording: Wording): ReportHead {
  const { term, period, unit, submission, dueOn, locked } = parts;
  const submittedOn = submission?.submittedOn ?? null;
  return {
    submissionId: submission?.id ?? null,
    version: submission?.version ?? 0,
    standing: standingOf(submission),
    unit: { id: unit.id, code: unit.code, name: unitVersionAt(unit, period.endsOn).name },
    period: {
      ...{ id: period.id, key: period.key, frequency: period.frequency },
      ...{ startsOn: period.startsOn, endsOn: period.endsOn },
      title: periodTitle(period, wording),
    },
    termCode: term.code,
    dueOn,
    daysLeft: daysBetween(today, dueOn),
    daysLate: submittedOn === null ? null : daysBetween(dueOn, submittedOn),
    submittedOn,
    decidedOn: submission?.decidedOn ?? null,
    locked,
    officeNote: submission?.state === "returned" ? submission.note : null,
  };
}
