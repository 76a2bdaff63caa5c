import { desc, isNotNull } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { ReadDb } from "../handle";

/** The day that the newest term with one is meant to be looked at; a term made beside the sample names none. */
export async function findSampleDay(db: ReadDb): Promise<CalendarDate | null> {
  const { terms } = db.tables;
  const found = await db
    .select({ viewOn: terms.viewOn })
    .from(terms)
    .where(isNotNull(terms.viewOn))
    .orderBy(desc(terms.startsOn))
    .limit(1);
  return found[0]?.viewOn ?? null;
}
