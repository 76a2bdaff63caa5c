import { describe, expect, it } from "vitest";
import { createTranslate } from "@/messages/translate";
import { listDueRules } from "@/db/queries/periods";
import type { Store } from "@/db/store";
import type { AuditAction } from "@/domain/audit";
import type { ChangeDueRules } from "@/domain/inputs/periods";
import { readAudit } from "@/server/loaders/audit";
import { systemActor } from "@/server/system-actor";
import { importBundle } from "@/server/workflows/bundles";
import { undoChange } from "@/server/workflows/changes";
import { changeDueRules, dueRulesStateOf, lockPeriods } from "@/server/workflows/periods";
import { changePlan } from "@/server/workflows/plans";
import { submitSubmission } from "@/server/workflows/submissions";
import { createTarget, moveTarget } from "@/server/workflows/targets";
import { everything, importer, validBundle } from "../../support/bundles";
import { engines, openFreshStore } from "../../support/databases";
import { filledPlan } from "../../support/plan-forms";
import { NOW, openReporting, TODAY, type ReportingTest } from "../../support/reporting";

const office = systemActor("terms.configure", TODAY);
const wording = { locale: "vi" as const, t: createTranslate("vi") };

const namesIn = async ({ store }: ReportingTest, query: object = {}) =>
  (await store.read((db) => readAudit(db, query, TODAY, wording))).entries
    .filter(({ actionCode }) => actionCode !== "bundle.imported")
    .map(({ actionCode, subject }) => `${actionCode}: ${subject}`);

describe.each(engines)("the audit log on %s", (engine) => {
  it("names the measure, the period and the term that a change was about, and what an undo took back", async () => {
    const test = await openReporting(engine);
    const { store, term, period, measureId } = test;
    const { changeId } = await changePlan(store, office, await filledPlan(store, measureId("m1"), { term: "97" }), NOW);
    await undoChange(store, systemActor("changes.undo", TODAY), changeId!);
    const lock = { mode: "save" as const, termId: term.id, periodIds: [period.id], locked: true, reason: null };
    const locked = await lockPeriods(store, systemActor("periods.lock", TODAY), lock, NOW);
    await undoChange(store, systemActor("changes.undo", TODAY), locked.changeId!);
    const rules = await listDueRules(store.db, term.id);
    const base = JSON.parse(JSON.stringify(dueRulesStateOf(rules))) as ChangeDueRules["base"];
    const typed = { rules: [{ frequency: "month" as const, daysAfter: 20 }] };
    await changeDueRules(store, office, { mode: "save", termId: term.id, base, typed, reason: null });
    expect(await namesIn(test)).toEqual([
      "period.rules_changed: Nhiệm kỳ 2023",
      "change.undone: tháng 6 năm 2023",
      "period.locked: tháng 6 năm 2023",
      "change.undone: Dự sinh hoạt",
      "measure.plan_changed: Dự sinh hoạt",
    ]);
  });

  const changesIn = async (store: Store, action: AuditAction) =>
    (await store.read((db) => readAudit(db, { action }, TODAY, wording))).entries[0]!.changes;

  it("tells a report's period and its measures by name: 28 of 29 of June under Dự sinh hoạt", async () => {
    const test = await openReporting(engine);
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const form = test.form("cb1", 0, { m1: { n: "28", d: "29" } });
    await submitSubmission(test.store, secretary("submissions.submit"), form, NOW);
    const told = await changesIn(test.store, "submission.submitted");
    expect(told).toContainEqual({ path: ["period"], before: undefined, after: "tháng 6 năm 2023" });
    expect(told).toContainEqual({ path: ["term"], before: undefined, after: "Nhiệm kỳ 2023" });
    expect(told).toContainEqual({ path: ["figures", "Dự sinh hoạt", "n"], before: undefined, after: "28" });
    const lock = {
      mode: "save" as const,
      termId: test.term.id,
      periodIds: [test.period.id],
      locked: true,
      reason: null,
    };
    await lockPeriods(test.store, systemActor("periods.lock", TODAY), lock, NOW);
    expect(await changesIn(test.store, "period.locked")).toContainEqual(
      expect.objectContaining({ path: ["periods", "0"], after: "tháng 6 năm 2023" }),
    );
  });

  it("tells the order of targets by name, and levels in words: 2 of a share, whose 85 % stays a number", async () => {
    const store = await openFreshStore(engine);
    const [term] = everything.terms;
    await importBundle(store, importer, validBundle({ ...everything, terms: [{ ...term, closed: false }] }));
    const targets = await store.db.select().from(store.db.tables.targets);
    const targetId = targets.find(({ code }) => code === "t2")!.id;
    await moveTarget(store, office, { targetId, direction: "up" });
    expect(await changesIn(store, "target.order_changed")).toEqual([
      { path: ["order", "0"], before: "Dự sinh hoạt", after: "Kết nạp" },
      { path: ["order", "1"], before: "Kết nạp", after: "Dự sinh hoạt" },
    ]);
    const rated = (await store.db.select().from(store.db.tables.measures)).find(({ code }) => code === "m2")!;
    await changePlan(
      store,
      office,
      await filledPlan(store, rated.id, { term: "2", share: "85", fromOn: "2018-01-01" }),
      NOW,
    );
    const told = await changesIn(store, "measure.plan_changed");
    expect(told).toContainEqual({
      path: ["versions", "1", "plans", "plan"],
      before: undefined,
      after: "Hoàn thành nhiệm vụ",
    });
    expect(told).toContainEqual(
      expect.objectContaining({ path: ["versions", "1", "plans", "sharePlan"], after: "85" }),
    );
  });

  it("names what is gone by what the log told of it", async () => {
    const test = await openReporting(engine);
    const typed = { code: "t2", name: "Xếp loại", wording: "", groupCode: "", provenance: "stated" as const };
    const request = { mode: "save" as const, base: null, reason: null, termId: test.term.id };
    const { changeId } = await createTarget(test.store, office, { ...request, typed: { ...typed, measures: [] } }, NOW);
    await undoChange(test.store, systemActor("changes.undo", TODAY), changeId!);
    expect(await namesIn(test)).toEqual(["change.undone: Xếp loại", "target.created: Xếp loại"]);
  });
});
