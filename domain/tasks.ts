import type { CalendarDate } from "./dates";
import { isDissolvedBy, type Unit } from "./units";

/** What can be reported of a task, in the order in which it is offered. */
export const taskStates = ["not_started", "in_progress", "done", "stopped"] as const;

export type TaskState = (typeof taskStates)[number];

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
  const state = reportedStateAt(task, asOf);
  return isOpen(state) && task.dueOn !== null && task.dueOn < asOf ? "late" : state;
}

/** The state as it was reported, whether or not the task was late by then. */
export function reportedStateAt(task: Omit<TaskStanding, "dueOn">, asOf: CalendarDate): TaskState {
  const telling = task.updates.filter((update) => update.state !== null);
  const reported = lastUpdateAt(telling, asOf)?.state;
  return reported ?? (telling.length > 0 ? null : task.state) ?? "not_started";
}

/** Whether there is still something to do. */
export function isOpen(state: TaskState): boolean {
  return state === "not_started" || state === "in_progress";
}

/** The state that a task keeps with it: that of its latest update that names one; null before the first. */
export function lastReportedState(updates: readonly TaskProgress[]): TaskState | null {
  return (
    updates.reduce<TaskProgress | null>(
      (last, update) => (update.state !== null && (last === null || last.on <= update.on) ? update : last),
      null,
    )?.state ?? null
  );
}

/** How many of the tasks are in each state; the states that occur, in the order in which a sentence tells them. */
export function countTaskStates(
  states: readonly ShownTaskState[],
): readonly { readonly state: ShownTaskState; readonly count: number }[] {
  const told: readonly ShownTaskState[] = ["done", "in_progress", "not_started", "stopped", "late"];
  const count = (state: ShownTaskState) => states.filter((one) => one === state).length;
  return told.map((state) => ({ state, count: count(state) })).filter(({ count: many }) => many > 0);
}

/** The ids with one of them moved a place up or down; the same list where there is no such place. */
export function moveInOrder(ids: readonly string[], id: string, direction: "up" | "down"): readonly string[] {
  const from = ids.indexOf(id);
  const other = ids[from + (direction === "up" ? -1 : 1)];
  if (from === -1 || other === undefined) return ids;
  return ids.map((one) => (one === id ? other : one === other ? id : one));
}

/** Who does a task: the unit that leads it, and those that support it in their order. */
export interface TaskUnits {
  readonly leadUnitId: string | null;
  readonly supportingUnitIds: readonly string[];
}

/** A task in which one unit stands in the place of those that cease to exist; who leads does not support as well. */
export function handTaskOver(
  { leadUnitId, supportingUnitIds }: TaskUnits,
  ended: ReadonlySet<string>,
  unitId: string,
): TaskUnits {
  const taken = (id: string) => (ended.has(id) ? unitId : id);
  const lead = leadUnitId === null ? null : taken(leadUnitId);
  const support = new Set(supportingUnitIds.map(taken));
  return { leadUnitId: lead, supportingUnitIds: [...support].filter((id) => id !== lead) };
}

/** The next of `g1`, `g2`, …: one above the highest in use. */
export function nextCode(prefix: string, codes: readonly string[]): string {
  const numbers = codes.map((code) => (code.startsWith(prefix) ? Number(code.slice(prefix.length)) : Number.NaN));
  return `${prefix}${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`;
}

/** A task as one term hands it to the next: what was reported of it stays where it was reported. */
export interface CarriedTask {
  readonly code: string;
  readonly name: string;
  readonly leadUnitId: string | null;
  readonly supportingUnitIds: readonly string[];
  /** Targets of the term that it comes from. */
  readonly targetIds: readonly string[];
  readonly dueOn: CalendarDate | null;
  readonly expectedResult: string | null;
  readonly state: TaskState | null;
}

export interface CarriedGroup {
  readonly code: string;
  readonly position: number;
  readonly name: string;
  readonly tasks: readonly CarriedTask[];
}

/** A group of the earlier term, with its tasks and what was reported of them. */
export interface EarlierGroup extends Omit<CarriedGroup, "tasks"> {
  readonly tasks: readonly (CarriedTask & TaskStanding)[];
}

/** The term that takes tasks over: its first day, and the units of which some may be gone by then. */
export interface TakingTerm {
  readonly startsOn: CalendarDate;
  readonly units: readonly Unit[];
}

/**
 * What the next term takes over at a day: every group, and of its tasks those neither done nor stopped by then. A due
 * day that has passed is left out, because it would make the task late from its first day; work begun stays begun. Units
 * that are dissolved when the term begins are left out: the office names another lead.
 */
export function carryTasks(
  groups: readonly EarlierGroup[],
  asOf: CalendarDate,
  { startsOn, units }: TakingTerm,
): readonly CarriedGroup[] {
  const gone = new Set(units.filter((unit) => isDissolvedBy(unit, startsOn)).map(({ id }) => id));
  return groups.map(({ code, position, name, tasks }) => ({
    ...{ code, position, name },
    tasks: tasks.filter((task) => isOpen(reportedStateAt(task, asOf))).map((task) => carriedTask(task, asOf, gone)),
  }));
}

function carriedTask(task: EarlierGroup["tasks"][number], asOf: CalendarDate, gone: ReadonlySet<string>): CarriedTask {
  const { code, name, leadUnitId, supportingUnitIds, targetIds, dueOn, expectedResult } = task;
  return {
    ...{ code, name, targetIds, expectedResult },
    leadUnitId: leadUnitId !== null && gone.has(leadUnitId) ? null : leadUnitId,
    supportingUnitIds: supportingUnitIds.filter((id) => !gone.has(id)),
    dueOn: dueOn !== null && dueOn > asOf ? dueOn : null,
    state: reportedStateAt(task, asOf) === "in_progress" ? "in_progress" : null,
  };
}
