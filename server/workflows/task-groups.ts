// The office arranges the groups of a term's tasks. Every deed is a change that can be taken back.
import { newId } from "@/db/ids";
import { deleteTaskGroup, placeTaskGroups, renameTaskGroup } from "@/db/queries/task-changes";
import { insertTaskGroups, type StoredTaskGroup } from "@/db/queries/tasks";
import type { Db, Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { MoveTaskGroup, RemoveTaskGroup, SaveTaskGroup } from "@/domain/inputs/tasks";
import type { Authorized } from "@/domain/permissions";
import { moveInOrder, nextCode } from "@/domain/tasks";
import { deed, findIn, readGroups, type TaskDeed } from "../term-tasks";
import { applyChange, type ChangeAnswer } from "./changes";
import { refuseOvertaken } from "./overtaken";

type Office = Authorized<"terms.configure">;

/** What the form of a group was filled from. */
export function groupState({ name }: Pick<StoredTaskGroup, "name">) {
  return { name };
}

/** Adds a group behind the others, or renames one. */
export function saveTaskGroup(
  store: Store,
  actor: Office,
  { mode, termId, groupId, base, typed: { name } }: SaveTaskGroup,
  now: string,
): Promise<ChangeAnswer<TaskDeed>> {
  const work = async (tx: Db) => {
    const { groups } = await readGroups(tx, termId);
    if (groupId === null) return addGroup(tx, termId, groups, name, now);
    const group = findIn(groups, groupId);
    await refuseOvertaken(tx, { type: "task", id: groupId }, { base, current: groupState(group) });
    await renameTaskGroup(tx, groupId, name);
    return deed("task.group_changed", { ...group, name }, { group: group.name }, { group: name });
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

async function addGroup(tx: Db, termId: string, groups: readonly StoredTaskGroup[], name: string, now: string) {
  const code = nextCode(
    "g",
    groups.map((group) => group.code),
  );
  const position = Math.max(0, ...groups.map((group) => group.position)) + 1;
  const added = { id: newId(), code, position, name, tasks: [] };
  await insertTaskGroups(tx, termId, [added], now);
  return deed("task.group_changed", added, null, { group: name });
}

/** Moves a group one place up or down. */
export function moveTaskGroup(
  store: Store,
  actor: Office,
  { termId, groupId, direction }: MoveTaskGroup,
): Promise<ChangeAnswer<TaskDeed>> {
  const work = async (tx: Db) => {
    const { groups } = await readGroups(tx, termId);
    const group = findIn(groups, groupId);
    const order = moveInOrder(
      groups.map(({ id }) => id),
      groupId,
      direction,
    );
    await placeTaskGroups(
      tx,
      order.map((id) => findIn(groups, id)),
    );
    const place = (ids: readonly string[]) => ({ group: group.name, position: ids.indexOf(groupId) + 1 });
    return deed("task.order_changed", group, place(groups.map(({ id }) => id)), place(order));
  };
  return applyChange(store, actor, { mode: "save", measured: false, work });
}

/** Removes a group without tasks; `group_not_empty` otherwise. Those behind it move up. */
export function removeTaskGroup(
  store: Store,
  actor: Office,
  { termId, groupId }: RemoveTaskGroup,
): Promise<ChangeAnswer<TaskDeed>> {
  const work = async (tx: Db) => {
    const { groups } = await readGroups(tx, termId);
    const group = findIn(groups, groupId);
    if (group.tasks.length > 0) throw new DomainError("group_not_empty", { count: group.tasks.length });
    await deleteTaskGroup(tx, groupId);
    await placeTaskGroups(
      tx,
      groups.filter(({ id }) => id !== groupId),
    );
    return deed("task.group_changed", group, { group: group.name }, null);
  };
  return applyChange(store, actor, { mode: "save", measured: false, work });
}
