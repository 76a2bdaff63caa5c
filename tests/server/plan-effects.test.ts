import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyDatabase } from "@/db/verify";
import { asCalendarDate as day } from "@/domain/dates";
import { importBundle } from "@/server/workflows/bundles";
import { changePlan } from "@/server/workflows/plans";
import { systemActor } from "@/server/system-actor";
import { importer } from "../support/bundles";
import { openFreshStore } from "../support/databases";
import { filledPlan } from "../support/plan-forms";
import {
  bundleOf,
  calculated,
  differences,
  METHODS,
  randomPlan,
  randomTerm,
  toldEffects,
} from "../support/random-terms";
import { NOW, TODAY } from "../support/reporting";

const office = systemActor("terms.configure", TODAY);

// What a preview tells against what the calculation gives for the exported terms before and after, by another way.

const randomPlanChanges = fc.record({
  changes: fc.array(
    fc.record({
      measure: fc.integer({ min: 0, max: METHODS.length - 1 }),
      level: fc.constantFrom("2", "4"),
      plan: randomPlan,
    }),
    { minLength: 1, maxLength: 2 },
  ),
  fromOn: fc.constantFrom("2022-05-16", "2023-01-01", "2023-06-30"),
});

describe("the effects that are shown before a plan is saved", () => {
  it("are the differences of what calc gives for the term exported before and after, of random terms", async () => {
    await fc.assert(
      fc.asyncProperty(randomTerm, randomPlanChanges, async (term, { changes, fromOn }) => {
        const store = await openFreshStore("sqlite");
        await importBundle(store, importer, bundleOf(term));
        const days = [...new Set([day(fromOn), TODAY])];
        for (const change of changes) {
          const rows = await store.db.select().from(store.db.tables.measures);
          const measureId = rows.find(({ code }) => code === `m${change.measure}`)!.id;
          const isShare = METHODS[change.measure]?.kind === "level";
          const texts = isShare ? { term: change.level, share: change.plan } : { term: change.plan };
          const input = await filledPlan(store, measureId, { ...texts, fromOn });
          const before = await calculated(store, days);
          const preview = await changePlan(store, office, { ...input, mode: "preview" }, NOW);
          expect(await calculated(store, days)).toEqual(before);
          const saved = await changePlan(store, office, input, NOW);
          expect(saved.effects).toEqual(preview.effects);
          const after = await calculated(store, days);
          expect(toldEffects(preview.effects)).toEqual(differences(before, after));
        }
        expect((await store.read(verifyDatabase)).findings).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
