// The door to another thread: heavy work of one request, during which the event loop goes on answering everybody else.
import "server-only";
import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { DomainError, type Result } from "@/domain/errors";
import type { AskedJob, JobAnswer, JobInput, JobName } from "./jobs";

/** What a job may use before it is stopped; its transaction is then rolled back. */
export interface WorkerLimits {
  readonly withinMs: number;
  /** Of JavaScript's memory for what stays; files in buffers are not part of it. */
  readonly megabytes: number;
  /** Of its memory for what comes and goes: the less, the sooner it is used again. */
  readonly youngMegabytes?: number;
}

const usualLimits: WorkerLimits = { withinMs: 10 * 60_000, megabytes: 2_048 };

// Next.js loads a module once per bundle, and the queue must be one for the process.
const state = globalThis as typeof globalThis & { tienDoJobs?: Promise<unknown> };

/**
 * Does a job in a worker of its own, one job at a time, so that an office PC keeps a processor for its pages. Throws
 * the job's DomainError as it was, `too_much_work` where a limit is reached, and any other error as an Error. A file in
 * the input is handed over, not copied: whoever asks has it no longer.
 */
export function inWorker<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  limits: WorkerLimits = usualLimits,
): Promise<JobAnswer<Name>> {
  const answer = (state.tienDoJobs ?? Promise.resolve()).then(() => runJob({ name, input }, limits));
  state.tienDoJobs = answer.catch(() => undefined);
  return answer as Promise<JobAnswer<Name>>;
}

async function runJob(workerData: AskedJob, limits: WorkerLimits): Promise<unknown> {
  const { withinMs, megabytes, youngMegabytes } = limits;
  const resourceLimits = {
    maxOldGenerationSizeMb: megabytes,
    ...(youngMegabytes !== undefined && { maxYoungGenerationSizeMb: youngMegabytes }),
  };
  const transferList = filesIn(workerData.input);
  const worker = new Worker(workerFile(), { workerData, transferList, resourceLimits, execArgv: [] });
  try {
    const [result] = (await once(worker, "message", { signal: AbortSignal.timeout(withinMs) })) as [Result<unknown>];
    if (result.ok) return result.data;
    throw new DomainError(result.code, result.values, result.fieldErrors);
  } catch (error) {
    throw isOverLimit(error) ? new DomainError("too_much_work") : error;
  } finally {
    await worker.terminate();
  }
}

/** The memory of files in the input, as far as nothing else lies in it. */
function filesIn(input: unknown): ArrayBuffer[] {
  return Object.values(input ?? {}).flatMap((part: unknown) => {
    if (!(part instanceof Uint8Array) || !(part.buffer instanceof ArrayBuffer)) return [];
    return part.byteLength === part.buffer.byteLength ? [part.buffer] : [];
  });
}

/** Where the launcher puts the bundle: below the repository, and below the folder of a built server, which it enters. */
function workerFile(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), "dist/commands/background.mjs");
}

function isOverLimit(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "AbortError" || ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY");
}
