import type { StoredTarget } from "@/db/queries/targets";
import type { StoredTask, StoredTaskGroup } from "@/db/queries/tasks";
import type { StoredUnit } from "@/db/queries/units";
import type { CalendarDate } from "@/domain/dates";
import { lastUpdateAt, taskStateAt } from "@/domain/tasks";
import { unitVersionAt } from "@/domain/units";
import type { OverviewTask, OverviewTaskGroup, TaskUnitView } from "./overview";

/** What tasks refer to. */
export interface TaskSurroundings {
  readonly units: readonly StoredUnit[];
  readonly targets: readonly Pick<StoredTarget, "id" | "code" | "name">[];
}

/** A unit as a task names it on a day. */
export function buildTaskUnit(unit: StoredUnit, asOf: CalendarDate): TaskUnitView {
  const hasEnded = unit.to !== null && unit.to < asOf;
  return { name: unitVersionAt(unit, asOf).name, endedOn: hasEnded ? unit.to : null };
}

/** A task as it stood on a day, in few words. */
export function buildTask(task: StoredTask, { units, targets }: TaskSurroundings, asOf: CalendarDate): OverviewTask {
  const told = lastUpdateAt(
    task.updates.flatMap((update) => (update.text === null ? [] : { ...update, text: update.text })),
    asOf,
  );
  const lead = units.find(({ id }) => id === task.leadUnitId);
  return {
    id: task.code,
    name: task.name,
    state: taskStateAt(task, asOf),
    lead: lead ? buildTaskUnit(lead, asOf) : null,
    dueOn: task.dueOn,
    targets: targets.filter(({ id }) => task.targetIds.includes(id)).map(({ code, name }) => ({ code, name })),
    lastUpdate: told && { on: told.on, text: told.text },
  };
}

/** The task groups of a term as they stood on a day, in their order. */
export function buildTaskGroups(
  groups: readonly StoredTaskGroup[],
  surroundings: TaskSurroundings,
  asOf: CalendarDate,
): readonly OverviewTaskGroup[] {
  return groups.map(({ code, position, name, tasks }) => ({
    id: code,
    position,
    name,
    tasks: tasks.map((task) => buildTask(task, surroundings, asOf)),
  }));
}
