// What the settings made, taken out as a file: it reads back, calculates what the screens show, and comes in the same.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPeriodByKey } from "@/db/queries/periods";
import { listUnits } from "@/db/queries/units";
import type { Store } from "@/db/store";
import { readBundleText } from "@/domain/bundle/read";
import { asCalendarDate as day } from "@/domain/dates";
import type { TypedReorganisation } from "@/domain/inputs/units";
import { systemActor } from "@/server/system-actor";
import { exportBundleFile } from "@/server/workflows/bundle-files";
import { importBundle } from "@/server/workflows/bundles";
import { changeMeasure } from "@/server/workflows/measures";
import { changePlan } from "@/server/workflows/plans";
import { reorganiseUnits } from "@/server/workflows/units";
import { listExplanations } from "@/db/queries/explanations";
import { findTermByCode } from "@/db/queries/terms";
import { findUnitSubmission, listRevisions } from "@/db/queries/submissions";
import { appendixFromBundle } from "@/reports/build/appendix-from-bundle";
import { typedNoteOf } from "@/server/typed-texts";
import { answerExplanation, askExplanation, askFurther } from "@/server/workflows/explanations";
import { saveDraft, submitSubmission } from "@/server/workflows/submissions";
import { importer } from "../support/bundles";
import { engines, openFreshStore } from "../support/databases";
import { measureForm } from "../support/measure-forms";
import { filledPlan } from "../support/plan-forms";
import { bundleOf, randomPlan, randomTerm, type RandomTerm } from "../support/random-terms";
import { newRequest, NOW, openReporting, TODAY } from "../support/reporting";
import { fromFigures, fromTotals } from "../support/two-ways";

const office = systemActor("terms.configure", TODAY);
const exporter = systemActor("bundles.export", TODAY);
const REASON = "Kết luận của Ban Chấp hành";

async function measureId(store: Store, index: number): Promise<string> {
  const rows = await store.db.select().from(store.db.tables.measures);
  return rows.find(({ code }) => code === `m${index}`)!.id;
}

const founded = { name: "Chi bộ mới", kind: "cell" as const, parent: "", code: "c9", secretaryIds: [] };

async function reorganise(store: Store, kind: TypedReorganisation["kind"]): Promise<void> {
  const ids = (await listUnits(store.db)).map(({ id }) => id);
  const typed: TypedReorganisation = {
    ...{ kind, on: day("2024-01-01"), decision: "12-QĐ/ĐU", name: kind === "rename" ? "Chi bộ đổi tên" : "" },
    unitIds: kind === "found" ? [] : kind === "merge" ? ids : ids.slice(0, 1),
    ...{ parentId: "", successorId: "", goesOn: kind === "split", tasksTo: "", measuresFollow: true, discards: [] },
    founded: kind === "rename" || kind === "dissolve" ? [] : [founded],
  };
  await reorganiseUnits(store, office, { mode: "save", base: null, typed, reason: null }, NOW);
}

/** One change of each kind: the plan of a measure from a day on, the method of another, and the units. */
const randomChanges = fc.record({
  plan: fc.record({
    measure: fc.constantFrom(0, 1, 2, 3, 5),
    value: randomPlan,
    on: fc.constantFrom("2022-05-16", TODAY),
  }),
  method: fc.constantFrom(
    { measure: 0, typed: { overTime: "each_year" } } as const,
    { measure: 1, typed: { rule: "at_most" } } as const,
    { measure: 2, typed: { overTime: "latest" } } as const,
    { measure: 3, typed: { overUnits: "min" } } as const,
    { measure: 5, typed: { termBase: "125" } } as const,
  ),
  units: fc.constantFrom("found", "rename", "merge", "split", "dissolve"),
});

/** A unit ends only when its reports are settled. */
const settled = (term: RandomTerm): RandomTerm => ({
  ...term,
  figures: term.figures.map((figure) => ({ ...figure, status: "accepted" })),
});

describe.each(engines)("a term that the settings changed, as a file from %s", (engine) => {
  it("reads back, calculates what the screens show on every day and basis, and comes in and out the same", async () => {
    await fc.assert(
      fc.asyncProperty(randomTerm, randomChanges, async (term, { plan, method, units }) => {
        const store = await openFreshStore(engine);
        await importBundle(store, importer, bundleOf(settled(term)));
        const planned = await measureId(store, plan.measure);
        await changePlan(store, office, await filledPlan(store, planned, { term: plan.value, fromOn: plan.on }), NOW);
        const changed = await measureForm(store, await measureId(store, method.measure), method.typed, REASON);
        await changeMeasure(store, office, changed, NOW);
        await reorganise(store, units);
        const { text } = await exportBundleFile(store, exporter, []);
        const reading = readBundleText(text);
        if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
        for (const asOf of ["2021-12-31", "2022-06-30", TODAY, "2024-01-01", "2024-12-31"]) {
          for (const basis of ["accepted", "provisional"] as const) {
            const shown = await fromTotals(store, "T", asOf, basis);
            expect(fromFigures(reading.bundle, "T", asOf, basis)).toEqual(shown);
          }
        }
        const second = await openFreshStore(engine);
        await importBundle(second, importer, reading.bundle);
        expect((await exportBundleFile(second, exporter, [])).text).toBe(text);
      }),
      { numRuns: engine === "sqlite" ? 12 : 3 },
    );
  }, 90_000);
});

describe.each(engines)("what was said beside figures, as a file from %s", (engine) => {
  it("why figures are blank, and every question and answer, come in and out the same", async () => {
    const { store, term, period, form, person, unitId, measureId } = await openReporting(engine);
    const leader = await person("lanhdao", "leadership");
    const [secretary, other] = [await person("bithu1", "secretary", "cb1"), await person("bithu2", "secretary", "cb2")];
    const sent = form("cb1", 0, { m1: { n: "28", d: "29" }, m2: { note: "Chưa có quyết định" } });
    await submitSubmission(store, secretary("submissions.submit"), sent, NOW);
    // One of the two numbers of a rate is no figure yet, and its note is no reason why there is none.
    const begun = form("cb2", 0, { m1: { n: "28", note: "Đang đếm" }, m2: { note: "Chờ biên bản" } });
    await saveDraft(store, other("figures.enter"), begun, NOW);
    const about = {
      termId: term.id,
      targetId: null,
      unitId: unitId("cb1"),
      measureId: measureId("m1"),
      periodId: period.id,
    };
    const asked = { requestId: newRequest(), ...about, text: "Vì sao giảm?", answerBy: null };
    await askExplanation(store, leader("explanations.ask"), asked, NOW);
    const on = async () => {
      const [{ id, version } = { id: "", version: 0 }] = await listExplanations(store.db, term.id);
      return { requestId: newRequest(), explanationId: id, version };
    };
    const answer = async (text: string) =>
      answerExplanation(store, secretary("explanations.answer"), { ...(await on()), text }, NOW);
    await answer("Do dịch.");
    await answer("Bổ sung: 02 đồng chí đi học.");
    const { text: short } = await exportBundleFile(store, exporter, []);
    const again = { ...(await on()), text: "Khi nào xong?", answerBy: null };
    await askFurther(store, leader("explanations.ask"), again, NOW);

    const { text } = await exportBundleFile(store, exporter, []);
    const reading = readBundleText(text);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const [told] = reading.bundle.terms;
    expect(told?.explanations?.map(({ messages }) => messages?.map(({ kind, text: said }) => [kind, said]))).toEqual([
      [
        ["question", "Vì sao giảm?"],
        ["answer", "Do dịch."],
        ["answer", "Bổ sung: 02 đồng chí đi học."],
        ["question", "Khi nào xong?"],
      ],
    ]);
    expect(told?.submissions?.map(({ unit, blanks }) => [unit, blanks])).toEqual([
      ["cb1", [{ measure: "m2", note: "Chưa có quyết định" }]],
      ["cb2", [{ measure: "m2", note: "Chờ biên bản" }]],
    ]);
    const second = await openFreshStore(engine);
    await importBundle(second, importer, reading.bundle);
    expect((await exportBundleFile(second, exporter, [])).text).toBe(text);
    expect(await notesIn(second, "cb1")).toEqual(["Chưa có quyết định"]);
    expect(await notesIn(second, "cb2")).toEqual(["Chờ biên bản"]);
    const choice = { termId: "2023", asOf: TODAY, basis: "provisional" } as const;
    const printed = (file: string) => {
      const read = readBundleText(file);
      return read.ok && appendixFromBundle(read.bundle, choice).explanations;
    };
    expect(printed(short)).toMatchObject([{ answer: "Bổ sung: 02 đồng chí đi học.", status: "answered" }]);
    expect(printed(text)).toMatchObject([{ answer: "Bổ sung: 02 đồng chí đi học.", status: "open" }]);
  }, 60_000);
});

/** Why the admissions of June are blank, as a page of the report would say. */
async function notesIn(store: Store, unitCode: string): Promise<(string | null)[]> {
  const term = (await findTermByCode(store.db, "2023"))!;
  const unit = (await listUnits(store.db)).find(({ code }) => code === unitCode)!;
  const period = (await findPeriodByKey(store.db, term.id, "2023-06"))!;
  const submission = (await findUnitSubmission(store.db, unit.id, period.id))!;
  const measures = await store.db.select().from(store.db.tables.measures);
  const admissions = measures.find(({ code }) => code === "m2")!;
  return (await listRevisions(store.db, submission.id)).map((revision) => typedNoteOf(revision, admissions.id));
}
