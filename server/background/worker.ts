// The file that a worker runs: one job, one reply. Bundled by scripts/launch/commands.mjs, never imported.
import { parentPort, workerData } from "node:worker_threads";
import { DatabaseBusy } from "@/db/store/sqlite";
import { DomainError, type Result } from "@/domain/errors";
import { jobs, type AskedJob } from "./jobs";

type Job = (input: unknown) => Promise<unknown>;

/** What was not foreseen is thrown on: it ends the worker and reaches who asked as the worker's error. */
async function replyTo({ name, input }: AskedJob): Promise<Result<unknown>> {
  try {
    return { ok: true, data: await (jobs[name] as Job)(input) };
  } catch (error) {
    if (error instanceof DatabaseBusy) return { ok: false, code: "busy", values: {}, fieldErrors: {} };
    if (!(error instanceof DomainError)) throw error;
    return { ok: false, code: error.code, values: error.values, fieldErrors: error.fields };
  }
}

parentPort?.postMessage(await replyTo(workerData as AskedJob));
