// How long an import of a bundle keeps the event loop from answering anybody: on it, as the workflow is called by
// commands, and in a worker, as the server does it. Printed, never asserted: only the ratio of one run means something.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { migrate } from "@/db/migrate";
import { openStore } from "@/db/store";
import { asCalendarDate } from "@/domain/dates";
import { ensureWorkerBundled } from "@/scripts/launch/commands.mjs";
import { inWorker } from "@/server/background/in-worker";
import { systemActor } from "@/server/system-actor";
import { importBundleFile, previewBundle } from "@/server/workflows/bundle-files";

const CELLS = 300;
const YEARS = [2020, 2021, 2022, 2023, 2024];
const NAME = "Nhiệm kỳ 2020 - 2024";
const NANOSECONDS_PER_MS = 1e6;

const actor = systemActor("bundles.import", asCalendarDate("2024-12-31"));
const days = { from: `${YEARS[0]}-01-01` };

/** A term of five years in which every cell reported two monthly measures: some 3 MB, 36,000 figures. */
function largeBundle(): Uint8Array {
  const cells = Array.from({ length: CELLS }, (_, place) => `c${place + 1}`);
  const months = YEARS.flatMap((year) => Array.from({ length: 12 }, (_, month) => monthKey(year, month + 1)));
  const measures = ["m1", "m2"].map((id) => ({
    ...{ id, name: id, kind: "count", unitLabel: "đảng viên", frequency: "month" },
    ...{ overUnits: "sum", overTime: "sum", rule: "at_least", plan: "100" },
  }));
  const figures = months.flatMap((period) =>
    cells.flatMap((unit) => measures.map(({ id: measure }) => ({ measure, unit, period, n: "2", status: "accepted" }))),
  );
  const term = { id: "2020-2024", name: NAME, startsOn: days.from, endsOn: "2024-12-31", figures };
  const units = [
    { id: "db", kind: "committee", name: "Đảng ủy", ...days },
    ...cells.map((id) => ({ id, kind: "cell", name: `Chi bộ ${id}`, parent: "db", ...days })),
  ];
  const targets = [{ id: "t1", position: 1, name: "Kết nạp đảng viên", measures }];
  return Buffer.from(JSON.stringify({ format: "tien-do/bundle@1", units, terms: [{ ...term, targets }] }));
}

function monthKey(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** The longest time between two turns of the event loop during some work, and the work's own time, in milliseconds. */
async function measured(work: () => Promise<unknown>): Promise<{ readonly longest: number; readonly whole: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The first turn that is measured must have begun, and a block is only noticed by the turn that follows it.
  await aTurn();
  const startedAt = performance.now();
  await work();
  const whole = performance.now() - startedAt;
  await aTurn();
  delay.disable();
  return { longest: delay.max / NANOSECONDS_PER_MS, whole };
}

function aTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

async function measureBoth(what: string, here: () => Promise<unknown>, there: () => Promise<unknown>): Promise<void> {
  const [on, off] = [await measured(here), await measured(there)];
  const told = ({ longest, whole }: typeof on) => `${Math.round(longest)} ms of ${Math.round(whole)} ms`;
  const ratio = (on.longest / off.longest).toFixed(0);
  process.stdout.write(`${what}: longest block on the event loop ${told(on)}, in a worker ${told(off)}: 1/${ratio}\n`);
}

/** Measures a preview and an import on SQLite. */
export async function main(): Promise<void> {
  await ensureWorkerBundled();
  const folder = mkdtempSync(join(tmpdir(), "tien-do-bench-"));
  const urls = ["here", "there"].map((name) => `file:${join(folder, `${name}.sqlite`)}`);
  for (const url of urls) await migrate(url);
  process.env.DATABASE_URL = urls[1];
  const store = await openStore(urls[0] ?? "");
  const file = largeBundle();
  const preview = await previewBundle(store, actor, file, "vi");
  if (!preview.ok) throw new Error(JSON.stringify(preview.problems.slice(0, 3)));
  const confirmed = { hash: preview.hash, typedName: NAME };
  await measureBoth(
    "preview",
    () => previewBundle(store, actor, file, "vi"),
    () => inWorker("bundle.preview", { actor, file: file.slice(), locale: "vi" }),
  );
  await measureBoth(
    "import",
    () => importBundleFile(store, actor, file, confirmed),
    () => inWorker("bundle.import", { actor, file: file.slice(), ...confirmed }),
  );
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
