import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listUnits } from "@/db/queries/units";
import { verifyDatabase } from "@/db/verify";
import { asCalendarDate as day } from "@/domain/dates";
import type { TypedReorganisation } from "@/domain/inputs/units";
import { importBundle } from "@/server/workflows/bundles";
import { undoChange } from "@/server/workflows/changes";
import { reorganiseUnits } from "@/server/workflows/units";
import { systemActor } from "@/server/system-actor";
import { importer } from "../support/bundles";
import { openFreshStore } from "../support/databases";
import { bundleOf, calculated, differences, randomTerm, toldEffects, type RandomTerm } from "../support/random-terms";
import { NOW, TODAY } from "../support/reporting";

const office = systemActor("terms.configure", TODAY);

const kinds = ["found", "rename", "merge", "split", "dissolve"] as const;

const founded = { name: "Chi bộ mới", kind: "cell" as const, parent: "", code: "c9", secretaryIds: [] };

const typedEvent = (kind: (typeof kinds)[number], ids: readonly string[], on: string): TypedReorganisation => ({
  ...{ kind, on: day(on), decision: "12-QĐ/ĐU", name: kind === "rename" ? "Chi bộ đổi tên" : "" },
  unitIds: kind === "found" ? [] : kind === "merge" ? [...ids] : ids.slice(0, 1),
  ...{ parentId: "", successorId: "", goesOn: kind === "split", tasksTo: "", measuresFollow: true, discards: [] },
  founded: kind === "rename" || kind === "dissolve" ? [] : [founded],
});

/** The term with every report accepted: a unit ends only when its reports are settled. */
const settled = (term: RandomTerm): RandomTerm => ({
  ...term,
  figures: term.figures.map((figure) => ({ ...figure, status: "accepted" })),
});

describe("the effects that are shown before a reorganisation", () => {
  it("are the differences of what calc gives for the term exported before and after, of random terms; nothing before the day moves", async () => {
    await fc.assert(
      fc.asyncProperty(
        randomTerm,
        fc.constantFrom(...kinds),
        fc.constantFrom("2024-01-01", "2024-07-01"),
        async (term, kind, on) => {
          const store = await openFreshStore("sqlite");
          await importBundle(store, importer, bundleOf(settled(term)));
          const ids = (await listUnits(store.db)).map(({ id }) => id);
          const days = [TODAY, day(on), day("2024-12-31")];
          const shown = [TODAY, day(on)];
          const input = { base: null, typed: typedEvent(kind, ids, on), reason: null };
          const before = await calculated(store, shown);
          const all = await calculated(store, days);
          const preview = await reorganiseUnits(store, office, { ...input, mode: "preview" }, NOW);
          expect(await calculated(store, days)).toEqual(all);
          const saved = await reorganiseUnits(store, office, { ...input, mode: "save" }, NOW);
          expect(saved.effects).toEqual(preview.effects);
          expect(toldEffects(preview.effects)).toEqual(differences(before, await calculated(store, shown)));
          expect(preview.effects.filter((effect) => effect.on < on)).toEqual([]);
          expect((await store.read(verifyDatabase)).findings).toEqual([]);
          await undoChange(store, systemActor("changes.undo", TODAY), saved.changeId ?? "");
          expect(await calculated(store, days)).toEqual(all);
          expect((await store.read(verifyDatabase)).findings).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);
});
