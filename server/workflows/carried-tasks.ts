// Groups and unfinished tasks on their way from one term to the next.
import { newId } from "@/db/ids";
import type { StoredTaskGroup } from "@/db/queries/tasks";
import type { CarriedGroup } from "@/domain/tasks";

/**
 * Carried groups as rows of the next term, with ids of their own and nothing reported yet. `targetIds` names, of each
 * target of the earlier term, the one that follows it; a task no longer serves a target that nothing follows.
 */
export function carriedRows(
  groups: readonly CarriedGroup[],
  targetIds: ReadonlyMap<string, string>,
): readonly StoredTaskGroup[] {
  return groups.map((group) => ({
    ...group,
    id: newId(),
    tasks: group.tasks.map((task, position) => ({
      ...task,
      ...{ id: newId(), position, updates: [] },
      targetIds: task.targetIds.flatMap((id) => targetIds.get(id) ?? []),
    })),
  }));
}
