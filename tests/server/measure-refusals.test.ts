// What may not be changed about a measure, and by whom.
import { describe, expect, it } from "vitest";
import { listTargets } from "@/db/queries/targets";
import { verifyDatabase } from "@/db/verify";
import { DomainError } from "@/domain/errors";
import type { TypedMeasure } from "@/domain/typed-measures";
import { importBundle } from "@/server/workflows/bundles";
import { undoChange } from "@/server/workflows/changes";
import { changeMeasure } from "@/server/workflows/measures";
import { systemActor } from "@/server/system-actor";
import { importer, validBundle } from "../support/bundles";
import { engines, openFreshStore } from "../support/databases";
import type { Engine } from "@/db/migrate/migrations";
import { measureForm } from "../support/measure-forms";
import { NOW, openReporting, TODAY } from "../support/reporting";

const office = systemActor("terms.configure", TODAY);

const rate = { kind: "rate", unitLabel: "%", frequency: "year", overUnits: "sum", overTime: "each_year", plan: "90" };
const figure = { unit: "cb1", period: "2022", status: "accepted" };

const bundle = {
  format: "tien-do/bundle@1",
  units: [
    { id: "db", kind: "committee", name: "Đảng ủy", from: "2020-01-01" },
    { id: "cb1", kind: "cell", name: "Chi bộ 1", parent: "db", from: "2020-01-01", position: 1 },
  ],
  terms: [
    {
      ...{ id: "2020-2025", name: "Nhiệm kỳ 2020 - 2025", startsOn: "2021-01-01", endsOn: "2025-12-31" },
      targets: [
        {
          ...{ id: "t1", position: 1, name: "Xây dựng Đảng" },
          measures: [
            { ...rate, id: "m1", name: "Trên số gốc", rule: "at_least", fixedBase: { term: "30" } },
            { ...rate, id: "m2", name: "Có thể vượt", rule: "at_least", mayExceedBase: true },
            {
              ...{ ...rate, id: "m3", name: "Đã điều chỉnh", rule: "at_least" },
              planHistory: [{ until: "2022-06-30", plan: "80", reason: "Điều chỉnh" }],
            },
          ],
        },
      ],
      figures: [
        { ...figure, measure: "m1", n: "27" },
        { ...figure, measure: "m2", n: "31", d: "30" },
      ],
    },
  ],
};

const fieldCodes = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error(`not refused: ${String(error)}`);
  return [error.code, ...Object.entries(error.fields).map(([path, { code }]) => `${path} ${code}`)];
};

/** What changing these fields of a measure is refused with. */
async function refusalOf(engine: Engine, code: string, typed: Partial<TypedMeasure>) {
  const store = await openFreshStore(engine);
  await importBundle(store, importer, validBundle(bundle));
  const measures = await store.db.select().from(store.db.tables.measures);
  const form = await measureForm(store, measures.find((one) => one.code === code)!.id, typed, "Đổi cách tính");
  return fieldCodes(changeMeasure(store, office, form, NOW));
}

describe.each(engines)("refused changes of measures on %s", (engine) => {
  it("27 of a fixed 30 has no denominator of its own, so the fixed one stays", async () => {
    const refused = await refusalOf(engine, "m1", { base: "entered", termBase: "" });
    expect(refused).toEqual(["invalid_input", "base figures_need_denominators"]);
  });

  it("31/30 was reported, so the measure may go on exceeding 100 %", async () => {
    const refused = await refusalOf(engine, "m2", { mayExceedBase: false });
    expect(refused).toEqual(["invalid_input", "mayExceedBase figures_exceed_base"]);
  });

  it("80 and then 90 were promised, so the rule does not become a range", async () => {
    const plans = { term: { plan: "90", upper: "95" }, share: "", years: {} };
    const refused = await refusalOf(engine, "m3", { rule: "range", plans });
    expect(refused).toEqual(["invalid_input", "rule plans_do_not_fit"]);
  });

  it("a closed term keeps its methods", async () => {
    const { store, term, measureId } = await openReporting(engine);
    const { terms } = store.db.tables;
    await store.transact((tx) => tx.update(terms).set({ closed: true }));
    const form = await measureForm(store, measureId("m1"), { overTime: "min" }, "Đổi cách tính");
    expect(await fieldCodes(changeMeasure(store, office, form, NOW))).toEqual(["term_closed"]);
    const [target] = await listTargets(store.db, term.id);
    expect(target?.measures[0]?.overTime).toBe("sum");
  });

  it("only the office may change targets and measures", async () => {
    const { person } = await openReporting(engine);
    for (const role of ["secretary", "leadership", "inspector"] as const) {
      const asking = await person(role, role, role === "secretary" ? "cb1" : null);
      expect(() => asking("terms.configure")).toThrow(DomainError);
    }
  });

  it("a method changed after figures is undone: the old one counts again and alone", async () => {
    const { store, term, measureId } = await openReporting(engine);
    const form = await measureForm(store, measureId("m1"), { overTime: "min" }, "Đổi cách tính");
    const { changeId } = await changeMeasure(store, office, form, NOW);
    const overTime = async () => (await listTargets(store.db, term.id))[0]!.measures[0]!.overTime;
    expect(await overTime()).toBe("min");
    await undoChange(store, systemActor("changes.undo", TODAY), changeId!);
    expect(await overTime()).toBe("sum");
    expect((await store.read(verifyDatabase)).findings).toEqual([]);
  });
});
