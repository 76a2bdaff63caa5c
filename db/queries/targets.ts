import { asc, eq } from "drizzle-orm";
import type { Provenance } from "../../domain/measures";
import type { Target } from "../../domain/targets";
import type { Term } from "../../domain/terms";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";
import { insertMeasures, listMeasures, type StoredMeasure } from "./measures";

/** A promise of a term with its measures. */
export interface StoredTarget extends Target {
  readonly code: string;
  readonly position: number;
  readonly name: string;
  /** The resolution's exact words. */
  readonly wording: string | null;
  /** Which part of the resolution it belongs to, by its code. */
  readonly groupCode: string | null;
  readonly provenance: Provenance | null;
  readonly measures: readonly StoredMeasure[];
}

/** A term's targets in their order, with their measures. */
export async function listTargets(db: ReadDb, termId: string): Promise<StoredTarget[]> {
  const { targets } = db.tables;
  const rows = await db
    .select()
    .from(targets)
    .where(eq(targets.termId, termId))
    .orderBy(asc(targets.position), asc(targets.id));
  const measures = groupRows(await listMeasures(db, termId), ({ targetId }) => targetId);
  return rows.map(({ id, code, position, name, wording, groupCode, provenance }) => ({
    ...{ id, code, position, name, wording, groupCode, provenance },
    measures: measures.get(id) ?? [],
  }));
}

/** Stores targets with their measures. `at` is UTC. */
export async function insertTargets(tx: Db, term: Term, added: readonly StoredTarget[], at: string): Promise<void> {
  const rows = added.map(({ measures: _, ...target }) => ({ ...target, termId: term.id }));
  await insertRows(tx, tx.tables.targets, rows);
  await insertMeasures(
    tx,
    term,
    added.flatMap(({ measures }) => measures),
    at,
  );
}

/** How a term's target goes back to the term before; that one is named by codes, because it may not be here. */
export interface StoredTargetLink {
  readonly targetId: string | null;
  readonly previousTermCode: string | null;
  readonly previousTargetCode: string | null;
  readonly kind: ReadDb["tables"]["targetLinks"]["$inferSelect"]["kind"];
  readonly reason: string | null;
}

/** A term's links in their order. */
export async function listTargetLinks(db: ReadDb, termId: string): Promise<StoredTargetLink[]> {
  const { targetLinks } = db.tables;
  const { targetId, previousTermCode, previousTargetCode, kind, reason } = targetLinks;
  return db
    .select({ targetId, previousTermCode, previousTargetCode, kind, reason })
    .from(targetLinks)
    .where(eq(targetLinks.termId, termId))
    .orderBy(asc(targetLinks.position));
}

/** Stores a term's links, in their order. */
export async function insertTargetLinks(tx: Db, termId: string, links: readonly StoredTargetLink[]): Promise<void> {
  const rows = links.map((link, position) => ({ id: newId(), termId, position, ...link }));
  await insertRows(tx, tx.tables.targetLinks, rows);
}

/** Replaces a term's links. */
export async function replaceTargetLinks(tx: Db, termId: string, links: readonly StoredTargetLink[]): Promise<void> {
  const { targetLinks } = tx.tables;
  await tx.delete(targetLinks).where(eq(targetLinks.termId, termId));
  await insertTargetLinks(tx, termId, links);
}
