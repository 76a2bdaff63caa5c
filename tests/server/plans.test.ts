import { describe, expect, it } from "vitest";
import { loadBundle } from "@/db/bundles/load-bundle";
import { listAuditChain } from "@/db/queries/audit";
import { verifyDatabase } from "@/db/verify";
import { calculateBundle } from "@/domain/bundle/calculate";
import { asCalendarDate as day } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { undoChange } from "@/server/workflows/changes";
import { changePlan, readPlanContext } from "@/server/workflows/plans";
import { systemActor } from "@/server/system-actor";
import { engines } from "../support/databases";
import { filledPlan } from "../support/plan-forms";
import { NOW, openReporting, TODAY, type ReportingTest } from "../support/reporting";

const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  return error as DomainError;
};

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

  it.each<[string, Parameters<typeof filledPlan>[2], string, string]>([
    ["a day before the last change", { term: "97", fromOn: "2022-12-31" }, "fromOn", "plan_changed_later"],
    ["a day after the term", { term: "97", fromOn: "2024-01-01" }, "fromOn", "outside_term"],
    ["no reason", { term: "97", reason: null }, "reason", "reason_required"],
    ["words", { term: "chín mươi" }, "plans.term.plan", "bad_number"],
    ["more than 100 %", { term: "101" }, "plans.term.plan", "percent_over_100"],
  ])("is refused at its field for %s", async (_, over, path, code) => {
    const test = await openReporting(engine);
    const { fields } = await refusal(
      changePlan(test.store, office, await filledPlan(test.store, test.measureId("m1"), over), NOW),
    );
    expect(Object.entries(fields).map(([at, problem]) => [at, problem.code])).toEqual([[path, code]]);
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

  it("is nobody's to change but the office's", async () => {
    const test = await openReporting(engine);
    for (const role of ["leadership", "secretary", "inspector"] as const) {
      const person = await test.person(`nguoi-${role}`, role, role === "secretary" ? "cb1" : null);
      expect(() => person("terms.configure")).toThrow(DomainError);
    }
    expect((await test.person("vanphong", "office"))("terms.configure")).toBeDefined();
  });
});
