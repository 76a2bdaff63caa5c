// Sends what this device keeps of reports whose forms are closed.
import type { KeptFor } from "./device-store";
import { dropKeptReport, findKeptReport, keepReport, listUnsavedReports } from "./kept-reports";
import { sendReport } from "./report-client";
import { sendOnce } from "./report-locks";
import { isUnsaved, ReportSender } from "./report-sender";

/**
 * Sends an account's reports of which the server lacks something, once each. What was refused for good waits for a
 * person at its form. Gives how many the server has taken.
 */
export async function sendUnsent(accountId: string): Promise<number> {
  const before = listUnsavedReports(accountId);
  for (const { owner, report } of before) {
    if (report.refused === null || report.refused === "session_expired") {
      await sendOnce(owner, () => sendKept(owner));
    }
  }
  return before.length - listUnsavedReports(accountId).length;
}

async function sendKept(owner: KeptFor): Promise<void> {
  const kept = findKeptReport(owner);
  if (!kept || !isUnsaved(kept)) return; // another page was faster
  const sender = new ReportSender(kept, {
    send: (request) => sendReport(owner, request),
    keep: (state, refused) => keepReport(owner, { ...state, refused, heading: kept.heading }),
    forget: () => dropKeptReport(owner),
    onStatus: () => undefined,
  });
  sender.stop(); // one try: the next is the caller's
  await sender.flush();
}
