// `npm run bench [-- inserts | event-loop | previews]`: how fast the overview is, how fast rows go into the database, how
// long an import keeps the server from answering, or what previews of changes cost.
import { main as benchEventLoop } from "@/tests/bench/event-loop";
import { main as benchInserts } from "@/tests/bench/inserts";
import { main as benchOverview } from "@/tests/bench/overview";
import { main as benchPreviews } from "@/tests/bench/previews";

const measurements: Readonly<Record<string, () => Promise<void>>> = {
  "": benchOverview,
  "event-loop": benchEventLoop,
  inserts: benchInserts,
  previews: benchPreviews,
};

/** Runs the named measurement; without a known name, that of the overview. */
export async function main([name = ""]: string[]): Promise<void> {
  await (measurements[name] ?? benchOverview)();
}
