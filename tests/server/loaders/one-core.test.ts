// What a page reads from kept totals is what `calc` computes from the bundle: one core, whichever way a number goes.
import { describe, expect, it } from "vitest";
import { importBundle } from "@/server/workflows/bundles";
import { everything, importer, sampleBundle, validBundle } from "../../support/bundles";
import { engines, openFreshStore } from "../../support/databases";
import { fromFigures, fromTotals } from "../../support/two-ways";

describe.each(engines)("results from totals on %s", (engine) => {
  it.each([
    ["2015-2020", ["2015-08-31", "2017-12-31", "2020-06-30"]],
    ["2020-2025", ["2020-07-15", "2021-12-31", "2023-06-30", "2024-01-31", "2025-06-30"]],
  ] as const)("are those of the sample's figures: term %s", async (code, dates) => {
    const store = await openFreshStore(engine);
    const bundle = sampleBundle(code);
    await importBundle(store, importer, bundle);
    for (const asOf of dates) {
      for (const basis of ["accepted", "provisional"] as const) {
        expect(await fromTotals(store, code, asOf, basis)).toEqual(fromFigures(bundle, code, asOf, basis));
      }
    }
  });

  it("are those of figures with levels, judgements, ranges, changed plans and a reorganisation", async () => {
    const store = await openFreshStore(engine);
    const bundle = validBundle(everything);
    await importBundle(store, importer, bundle);
    for (const { id, startsOn, endsOn } of bundle.terms) {
      for (const asOf of [startsOn, `${endsOn.slice(0, 4)}-03-31`, endsOn]) {
        for (const basis of ["accepted", "provisional"] as const) {
          expect(await fromTotals(store, id, asOf, basis)).toEqual(fromFigures(bundle, id, asOf, basis));
        }
      }
    }
  });
});
