// How long a file of 100,000 rows keeps the event loop from answering anybody, and what it takes of memory: planned on
// it, as commands would, and in a worker, as the server does. Printed, never asserted: only the ratio means something.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { listStoredPeriods } from "@/db/queries/periods";
import { findTermByCode } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import { migrate } from "@/db/migrate";
import { openStore } from "@/db/store";
import { asCalendarDate } from "@/domain/dates";
import { ensureWorkerBundled } from "@/scripts/launch/commands.mjs";
import { inWorker } from "@/server/background/in-worker";
import { systemActor } from "@/server/system-actor";
import { UPLOAD_LIMITS } from "@/server/uploads/upload-limits";
import { importBundleFile, previewBundle } from "@/server/workflows/bundle-files";

const CELLS = 210;
/** So many periods fit into one workbook: 20,000 rows. */
const BOOK_PERIODS = 11;
const MEASURES = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"];
const YEARS = [2020, 2021, 2022, 2023, 2024];
const NAME = "Nhiệm kỳ 2020 - 2024";
const TERM = "2020-2024";
const MEGABYTE = 1_000_000;
const NANOSECONDS_PER_MS = 1e6;

const on = asCalendarDate("2024-12-31");
const importing = systemActor("bundles.import", on);
const entering = systemActor("figures.enter", on);

/** A term of five years and eight monthly measures, nothing of it reported: 100,800 figures. */
function emptyTerm(): Uint8Array {
  const from = `${YEARS[0]}-01-01`;
  const measures = MEASURES.map((id) => ({
    ...{ id, name: `Thước đo ${id}`, kind: "rate", unitLabel: "%", frequency: "month", nLabel: "Có", dLabel: "Phải" },
    ...{ overUnits: "sum", overTime: "sum", rule: "at_least", plan: "95" },
  }));
  const cells = Array.from({ length: CELLS }, (_, place) => ({
    ...{ id: `c${place + 1}`, kind: "cell", name: `Chi bộ ${place + 1}`, parent: "db", from },
  }));
  const targets = [{ id: "t1", position: 1, name: "Sinh hoạt", measures }];
  const term = { id: TERM, name: NAME, startsOn: from, endsOn: "2024-12-31", targets };
  const units = [{ id: "db", kind: "committee", name: "Đảng ủy", from }, ...cells];
  return Buffer.from(JSON.stringify({ format: "tien-do/bundle@1", units, terms: [term] }));
}

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
  await migrate(url);
  process.env.DATABASE_URL = url;
  const store = await openStore(url);
  const bundle = emptyTerm();
  const preview = await previewBundle(store, importing, bundle, "vi");
  if (!preview.ok) throw new Error(JSON.stringify(preview.problems.slice(0, 3)));
  await importBundleFile(store, importing, bundle, { hash: preview.hash, typedName: NAME });
  const term = await findTermByCode(store.db, TERM);
  const periods = (await listStoredPeriods(store.db, term?.id ?? "")).filter(({ frequency }) => frequency === "month");
  const units = (await listUnits(store.db)).map(({ id }) => id);
  const request = { actor: entering, locale: "vi" as const, units, periods: periods.map(({ id }) => id) };
  const table = await measured("table out", () => inWorker("entryFile.make", { ...request, kind: "csv" }));
  const book = await measured("workbook out", () =>
    inWorker("entryFile.make", { ...request, periods: request.periods.slice(0, BOOK_PERIODS), kind: "xlsx" }),
  );
  process.stdout.write(`workbook of ${Math.round(book.bytes.length / MEGABYTE)} MB\n`);
  const sent = { actor: entering, locale: "vi" as const };
  await measured("workbook looked at", () => inWorker("upload.preview", { ...sent, file: book.bytes }, UPLOAD_LIMITS));
  const file = filledIn(Buffer.from(table.bytes).toString("utf8"));
  const seen = await measured("table looked at", () => inWorker("upload.preview", { ...sent, file }, UPLOAD_LIMITS));
  process.stdout.write(`${JSON.stringify(seen.counts)}\n`);
  const agreed = {
    requestId: "bench-0001",
    hash: seen.hash,
    basis: seen.basis,
    skipRefused: true,
    submitComplete: false,
  };
  const now = "2024-12-31T00:00:00.000Z";
  await measured("table taken in", () => inWorker("upload.apply", { ...sent, file, ...agreed, now }, UPLOAD_LIMITS));
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
