import type { WorkerLimits } from "../background/in-worker";

/** What a file from anybody may use: 100,000 rows take some seconds and half of this memory. */
export const UPLOAD_LIMITS: WorkerLimits = { withinMs: 3 * 60_000, megabytes: 256 };
