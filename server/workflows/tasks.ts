// The office says what a term's tasks are. Every deed is a change that can be taken back.
import { newId } from "@/db/ids";
import { listTargets } from "@/db/queries/targets";
import { deleteTask, placeTasks, updateTask } from "@/db/queries/task-changes";
import { insertTasks, type StoredTask, type StoredTaskGroup } from "@/db/queries/tasks";
import { listUnits } from "@/db/queries/units";
import type { Db, Store } from "@/db/store";
import type { JsonValue } from "@/domain/audit";
import { DomainError } from "@/domain/errors";
import type { MoveTask, RemoveTask, SaveTask, StoredTaskContent } from "@/domain/inputs/tasks";
import type { Authorized } from "@/domain/permissions";
import { checkTaskContent, type TaskContent } from "@/domain/task-content";
import { moveInOrder, nextCode } from "@/domain/tasks";
import { deed, findIn, findTaskIn, readGroups, tasksOf, type TaskDeed } from "../term-tasks";
import { applyChange, type ChangeAnswer } from "./changes";
import { refuseOvertaken } from "./overtaken";

type Office = Authorized<"terms.configure">;

/** What the form of a task was filled from. */
export function taskState(task: StoredTask, groupId: string): StoredTaskContent {
  const { name, leadUnitId, supportingUnitIds, dueOn, expectedResult, targetIds } = task;
  return {
    ...{ groupId, name, leadUnitId, dueOn, expectedResult },
    ...{ supportingUnitIds: [...supportingUnitIds], targetIds: [...targetIds] },
  };
}

/** Adds a task behind the others of its group, or changes what is said of one. */
export function saveTask(store: Store, actor: Office, input: SaveTask, now: string): Promise<ChangeAnswer<TaskDeed>> {
  const { mode, termId, taskId, base, typed } = input;
  const work = async (tx: Db) => {
    const { term, groups } = await readGroups(tx, termId);
    const choices = {
      ...{ term, today: actor.on, groupIds: groups.map(({ id }) => id), units: await listUnits(tx) },
      targetIds: (await listTargets(tx, termId)).map(({ id }) => id),
    };
    if (taskId === null) return addTask(tx, termId, groups, checkTaskContent(typed, null, choices), now);
    const found = findTaskIn(groups, taskId);
    const current = taskState(found.task, found.group.id);
    await refuseOvertaken(tx, { type: "task", id: taskId }, { base, current });
    return changeTask(tx, groups, found, checkTaskContent(typed, current, choices));
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

async function addTask(tx: Db, termId: string, groups: readonly StoredTaskGroup[], content: TaskContent, now: string) {
  const group = findIn(groups, content.groupId);
  const code = nextCode(
    `${group.code}.`,
    tasksOf(groups).map(({ task }) => task.code),
  );
  const added = { ...content, id: newId(), code, position: nextPosition(group), state: null, updates: [] };
  await insertTasks(tx, termId, [added], now);
  return deed("task.created", added, null, taskAudit(content, group));
}

async function changeTask(
  tx: Db,
  groups: readonly StoredTaskGroup[],
  { group, task }: ReturnType<typeof findTaskIn>,
  { groupId, ...content }: TaskContent,
) {
  const into = findIn(groups, groupId);
  const position = into.id === group.id ? task.position : nextPosition(into);
  await updateTask(tx, { id: task.id, position }, groupId, content);
  return deed("task.changed", { ...task, name: content.name }, taskAudit(task, group), taskAudit(content, into));
}

function nextPosition({ tasks }: StoredTaskGroup): number {
  return Math.max(-1, ...tasks.map(({ position }) => position)) + 1;
}

/** A task as the log keeps it. */
function taskAudit(content: Omit<TaskContent, "groupId">, group: StoredTaskGroup): JsonValue {
  const { name, leadUnitId, supportingUnitIds, dueOn, expectedResult, targetIds } = content;
  return { group: group.name, name, leadUnitId, supportingUnitIds, dueOn, expectedResult, targetIds };
}

/** Moves a task one place up or down within its group. */
export function moveTask(
  store: Store,
  actor: Office,
  { termId, taskId, direction }: MoveTask,
): Promise<ChangeAnswer<TaskDeed>> {
  const work = async (tx: Db) => {
    const { group, task } = findTaskIn((await readGroups(tx, termId)).groups, taskId);
    const order = moveInOrder(
      group.tasks.map(({ id }) => id),
      taskId,
      direction,
    );
    await placeTasks(
      tx,
      order.map((id) => findIn(group.tasks, id)),
    );
    const place = (ids: readonly string[]) => ({ name: task.name, position: ids.indexOf(taskId) + 1 });
    return deed("task.order_changed", task, place(group.tasks.map(({ id }) => id)), place(order));
  };
  return applyChange(store, actor, { mode: "save", measured: false, work });
}

/** Removes a task of which nothing was reported; `task_has_updates` otherwise: such a one is stopped, with a reason. */
export function removeTask(
  store: Store,
  actor: Office,
  { termId, taskId }: RemoveTask,
): Promise<ChangeAnswer<TaskDeed>> {
  const work = async (tx: Db) => {
    const { group, task } = findTaskIn((await readGroups(tx, termId)).groups, taskId);
    if (task.updates.length > 0) throw new DomainError("task_has_updates", { count: task.updates.length });
    await deleteTask(tx, taskId);
    return deed("task.removed", task, taskAudit(task, group), null);
  };
  return applyChange(store, actor, { mode: "save", measured: false, work });
}
