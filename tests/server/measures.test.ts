import { describe, expect, it } from "vitest";
import { listAuditChain } from "@/db/queries/audit";
import { listMethodVersions } from "@/db/queries/measure-changes";
import { listTargets } from "@/db/queries/targets";
import { verifyDatabase } from "@/db/verify";
import { type DomainError } from "@/domain/errors";
import { EMPTY_MEASURE, type TypedMeasure } from "@/domain/typed-measures";
import { EMPTY_PLANS } from "@/domain/typed-plans";
import { undoChange } from "@/server/workflows/changes";
import { changeMeasure, createMeasure, removeMeasure } from "@/server/workflows/measures";
import { changeTarget, createTarget, moveTarget, removeTarget } from "@/server/workflows/targets";
import { systemActor } from "@/server/system-actor";
import { engines } from "../support/databases";
import { refusal } from "../support/refusal";
import { measureForm, targetState } from "../support/measure-forms";
import { NOW, openReporting, TODAY, type ReportingTest } from "../support/reporting";

const office = systemActor("terms.configure", TODAY);
const undoer = systemActor("changes.undo", TODAY);

const fieldCodes = ({ fields }: DomainError) => Object.entries(fields).map(([path, { code }]) => `${path} ${code}`);

const newMeasure: TypedMeasure = {
  ...EMPTY_MEASURE,
  ...{ code: "m3", name: "Hoàn thành tốt nhiệm vụ", frequency: "year", overTime: "each_year" },
  plans: { ...EMPTY_PLANS, term: { plan: "90", upper: "" } },
};

describe.each(engines)("targets and measures on %s", (engine) => {
  const targetsOf = async ({ store, term }: ReportingTest) =>
    (await listTargets(store.db, term.id)).map(({ code, name, measures }) => `${code} ${name}: ${measures.length}`);
  const newTarget = (test: ReportingTest, changes: object = {}) => ({
    ...{ mode: "save" as const, base: null, reason: null, termId: test.term.id },
    typed: {
      ...{
        code: "t2",
        name: "Xếp loại",
        wording: "Hằng năm từ 90% trở lên",
        groupCode: "",
        provenance: "stated" as const,
      },
      measures: [newMeasure],
      ...changes,
    },
  });
  const targetId = async ({ store, term }: ReportingTest, code: string) =>
    (await listTargets(store.db, term.id)).find((target) => target.code === code)!.id;

  it("adds a target with its measure and plan in one change, which is undone whole", async () => {
    const test = await openReporting(engine);
    const { changeId, data } = await createTarget(test.store, office, newTarget(test), NOW);
    expect(data).toEqual({ code: "t2", name: "Xếp loại" });
    expect(await targetsOf(test)).toEqual(["t1 Xây dựng Đảng: 2", "t2 Xếp loại: 1"]);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
    await undoChange(test.store, undoer, changeId!);
    expect(await targetsOf(test)).toEqual(["t1 Xây dựng Đảng: 2"]);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("refuses a code that is taken, and a rate averaged over units that then adds up, each at its field", async () => {
    const test = await openReporting(engine);
    const taken = createTarget(test.store, office, newTarget(test, { code: "t1" }), NOW);
    expect(fieldCodes(await refusal(taken))).toEqual(["code code_taken"]);
    const measures = [{ ...newMeasure, overUnits: "mean", overTime: "sum" }];
    const wrong = createTarget(test.store, office, newTarget(test, { code: "t1", measures }), NOW);
    expect(fieldCodes(await refusal(wrong))).toEqual(["code code_taken", "measures.0.overTime rate_mean_with_sum"]);
    const twice = createTarget(test.store, office, newTarget(test, { measures: [newMeasure, newMeasure] }), NOW);
    expect(fieldCodes(await refusal(twice))).toEqual(["measures.1.code code_taken"]);
    expect(await targetsOf(test)).toEqual(["t1 Xây dựng Đảng: 2"]);
  });

  it("a new target moves up before the old one and down again", async () => {
    const test = await openReporting(engine);
    await createTarget(test.store, office, newTarget(test), NOW);
    const id = await targetId(test, "t2");
    await moveTarget(test.store, office, { targetId: id, direction: "up" });
    expect((await targetsOf(test)).map((line) => line.slice(0, 2))).toEqual(["t2", "t1"]);
    await moveTarget(test.store, office, { targetId: id, direction: "down" });
    expect((await targetsOf(test)).map((line) => line.slice(0, 2))).toEqual(["t1", "t2"]);
  });

  it("removes a target that nobody reported, keeps one with figures", async () => {
    const test = await openReporting(engine);
    await createTarget(test.store, office, newTarget(test), NOW);
    const remove = async (code: string) => {
      const id = await targetId(test, code);
      const base = await targetState(test.store, id);
      return removeTarget(test.store, office, { mode: "save", targetId: id, base, typed: {}, reason: null });
    };
    expect((await refusal(remove("t1"))).code).toBe("target_has_figures");
    const { changeId } = await remove("t2");
    expect(await targetsOf(test)).toEqual(["t1 Xây dựng Đảng: 2"]);
    await undoChange(test.store, undoer, changeId!);
    expect(await targetsOf(test)).toEqual(["t1 Xây dựng Đảng: 2", "t2 Xếp loại: 1"]);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("two people rename a target: the second is told who was first", async () => {
    const test = await openReporting(engine);
    const id = await targetId(test, "t1");
    const base = await targetState(test.store, id);
    const typed = { ...base, wording: "", groupCode: "", name: "Công tác xây dựng Đảng" };
    const input = { mode: "save" as const, targetId: id, base, typed, reason: null };
    await changeTarget(test.store, office, input);
    const error = await refusal(changeTarget(test.store, office, { ...input, typed: { ...typed, name: "Khác" } }));
    expect(error.code).toBe("overtaken");
    expect(error.values.current).toContain("Công tác xây dựng Đảng");
  });

  const methodsOf = async ({ store, term, measureId }: ReportingTest, code: string) =>
    (await listMethodVersions(store.db, term.id, measureId(code))).map(
      ({ fromOn, overUnits, overTime, reason }) => `${fromOn} ${overUnits} ${overTime} ${reason ?? "-"}`,
    );

  it("a method changed after figures were submitted needs a reason, keeps the old one, and does what its preview shows", async () => {
    const test = await openReporting(engine);
    const { store } = test;
    const form = await measureForm(store, test.measureId("m1"), {
      overUnits: "mean",
      overTime: "min",
      rule: "more_than",
    });
    expect(fieldCodes(await refusal(changeMeasure(store, office, form, NOW)))).toEqual(["reason reason_required"]);
    const wrong = { ...form, typed: { ...form.typed, decimals: "9" } };
    expect(fieldCodes(await refusal(changeMeasure(store, office, wrong, NOW)))).toEqual([
      "decimals bad_choice",
      "reason reason_required",
    ]);
    const withReason = { ...form, reason: "Theo hướng dẫn mới" };
    const preview = await changeMeasure(store, office, { ...withReason, mode: "preview" }, NOW);
    expect(await methodsOf(test, "m1")).toEqual(["2023-01-01 sum sum -"]);
    const saved = await changeMeasure(store, office, withReason, NOW);
    expect(saved.effects).toEqual(preview.effects);
    expect(await methodsOf(test, "m1")).toEqual(["2023-01-01 sum sum -", `${TODAY} mean min Theo hướng dẫn mới`]);
    expect((await listAuditChain(store.db, 0, 100)).at(-1)).toMatchObject({ action: "measure.method_changed" });
    expect((await store.read(verifyDatabase)).findings).toEqual([]);
    const again = await measureForm(store, test.measureId("m1"), { overTime: "mean_periods" }, "Sửa lại");
    await changeMeasure(store, office, again, NOW);
    expect(await methodsOf(test, "m1")).toEqual(["2023-01-01 sum sum -", `${TODAY} mean mean_periods Sửa lại`]);
  });

  it("27/28 of May, 96,43 %, over a fixed base of 30 would be 90 %: refused, because 28 was entered", async () => {
    const test = await openReporting(engine);
    const form = await measureForm(test.store, test.measureId("m1"), { base: "term", termBase: "30" }, "Đổi mẫu số");
    expect(fieldCodes(await refusal(changeMeasure(test.store, office, form, NOW)))).toEqual([
      "base base_has_denominators",
    ]);
  });

  it("kind, frequency and a unit that reported stay with the figures", async () => {
    const test = await openReporting(engine);
    const id = test.measureId("m1");
    const refused = async (typed: Partial<TypedMeasure>) =>
      fieldCodes(
        await refusal(changeMeasure(test.store, office, await measureForm(test.store, id, typed, "Đổi"), NOW)),
      );
    expect(await refused({ kind: "count" })).toEqual(["kind has_figures"]);
    expect(await refused({ frequency: "quarter" })).toEqual(["frequency has_figures"]);
    expect(await refused({ appliesTo: "listed", unitCodes: ["cb2"] })).toEqual(["unitCodes unit_has_figures"]);
  });

  it("a measure without figures changes everything in place and without a reason; a range asks for its plan anew", async () => {
    const test = await openReporting(engine);
    const id = test.measureId("m2");
    const range = { rule: "range", overTime: "each_year", frequency: "quarter" } as const;
    const unplanned = await measureForm(test.store, id, range);
    expect(fieldCodes(await refusal(changeMeasure(test.store, office, unplanned, NOW)))).toEqual([
      "plans.term.upper required",
    ]);
    const plans = { ...EMPTY_PLANS, term: { plan: "8", upper: "10" } };
    await changeMeasure(test.store, office, await measureForm(test.store, id, { ...range, plans }), NOW);
    expect(await methodsOf(test, "m2")).toEqual(["2023-01-01 sum each_year -"]);
    const [target] = await listTargets(test.store.db, test.term.id);
    expect(target?.measures[1]).toMatchObject({ rule: "range", plans: { plan: [8000, 10000] } });
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("a measure is added to a target and removed again; one with figures stays", async () => {
    const test = await openReporting(engine);
    const t1 = await targetId(test, "t1");
    const add = { mode: "save" as const, targetId: t1, base: null, typed: newMeasure, reason: null };
    await createMeasure(test.store, office, add, NOW);
    expect(await targetsOf(test)).toEqual(["t1 Xây dựng Đảng: 3"]);
    const remove = async (measureId: string) => {
      const { base } = await measureForm(test.store, measureId, {});
      return removeMeasure(test.store, office, { mode: "save", measureId, base, typed: {}, reason: null });
    };
    expect((await refusal(remove(test.measureId("m1")))).code).toBe("measure_has_figures");
    await remove(test.measureId("m2"));
    expect(await targetsOf(test)).toEqual(["t1 Xây dựng Đảng: 2"]);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("two people change a measure: the second is told who was first", async () => {
    const test = await openReporting(engine);
    const first = await measureForm(test.store, test.measureId("m2"), { name: "Kết nạp đảng viên" });
    await changeMeasure(test.store, office, first, NOW);
    const error = await refusal(
      changeMeasure(test.store, office, { ...first, typed: { ...first.typed, decimals: "1" } }, NOW),
    );
    expect(error.code).toBe("overtaken");
  });
});
