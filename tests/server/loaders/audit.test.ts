import { describe, expect, it } from "vitest";
import { createTranslate } from "@/messages/translate";
import { listDueRules } from "@/db/queries/periods";
import type { ChangeDueRules } from "@/domain/inputs/periods";
import { readAudit } from "@/server/loaders/audit";
import { systemActor } from "@/server/system-actor";
import { undoChange } from "@/server/workflows/changes";
import { changeDueRules, dueRulesStateOf, lockPeriods } from "@/server/workflows/periods";
import { changePlan } from "@/server/workflows/plans";
import { createTarget } from "@/server/workflows/targets";
import { engines } from "../../support/databases";
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

  it("names what is gone by what the log told of it", async () => {
    const test = await openReporting(engine);
    const typed = { code: "t2", name: "Xếp loại", wording: "", groupCode: "", provenance: "stated" as const };
    const request = { mode: "save" as const, base: null, reason: null, termId: test.term.id };
    const { changeId } = await createTarget(test.store, office, { ...request, typed: { ...typed, measures: [] } }, NOW);
    await undoChange(test.store, systemActor("changes.undo", TODAY), changeId!);
    expect(await namesIn(test)).toEqual(["change.undone: Xếp loại", "target.created: Xếp loại"]);
  });
});
