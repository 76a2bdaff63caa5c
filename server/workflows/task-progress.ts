import { insertTaskUpdate } from "@/db/queries/task-changes";
import { findTaskTerm, listTaskGroups } from "@/db/queries/tasks";
import { findTerm } from "@/db/queries/terms";
import type { Db, ReadDb, Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import type { ReportProgress } from "@/domain/inputs/tasks";
import { permit, type Authorized } from "@/domain/permissions";
import { checkProgress } from "@/domain/task-progress";
import { reportedStateAt } from "@/domain/tasks";
import { applyChange, type ChangeAnswer } from "./changes";

/**
 * Reports progress of a task: a day, a text, and a new state where there is one. The secretary of the unit that leads
 * may, and the office for every task; a unit that supports may not. Never changes what was reported before.
 */
export function reportProgress(
  store: Store,
  actor: Authorized<"tasks.update">,
  { mode, taskId, typed }: ReportProgress,
  now: string,
): Promise<ChangeAnswer<{ readonly name: string }>> {
  const work = async (tx: Db) => {
    const { term, task } = await readTask(tx, taskId);
    permit(actor, { unitId: task.leadUnitId });
    // A draft is the office's alone until the term is started; a closed term stays as it is.
    if (term.state !== "running") throw new DomainError(term.state === "closed" ? "term_closed" : "term_not_started");
    checkProgress(task, typed, { term, today: actor.on });
    const before = { name: task.name, state: reportedStateAt(task, typed.on) };
    await insertTaskUpdate(tx, taskId, typed, { by: actor.accountId, at: now });
    const after = { name: task.name, on: typed.on, state: typed.state ?? before.state, text: typed.text };
    return {
      event: { action: "task.updated" as const, subject: { type: "task" as const, id: taskId }, before, after },
      data: { name: task.name },
    };
  };
  return applyChange(store, actor, { mode, measured: false, work });
}

async function readTask(db: ReadDb, taskId: string) {
  const termId = await findTaskTerm(db, taskId);
  const term = termId === null ? null : await findTerm(db, termId);
  const groups = term ? await listTaskGroups(db, term.id) : [];
  const task = groups.flatMap(({ tasks }) => tasks).find(({ id }) => id === taskId);
  if (!term || !task) throw new DomainError("not_found");
  return { term, task };
}
