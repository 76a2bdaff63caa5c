import "server-only";
import { readReportingSettings } from "@/db/queries/reporting-settings";
import type { ReportingSettings } from "@/domain/reporting-settings";
import { settings } from "../env";
import { requireActor } from "../require-actor";
import { getStore } from "../store";

export interface ReportingSettingsView {
  readonly stored: ReportingSettings;
  /** A mail server is configured, so that mail can be turned on. */
  readonly hasMailServer: boolean;
}

/** How reports are taken, for the office to change. */
export async function loadReportingSettings(): Promise<ReportingSettingsView> {
  await requireActor("terms.configure");
  return { stored: await readReportingSettings((await getStore()).db), hasMailServer: settings().mail !== null };
}
