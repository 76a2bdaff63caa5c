import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyDatabase } from "@/db/verify";
import { importBundle } from "@/server/workflows/bundles";
import { undoChange } from "@/server/workflows/changes";
import { changeMeasure } from "@/server/workflows/measures";
import { systemActor } from "@/server/system-actor";
import { importer } from "../support/bundles";
import { openFreshStore } from "../support/databases";
import { measureForm } from "../support/measure-forms";
import { bundleOf, calculated, differences, randomTerm, toldEffects } from "../support/random-terms";
import { NOW, TODAY } from "../support/reporting";

const office = systemActor("terms.configure", TODAY);

/** Another method, rule or base for each of the measures of a random term, all of them meaningful. */
const changes = [
  { measure: 0, typed: { overTime: "each_year" } },
  { measure: 0, typed: { overUnits: "mean", overTime: "mean_years" } },
  { measure: 1, typed: { overUnits: "mean", overTime: "mean_periods" } },
  { measure: 1, typed: { rule: "at_most" } },
  { measure: 2, typed: { overTime: "latest" } },
  { measure: 2, typed: { rule: "more_than" } },
  { measure: 3, typed: { overUnits: "sum", overTime: "sum" } },
  { measure: 3, typed: { overUnits: "min" } },
  { measure: 4, typed: { overTime: "each_year" } },
  { measure: 5, typed: { termBase: "125" } },
] as const;

describe("the effects that are shown before a method, rule or base is saved", () => {
  it("are the differences of what calc gives for the term exported before and after, of random terms", async () => {
    await fc.assert(
      fc.asyncProperty(randomTerm, fc.constantFrom(...changes), async (term, { measure, typed }) => {
        const store = await openFreshStore("sqlite");
        await importBundle(store, importer, bundleOf(term));
        const rows = await store.db.select().from(store.db.tables.measures);
        const measureId = rows.find(({ code }) => code === `m${measure}`)!.id;
        const input = await measureForm(store, measureId, typed, "Kết luận của Ban Chấp hành");
        const before = await calculated(store, [TODAY]);
        const preview = await changeMeasure(store, office, { ...input, mode: "preview" }, NOW);
        expect(await calculated(store, [TODAY])).toEqual(before);
        const saved = await changeMeasure(store, office, input, NOW);
        expect(saved.effects).toEqual(preview.effects);
        expect(toldEffects(preview.effects)).toEqual(differences(before, await calculated(store, [TODAY])));
        expect((await store.read(verifyDatabase)).findings).toEqual([]);
        await undoChange(store, systemActor("changes.undo", TODAY), saved.changeId ?? "");
        expect(await calculated(store, [TODAY])).toEqual(before);
        expect((await store.read(verifyDatabase)).findings).toEqual([]);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
