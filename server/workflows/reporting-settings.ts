// How the organisation takes reports: evidence files, reminders, mail.
import { readReportingSettings, saveReportingSettings } from "@/db/queries/reporting-settings";
import type { Store } from "@/db/store";
import type { SaveReportingSettings } from "@/domain/inputs/reporting-settings";
import type { Authorized } from "@/domain/permissions";
import { applyChange, type ChangeAnswer } from "./changes";
import { refuseOvertaken } from "./overtaken";

const SUBJECT = { type: "organisation", id: "reporting" } as const;

/** Changes how reports are taken. Refuses with `overtaken`. */
export function changeReportingSettings(
  store: Store,
  actor: Authorized<"terms.configure">,
  { mode, base, typed }: SaveReportingSettings,
): Promise<ChangeAnswer<null>> {
  return applyChange(store, actor, {
    ...{ mode, measured: false },
    work: async (tx) => {
      const before = { ...(await readReportingSettings(tx)) };
      await refuseOvertaken(tx, SUBJECT, { base, current: before });
      await saveReportingSettings(tx, typed);
      const event = { action: "organisation.reporting_changed", subject: SUBJECT, before, after: typed } as const;
      return { event, data: null };
    },
  });
}
