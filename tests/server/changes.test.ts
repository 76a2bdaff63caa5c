import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readGovernedRows } from "@/db/governed-rows";
import { listAuditChain } from "@/db/queries/audit";
import { findLastChange, listRecentChanges } from "@/db/queries/changes";
import { listTotalRows } from "@/db/queries/totals";
import { insertUnits } from "@/db/queries/units";
import { newId } from "@/db/ids";
import { verifyDatabase } from "@/db/verify";
import { canonicalText } from "@/domain/audit";
import { asCalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { applyChange, undoChange } from "@/server/workflows/changes";
import { refuseOvertaken } from "@/server/workflows/overtaken";
import { changePlan } from "@/server/workflows/plans";
import { systemActor } from "@/server/system-actor";
import { countRows, engines } from "../support/databases";
import { filledPlan } from "../support/plan-forms";
import { NOW, openReporting, TODAY, type ReportingTest } from "../support/reporting";

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

const office = systemActor("terms.configure", TODAY);
const undoing = systemActor("changes.undo", TODAY);

const governed = async ({ store }: ReportingTest) =>
  [...(await store.read(readGovernedRows))].map(([table, rows]) => [table, [...rows.entries()].sort()]);

const totals = async ({ store, term }: ReportingTest) =>
  (await listTotalRows(store.db, term.id)).map((row) => canonicalText({ ...row })).sort();

const raise = async (test: ReportingTest, term: string, mode: "preview" | "save" = "save") =>
  changePlan(
    test.store,
    office,
    { ...(await filledPlan(test.store, test.measureId("m1"), { term, fromOn: "2023-06-01" })), mode },
    NOW,
  );

const found = (test: ReportingTest, mode: "preview" | "save") =>
  applyChange(test.store, office, {
    mode,
    work: async (tx) => {
      const id = newId();
      const version = {
        from: asCalendarDate("2023-01-01"),
        name: "Chi bộ 3",
        parentId: test.unitId("db"),
        position: 3,
      };
      await insertUnits(tx, [{ id, code: "cb3", kind: "cell", from: version.from, to: null, versions: [version] }]);
      return { event: { action: "unit.founded", subject: { type: "unit", id }, before: null, after: {} }, data: id };
    },
  });

describe.each(engines)("a change of the settings on %s", (engine) => {
  it("leaves nothing behind when it is only a preview: no row, no log, no total", async () => {
    const test = await openReporting(engine);
    const before = [await countRows(test.store), await governed(test), await totals(test)];
    const preview = await raise(test, "97", "preview");
    expect(preview.effects.length).toBeGreaterThan(0);
    expect(preview.changeId).toBeNull();
    expect([await countRows(test.store), await governed(test), await totals(test)]).toEqual(before);
  });

  it("is taken back row by row, and the taking back as well", async () => {
    const test = await openReporting(engine);
    const before = await governed(test);
    const { changeId } = await raise(test, "97");
    const after = await governed(test);
    const undone = await undoChange(test.store, undoing, changeId!);
    expect(await governed(test)).toEqual(before);
    expect(await codeOf(undoChange(test.store, undoing, changeId!))).toBe("already_undone");
    await undoChange(test.store, undoing, undone.changeId!);
    expect(await governed(test)).toEqual(after);
    expect((await listAuditChain(test.store.db, 0, 100)).map(({ action }) => action)).toEqual([
      "bundle.imported",
      "measure.plan_changed",
      "change.undone",
      "change.undone",
    ]);
    expect((await listRecentChanges(test.store.db, 10)).map((change) => change.undone)).toEqual([false, true, true]);
  });

  it("is not taken back once the same row was changed again", async () => {
    const test = await openReporting(engine);
    const { changeId } = await raise(test, "97");
    await raise(test, "98");
    expect(await codeOf(undoChange(test.store, undoing, changeId!))).toBe("changed_since");
  });

  it("moves 1 of 12 expected reports to 1 of 18 with a third cell, as its preview said, and back", async () => {
    const test = await openReporting(engine);
    const before = await totals(test);
    const preview = await found(test, "preview");
    const saved = await found(test, "save");
    expect(saved.effects).toEqual(preview.effects);
    const reports = saved.effects.find(({ field, measure }) => field === "reports" && measure?.code === "m1");
    expect([reports?.before, reports?.after]).toEqual(["1/12", "1/18"]); // 6 months of 2 cells, then of 3
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
    await undoChange(test.store, undoing, saved.changeId!);
    expect(await totals(test)).toEqual(before);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("stays when something newer refers to what would go: a report of the new cell", async () => {
    const test = await openReporting(engine);
    const { data: unitId, changeId } = await found(test, "save");
    await test.store.transact(async (tx) => {
      const { submissions } = tx.tables;
      await tx.insert(submissions).values({
        ...{ id: newId(), termId: test.term.id, unitId, periodId: test.period.id, endsOn: test.period.endsOn },
        ...{ state: "draft", version: 1 },
      });
    });
    expect(await codeOf(undoChange(test.store, undoing, changeId!))).toBe("still_needed");
  });

  it("is not taken back once the code of what it removed was given away", async () => {
    const test = await openReporting(engine);
    const saved = await found(test, "save");
    const gone = await undoChange(test.store, undoing, saved.changeId!);
    await found(test, "save");
    expect(await codeOf(undoChange(test.store, undoing, gone.changeId!))).toBe("changed_since");
  });

  it("touches nothing of a closed term", async () => {
    const test = await openReporting(engine);
    await test.store.transact(async (tx) => {
      await tx.update(tx.tables.terms).set({ closed: true }).where(eq(tx.tables.terms.id, test.term.id));
    });
    const before = await governed(test);
    expect(await codeOf(raise(test, "97"))).toBe("term_closed");
    expect(await governed(test)).toEqual(before);
  });

  it("is taken back by the office or by the one who made it, by nobody else", async () => {
    const test = await openReporting(engine);
    const { changeId } = await raise(test, "97");
    const secretary = await test.person("bithu1", "secretary", "cb1");
    expect(await codeOf(undoChange(test.store, secretary("changes.undo"), changeId!))).toBe("forbidden");
    const officer = await test.person("vanphong", "office");
    expect(await codeOf(undoChange(test.store, officer("changes.undo"), changeId!))).toBe("done");
  });

  it("tells the second of two people who was first, and what is stored now", async () => {
    const test = await openReporting(engine);
    await raise(test, "97");
    const subject = { type: "measure" as const, id: test.measureId("m1") };
    expect((await findLastChange(test.store.db, subject))?.action).toBe("measure.plan_changed");
    const error: unknown = await refuseOvertaken(test.store.db, subject, {
      base: { plan: "95" },
      current: { plan: "97" },
    }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "overtaken", values: { current: '{"plan":"97"}', name: office.displayName } });
    await refuseOvertaken(test.store.db, subject, { base: { b: 1, a: "ế" }, current: { a: "ế", b: 1 } });
  });
});
