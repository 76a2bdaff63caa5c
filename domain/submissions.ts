import { DomainError } from "./errors";
import type { SubmissionState } from "./figures";

export type { SubmissionState } from "./figures";

/** What can be done to a report: saved, sent, taken back, accepted, returned with a note, reopened for a correction. */
export type SubmissionCommand = "save" | "submit" | "withdraw" | "accept" | "return" | "correct";

const transitions: Record<SubmissionCommand, Partial<Record<SubmissionState | "none", SubmissionState>>> = {
  save: { none: "draft", draft: "draft", returned: "returned" },
  submit: { draft: "submitted", returned: "submitted" },
  withdraw: { submitted: "draft" },
  accept: { submitted: "accepted" },
  return: { submitted: "returned" },
  correct: { accepted: "draft" },
};

/** What a transition depends on, besides the command. */
export interface SubmissionStanding {
  readonly state: SubmissionState;
  /** The revision that counts; set while a correction is pending beside it, too. */
  readonly acceptedRevisionId: string | null;
}

export interface TransitionContext {
  /** Whether the period is locked for this unit today. */
  readonly locked: boolean;
  /** The note of a return or the reason of a correction. */
  readonly note: string | null;
}

/**
 * The state that a report is in after a command (DOMAIN.md "Flow"). `null` stands for a report that nobody began, which
 * has no row.
 * After the lock only a correction of an accepted report goes on, and it needs a reason; accepting and returning what
 * was sent in time stay possible. Nobody takes back what could not be sent again. Refuses with `wrong_state`, `period_locked`, `note_required`, `reason_required`.
 */
export function decideTransition(
  submission: SubmissionStanding | null,
  command: SubmissionCommand,
  context: TransitionContext,
): SubmissionState {
  const from = submission?.state ?? "none";
  const next = transitions[command][from];
  if (!next) throw new DomainError("wrong_state", { state: from, command });
  const entering = command === "save" || command === "submit" || command === "withdraw";
  if (entering && context.locked && !submission?.acceptedRevisionId) throw new DomainError("period_locked");
  if (!context.note?.trim()) {
    if (command === "return") throw new DomainError("note_required");
    if (command === "correct") throw new DomainError("reason_required");
  }
  return next;
}

/** Whether a report's newest revision can be edited now, for a screen that shows or hides its fields. */
export function isEditable(submission: SubmissionStanding | null, locked: boolean): boolean {
  const open = submission === null || submission.state === "draft" || submission.state === "returned";
  return open && (!locked || Boolean(submission?.acceptedRevisionId));
}
