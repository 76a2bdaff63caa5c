// What of a unit's reports stands in the way when it ceases to exist: nobody can send or decide them afterwards.
import type { CalendarDate } from "./dates";
import type { SubmissionState } from "./figures";

/** A report as far as it matters to its unit's end. */
export interface ReportStanding {
  readonly state: SubmissionState;
  /** The last day of its period. */
  readonly endsOn: CalendarDate;
  /** Whether figures of it were accepted and count. */
  readonly isAccepted: boolean;
  /** Whether its newest revision is still being written, so that nobody but the unit has seen it. */
  readonly isUnsent: boolean;
}

/**
 * `draft`: begun and never sent · `correction`: an accepted report is being corrected · `returned`: to be sent again ·
 * `waiting`: to be accepted or returned · `counted`: accepted for a period that the unit would not live to see.
 */
export type OpenReportKind = "draft" | "correction" | "returned" | "waiting" | "counted";

/** What has to be settled of a report before its unit ceases to exist on a day; null when nothing has. */
export function decideOpenReport(report: ReportStanding, on: CalendarDate): OpenReportKind | null {
  const { state, endsOn, isAccepted, isUnsent } = report;
  const isAfter = on <= endsOn;
  if (isAccepted && isAfter) return "counted";
  switch (state) {
    case "submitted":
      return "waiting";
    case "draft":
      return isAccepted ? "correction" : "draft";
    case "returned":
      if (!isAfter) return "returned";
      // Returned for a period in which the unit no longer reports: it counts nowhere and is settled as it is.
      return isUnsent ? "draft" : null;
    case "accepted":
      return null;
  }
}

/** Whether the office may discard what is open: only what was never sent, because what was sent is sealed. */
export function isDiscardable(kind: OpenReportKind): boolean {
  return kind === "draft" || kind === "correction";
}
