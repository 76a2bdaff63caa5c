// One sender a report: its open form, or what sends for the closed ones. A second sender would do no harm at the
// server, but would meet the first as if somebody else had saved.
import type { KeptFor } from "./device-store";
import type { ReportSender } from "./report-sender";

const open = new Map<string, ReportSender>();

function nameOf({ accountId, unitId, periodId }: KeptFor): string {
  return ["tien-do.sender", accountId, unitId, periodId].join(" ");
}

/** Makes a form the sender of its report, in this page and, where the browser can tell, in others; gives what ends it. */
export function openReport(owner: KeptFor, sender: ReportSender): () => void {
  const name = nameOf(owner);
  open.set(name, sender);
  let release: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => (release = resolve));
  void locked(name, () => closed);
  return () => {
    if (open.get(name) === sender) open.delete(name);
    release();
  };
}

/** Lets a report be sent: by its form where it is open in this page, by nobody where it is in another, else by `work`. */
export async function sendOnce(owner: KeptFor, work: () => Promise<unknown>): Promise<void> {
  const form = open.get(nameOf(owner));
  if (form) await form.resume();
  else await locked(nameOf(owner), work);
}

/** Nothing more is kept or sent by open forms: their account signs out. */
export function abandonOpenReports(): void {
  for (const sender of open.values()) sender.abandon();
}

/** Locks exist where service workers do; elsewhere a page knows of itself alone. */
async function locked(name: string, work: () => Promise<unknown>): Promise<void> {
  const { locks } = navigator as { readonly locks?: LockManager | null };
  if (locks) await locks.request(name, { ifAvailable: true }, (lock) => lock && work());
  else await work();
}
