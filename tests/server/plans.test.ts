import { describe, expect, it } from "vitest";
import { loadBundle } from "@/db/bundles/load-bundle";
import { listAuditChain } from "@/db/queries/audit";
import { listMeasures } from "@/db/queries/measures";
import { findTermByCode } from "@/db/queries/terms";
import { verifyDatabase } from "@/db/verify";
import { calculateBundle } from "@/domain/bundle/calculate";
import type { Bundle } from "@/domain/bundle/schema";
import { writeBundle } from "@/domain/bundle/write";
import { asCalendarDate as day } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { plansInForce } from "@/domain/plans";
import { importBundle } from "@/server/workflows/bundles";
import { undoChange } from "@/server/workflows/changes";
import { changePlan, readPlanContext } from "@/server/workflows/plans";
import { systemActor } from "@/server/system-actor";
import { importer, validBundle } from "../support/bundles";
import { engines, openFreshStore } from "../support/databases";
import { refusal } from "../support/refusal";
import { filledPlan } from "../support/plan-forms";
import { NOW, openReporting, TODAY, type ReportingTest } from "../support/reporting";
import { setTermState } from "../support/term-state";

const office = systemActor("terms.configure", TODAY);

describe.each(engines)("a plan on %s", (engine) => {
  const plansOf = async ({ store, measureId }: ReportingTest) => {
    const { measure } = await readPlanContext(store.db, measureId("m1"), TODAY);
    const earlier = measure.earlierPlans.map(
      ({ until, plan, reason }) => `${plan?.toString()} until ${until}: ${reason}`,
    );
    return [...earlier, measure.plans.plan?.toString()];
  };

  it("raised from 95 to 97 on 1/6/2023 keeps 95 until 31/5/2023, and 27/28 of May, 96,43 %, is on track before and at risk after", async () => {
    const test = await openReporting(engine);
    const input = await filledPlan(test.store, test.measureId("m1"), { term: "97", fromOn: "2023-06-01" });
    const preview = await changePlan(test.store, office, { ...input, mode: "preview" }, NOW);
    expect(await plansOf(test)).toEqual(["95000"]);
    const saved = await changePlan(test.store, office, input, NOW);
    expect(preview.changeId).toBeNull();
    expect(saved.effects).toEqual(preview.effects);
    expect(
      saved.effects
        .filter(({ on, basis }) => on === TODAY && basis === "accepted")
        .map((e) => [e.field, e.before, e.after]),
    ).toEqual(
      expect.arrayContaining([
        ["plan", "95", "97"],
        ["pace", "on_track", "at_risk"],
      ]),
    );
    expect(await plansOf(test)).toEqual(["95000 until 2023-05-31: Kết luận sơ kết", "97000"]);
    const bundle = await loadBundle(test.store.db);
    const planAt = (asOf: string) =>
      calculateBundle(bundle, day(asOf), "accepted").terms[0]?.targets[0]?.measures[0]?.plan;
    expect([planAt("2023-05-31"), planAt("2023-06-01")]).toEqual(["95", "97"]);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("is what it was once the change is taken back, and the log keeps both", async () => {
    const test = await openReporting(engine);
    const input = await filledPlan(test.store, test.measureId("m1"), { term: "97" });
    const { changeId } = await changePlan(test.store, office, input, NOW);
    await undoChange(test.store, systemActor("changes.undo", TODAY), changeId!);
    expect(await plansOf(test)).toEqual(["95000"]);
    const actions = (await listAuditChain(test.store.db, 0, 100)).map(({ action }) => action);
    expect(actions.slice(-2)).toEqual(["measure.plan_changed", "change.undone"]);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("changed twice on one day is one step: 95, then 98 at once, with the second reason; the log has 97 too", async () => {
    const test = await openReporting(engine);
    await changePlan(test.store, office, await filledPlan(test.store, test.measureId("m1"), { term: "97" }), NOW);
    const again = await filledPlan(test.store, test.measureId("m1"), { term: "98", reason: "Gõ nhầm" });
    await changePlan(test.store, office, again, NOW);
    expect(await plansOf(test)).toEqual(["95000 until 2023-06-29: Gõ nhầm", "98000"]);
    const log = await listAuditChain(test.store.db, 0, 100);
    expect(log.at(-2)?.after).toContain('"plan":"97"');
  });

  it("takes 0 as a promise, and a blank as none", async () => {
    const test = await openReporting(engine);
    await changePlan(
      test.store,
      office,
      await filledPlan(test.store, test.measureId("m1"), { term: "0", fromOn: "2023-02-01" }),
      NOW,
    );
    await changePlan(
      test.store,
      office,
      await filledPlan(test.store, test.measureId("m1"), { term: "", fromOn: "2023-03-01" }),
      NOW,
    );
    expect((await plansOf(test)).slice(1)).toEqual(["0 until 2023-02-28: Kết luận sơ kết", undefined]);
  });

  it.each<[string, Parameters<typeof filledPlan>[2], readonly string[]]>([
    ["a day before the term", { term: "97", fromOn: "2022-12-31" }, ["fromOn outside_term"]],
    ["a day after the term", { term: "97", fromOn: "2024-01-01" }, ["fromOn outside_term"]],
    ["no reason", { term: "97", reason: null }, ["reason reason_required"]],
    ["words", { term: "chín mươi" }, ["plans.term.plan bad_number"]],
    ["more than 100 %", { term: "101" }, ["plans.term.plan percent_over_100"]],
    [
      "all of it, in one answer",
      { term: "chín mươi", fromOn: "2024-01-01", reason: " " },
      ["plans.term.plan bad_number", "fromOn outside_term", "reason reason_required"],
    ],
  ])("is refused at its field for %s", async (_, over, refused) => {
    const test = await openReporting(engine);
    const { fields } = await refusal(
      changePlan(test.store, office, await filledPlan(test.store, test.measureId("m1"), over), NOW),
    );
    expect(Object.entries(fields).map(([at, problem]) => `${at} ${problem.code}`)).toEqual(refused);
    expect(await plansOf(test)).toEqual(["95000"]);
  });

  it("changed by a second person from an older form is refused with what the first one stored", async () => {
    const test = await openReporting(engine);
    const second = await filledPlan(test.store, test.measureId("m1"), { term: "98" });
    await changePlan(test.store, office, await filledPlan(test.store, test.measureId("m1"), { term: "97" }), NOW);
    const { code, values } = await refusal(changePlan(test.store, office, second, NOW));
    expect(code).toBe("overtaken");
    expect(values.current).toContain('"plan":"97"');
    expect((await plansOf(test)).at(-1)).toBe("97000");
  });

  it("of none that becomes 97 on 1/6/2023 is none until 31/5, on the screen, in calc of the export and in a second database", async () => {
    const test = await openReporting(engine);
    const give = async (over: Parameters<typeof filledPlan>[2]) =>
      changePlan(test.store, office, await filledPlan(test.store, test.measureId("m1"), over), NOW);
    await give({ term: "", fromOn: "2023-01-01" });
    await give({ term: "97", fromOn: "2023-06-01" });
    const exported = writeBundle(await loadBundle(test.store.db));
    const again = await openFreshStore(engine);
    await importBundle(again, importer, validBundle(JSON.parse(exported)));
    expect(writeBundle(await loadBundle(again.db))).toBe(exported);
    const { measure } = await readPlanContext(test.store.db, test.measureId("m1"), TODAY);
    for (const [asOf, plan] of [
      ["2023-05-31", null],
      ["2023-06-01", "97"],
    ] as const) {
      const told = calculateBundle(validBundle(JSON.parse(exported)), day(asOf), "accepted").terms[0]?.targets[0];
      expect(told?.measures[0]?.plan).toBe(plan);
      expect(plansInForce(measure, day(asOf)).plan?.toString() ?? null).toBe(plan && `${plan}000`);
    }
  });

  it("that is a range moves from 90 - 95 to 92,5 - 97 with both bounds, and is refused upside down", async () => {
    const test = await openReporting(engine);
    const store = await openFreshStore(engine);
    const bundle = JSON.parse(writeBundle(await loadBundle(test.store.db))) as Bundle;
    Object.assign(bundle.terms[0]!.targets[0]!.measures[0]!, { rule: "range", plan: ["90", "95"] });
    await importBundle(store, importer, validBundle(bundle));
    const term = (await findTermByCode(store.db, "2023"))!;
    const { id } = (await listMeasures(store.db, term.id)).find(({ code }) => code === "m1")!;
    const turned = await filledPlan(store, id, { term: "97", upper: "92,5", fromOn: "2023-06-01" });
    expect(Object.keys((await refusal(changePlan(store, office, turned, NOW))).fields)).toHaveLength(1);
    const input = await filledPlan(store, id, { term: "92,5", upper: "97", fromOn: "2023-06-01" });
    const { effects } = await changePlan(store, office, input, NOW);
    const { measure } = await readPlanContext(store.db, id, TODAY);
    expect([measure.earlierPlans[0]?.plan, measure.plans.plan]).toEqual([
      [90_000, 95_000],
      [92_500, 97_000],
    ]);
    expect(effects).toContainEqual(expect.objectContaining({ field: "plan", before: "90 - 95", after: "92.5 - 97" }));
    expect((await store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("of a draft term is replaced in place, without a day and without a reason, and the log has both values", async () => {
    const test = await openReporting(engine);
    await setTermState(test.store, test.term.id, "draft");
    const input = await filledPlan(test.store, test.measureId("m1"), { term: "97", reason: null });
    const { data } = await changePlan(test.store, office, input, NOW);
    expect([data.fromOn, await plansOf(test)]).toEqual([null, ["97000"]]);
    const last = (await listAuditChain(test.store.db, 0, 100)).at(-1);
    expect([last?.action, last?.before?.includes('"plan":"95"'), last?.after?.includes('"plan":"97"')]).toEqual([
      "measure.plan_changed",
      true,
      true,
    ]);
  });

  it("is nobody's to change but the office's", async () => {
    const test = await openReporting(engine);
    for (const role of ["leadership", "secretary", "inspector"] as const) {
      const person = await test.person(`nguoi-${role}`, role, role === "secretary" ? "cb1" : null);
      expect(() => person("terms.configure")).toThrow(DomainError);
    }
    expect((await test.person("vanphong", "office"))("terms.configure")).toBeDefined();
  });
});
