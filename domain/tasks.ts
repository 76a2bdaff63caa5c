import type { CalendarDate } from "./dates";

export type TaskState = "not_started" | "in_progress" | "done" | "stopped";

/** `late` is computed: past its day, neither done nor stopped. */
export type ShownTaskState = TaskState | "late";

/** What was reported of a task on a day. */
export interface TaskProgress {
  readonly on: CalendarDate;
  /** Null where an update only tells something. */
  readonly state: TaskState | null;
}

/** What the state of a task at a date is read from. */
export interface TaskStanding {
  readonly dueOn: CalendarDate | null;
  /** The state that was stored with the task; it speaks only where no progress was ever reported. */
  readonly state: TaskState | null;
  readonly updates: readonly TaskProgress[];
}

/** The last of the updates on or before a day; of two on one day the later in the list. Null before the first. */
export function lastUpdateAt<Update extends TaskProgress>(
  updates: readonly Update[],
  asOf: CalendarDate,
): Update | null {
  return updates.reduce<Update | null>(
    (last, update) => (update.on <= asOf && (last === null || last.on <= update.on) ? update : last),
    null,
  );
}

/**
 * The state of a task as it stood on a day: that of its last update until then, not started before the first one, and
 * late from the day after its due day (DESIGN.md "Task groups").
 */
export function taskStateAt(task: TaskStanding, asOf: CalendarDate): ShownTaskState {
  const reported = lastUpdateAt(
    task.updates.filter((update) => update.state !== null),
    asOf,
  )?.state;
  const state = reported ?? (task.updates.some((update) => update.state !== null) ? null : task.state) ?? "not_started";
  const isOpen = state === "not_started" || state === "in_progress";
  return isOpen && task.dueOn !== null && task.dueOn < asOf ? "late" : state;
}
