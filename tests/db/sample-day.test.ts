import { expect, it } from "vitest";
import { findSampleDay } from "@/db/queries/sample-day";
import { importBundle } from "@/server/workflows/bundles";
import { importer, sampleBundle, validBundle } from "../support/bundles";
import { openFreshStore } from "../support/databases";

it("is the running sample's, also when a newer term without one stands beside it", async () => {
  const store = await openFreshStore("sqlite");
  expect(await findSampleDay(store.db)).toBeNull();
  const sample = sampleBundle("2020-2025");
  await importBundle(store, importer, sample);
  const next = { id: "2025-2030", name: "Nhiệm kỳ sau", startsOn: "2025-07-01", endsOn: "2030-06-30", targets: [] };
  await importBundle(store, importer, validBundle({ format: "tien-do/bundle@1", units: [], terms: [next] }));
  expect(await findSampleDay(store.db)).toBe("2023-06-30");
});
