import { describe, expect, it } from "vitest";
import { loadBundle } from "@/db/bundles/load-bundle";
import { listMeasures } from "@/db/queries/measures";
import { findPeriodByKey } from "@/db/queries/periods";
import { listTaskGroups } from "@/db/queries/tasks";
import { listTerms } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import { verifyDatabase } from "@/db/verify";
import { calculateBundle } from "@/domain/bundle/calculate";
import { readBundleText } from "@/domain/bundle/read";
import { writeBundle } from "@/domain/bundle/write";
import { asCalendarDate } from "@/domain/dates";
import { EMPTY_FIGURE } from "@/domain/typed-figures";
import { undoChange } from "@/server/workflows/changes";
import { submitSubmission } from "@/server/workflows/submissions";
import { engines } from "../support/databases";
import { BEFORE, merge, NOW, openReorganising, refusal, type ReorganisingTest } from "../support/reorganising";

/** Chi bộ 5, which no measure names, takes over from Chi bộ 4, which Kết nạp đoàn viên names. */
const intoCb5 = { kind: "merge", units: ["cb4", "cb5"], successor: "cb5" };

/** Who leads and who supports each task, by codes: `g1.1: cb4 + cb5`. */
async function tasksOf({ store }: ReorganisingTest): Promise<string[]> {
  const [term] = await listTerms(store.db);
  const codes = new Map((await listUnits(store.db)).map(({ id, code }) => [id, code]));
  const groups = await listTaskGroups(store.db, term!.id);
  return groups.flatMap(({ tasks }) =>
    tasks.map(({ code, leadUnitId, supportingUnitIds }) =>
      [`${code}: ${codes.get(leadUnitId ?? "")}`, ...supportingUnitIds.map((id) => codes.get(id))].join(" + "),
    ),
  );
}

describe.each(engines)("what takes over from units that end, on %s", (engine) => {
  const open = () => openReorganising(engine);

  it("an existing cell is asked for the measure from the day on: 2 expected before, 2 after, and the file says so too", async () => {
    const test = await open();
    const { data } = await test.reorganise(intoCb5, "preview");
    expect(data.measures).toEqual([{ name: "Kết nạp đoàn viên", outcome: "joins", joins: ["Chi bộ 5"] }]);
    await test.reorganise(intoCb5);
    expect(await test.admissions("m2")).toMatchObject({ "2023-12": "- 0/2", "2024-01": "- 0/2", "2024-02": "- 0/2" });
    expect(await test.admissions()).toMatchObject({ ...BEFORE, "2024-01": "1 1/2" });
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
    const file = writeBundle(await loadBundle(test.store.db));
    const reading = readBundleText(file);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(reading.bundle.terms[0]!.targets[0]!.measures[1]!.unitsFrom).toEqual({ cb5: "2024-01-01" });
    const expected = (day: string) =>
      calculateBundle(reading.bundle, asCalendarDate(day), "accepted").terms[0]!.targets[0]!.measures[1]!.expected;
    expect([expected("2023-12-31"), expected("2024-02-29")]).toEqual([6 * 2, 8 * 2]);
  });

  it("it is asked for nothing more where the office says otherwise: 2 expected before, 1 after", async () => {
    const test = await open();
    const { data } = await test.reorganise({ ...intoCb5, measuresFollow: false });
    expect(data.measures).toEqual([{ name: "Kết nạp đoàn viên", outcome: "left", joins: ["Chi bộ 5"] }]);
    expect(await test.admissions("m2")).toMatchObject({ "2023-12": "- 0/2", "2024-01": "- 0/1" });
  });

  it("one that the measure names already goes on, and a dissolved one leaves the choice to the office", async () => {
    const test = await open();
    const known = await test.reorganise({ kind: "merge", units: ["cb3", "cb4"], successor: "cb3" }, "preview");
    expect(known.data.measures).toEqual([{ name: "Kết nạp đoàn viên", outcome: "goes_on", joins: [] }]);
    const dissolved = await test.reorganise({ kind: "dissolve", units: ["cb4"] }, "preview");
    expect(dissolved.data.measures).toEqual([{ name: "Kết nạp đoàn viên", outcome: "choose", joins: [] }]);
  });

  it("the merger cannot be taken back once the cell has reported the measure that it took over", async () => {
    const test = await open();
    const secretary = await test.secretaryOf("cb5");
    const { changeId } = await test.reorganise(intoCb5);
    const [term] = await listTerms(test.store.db);
    const periodId = (await findPeriodByKey(test.store.db, term!.id, "2024-01"))!.id;
    const measures = await listMeasures(test.store.db, term!.id);
    const figures = Object.fromEntries(measures.map(({ id }) => [id, { ...EMPTY_FIGURE, n: "2" }]));
    const form = { requestId: "request-000004", unitId: await test.unitId("cb5"), periodId, version: 0, figures };
    await submitSubmission(test.store, secretary("submissions.submit"), form, NOW);
    expect(await refusal(undoChange(test.store, test.office("changes.undo"), changeId ?? ""))).toBe("still_needed");
  });

  it("unfinished tasks that an ending cell leads or supports go to the chosen one, and come back when it is undone", async () => {
    const test = await open();
    const before = await tasksOf(test);
    expect(before).toEqual(["g1.1: cb4 + cb5", "g1.2: cb3 + db + cb4", "g1.3: cb4"]);
    const event = { ...merge, tasksTo: "new:0" };
    const preview = await test.reorganise(event, "preview");
    expect(preview.data.tasks).toEqual({ led: 1, supported: 2, to: "Chi bộ 6" });
    const { changeId } = await test.reorganise(event);
    expect(await tasksOf(test)).toEqual(["g1.1: cb6", "g1.2: cb3 + db + cb6", "g1.3: cb4"]);
    await undoChange(test.store, test.office("changes.undo"), changeId ?? "");
    expect(await tasksOf(test)).toEqual(before);
  });

  it("split and dissolve hand tasks over as well; without a choice they stay as they are", async () => {
    const test = await open();
    const split = {
      kind: "split",
      units: ["cb4"],
      founded: [6, 7].map((n) => ({ name: `Chi bộ ${n}`, code: `cb${n}` })),
    };
    const before = await tasksOf(test);
    const left = await test.reorganise(split);
    expect([left.data.tasks, await tasksOf(test)]).toEqual([{ led: 1, supported: 1, to: null }, before]);
    await undoChange(test.store, test.office("changes.undo"), left.changeId ?? "");
    const handed = await test.reorganise({ ...split, tasksTo: "new:1" });
    expect(await tasksOf(test)).toEqual(["g1.1: cb7 + cb5", "g1.2: cb3 + db + cb7", "g1.3: cb4"]);
    await undoChange(test.store, test.office("changes.undo"), handed.changeId ?? "");
    await test.reorganise({ kind: "dissolve", units: ["cb4"], tasksTo: "cb3" });
    expect(await tasksOf(test)).toEqual(["g1.1: cb3 + cb5", "g1.2: cb3 + db", "g1.3: cb4"]);
  });
});
