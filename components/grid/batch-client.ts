// Sends what was typed into the grid, all of it or nothing.
import type { Result } from "@/domain/errors";
import type { FigureBatch } from "@/domain/inputs/figure-batches";

/** What became of a report that was sent. */
export interface SavedReport {
  readonly unitId: string;
  readonly periodId: string;
  readonly version: number;
  readonly state: "draft" | "submitted";
}

/** A slow line must not look like a dead one: many reports take their time. */
const PATIENCE_MS = 60_000;

/** Rejects when no readable answer comes; the same batch may then be sent again, and is done once. */
export async function sendBatch(batch: FigureBatch): Promise<Result<readonly SavedReport[]>> {
  const response = await fetch("/api/figure-batches", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(batch),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return (await response.json()) as Result<readonly SavedReport[]>;
}
