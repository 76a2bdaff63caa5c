// The tasks of units that are about to end, and the handing over of them.
import { and, asc, eq, inArray, or } from "drizzle-orm";
import { isOpen, type TaskUnits } from "../../domain/tasks";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";

/** The unfinished tasks of open terms that one of these units leads or supports, in their order. */
export async function listOpenTasksOf(
  db: ReadDb,
  unitIds: readonly string[],
): Promise<readonly (TaskUnits & { readonly id: string })[]> {
  if (unitIds.length === 0) return [];
  const { tasks, taskUnits, terms } = db.tables;
  const supported = db
    .select({ id: taskUnits.taskId })
    .from(taskUnits)
    .where(inArray(taskUnits.unitId, [...unitIds]));
  const rows = await db
    .select({ id: tasks.id, state: tasks.state, leadUnitId: tasks.leadUnitId })
    .from(tasks)
    .innerJoin(terms, eq(terms.id, tasks.termId))
    .where(and(or(inArray(tasks.leadUnitId, [...unitIds]), inArray(tasks.id, supported)), eq(terms.closed, false)))
    .orderBy(asc(tasks.position), asc(tasks.id));
  const open = rows.filter(({ state }) => isOpen(state ?? "not_started"));
  const ids = open.map(({ id }) => id);
  const support = groupRows(
    await db.select().from(taskUnits).where(inArray(taskUnits.taskId, ids)).orderBy(asc(taskUnits.position)),
    ({ taskId }) => taskId,
  );
  return open.map(({ id, leadUnitId }) => ({
    ...{ id, leadUnitId },
    supportingUnitIds: (support.get(id) ?? []).map(({ unitId }) => unitId),
  }));
}

/** Gives a task other units to lead and to support it. */
export async function updateTaskUnits(
  tx: Db,
  taskId: string,
  { leadUnitId, supportingUnitIds }: TaskUnits,
): Promise<void> {
  const { tasks, taskUnits } = tx.tables;
  await tx.update(tasks).set({ leadUnitId }).where(eq(tasks.id, taskId));
  await tx.delete(taskUnits).where(eq(taskUnits.taskId, taskId));
  await insertRows(
    tx,
    taskUnits,
    supportingUnitIds.map((unitId, position) => ({ taskId, unitId, position })),
  );
}
