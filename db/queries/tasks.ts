import { asc, eq, inArray } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { TaskProgress, TaskState } from "../../domain/tasks";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";

/** What was reported of a task on a day. */
export interface StoredTaskUpdate extends TaskProgress {
  readonly text: string | null;
}

export interface StoredTask {
  readonly id: string;
  readonly code: string;
  readonly position: number;
  readonly name: string;
  readonly leadUnitId: string | null;
  readonly dueOn: CalendarDate | null;
  readonly expectedResult: string | null;
  readonly state: TaskState | null;
  /** In their order. */
  readonly supportingUnitIds: readonly string[];
  readonly targetIds: readonly string[];
  /** Oldest first. */
  readonly updates: readonly StoredTaskUpdate[];
}

export interface StoredTaskGroup {
  readonly id: string;
  readonly code: string;
  readonly position: number;
  readonly name: string;
  readonly tasks: readonly StoredTask[];
}

/** Where a task stands: the term that it belongs to. */
export async function findTaskTerm(db: ReadDb, taskId: string): Promise<string | null> {
  const { tasks } = db.tables;
  const [row] = await db.select({ termId: tasks.termId }).from(tasks).where(eq(tasks.id, taskId));
  return row?.termId ?? null;
}

/** A term's task groups in their order, with their tasks and all that was reported of them. */
export async function listTaskGroups(db: ReadDb, termId: string): Promise<StoredTaskGroup[]> {
  const { taskGroups, tasks } = db.tables;
  const groups = await db
    .select()
    .from(taskGroups)
    .where(eq(taskGroups.termId, termId))
    .orderBy(asc(taskGroups.position), asc(taskGroups.id));
  const rows = await db
    .select()
    .from(tasks)
    .where(eq(tasks.termId, termId))
    .orderBy(asc(tasks.position), asc(tasks.id));
  const parts = await readParts(db, termId);
  const stored = groupRows(rows, ({ groupId }) => groupId);
  return groups.map(({ id, code, position, name }) => ({
    ...{ id, code, position, name },
    tasks: (stored.get(id) ?? []).map(({ termId: _term, groupId: _group, ...task }) => ({
      ...task,
      supportingUnitIds: (parts.units.get(task.id) ?? []).map(({ unitId }) => unitId),
      targetIds: (parts.targets.get(task.id) ?? []).map(({ targetId }) => targetId),
      updates: (parts.updates.get(task.id) ?? []).map(({ updatedOn: on, state, text }) => ({ on, state, text })),
    })),
  }));
}

async function readParts(db: ReadDb, termId: string) {
  const { tasks, taskUnits, taskTargets, taskUpdates } = db.tables;
  const ofTerm = db.select({ id: tasks.id }).from(tasks).where(eq(tasks.termId, termId));
  return {
    units: groupRows(
      await db.select().from(taskUnits).where(inArray(taskUnits.taskId, ofTerm)).orderBy(asc(taskUnits.position)),
      ({ taskId }) => taskId,
    ),
    targets: groupRows(
      await db.select().from(taskTargets).where(inArray(taskTargets.taskId, ofTerm)).orderBy(asc(taskTargets.position)),
      ({ taskId }) => taskId,
    ),
    updates: groupRows(
      await db.select().from(taskUpdates).where(inArray(taskUpdates.taskId, ofTerm)).orderBy(asc(taskUpdates.position)),
      ({ taskId }) => taskId,
    ),
  };
}

/** Stores task groups with everything in them. `at` is UTC. */
export async function insertTaskGroups(
  tx: Db,
  termId: string,
  groups: readonly StoredTaskGroup[],
  at: string,
): Promise<void> {
  await insertRows(
    tx,
    tx.tables.taskGroups,
    groups.map(({ id, code, position, name }) => ({ id, termId, code, position, name })),
  );
  const placed = groups.flatMap(({ id: groupId, tasks }) => tasks.map((task) => ({ ...task, groupId })));
  await insertTasks(tx, termId, placed, at);
}

/** A task with the group that it stands in. */
export interface PlacedTask extends StoredTask {
  readonly groupId: string;
}

/** Stores tasks of groups that are stored already, with everything in them. `at` is UTC. */
export async function insertTasks(tx: Db, termId: string, added: readonly PlacedTask[], at: string): Promise<void> {
  const { tasks, taskUnits, taskTargets, taskUpdates } = tx.tables;
  await insertRows(
    tx,
    tasks,
    added.map(({ supportingUnitIds: _units, targetIds: _targets, updates: _updates, ...task }) => ({
      ...task,
      termId,
    })),
  );
  await insertRows(
    tx,
    taskUnits,
    added.flatMap((task) => task.supportingUnitIds.map((unitId, position) => ({ taskId: task.id, unitId, position }))),
  );
  await insertRows(
    tx,
    taskTargets,
    added.flatMap((task) => task.targetIds.map((targetId, position) => ({ taskId: task.id, targetId, position }))),
  );
  await insertRows(
    tx,
    taskUpdates,
    added.flatMap((task) =>
      task.updates.map(({ on: updatedOn, state, text }, position) => ({
        ...{ id: newId(), taskId: task.id, position, createdAt: at },
        ...{ updatedOn, state, text },
      })),
    ),
  );
}

/** An update as a page tells it: with the person who reported it, null where it came with a bundle. */
export interface ToldTaskUpdate extends StoredTaskUpdate {
  readonly by: string | null;
  /** When it was stored, UTC. */
  readonly at: string;
}

/** Everything that was reported of a task, in the order in which it was written. */
export async function listTaskUpdates(db: ReadDb, taskId: string): Promise<ToldTaskUpdate[]> {
  const { taskUpdates, users } = db.tables;
  return db
    .select({
      on: taskUpdates.updatedOn,
      state: taskUpdates.state,
      text: taskUpdates.text,
      by: users.name,
      at: taskUpdates.createdAt,
    })
    .from(taskUpdates)
    .leftJoin(users, eq(users.id, taskUpdates.createdBy))
    .where(eq(taskUpdates.taskId, taskId))
    .orderBy(asc(taskUpdates.position));
}
