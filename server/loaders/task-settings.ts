// What the office's pages of groups and tasks are filled with.
import { listTargets } from "@/db/queries/targets";
import { listTaskGroups, type StoredTask, type StoredTaskGroup } from "@/db/queries/tasks";
import { findTermByCode, type StoredTerm } from "@/db/queries/terms";
import { listUnits, type StoredUnit } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { earlierOf, laterOf, type CalendarDate } from "@/domain/dates";
import type { StoredTaskContent } from "@/domain/inputs/tasks";
import { canTakeTask } from "@/domain/task-content";
import type { TermState } from "@/domain/terms";
import { unitVersionAt } from "@/domain/units";
import { requireActor } from "../require-actor";
import { getStore } from "../store";
import { readCarriable } from "../workflows/carried-tasks";
import { taskState } from "../workflows/tasks";
import type { TaskUnitView } from "./overview";
import { buildTaskUnit } from "./task-group-views";

/** One of what a task can refer to. */
export interface TaskOption {
  readonly value: string;
  readonly label: string;
}

/** The term that is arranged. */
export interface TaskTermView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: TermState;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

export interface TaskSettingsRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly lead: TaskUnitView | null;
  readonly dueOn: CalendarDate | null;
  /** Progress was reported: it can be stopped, not removed. */
  readonly isReported: boolean;
}

export interface TaskSettingsGroup {
  readonly id: string;
  readonly position: number;
  readonly name: string;
  readonly tasks: readonly TaskSettingsRow[];
}

/** Unfinished tasks of the term before that this one does not have. */
export interface CarriableView {
  readonly termName: string;
  readonly groups: readonly {
    readonly name: string;
    readonly tasks: readonly { readonly code: string; readonly name: string }[];
  }[];
}

/** A term's groups and tasks as the office arranges them. */
export interface TaskSettingsView {
  readonly term: TaskTermView;
  readonly groups: readonly TaskSettingsGroup[];
  readonly units: readonly TaskOption[];
  /** Null where there is nothing to take over. */
  readonly carriable: CarriableView | null;
}

/** One task as the office edits it. */
export interface TaskEditView {
  readonly term: TaskTermView;
  readonly taskId: string;
  readonly stored: StoredTaskContent;
  readonly lead: TaskUnitView | null;
  readonly groups: readonly TaskOption[];
  readonly units: readonly TaskOption[];
  readonly targets: readonly TaskOption[];
}

/** The groups and tasks of the term with a code; null where there is none. */
export async function loadTaskSettings(termCode: string): Promise<TaskSettingsView | null> {
  const actor = await requireActor("terms.configure");
  return (await getStore()).read((db) => readTaskSettings(db, termCode, actor.on));
}

/** The same from a consistent snapshot, without a request. */
export async function readTaskSettings(
  db: ReadDb,
  termCode: string,
  today: CalendarDate,
): Promise<TaskSettingsView | null> {
  const term = await findTermByCode(db, termCode);
  if (term === null) return null;
  const units = await listUnits(db);
  const day = dayWithin(term, today);
  const carriable = term.state === "closed" ? null : await readCarriable(db, term, today);
  return {
    term: termView(term),
    groups: (await listTaskGroups(db, term.id)).map((group) => groupView(group, units, day)),
    units: unitOptions(units, term, today, []),
    carriable: carriable?.groups.length ? { termName: carriable.term.name, groups: carriable.groups } : null,
  };
}

/** A task to edit; null where there is none. */
export async function loadTaskEdit(termCode: string, taskCode: string): Promise<TaskEditView | null> {
  const actor = await requireActor("terms.configure");
  return (await getStore()).read((db) => readTaskEdit(db, termCode, taskCode, actor.on));
}

/** The same from a consistent snapshot, without a request. */
export async function readTaskEdit(
  db: ReadDb,
  termCode: string,
  taskCode: string,
  today: CalendarDate,
): Promise<TaskEditView | null> {
  const term = await findTermByCode(db, termCode);
  const groups = term ? await listTaskGroups(db, term.id) : [];
  const group = groups.find(({ tasks }) => tasks.some(({ code }) => code === taskCode));
  const task = group?.tasks.find(({ code }) => code === taskCode);
  if (!term || !group || !task) return null;
  const units = await listUnits(db);
  const targets = await listTargets(db, term.id);
  return {
    term: termView(term),
    taskId: task.id,
    stored: taskState(task, group.id),
    lead: leadOf(task, units, dayWithin(term, today)),
    groups: groups.map(({ id, position, name }) => ({ value: id, label: `${position}. ${name}` })),
    units: unitOptions(units, term, today, [task.leadUnitId, ...task.supportingUnitIds]),
    targets: targets.map(({ id, position, name }) => ({ value: id, label: `${position}. ${name}` })),
  };
}

function dayWithin(term: StoredTerm, today: CalendarDate): CalendarDate {
  return laterOf(term.startsOn, earlierOf(today, term.endsOn));
}

function termView({ id, code, name, state, startsOn, endsOn }: StoredTerm): TaskTermView {
  return { id, code, name, state, startsOn, endsOn };
}

function groupView(group: StoredTaskGroup, units: readonly StoredUnit[], day: CalendarDate): TaskSettingsGroup {
  const { id, position, name, tasks } = group;
  return {
    ...{ id, position, name },
    tasks: tasks.map((task) => ({
      ...{ id: task.id, code: task.code, name: task.name, dueOn: task.dueOn },
      lead: leadOf(task, units, day),
      isReported: task.updates.length > 0,
    })),
  };
}

function leadOf({ leadUnitId }: StoredTask, units: readonly StoredUnit[], day: CalendarDate): TaskUnitView | null {
  const lead = units.find(({ id }) => id === leadUnitId);
  return lead ? buildTaskUnit(lead, day) : null;
}

/** The units that can be given a task, in the official order, and those that the task names already. */
function unitOptions(
  units: readonly StoredUnit[],
  term: StoredTerm,
  today: CalendarDate,
  named: readonly (string | null)[],
): readonly TaskOption[] {
  const day = dayWithin(term, today);
  return units
    .filter((unit) => canTakeTask(unit, term, today) || named.includes(unit.id))
    .map((unit) => ({ unit, version: unitVersionAt(unit, day) }))
    .sort((a, b) => a.version.position - b.version.position)
    .map(({ unit, version }) => ({ value: unit.id, label: version.name }));
}
