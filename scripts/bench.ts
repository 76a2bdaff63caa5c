// `npm run bench [-- inserts | event-loop | previews | projections | uploads]`: how fast the overview is, how fast rows go into the
// database, how long an import keeps the server from answering, what previews of changes cost, how often projections
// hold what then comes, or what a file of 100,000 figures does.
import { main as benchEventLoop } from "@/tests/bench/event-loop";
import { main as benchInserts } from "@/tests/bench/inserts";
import { main as benchOverview } from "@/tests/bench/overview";
import { main as benchPreviews } from "@/tests/bench/previews";
import { main as benchProjections } from "@/tests/bench/projections";
import { main as benchServerMemory } from "@/tests/bench/server-memory";
import { main as benchUploads } from "@/tests/bench/uploads";

const measurements: Readonly<Record<string, () => Promise<void>>> = {
  "": benchOverview,
  "event-loop": benchEventLoop,
  inserts: benchInserts,
  previews: benchPreviews,
  projections: benchProjections,
  "server-memory": benchServerMemory,
  uploads: benchUploads,
};

/** Runs the named measurement; without a known name, that of the overview. */
export async function main([name = ""]: string[]): Promise<void> {
  await (measurements[name] ?? benchOverview)();
}
