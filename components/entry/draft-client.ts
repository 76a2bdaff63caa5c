import type { Result } from "@/domain/errors";
import type { SavedDraft } from "./draft-saver";
import type { TypedFigures } from "./form-fields";
import type { StoredReport } from "@/server/loaders/report-views";

export const DRAFTS_ADDRESS = "/api/drafts";

/** A draft as it is sent: the report it belongs to and all its texts. */
export interface SentDraft {
  readonly requestId: string;
  readonly unitId: string;
  readonly periodId: string;
  readonly version: number;
  readonly figures: TypedFigures;
}

/** Saves a draft at the stable address. Rejects when no readable answer comes. */
export async function sendDraft(draft: SentDraft): Promise<Result<SavedDraft>> {
  const response = await fetch(DRAFTS_ADDRESS, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(draft),
  });
  return (await response.json()) as Result<SavedDraft>;
}

/** What the server holds of a report now, for comparison with what was typed. Rejects when no answer comes. */
export async function fetchStored(unitId: string, periodId: string): Promise<Result<StoredReport>> {
  const response = await fetch(`${DRAFTS_ADDRESS}?${new URLSearchParams({ unitId, periodId }).toString()}`, {
    cache: "no-store",
  });
  return (await response.json()) as Result<StoredReport>;
}
