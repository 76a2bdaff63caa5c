// A question of the leadership and the unit's answer: where it stands, and what may be done with it next.
import type { CalendarDate } from "./dates";
import { DomainError } from "./errors";

export type ExplanationState = "open" | "answered" | "closed";

/** What can be done: asked (the first time or further), answered, taken back unanswered, closed. */
export type ExplanationCommand = "ask" | "answer" | "withdraw" | "close";

/** What the next step depends on. */
export interface ExplanationStanding {
  readonly state: ExplanationState;
  /** Whether anything was answered so far: a question that was never answered can only be taken back. */
  readonly hasAnswer: boolean;
}

/** What is stored of a question and its answers, as far as it tells where they stand. */
export interface ToldExplanation {
  /** Null where an imported file does not say. */
  readonly state: ExplanationState | null;
  readonly messages: readonly { readonly kind: "question" | "answer" }[];
}

/** Where a stored question stands; one that came without a state stands as its messages tell. */
export function standingOfExplanation({ state, messages }: ToldExplanation): ExplanationStanding {
  const hasAnswer = state === "answered" || messages.some(({ kind }) => kind === "answer");
  return { state: state ?? (hasAnswer ? "answered" : "open"), hasAnswer };
}

const unanswered: Record<ExplanationState, Partial<Record<ExplanationCommand, ExplanationState>>> = {
  open: { answer: "answered", withdraw: "closed" },
  answered: {},
  closed: {}, // taken back: what is still to be known is asked anew
};

const answered: typeof unanswered = {
  open: { answer: "answered", close: "closed" },
  answered: { ask: "open", answer: "answered", close: "closed" },
  closed: { ask: "open" },
};

/**
 * The state that a question is in after a command (DESIGN.md "explanation"). `null` stands for one that nobody asked
 * yet. An answer can be added to until the question is closed; a further question opens it again. Refuses with
 * `wrong_state`.
 */
export function decideExplanation(standing: ExplanationStanding | null, command: ExplanationCommand): ExplanationState {
  if (standing === null && command === "ask") return "open";
  const next = standing && (standing.hasAnswer ? answered : unanswered)[standing.state][command];
  if (!next) throw new DomainError("wrong_state", { state: standing?.state ?? "none", command });
  return next;
}

/** Whether a command would be refused, for a screen that shows or hides its button. */
export function mayDecide(standing: ExplanationStanding, command: ExplanationCommand): boolean {
  const next = (standing.hasAnswer ? answered : unanswered)[standing.state][command];
  return next !== undefined;
}

/** A question as a list shows it: `withdrawn` was taken back before anybody answered. */
export type ExplanationStatus = ExplanationState | "withdrawn";

/** Its word in a list. */
export function statusOfExplanation({ state, hasAnswer }: ExplanationStanding): ExplanationStatus {
  return state === "closed" && !hasAnswer ? "withdrawn" : state;
}

/** Whether an open question has passed the day by which an answer was asked for; that day itself is in time. */
export function isAnswerOverdue(state: ExplanationState, answerBy: CalendarDate | null, today: CalendarDate): boolean {
  return state === "open" && answerBy !== null && answerBy < today;
}
