import { desc } from "drizzle-orm";
import type { CalendarDate } from "../../domain/dates";
import type { ReadDb } from "../handle";

/** The day at which the newest term's sample is meant to be looked at; null where a term names none. */
export async function findSampleDay(db: ReadDb): Promise<CalendarDate | null> {
  const { terms } = db.tables;
  const found = await db.select({ viewOn: terms.viewOn }).from(terms).orderBy(desc(terms.startsOn)).limit(1);
  return found[0]?.viewOn ?? null;
}
