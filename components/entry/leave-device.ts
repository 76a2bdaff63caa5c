// Empties this device of all that it keeps of an account.
import { dropAllKept, listUnsavedReports } from "./kept-reports";
import { dropKeptRows, listUnsavedRows } from "@/components/grid/kept-rows";
import { forgetPages } from "./offline-pages";
import { abandonOpenReports } from "./report-locks";
import { sendUnsent } from "./send-unsent";

/**
 * Sends what the server lacks, then forgets all texts and pages of the account. Gives how many reports the server
 * still lacks, those of the entry grid among them, and forgets nothing then unless told to.
 */
export async function leaveDevice(accountId: string, evenUnsaved: boolean): Promise<number> {
  await sendUnsent(accountId);
  const left = listUnsavedReports(accountId).length + listUnsavedRows(accountId).length;
  if (left > 0 && !evenUnsaved) return left;
  abandonOpenReports();
  dropAllKept(accountId);
  dropKeptRows(accountId);
  await forgetPages();
  return 0;
}
