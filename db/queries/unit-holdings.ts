// The roles that are bound to a unit, for its founding and its end.
import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { UnitHolding } from "../../domain/unit-holdings";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";

/** A holding with the person who holds it. */
export interface NamedHolding extends UnitHolding {
  readonly userId: string;
  readonly displayName: string;
}

/** Everybody who ever held the secretary's role for a unit, by name of the unit's row and first day. */
export async function listUnitHoldings(db: ReadDb): Promise<NamedHolding[]> {
  const { roleHoldings, users } = db.tables;
  const rows = await db
    .select({ holding: roleHoldings, displayName: users.name })
    .from(roleHoldings)
    .innerJoin(users, eq(users.id, roleHoldings.userId))
    .where(and(eq(roleHoldings.role, "secretary"), isNotNull(roleHoldings.unitId)))
    .orderBy(asc(roleHoldings.fromOn), asc(roleHoldings.id));
  return rows.map(({ holding: { id, userId, unitId, fromOn: from, toOn: to }, displayName }) => ({
    ...{ id, userId, displayName, unitId: unitId ?? "", from, to },
  }));
}

/** Ends a holding on a day, its last. */
export async function endHolding(tx: Db, id: string, lastDay: CalendarDate): Promise<void> {
  const { roleHoldings } = tx.tables;
  await tx.update(roleHoldings).set({ toOn: lastDay }).where(eq(roleHoldings.id, id));
}

/** Takes holdings away that never came into force. */
export async function deleteHoldings(tx: Db, ids: readonly string[]): Promise<void> {
  const { roleHoldings } = tx.tables;
  await tx.delete(roleHoldings).where(inArray(roleHoldings.id, [...ids]));
}

/** Makes an account a unit's secretary from a day on. `at` is UTC. */
export async function insertSecretary(
  tx: Db,
  { userId, unitId, from }: { readonly userId: string; readonly unitId: string; readonly from: CalendarDate },
  at: string,
): Promise<void> {
  await tx
    .insert(tx.tables.roleHoldings)
    .values({ id: newId(), userId, role: "secretary", unitId, fromOn: from, toOn: null, createdAt: at });
}
