import type { WorkerLimits } from "../background/in-worker";

/**
 * What looking at a file from anybody may use: 100,000 rows take a minute on a busy machine, and nearly this memory. The
 * process that serves is to stay below 400 MB, and has some 220 without it.
 */
export const UPLOAD_LIMITS: WorkerLimits = { withinMs: 5 * 60_000, megabytes: 120, youngMegabytes: 8 };

/** What taking in a file may use that was looked at before. */
export const TAKING_LIMITS: WorkerLimits = { ...UPLOAD_LIMITS, withinMs: 10 * 60_000 };
