// `npm run bench [-- inserts]`: how fast the overview is, or how fast rows go into the database.
import { main as benchInserts } from "@/tests/bench/inserts";
import { main as benchOverview } from "@/tests/bench/overview";

/** Runs the named measurement; without a name, that of the overview. */
export async function main([name]: string[]): Promise<void> {
  await (name === "inserts" ? benchInserts() : benchOverview());
}
