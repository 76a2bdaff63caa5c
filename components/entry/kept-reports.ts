// What this device keeps of reports until the server has all of it: it outlives a lost line, an expired session and a
// closed page. Written at once and whole, so that a page that ends in the middle loses nothing (docs/decisions/0101).
import { isErrorCode, type ErrorCode } from "@/domain/errors";
import { isUnsaved, type SenderState } from "./report-sender";

/** A report as this device holds it. */
export interface KeptReport extends SenderState {
  /** Why the server refused it; null while it is only on its way. */
  readonly refused: ErrorCode | null;
  /** How a list names it, and where it is filled in. */
  readonly heading: { readonly period: string; readonly unit: string; readonly address: string };
}

/** Whose report it is: another account of the same browser never sees it. */
export interface KeptFor {
  readonly accountId: string;
  readonly unitId: string;
  readonly periodId: string;
}

const PREFIX = "tien-do.report";
/** Something that was kept has changed in this page; in other pages the browser itself says so (`storage`). */
export const KEPT_EVENT = "tien-do:kept";

function keyOf({ accountId, unitId, periodId }: KeptFor): string {
  return [PREFIX, accountId, unitId, periodId].join(" ");
}

/** Keeps a report. False where the browser keeps nothing (private window, full disk): then only the server saves. */
export function keepReport(owner: KeptFor, report: KeptReport): boolean {
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(report));
    return true;
  } catch {
    return false;
  } finally {
    announce();
  }
}

/** The kept report, null when there is none or it cannot be read. */
export function findKeptReport(owner: KeptFor): KeptReport | null {
  return readKept(keyOf(owner));
}

/** Forgets a report: the server has all of it. */
export function dropKeptReport(owner: KeptFor): void {
  dropKey(keyOf(owner));
  announce();
}

/** An account's reports of which the server lacks something, what was typed last first. */
export function listUnsavedReports(accountId: string): { owner: KeptFor; report: KeptReport }[] {
  return keysOf(accountId)
    .flatMap((key) => {
      const [, , unitId = "", periodId = ""] = key.split(" ");
      const report = readKept(key);
      return report && isUnsaved(report) ? [{ owner: { accountId, unitId, periodId }, report }] : [];
    })
    .sort((a, b) => Date.parse(b.report.typedAt) - Date.parse(a.report.typedAt));
}

/** Forgets all that is kept of an account, saved or not: it signs out. */
export function dropAllKept(accountId: string): void {
  keysOf(accountId).forEach(dropKey);
  announce();
}

/** Tells what another page of this browser keeps of a report, and what was kept before it; gives what ends it. */
export function watchKeptReport(
  owner: KeptFor,
  onChange: (now: KeptReport, before: KeptReport | null) => void,
): () => void {
  const onStorage = ({ key, newValue, oldValue }: StorageEvent) => {
    const now = key === keyOf(owner) ? parseKept(newValue) : null;
    if (now) onChange(now, parseKept(oldValue));
  };
  window.addEventListener("storage", onStorage);
  return () => window.removeEventListener("storage", onStorage);
}

function keysOf(accountId: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX} ${accountId} `));
  } catch {
    return []; // a browser without storage keeps nothing
  }
}

function dropKey(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}

function readKept(key: string): KeptReport | null {
  try {
    return parseKept(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function parseKept(text: string | null): KeptReport | null {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

const PARTS = ["figures", "base", "version", "unanswered", "submitting", "typedAt", "refused", "heading"];

/** What another build wrote differently is not taken for ours. */
function isKept(value: unknown): value is KeptReport {
  if (typeof value !== "object" || value === null) return false;
  if (!PARTS.every((part) => part in value)) return false;
  const { refused } = value as KeptReport;
  return refused === null || isErrorCode(refused);
}

function announce(): void {
  window.dispatchEvent(new Event(KEPT_EVENT));
}
