// Bundles the file that the server's workers run, once for all database tests.
import { ensureWorkerBundled } from "@/scripts/launch/commands.mjs";

export default async function setup(): Promise<void> {
  await ensureWorkerBundled();
}
