// How fast rows go in: `insertRows` against drizzle's own statement of 500 rows, in turn on the same engine. Printed,
// never asserted: only the ratio of one run means something.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertRows } from "@/db/batches";
import { newId } from "@/db/ids";
import { migrate } from "@/db/migrate";
import { openStore, type Db } from "@/db/store";
import { findPostgres, startPostgres } from "../support/postgres";

const ROWS = 20_000;
const ROUNDS = 5;
const ROWS_OF_DRIZZLE = 500;

type Row = Db["tables"]["auditLog"]["$inferInsert"];
type Insert = (tx: Db, rows: readonly Row[]) => Promise<void>;

const ways: Readonly<Record<"drizzle" | "ours", Insert>> = {
  drizzle: async (tx, rows) => {
    for (let start = 0; start < rows.length; start += ROWS_OF_DRIZZLE) {
      await tx.insert(tx.tables.auditLog).values(rows.slice(start, start + ROWS_OF_DRIZZLE));
    }
  },
  ours: (tx, rows) => insertRows(tx, tx.tables.auditLog, rows),
};

function logRows(first: number): Row[] {
  return Array.from({ length: ROWS }, (_, place) => ({
    ...{ seq: first + place, at: "2026-01-01T00:00:00.000Z", actorId: newId(), actorLogin: "vanphong" },
    ...{ actorName: "Văn phòng Đảng ủy", action: "term.changed", subjectType: "term", subjectId: newId() },
    ...{ before: null, after: "{}", prevHash: "0".repeat(64), hash: newId().padEnd(64, "0") },
  }));
}

/** Prints rows per second of both ways on one database and the ratio of their medians. */
async function measure(name: string, url: string): Promise<void> {
  await migrate(url);
  const store = await openStore(url);
  const speeds = { drizzle: [] as number[], ours: [] as number[] };
  let first = 1_000;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of ["drizzle", "ours"] as const) {
      const rows = logRows((first += ROWS));
      const startedAt = performance.now();
      await store.transact((tx) => ways[way](tx, rows));
      speeds[way].push(ROWS / ((performance.now() - startedAt) / 1_000));
    }
  }
  await store.close();
  const [drizzle, ours] = [median(speeds.drizzle), median(speeds.ours)];
  const told = `drizzle ${Math.round(drizzle)} rows/s, insertRows ${Math.round(ours)} rows/s`;
  process.stdout.write(`${name}: ${told}, ratio ${(ours / drizzle).toFixed(2)}\n`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Measures on SQLite, and on PostgreSQL where its programs are installed. */
export async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tien-do-bench-"));
  await measure("sqlite", `file:${join(folder, "bench.sqlite")}`);
  rmSync(folder, { recursive: true, force: true });
  const programs = findPostgres();
  if (programs === null) return;
  const server = startPostgres(programs);
  await measure("postgresql", server.createDatabase());
  server.stop();
}
