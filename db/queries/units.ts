import { asc } from "drizzle-orm";
import type { Unit } from "../../domain/units";
import type { ReadDb } from "../handle";

/** Every unit that ever was, with its versions oldest first. */
export async function listUnits(db: ReadDb): Promise<Unit[]> {
  const { units, unitVersions } = db.tables;
  const versions = await db.select().from(unitVersions).orderBy(asc(unitVersions.fromOn));
  const rows = await db.select().from(units).orderBy(asc(units.code));
  return rows.map(({ id, kind, fromOn, toOn }) => ({
    id,
    kind,
    from: fromOn,
    to: toOn,
    versions: versions
      .filter((version) => version.unitId === id)
      .map(({ fromOn: from, name, parentId, position }) => ({ from, name, parentId, position })),
  }));
}
