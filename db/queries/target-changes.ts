// How the office changes targets: their own row, their order, and that they go.
import { and, eq, isNotNull } from "drizzle-orm";
import type { Db, ReadDb } from "../handle";
import type { StoredTarget } from "./targets";

/** Finds the term that a target belongs to; null when there is no such target. */
export async function findTermIdOfTarget(db: ReadDb, targetId: string): Promise<string | null> {
  const { targets } = db.tables;
  const [found] = await db.select({ termId: targets.termId }).from(targets).where(eq(targets.id, targetId));
  return found?.termId ?? null;
}

/** Changes what a target says; its place and its measures stay. */
export async function updateTarget(
  tx: Db,
  {
    id,
    name,
    wording,
    groupCode,
    provenance,
  }: Pick<StoredTarget, "id" | "name" | "wording" | "groupCode" | "provenance">,
): Promise<void> {
  const { targets } = tx.tables;
  await tx.update(targets).set({ name, wording, groupCode, provenance }).where(eq(targets.id, id));
}

/** Numbers targets in this order, from 1. */
export async function placeTargets(tx: Db, ids: readonly string[]): Promise<void> {
  const { targets } = tx.tables;
  for (const [index, id] of ids.entries()) {
    await tx
      .update(targets)
      .set({ position: index + 1 })
      .where(eq(targets.id, id));
  }
}

/**
 * Removes a target whose measures are gone. No task serves it any more; that it went back to a target of the previous
 * term becomes that this one was dropped.
 */
export async function deleteTarget(tx: Db, id: string, reason: string | null): Promise<void> {
  const { targets, targetLinks, taskTargets } = tx.tables;
  await tx.delete(taskTargets).where(eq(taskTargets.targetId, id));
  await tx
    .update(targetLinks)
    .set({ targetId: null, kind: "dropped", reason })
    .where(and(eq(targetLinks.targetId, id), isNotNull(targetLinks.previousTargetCode)));
  await tx.delete(targetLinks).where(eq(targetLinks.targetId, id));
  await tx.delete(targets).where(eq(targets.id, id));
}
