// The rows that the office's work on groups and tasks, and the units' reports of progress, leave behind.
import { eq } from "drizzle-orm";
import { lastReportedState } from "../../domain/tasks";
import { insertRows } from "../batches";
import type { Db } from "../handle";
import { newId } from "../ids";
import type { StoredTask, StoredTaskGroup, StoredTaskUpdate } from "./tasks";

/** Renames a group. */
export async function renameTaskGroup(tx: Db, groupId: string, name: string): Promise<void> {
  const { taskGroups } = tx.tables;
  await tx.update(taskGroups).set({ name }).where(eq(taskGroups.id, groupId));
}

/** Gives groups their places in the order that they are handed in, beginning at 1. */
export async function placeTaskGroups(tx: Db, groups: readonly StoredTaskGroup[]): Promise<void> {
  const { taskGroups } = tx.tables;
  for (const [index, { id, position }] of groups.entries()) {
    if (position === index + 1) continue;
    await tx
      .update(taskGroups)
      .set({ position: index + 1 })
      .where(eq(taskGroups.id, id));
  }
}

/** Removes a group that has no tasks. */
export async function deleteTaskGroup(tx: Db, groupId: string): Promise<void> {
  const { taskGroups } = tx.tables;
  await tx.delete(taskGroups).where(eq(taskGroups.id, groupId));
}

/** What the office says of a task; its progress is reported. */
export type TaskContent = Omit<StoredTask, "id" | "code" | "position" | "state" | "updates">;

/** Stores what the office says of a task, in the group where it now stands. */
export async function updateTask(
  tx: Db,
  task: Pick<StoredTask, "id" | "position">,
  groupId: string,
  content: TaskContent,
): Promise<void> {
  const { tasks, taskUnits, taskTargets } = tx.tables;
  const { supportingUnitIds, targetIds, ...columns } = content;
  await tx
    .update(tasks)
    .set({ ...columns, groupId, position: task.position })
    .where(eq(tasks.id, task.id));
  await tx.delete(taskUnits).where(eq(taskUnits.taskId, task.id));
  await tx.delete(taskTargets).where(eq(taskTargets.taskId, task.id));
  await insertRows(
    tx,
    taskUnits,
    supportingUnitIds.map((unitId, position) => ({ taskId: task.id, unitId, position })),
  );
  await insertRows(
    tx,
    taskTargets,
    targetIds.map((targetId, position) => ({ taskId: task.id, targetId, position })),
  );
}

/** Gives the tasks of a group their places in the order that they are handed in, beginning at 0. */
export async function placeTasks(tx: Db, ordered: readonly StoredTask[]): Promise<void> {
  const { tasks } = tx.tables;
  for (const [position, task] of ordered.entries()) {
    if (task.position !== position) await tx.update(tasks).set({ position }).where(eq(tasks.id, task.id));
  }
}

/** Removes a task of which nothing was reported. */
export async function deleteTask(tx: Db, taskId: string): Promise<void> {
  const { tasks, taskUnits, taskTargets } = tx.tables;
  await tx.delete(taskUnits).where(eq(taskUnits.taskId, taskId));
  await tx.delete(taskTargets).where(eq(taskTargets.taskId, taskId));
  await tx.delete(tasks).where(eq(tasks.id, taskId));
}

/** Reports progress of a task: one more update, and the task's state as its updates now tell it. Answers its id. */
export async function insertTaskUpdate(
  tx: Db,
  taskId: string,
  update: StoredTaskUpdate,
  stamp: { readonly by: string | null; readonly at: string },
): Promise<string> {
  const { tasks, taskUpdates } = tx.tables;
  const before = await tx
    .select({ position: taskUpdates.position, on: taskUpdates.updatedOn, state: taskUpdates.state })
    .from(taskUpdates)
    .where(eq(taskUpdates.taskId, taskId))
    .orderBy(taskUpdates.position);
  const id = newId();
  await tx.insert(taskUpdates).values({
    ...{ id, taskId, position: (before.at(-1)?.position ?? -1) + 1 },
    ...{ updatedOn: update.on, state: update.state, text: update.text },
    ...{ createdBy: stamp.by, createdAt: stamp.at },
  });
  const state = lastReportedState([...before, update]);
  if (state !== null) await tx.update(tasks).set({ state }).where(eq(tasks.id, taskId));
  return id;
}
