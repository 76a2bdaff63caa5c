import type { StoredTask, StoredTaskGroup } from "@/db/queries/tasks";
import type { CalendarDate } from "@/domain/dates";
import { lastUpdateAt, taskStateAt } from "@/domain/tasks";
import { unitVersionAt } from "@/domain/units";
import type { OverviewTask, OverviewTaskGroup } from "./overview";
import type { TermResults } from "./term-results";

function buildTask(task: StoredTask, { units, targets }: TermResults, asOf: CalendarDate): OverviewTask {
  const told = lastUpdateAt(
    task.updates.flatMap((update) => (update.text === null ? [] : { ...update, text: update.text })),
    asOf,
  );
  const lead = units.find(({ id }) => id === task.leadUnitId);
  return {
    id: task.code,
    name: task.name,
    state: taskStateAt(task, asOf),
    leadUnitName: lead ? unitVersionAt(lead, asOf).name : "",
    dueOn: task.dueOn,
    targets: targets
      .filter(({ target }) => task.targetIds.includes(target.id))
      .map(({ target: { code, name } }) => ({ code, name })),
    lastUpdate: told && { on: told.on, text: told.text },
  };
}

/** The task groups of a term as they stood on a day, in their order. */
export function buildTaskGroups(
  groups: readonly StoredTaskGroup[],
  results: TermResults,
  asOf: CalendarDate,
): readonly OverviewTaskGroup[] {
  return groups.map(({ code, position, name, tasks }) => ({
    id: code,
    position,
    name,
    tasks: tasks.map((task) => buildTask(task, results, asOf)),
  }));
}
