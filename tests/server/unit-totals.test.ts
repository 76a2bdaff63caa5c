import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listStoredPeriods } from "@/db/queries/periods";
import { listTerms } from "@/db/queries/terms";
import { listTotalRows } from "@/db/queries/totals";
import type { Store } from "@/db/store";
import { verifyDatabase } from "@/db/verify";
import { DomainError } from "@/domain/errors";
import { undoChange } from "@/server/workflows/changes";
import { cb6, merge, NEW_YEAR, openReorganising, type EventFields } from "../support/reorganising";

/** Every kept row by the last day of its period, as text. */
async function keptRows(store: Store) {
  const [term] = await listTerms(store.db);
  const ends = new Map((await listStoredPeriods(store.db, term!.id)).map(({ id, endsOn }) => [id, endsOn]));
  const rows = (await listTotalRows(store.db, term!.id)).map((row) => ({
    endsOn: ends.get(row.periodId)!,
    text: JSON.stringify(row),
  }));
  return rows.sort((a, b) => (a.text < b.text ? -1 : 1));
}

const cell = (place: number, parent: string) => ({ name: `Chi bộ ${place}`, code: `cb${place}`, parent });

/** Events on the cells and sections of the term and on a section without cells; some refuse what others left. */
const events: readonly EventFields[] = [
  { kind: "found", founded: [cell(8, "k2")] },
  { kind: "rename", units: ["cb4"], name: "Chi bộ Văn phòng" },
  { kind: "move", units: ["cb4"], parent: "k2" },
  { kind: "move", units: ["k1"], parent: "k2" },
  { ...merge, founded: [cb6] },
  { kind: "merge", units: ["cb3", "cb4"], successor: "cb3" },
  { kind: "split", units: ["cb5"], goesOn: true, founded: [cell(7, "k2")] },
  { kind: "split", units: ["cb4"], founded: [cell(9, "k1"), cell(10, "k2")] },
  { kind: "dissolve", units: ["cb4"] },
  { kind: "dissolve", units: ["cb5"] },
];

const someEvents = fc.uniqueArray(fc.constantFrom(...events.keys()), { minLength: 1, maxLength: 3 });

describe("the kept totals", () => {
  it("after any events and the undoing of each are those computed anew; of periods before the day every row stays", async () => {
    await fc.assert(
      fc.asyncProperty(someEvents, async (chosen) => {
        const test = await openReorganising("sqlite");
        const k2 = { name: "Khối 2", code: "k2", kind: "section" };
        await test.reorganise({ kind: "found", founded: [k2], on: "2023-09-15" });
        const verified = async () => expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
        const done: { changeId: string; before: Awaited<ReturnType<typeof keptRows>> }[] = [];
        for (const [place, index] of chosen.entries()) {
          const on = [NEW_YEAR, "2024-03-15", "2024-05-01"][place]!;
          const before = await keptRows(test.store);
          try {
            const { changeId } = await test.reorganise({ ...events[index]!, on });
            done.push({ changeId: changeId ?? "", before });
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          const isBefore = (row: { readonly endsOn: string }) => row.endsOn < on;
          expect((await keptRows(test.store)).filter(isBefore)).toEqual(before.filter(isBefore));
          await verified();
        }
        expect(done.length).toBeGreaterThan(0);
        for (const { changeId, before } of done.reverse()) {
          await undoChange(test.store, test.office("changes.undo"), changeId);
          expect(await keptRows(test.store)).toEqual(before);
          await verified();
        }
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});
