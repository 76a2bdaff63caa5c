// What this device keeps of reports that are filled in as forms, until the server has all of it: it outlives a lost line,
// an expired session and a closed page.
import { isErrorCode, type ErrorCode } from "@/domain/errors";
import { deviceStore, type KeptFor } from "./device-store";
import { isUnsaved, type SenderState } from "./report-sender";

/** A report as this device holds it. */
export interface KeptReport extends SenderState {
  /** Why the server refused it; null while it is only on its way. */
  readonly refused: ErrorCode | null;
  /** How a list names it, and where it is filled in. */
  readonly heading: { readonly period: string; readonly unit: string; readonly address: string };
}

const PARTS = ["figures", "base", "version", "unanswered", "submitting", "typedAt", "refused", "heading"];

const store = deviceStore("tien-do.report", (value): value is KeptReport => {
  if (typeof value !== "object" || value === null) return false;
  if (!PARTS.every((part) => part in value)) return false;
  const { refused } = value as KeptReport;
  return refused === null || isErrorCode(refused);
});

/** Keeps a report; false where the browser keeps nothing. */
export const keepReport = store.keep;

/** The kept report, null when there is none or it cannot be read. */
export const findKeptReport = store.find;

/** Forgets a report: the server has all of it. */
export const dropKeptReport = store.drop;

/** Forgets all that is kept of an account, saved or not: it signs out. */
export const dropAllKept = store.dropAll;

/** An account's reports of which the server lacks something, what was typed last first. */
export function listUnsavedReports(accountId: string): { owner: KeptFor; report: KeptReport }[] {
  return store
    .list(accountId)
    .filter(({ report }) => isUnsaved(report))
    .sort((a, b) => Date.parse(b.report.typedAt) - Date.parse(a.report.typedAt));
}

/** Tells what another page of this browser keeps of a report, and what was kept before it; gives what ends it. */
export function watchKeptReport(
  { accountId, unitId, periodId }: KeptFor,
  onChange: (now: KeptReport, before: KeptReport | null) => void,
): () => void {
  return store.watch((owner, now, before) => {
    const isOwn = owner.accountId === accountId && owner.unitId === unitId && owner.periodId === periodId;
    if (isOwn && now) onChange(now, before);
  });
}
