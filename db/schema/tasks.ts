import { dated, instants, oneOf, present } from "./checks";
import { EXPLANATION_MESSAGE_KINDS, EXPLANATION_STATES, TASK_STATES } from "./closed-sets";
import type { Kit } from "./kit";
import type { PeopleTables } from "./people";
import type { MeasureTables, TargetTables } from "./targets";
import type { PeriodTables, TermTables } from "./terms";
import type { UnitTables } from "./units";

/** The task groups of a term, their tasks, and the progress that was reported. */
export function defineTasks(c: Kit, { units, terms, targets, users }: UnitTables & TermTables & TargetTables & PeopleTables) {
  const taskGroups = c.table(
    "task_groups",
    {
      id: c.id(),
      termId: c.text().notNull().references(() => terms.id),
      code: c.text().notNull(),
      position: c.integer().notNull(),
      name: c.text().notNull(),
    },
    (t) => [c.uniqueIndex("task_groups_code_unique").on(t.termId, t.code), ...present(c, t.code, t.name)],
  );
  const tasks = c.table(
    "tasks",
    {
      id: c.id(),
      termId: c.text().notNull().references(() => terms.id),
      groupId: c.text().notNull().references(() => taskGroups.id),
      code: c.text().notNull(),
      position: c.integer().notNull(),
      name: c.text().notNull(),
      leadUnitId: c.text().references(() => units.id),
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
  const taskUnits = c.table(
    "task_units",
    {
      taskId: c.text().notNull().references(() => tasks.id),
      unitId: c.text().notNull().references(() => units.id),
      position: c.integer().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.taskId, t.unitId] })],
  );
  const taskTargets = c.table(
    "task_targets",
    {
      taskId: c.text().notNull().references(() => tasks.id),
      targetId: c.text().notNull().references(() => targets.id),
      position: c.integer().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.taskId, t.targetId] })],
  );
  const taskUpdates = c.table(
    "task_updates",
    {
      id: c.id(),
      taskId: c.text().notNull().references(() => tasks.id),
      position: c.integer().notNull(),
      updatedOn: c.date().notNull(),
      state: c.choice(TASK_STATES),
      text: c.text(),
      createdBy: c.text().references(() => users.id),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex("task_updates_unique").on(t.taskId, t.position),
      oneOf(c, t.state, TASK_STATES),
      ...dated(c, t.updatedOn),
      ...instants(c, t.createdAt),
    ],
  );
  return { taskGroups, tasks, taskUnits, taskTargets, taskUpdates };
}

/** A leader's question about a figure or a target, and what was answered. */
export function defineExplanations(
  c: Kit,
  { units, terms, periods, measures, users }: UnitTables & TermTables & PeriodTables & MeasureTables & PeopleTables,
) {
  const explanations = c.table(
    "explanations",
    {
      id: c.id(),
      termId: c.text().notNull().references(() => terms.id),
      code: c.text().notNull(),
      unitId: c.text().references(() => units.id),
      measureId: c.text().references(() => measures.id),
      periodId: c.text().references(() => periods.id),
      state: c.choice(EXPLANATION_STATES),
    },
    (t) => [
      c.uniqueIndex("explanations_code_unique").on(t.termId, t.code),
      c.index("explanations_unit_state").on(t.unitId, t.state),
      oneOf(c, t.state, EXPLANATION_STATES),
    ],
  );
  const explanationMessages = c.table(
    "explanation_messages",
    {
      id: c.id(),
      explanationId: c.text().notNull().references(() => explanations.id),
      position: c.integer().notNull(),
      kind: c.choice(EXPLANATION_MESSAGE_KINDS).notNull(),
      writtenOn: c.date(),
      text: c.text().notNull(),
      createdBy: c.text().references(() => users.id),
      createdAt: c.instant().notNull(),
    },
    (t) => [
      c.uniqueIndex("explanation_messages_unique").on(t.explanationId, t.position),
      oneOf(c, t.kind, EXPLANATION_MESSAGE_KINDS),
      ...dated(c, t.writtenOn),
      ...instants(c, t.createdAt),
    ],
  );
  return { explanations, explanationMessages };
}
