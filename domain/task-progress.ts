// What may be reported of a task, and what is answered at the field where it may not.
import { earlierOf, type CalendarDate, type DateSpan } from "./dates";
import { DomainError, type FieldError } from "./errors";
import { reportedStateAt, type TaskProgress, type TaskStanding } from "./tasks";

/** The last day that progress can be reported of: today, or the term's last day when that has passed. */
export function lastProgressDay(term: DateSpan, today: CalendarDate): CalendarDate {
  return earlierOf(today, term.endsOn);
}

/** What somebody says of a task on a day. */
export interface ProgressReport extends TaskProgress {
  readonly text: string | null;
}

/**
 * Refuses a progress report at its fields: a day outside the term or after today, a stop without its reason, and one
 * that tells nothing: without a text the state must be another than it was on that day.
 */
export function checkProgress(
  task: Omit<TaskStanding, "dueOn">,
  report: ProgressReport,
  { term, today }: { readonly term: DateSpan; readonly today: CalendarDate },
): void {
  const fields = { ...dayProblem(report.on, term, today), ...textProblem(task, report) };
  if (Object.keys(fields).length > 0) throw new DomainError("invalid_input", {}, fields);
}

type FieldProblems = Readonly<Record<string, FieldError>>;

function dayProblem(on: CalendarDate, term: DateSpan, today: CalendarDate): FieldProblems {
  if (on < term.startsOn || on > term.endsOn) return { on: { code: "outside_term", values: {} } };
  return on > today ? { on: { code: "day_in_future", values: {} } } : {};
}

function textProblem(task: Omit<TaskStanding, "dueOn">, { on, state, text }: ProgressReport): FieldProblems {
  if (text !== null) return {};
  if (state === "stopped") return { text: { code: "reason_required", values: {} } };
  return state === null || state === reportedStateAt(task, on)
    ? { text: { code: "progress_says_nothing", values: {} } }
    : {};
}
