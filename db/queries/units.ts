import { and, asc, eq } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { Unit, UnitVersion } from "../../domain/units";
import { groupRows, insertRows } from "../batches";
import type { Db, ReadDb } from "../handle";
import { newId } from "../ids";

/** A unit as the calculation takes it, with the code that people and files know it by. */
export interface StoredUnit extends Unit {
  readonly code: string;
}

/** Every unit that ever was, with its versions oldest first. */
export async function listUnits(db: ReadDb): Promise<StoredUnit[]> {
  const { units, unitVersions } = db.tables;
  const versions = await db.select().from(unitVersions);
  return assembleUnits(await db.select().from(units).orderBy(asc(units.code)), versions);
}

type Tables = ReadDb["tables"];

/** Units of their rows, in the order of those, with their versions oldest first. */
export function assembleUnits(
  rows: readonly Tables["units"]["$inferSelect"][],
  versionRows: readonly Tables["unitVersions"]["$inferSelect"][],
): StoredUnit[] {
  const sorted = [...versionRows].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const versions = groupRows(sorted, ({ unitId }) => unitId);
  return rows.map(({ id, code, kind, fromOn, toOn }) => ({
    ...{ id, code, kind, from: fromOn, to: toOn },
    versions: (versions.get(id) ?? []).map(({ fromOn: from, name, parentId, position }) => ({
      ...{ from, name, parentId, position },
    })),
  }));
}

/** Stores units with all their versions. */
export async function insertUnits(tx: Db, added: readonly StoredUnit[]): Promise<void> {
  const { units, unitVersions } = tx.tables;
  await insertRows(
    tx,
    units,
    added.map(({ id, code, kind, from, to }) => ({ id, code, kind, fromOn: from, toOn: to })),
  );
  await insertRows(
    tx,
    unitVersions,
    added.flatMap(({ id, versions }) =>
      versions.map(({ from, name, parentId, position }) => ({
        id: newId(),
        unitId: id,
        fromOn: from,
        name,
        parentId,
        position,
      })),
    ),
  );
}

/** A reorganisation: which units went into it and which came out of it, by id. */
export interface StoredUnitEvent {
  readonly id: string;
  readonly code: string;
  readonly kind: ReadDb["tables"]["unitEvents"]["$inferSelect"]["kind"];
  readonly happenedOn: CalendarDate;
  readonly decision: string | null;
  readonly from: readonly string[];
  readonly into: readonly string[];
}

/** Every reorganisation, oldest first. */
export async function listUnitEvents(db: ReadDb): Promise<StoredUnitEvent[]> {
  const { unitEvents, unitEventParts } = db.tables;
  const parts = groupRows(
    await db.select().from(unitEventParts).orderBy(asc(unitEventParts.position)),
    ({ eventId }) => eventId,
  );
  const events = await db.select().from(unitEvents).orderBy(asc(unitEvents.happenedOn), asc(unitEvents.code));
  return events.map((event) => {
    const side = (wanted: "from" | "into") =>
      (parts.get(event.id) ?? []).filter((part) => part.side === wanted).map(({ unitId }) => unitId);
    return { ...event, from: side("from"), into: side("into") };
  });
}

/** Stores reorganisations; the units themselves change by their own rows. */
export async function insertUnitEvents(tx: Db, added: readonly StoredUnitEvent[]): Promise<void> {
  const { unitEvents, unitEventParts } = tx.tables;
  await insertRows(
    tx,
    unitEvents,
    added.map(({ id, code, kind, happenedOn, decision }) => ({ id, code, kind, happenedOn, decision })),
  );
  const partsOf = (event: StoredUnitEvent, side: "from" | "into") =>
    event[side].map((unitId, position) => ({ eventId: event.id, side, unitId, position }));
  await insertRows(
    tx,
    unitEventParts,
    added.flatMap((event) => [...partsOf(event, "from"), ...partsOf(event, "into")]),
  );
}

/** Stores a version of a unit; one that begins on the same day becomes it. */
export async function saveUnitVersion(tx: Db, unitId: string, version: UnitVersion): Promise<void> {
  const { unitVersions } = tx.tables;
  const { from: fromOn, name, parentId, position } = version;
  const changed = await tx
    .update(unitVersions)
    .set({ name, parentId, position })
    .where(and(eq(unitVersions.unitId, unitId), eq(unitVersions.fromOn, fromOn)))
    .returning({ id: unitVersions.id });
  if (changed.length > 0) return;
  await tx.insert(unitVersions).values({ id: newId(), unitId, fromOn, name, parentId, position });
}

/** Gives a unit the last day of its life. */
export async function endUnit(tx: Db, unitId: string, lastDay: CalendarDate): Promise<void> {
  const { units } = tx.tables;
  await tx.update(units).set({ toOn: lastDay }).where(eq(units.id, unitId));
}

/** Writes another decision for an event. */
export async function updateEventDecision(tx: Db, eventId: string, decision: string): Promise<void> {
  const { unitEvents } = tx.tables;
  await tx.update(unitEvents).set({ decision }).where(eq(unitEvents.id, eventId));
}
