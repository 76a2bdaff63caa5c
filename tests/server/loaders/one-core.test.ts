// What a page reads from kept totals is what `calc` computes from the bundle: one core, whichever way a number goes.
import { describe, expect, it } from "vitest";
import { findTermByCode } from "@/db/queries/terms";
import type { Store } from "@/db/store";
import type { MeasureAchievement, TermAchievement } from "@/domain/achievements";
import { bundleToModel } from "@/domain/bundle/model";
import type { Bundle } from "@/domain/bundle/schema";
import { asCalendarDate } from "@/domain/dates";
import { exactText, type Exact } from "@/domain/exact";
import type { Basis } from "@/domain/figures";
import { computeTermFromFigures } from "@/domain/term-achievement";
import { readTermResults } from "@/server/loaders/term-results";
import { importBundle } from "@/server/workflows/bundles";
import { everything, importer, sampleBundle, validBundle } from "../../support/bundles";
import { engines, openFreshStore } from "../../support/databases";

const text = (value: Exact | null) => (value === null ? null : exactText(value));

/** A result without the ids, which a database makes anew. */
function comparable({ targets, headline, final }: TermAchievement) {
  const ofMeasure = ({ measureId: _, years, ...result }: MeasureAchievement) => ({
    ...result,
    ...{ actual: text(result.actual), planToDate: text(result.planToDate), required: text(result.required) },
    ...{ achievementPct: text(result.achievementPct), excess: text(result.excess) },
    years: years.map(({ yearId, actual, judged, verdict }) => ({ yearId, actual: text(actual), judged, verdict })),
  });
  return {
    headline,
    final,
    targets: targets.map(({ verdict, pace, measures }) => ({ verdict, pace, measures: measures.map(ofMeasure) })),
  };
}

async function fromTotals(store: Store, code: string, asOf: string, basis: Basis) {
  const term = (await findTermByCode(store.db, code))!;
  const look = { term, unitId: null, asOf: asCalendarDate(asOf), basis };
  return comparable((await store.read((db) => readTermResults(db, look))).achievement);
}

function fromFigures(bundle: Bundle, code: string, asOf: string, basis: Basis) {
  const model = bundleToModel(bundle).find(({ term }) => term.id === code)!;
  return comparable(computeTermFromFigures(model, asCalendarDate(asOf), basis));
}

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
