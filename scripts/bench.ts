// `npm run bench [-- inserts | event-loop]`: how fast the overview is, how fast rows go into the database, or how long an
// import keeps the server from answering.
import { main as benchEventLoop } from "@/tests/bench/event-loop";
import { main as benchInserts } from "@/tests/bench/inserts";
import { main as benchOverview } from "@/tests/bench/overview";

const measurements: Readonly<Record<string, () => Promise<void>>> = {
  "": benchOverview,
  "event-loop": benchEventLoop,
  inserts: benchInserts,
};

/** Runs the named measurement; without a known name, that of the overview. */
export async function main([name = ""]: string[]): Promise<void> {
  await (measurements[name] ?? benchOverview)();
}
