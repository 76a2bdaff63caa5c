// What the deeds on a term's task groups and tasks have in common.
import { listTaskGroups, type StoredTaskGroup } from "@/db/queries/tasks";
import { findTerm } from "@/db/queries/terms";
import type { ReadDb } from "@/db/store";
import type { AuditAction, JsonValue } from "@/domain/audit";
import { DomainError } from "@/domain/errors";
import type { Deed } from "./workflows/changes";
import { requireOpen } from "./workflows/governed-rules";

/** What was done, and to which group or task. */
export interface TaskDeed {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

type TaskAction = Extract<AuditAction, `task.${string}`>;

/** A deed of the office as the log keeps it and its sender is answered. */
export function deed(action: TaskAction, subject: TaskDeed, before: JsonValue, after: JsonValue): Deed<TaskDeed> {
  const { id, code, name } = subject;
  return { event: { action, subject: { type: "task", id }, before, after }, data: { id, code, name } };
}

/** The groups of a term to be changed; DomainError `not_found` when there is no such term, `term_closed`. */
export async function readGroups(db: ReadDb, termId: string) {
  const term = await findTerm(db, termId);
  if (!term) throw new DomainError("not_found");
  requireOpen(term);
  return { term, groups: await listTaskGroups(db, termId) };
}

/** The row with an id; DomainError `not_found` when it is not among them. */
export function findIn<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new DomainError("not_found");
  return row;
}

/** Every task with the group that it stands in. */
export function tasksOf(groups: readonly StoredTaskGroup[]) {
  return groups.flatMap((group) => group.tasks.map((task) => ({ group, task })));
}

/** The task with its group; DomainError `not_found` when the term has no such task. */
export function findTaskIn(groups: readonly StoredTaskGroup[], taskId: string) {
  const found = tasksOf(groups).find(({ task }) => task.id === taskId);
  if (!found) throw new DomainError("not_found");
  return found;
}
