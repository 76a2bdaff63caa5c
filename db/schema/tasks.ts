import { dated, instants, oneOf, present } from "./checks";
import { TASK_STATES } from "./closed-sets";
import type { Kit, Parents } from "./kit";

function taskGroupsTable(c: Kit, { terms }: Parents<"terms">) {
  return c.table(
    "task_groups",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
      code: c.text().notNull(),
      position: c.integer().notNull(),
      name: c.text().notNull(),
    },
    (t) => [c.uniqueIndex("task_groups_code_unique").on(t.termId, t.code), ...present(c, t.code, t.name)],
  );
}

function tasksTable(c: Kit, { terms, taskGroups, units }: Parents<"terms" | "taskGroups" | "units">) {
  return c.table(
    "tasks",
    {
      id: c.id(),
      termId: c.reference(() => terms.id),
      groupId: c.reference(() => taskGroups.id),
      code: c.text().notNull(),
      position: c.integer().notNull(),
      name: c.text().notNull(),
      leadUnitId: c.optionalReference(() => units.id),
      dueOn: c.date(),
      expectedResult: c.text(),
      state: c.choice(TASK_STATES),
    },
    (t) => [
      c.uniqueIndex("tasks_code_unique").on(t.termId, t.code),
      c.index("tasks_group").on(t.groupId),
      oneOf(c, t.state, TASK_STATES),
      ...dated(c, t.dueOn),
      ...present(c, t.code, t.name),
    ],
  );
}

function taskUnitsTable(c: Kit, { tasks, units }: Parents<"tasks" | "units">) {
  return c.table(
    "task_units",
    {
      taskId: c.reference(() => tasks.id),
      unitId: c.reference(() => units.id),
      position: c.integer().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.taskId, t.unitId] })],
  );
}

function taskTargetsTable(c: Kit, { tasks, targets }: Parents<"tasks" | "targets">) {
  return c.table(
    "task_targets",
    {
      taskId: c.reference(() => tasks.id),
      targetId: c.reference(() => targets.id),
      position: c.integer().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.taskId, t.targetId] })],
  );
}

function taskUpdatesTable(c: Kit, { tasks, users }: Parents<"tasks" | "users">) {
  return c.table(
    "task_updates",
    {
      id: c.id(),
      taskId: c.reference(() => tasks.id),
      position: c.integer().notNull(),
      updatedOn: c.date().notNull(),
      state: c.choice(TASK_STATES),
      text: c.text(),
      createdBy: c.optionalReference(() => users.id),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex("task_updates_unique").on(t.taskId, t.position),
      oneOf(c, t.state, TASK_STATES),
      ...dated(c, t.updatedOn),
      ...instants(c, t.createdAt),
    ],
  );
}

/** The task groups of a term, their tasks, and the progress that was reported. */
export function defineTasks(c: Kit, parents: Parents<"targets" | "terms" | "units" | "users">) {
  const taskGroups = taskGroupsTable(c, parents);
  const tasks = tasksTable(c, { ...parents, taskGroups });
  const taskUnits = taskUnitsTable(c, { ...parents, tasks });
  const taskTargets = taskTargetsTable(c, { ...parents, tasks });
  const taskUpdates = taskUpdatesTable(c, { ...parents, tasks });
  return { taskGroups, tasks, taskUnits, taskTargets, taskUpdates };
}
