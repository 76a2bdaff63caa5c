// How long a file of 100,000 rows keeps the event loop from answering anybody, and what it takes of memory: planned on
// it, as commands would, and in a worker, as the server does. Printed, never asserted: only the ratio means something.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { ensureWorkerBundled } from "@/scripts/launch/commands.mjs";
import { inWorker } from "@/server/background/in-worker";
import { systemActor } from "@/server/system-actor";
import { UPLOAD_LIMITS } from "@/server/uploads/upload-limits";
import { LAST_DAY, openLargeTerm } from "./large-term";

/** So many periods fit into one workbook: 20,000 rows. */
const BOOK_PERIODS = 11;
const MEGABYTE = 1_000_000;
const NANOSECONDS_PER_MS = 1e6;

const entering = systemActor("figures.enter", LAST_DAY);
const viewing = systemActor("submissions.view", LAST_DAY);

/** Fills every row of a plain table in: 28 of 29. */
function filledIn(table: string): Uint8Array {
  return Buffer.from(table.replace(/;%;;;/g, ";%;28;29;"));
}

async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const before = process.memoryUsage.rss();
  delay.enable();
  const startedAt = performance.now();
  const answer = await work();
  const whole = performance.now() - startedAt;
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  clearInterval(watch);
  const [longest, grown] = [delay.max / NANOSECONDS_PER_MS, (peak - before) / MEGABYTE];
  process.stdout.write(
    `${what}: ${Math.round(whole)} ms, longest block ${Math.round(longest)} ms (1/${Math.round(whole / longest)}), ` +
      `memory +${Math.round(grown)} MB to ${Math.round(peak / MEGABYTE)} MB\n`,
  );
  return answer;
}

/** Measures files out and in on SQLite. */
export async function main(): Promise<void> {
  await ensureWorkerBundled();
  const folder = mkdtempSync(join(tmpdir(), "tien-do-bench-"));
  const url = `file:${join(folder, "uploads.sqlite")}`;
  process.env.DATABASE_URL = url;
  const { store, units, periods } = await openLargeTerm(url);
  const request = { actor: viewing, locale: "vi" as const, units, periods };
  const table = await measured("table out", () => inWorker("entryFile.make", { ...request, kind: "csv" }));
  const book = await measured("workbook out", () =>
    inWorker("entryFile.make", { ...request, periods: periods.slice(0, BOOK_PERIODS), kind: "xlsx" }),
  );
  process.stdout.write(`workbook of ${Math.round(book.bytes.length / MEGABYTE)} MB\n`);
  const sent = { actor: entering, locale: "vi" as const };
  await measured("workbook looked at", () => inWorker("upload.preview", { ...sent, file: book.bytes }, UPLOAD_LIMITS));
  const file = filledIn(Buffer.from(table.bytes).toString("utf8"));
  const seen = await measured("table looked at", () =>
    inWorker("upload.preview", { ...sent, file: file.slice() }, UPLOAD_LIMITS),
  );
  process.stdout.write(`${JSON.stringify(seen.counts)}\n`);
  const agreed = {
    requestId: "bench-0001",
    hash: seen.hash,
    basis: seen.basis,
    skipRefused: true,
    submitComplete: false,
  };
  const now = "2024-12-31T00:00:00.000Z";
  await measured("table taken in", () =>
    inWorker("upload.apply", { ...sent, file: file.slice(), ...agreed, now }, UPLOAD_LIMITS),
  );
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
