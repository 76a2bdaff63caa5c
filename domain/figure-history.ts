// What each value that a figure ever had counts towards (CALCULATION.md §3).
import type { SubmissionState } from "./figures";

/** What is known of one revision of a report. */
export interface HistoricRevision {
  readonly id: string;
  /** UTC; null while it is a draft. */
  readonly sealedAt: string | null;
  readonly decision: "accepted" | "returned" | "withdrawn" | null;
}

/** The report that the revisions belong to. */
export interface HistoricReport {
  readonly state: SubmissionState;
  readonly currentRevisionId: string | null;
  readonly acceptedRevisionId: string | null;
}

/**
 * What a revision's figures count towards today: `accepted` on both bases, unless a correction waits beside them;
 * `provisional` on the provisional basis alone; `replaced` counted until another was accepted; the others nowhere.
 */
export type FigureStanding = "accepted" | "provisional" | "replaced" | "returned" | "withdrawn" | "draft";

/** Where a revision's figures stand in the sums. */
export function standingOfRevision(revision: HistoricRevision, report: HistoricReport): FigureStanding {
  if (revision.id === report.acceptedRevisionId) return "accepted";
  if (revision.sealedAt === null) return "draft";
  if (revision.decision === "returned" || revision.decision === "withdrawn") return revision.decision;
  const isWaiting = report.state === "submitted" && revision.id === report.currentRevisionId;
  return isWaiting ? "provisional" : "replaced";
}

/** Whether figures count or once counted as accepted: what everybody may see who sees the figures of a unit. */
export function isPublicStanding(standing: FigureStanding): boolean {
  return standing === "accepted" || standing === "provisional" || standing === "replaced";
}
