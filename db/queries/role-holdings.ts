import { asc, eq, inArray } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { Role } from "../../domain/roles";
import { insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";

/** A role as it is stored, with whose it is and when it was written down (UTC). */
export interface RecordedHolding {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly recordedAt: string;
}

/**
 * Every role that an account ever held, or without one that anybody did, oldest first; without roles that are derived
 * from others.
 */
export async function listRecordedHoldings(db: ReadDb, accountId?: string): Promise<RecordedHolding[]> {
  const { id, userId, role, unitId, fromOn, toOn, createdAt } = db.tables.roleHoldings;
  return db
    .select({ id, userId, role, unitId, from: fromOn, to: toOn, recordedAt: createdAt })
    .from(db.tables.roleHoldings)
    .where(accountId === undefined ? undefined : eq(userId, accountId))
    .orderBy(asc(fromOn), asc(id));
}

/** A role as it shall be; `id` is null for a new one. */
export interface HoldingToStore {
  readonly id: string | null;
  readonly role: Role;
  readonly unitId: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

/** Makes an account's roles the given ones: rows that are not among them go, those that differ change, new ones come. */
export async function saveRoleHoldings(
  tx: Db,
  userId: string,
  stored: readonly RecordedHolding[],
  wanted: readonly HoldingToStore[],
  at: string,
): Promise<void> {
  const { roleHoldings } = tx.tables;
  const before = new Map(stored.map((holding) => [holding.id, holding]));
  const rows = wanted.map((holding) => ({
    ...{ id: holding.id ?? newId(), userId, role: holding.role, unitId: holding.unitId },
    ...{ fromOn: holding.from, toOn: holding.to, createdAt: before.get(holding.id ?? "")?.recordedAt ?? at },
  }));
  const isSame = (row: (typeof rows)[number]) => {
    const held = before.get(row.id);
    return held?.role === row.role && held.unitId === row.unitId && held.from === row.fromOn && held.to === row.toOn;
  };
  const staying = new Set(rows.filter(isSame).map(({ id }) => id));
  // Two rows may change places under the unique key: all that differs goes before any of it comes.
  const going = stored.filter(({ id }) => !staying.has(id)).map(({ id }) => id);
  if (going.length > 0) await tx.delete(roleHoldings).where(inArray(roleHoldings.id, going));
  await insertRows(
    tx,
    roleHoldings,
    rows.filter(({ id }) => !staying.has(id)),
  );
}
