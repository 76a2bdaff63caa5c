import { DEFAULT_REPORTING_SETTINGS, type ReportingSettings } from "../../domain/reporting-settings";
import type { Db, ReadDb } from "../handle";

/** The one row's id: a second row cannot be made. */
const ONLY = "only";

/** How reports are taken; the defaults while nothing was changed. */
export async function readReportingSettings(db: ReadDb): Promise<ReportingSettings> {
  const [row] = await db.select().from(db.tables.reportingSettings);
  if (!row) return DEFAULT_REPORTING_SETTINGS;
  const { id: _, ...settings } = row;
  return settings;
}

/** Stores how reports are taken, in the place of what was stored before. */
export async function saveReportingSettings(tx: Db, settings: ReportingSettings): Promise<void> {
  const { reportingSettings } = tx.tables;
  const changed = await tx.update(reportingSettings).set(settings).returning();
  if (changed.length === 0) await tx.insert(reportingSettings).values({ id: ONLY, ...settings });
}
