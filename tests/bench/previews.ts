// What a preview of the settings costs at 300 cells, five years and eight measures: a changed plan, and two cells that
// merge, against reading the results once; then the merger itself and its undoing. Printed, never asserted: only the
// ratios of one run mean something.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@/db/migrate";
import { listMeasures } from "@/db/queries/measures";
import { listTerms } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import { openStore, type Store } from "@/db/store";
import { asCalendarDate } from "@/domain/dates";
import { listPeriods } from "@/domain/periods";
import { termModel } from "@/domain/bundle/model";
import { readTermResults } from "@/server/loaders/term-results";
import { systemActor } from "@/server/system-actor";
import { importBundle } from "@/server/workflows/bundles";
import { undoChange } from "@/server/workflows/changes";
import { changePlan } from "@/server/workflows/plans";
import { reorganiseUnits } from "@/server/workflows/units";
import { importer, validBundle } from "../support/bundles";
import { filledPlan } from "../support/plan-forms";

const CELLS = 300;
const MEASURES = 8;
const ROUNDS = 3;
const TODAY = asCalendarDate("2024-12-31");
const NOW = "2024-12-31T02:00:00.000Z";
const EVENT_ON = asCalendarDate("2025-02-01");

const office = systemActor("terms.configure", TODAY);

const term = { id: "T", name: "T", startsOn: "2020-07-01", endsOn: "2025-06-30" };

/** Monthly rates of 300 cells, all reported until the day that is looked from. */
function bundle() {
  const measures = Array.from({ length: MEASURES }, (_, place) => ({
    ...{ id: `m${place}`, name: `m${place}`, kind: "rate", frequency: "month", overUnits: "sum", overTime: "sum" },
    ...{ rule: "at_least", plan: "95" },
  }));
  const cells = Array.from({ length: CELLS }, (_, place) => `c${place + 1}`);
  const periods = listPeriods(termModel({ ...term, targets: [] }), "month").filter(({ endsOn }) => endsOn <= TODAY);
  return validBundle({
    format: "tien-do/bundle@1",
    units: [
      { id: "db", kind: "committee", name: "Đảng ủy", from: "2015-01-01" },
      ...cells.map((id) => ({ id, kind: "cell", name: `Chi bộ ${id}`, parent: "db", from: "2015-01-01" })),
    ],
    terms: [
      {
        ...term,
        targets: measures.map((measure, place) => ({
          ...{ id: `t${place}`, position: place + 1, name: "t", measures: [measure] },
        })),
        figures: measures.flatMap(({ id: measure }) =>
          periods.flatMap(({ key: period }) =>
            cells.map((unit) => ({ measure, unit, period, n: "19", d: "20", status: "accepted" })),
          ),
        ),
      },
    ],
  });
}

/** How long it takes, in milliseconds; of several rounds the middle. */
async function time(work: () => Promise<unknown>, rounds = ROUNDS): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** The deed and its undoing, which can be done but once. */
async function timeMerger(store: Store): Promise<readonly [name: string, took: number][]> {
  let changeId = "";
  const merged = await time(async () => {
    changeId = await merge(store, "save");
  }, 1);
  const undone = await time(() => undoChange(store, systemActor("changes.undo", TODAY), changeId), 1);
  return [
    ["merger", merged],
    ["undoing it", undone],
  ];
}

async function readOnce(store: Store): Promise<void> {
  const [running] = await listTerms(store.db);
  if (!running) throw new Error("no term was stored");
  await store.read((db) => readTermResults(db, { term: running, unitId: null, asOf: TODAY, basis: "accepted" }));
}

async function previewPlan(store: Store): Promise<void> {
  const [running] = await listTerms(store.db);
  const [measure] = await listMeasures(store.db, running?.id ?? "");
  const form = await filledPlan(store, measure?.id ?? "", { term: "96", fromOn: TODAY });
  await changePlan(store, office, { ...form, mode: "preview" }, NOW);
}

/** Two cells become a new one, as a preview or in earnest; answers by what it can be undone. */
async function merge(store: Store, mode: "preview" | "save"): Promise<string> {
  const cells = (await listUnits(store.db)).filter(({ kind }) => kind === "cell");
  const typed = {
    ...{ kind: "merge" as const, on: EVENT_ON, decision: "12-QĐ/ĐU", name: "", parentId: "", successorId: "" },
    ...{ unitIds: cells.slice(0, 2).map(({ id }) => id), goesOn: false, tasksTo: "", measuresFollow: true },
    founded: [{ name: "Chi bộ mới", kind: "cell" as const, parent: "", code: "moi", secretaryIds: [] }],
    discards: [],
  };
  return (await reorganiseUnits(store, office, { mode, base: null, typed, reason: null }, NOW)).changeId ?? "";
}

/** Fills a database, times each and prints the ratios. */
export async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tien-do-bench-"));
  const url = `file:${join(folder, "bench.sqlite")}`;
  await migrate(url);
  const store = await openStore(url);
  try {
    await importBundle(store, importer, bundle());
    // The first reading is cold and would flatter every ratio.
    await readOnce(store);
    const once = await time(() => readOnce(store));
    const measured: readonly [name: string, took: number][] = [
      ["preview of a plan", await time(() => previewPlan(store))],
      ["preview of a merger", await time(() => merge(store, "preview"))],
      ...(await timeMerger(store)),
    ];
    for (const [name, took] of measured) {
      const told = `${Math.round(took)} ms, reading once ${once.toFixed(1)} ms`;
      process.stdout.write(`${name}: ${told}, ratio ${(took / once).toFixed(1)}\n`);
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
