// The stable addresses at which a report is saved and submitted in the background: they outlive every build.
import type { Result } from "@/domain/errors";
import type { StoredReport } from "@/server/loaders/report-views";
import type { KeptFor } from "./device-store";
import type { ReportRequest, SavedDraft } from "./report-sender";

const ADDRESSES = { save: "/api/drafts", submit: "/api/submissions" } as const;
/** A line that drops leaves a request hanging: after this time it counts as unanswered. */
const PATIENCE_MS = 20_000;

/** Sends a report for the account that typed it, whoever is signed in now. Rejects when no readable answer comes. */
export function sendReport(owner: KeptFor, request: ReportRequest): Promise<Result<SavedDraft>> {
  const { kind, ...report } = request;
  return ask(ADDRESSES[kind], {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...owner, ...report }),
  });
}

/** What the server holds of a report now, for comparison with what was typed. Rejects when no answer comes. */
export function fetchStored(owner: KeptFor): Promise<Result<StoredReport>> {
  return ask(`${ADDRESSES.save}?${new URLSearchParams({ ...owner }).toString()}`, { cache: "no-store" });
}

async function ask<Data>(address: string, init: RequestInit): Promise<Result<Data>> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch(address, { ...init, signal: patience.signal });
    return (await response.json()) as Result<Data>;
  } finally {
    clearTimeout(timer);
  }
}
