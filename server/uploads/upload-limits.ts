import type { WorkerLimits } from "../background/in-worker";

/** What looking at a file from anybody may use: 100,000 rows take a minute on a busy machine, and half of this memory. */
export const UPLOAD_LIMITS: WorkerLimits = { withinMs: 3 * 60_000, megabytes: 256 };

/** What taking in a file may use that was looked at before. */
export const TAKING_LIMITS: WorkerLimits = { ...UPLOAD_LIMITS, withinMs: 10 * 60_000 };
