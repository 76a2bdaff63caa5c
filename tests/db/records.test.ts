import { describe, expect, it } from "vitest";
import { insertExport, listExports } from "@/db/queries/exports";
import { findPeriodByKey, insertPeriodException, listPeriodExceptions, updatePeriodLock } from "@/db/queries/periods";
import { insertTaskUpdate } from "@/db/queries/task-changes";
import { listTaskGroups } from "@/db/queries/tasks";
import { findTermByCode } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import { decideDueOn, isLockedOn } from "@/domain/deadlines";
import { asCalendarDate } from "@/domain/dates";
import { exportBundle, importBundle } from "@/server/workflows/bundles";
import { everything, importer, validBundle } from "../support/bundles";
import { engines, openFreshStore } from "../support/databases";

const at = "2018-07-02T03:00:00.000Z";

async function openFilled(engine: (typeof engines)[number]) {
  const store = await openFreshStore(engine);
  await importBundle(store, importer, validBundle(everything));
  const term = (await findTermByCode(store.db, "2015-2020"))!;
  return { store, term };
}

describe.each(engines)("what is recorded on %s", (engine) => {
  it("moves a due day and opens a locked period for one unit", async () => {
    const { store, term } = await openFilled(engine);
    const period = (await findPeriodByKey(store.db, term.id, "2016-03"))!;
    const units = new Map((await listUnits(store.db)).map(({ code, id }) => [code, id]));
    const idOf = (code: string) => units.get(code)!;
    const grant = { periodId: period.id, unitId: idOf("cb1"), reason: "Bão" };
    await store.transact(async (tx) => {
      await updatePeriodLock(tx, [period.id], at);
      await insertPeriodException(tx, { ...grant, kind: "due", untilOn: asCalendarDate("2018-07-10") }, at);
      await insertPeriodException(tx, { ...grant, kind: "unlock", untilOn: asCalendarDate("2018-07-10") }, at);
    });
    const exceptions = await listPeriodExceptions(store.db, term.id, period.id);
    const locked = (await findPeriodByKey(store.db, term.id, "2016-03"))?.lockedAt !== null;
    const today = asCalendarDate("2018-07-05");
    expect(locked).toBe(true);
    expect(decideDueOn(period, null, exceptions, idOf("cb1"))).toBe("2018-07-10");
    expect(decideDueOn(period, null, exceptions, idOf("cb2"))).toBe("2016-03-25");
    expect(isLockedOn(locked, exceptions, idOf("cb1"), today)).toBe(false);
    expect(isLockedOn(locked, exceptions, idOf("cb2"), today)).toBe(true);
  });

  it("adds progress to a task behind what was reported before, and it goes out with the bundle", async () => {
    const { store, term } = await openFilled(engine);
    const [group] = await listTaskGroups(store.db, term.id);
    const task = group!.tasks[0]!;
    const update = { on: asCalendarDate("2018-07-02"), state: "done" as const, text: "Hoàn thành" };
    await store.transact((tx) => insertTaskUpdate(tx, task.id, update, { by: null, at }));
    const [changed] = await listTaskGroups(store.db, term.id);
    expect(changed?.tasks[0]?.state).toBe("done");
    expect(changed?.tasks[0]?.updates).toEqual([...task.updates, update]);
    const [bundled] = (await exportBundle(store)).terms[0]!.taskGroups!;
    expect(bundled?.tasks?.[0]?.updates?.at(-1)).toEqual({ on: "2018-07-02", state: "done", text: "Hoàn thành" });
  });

  it("lists the files taken out, newest first", async () => {
    const { store } = await openFilled(engine);
    const actor = { id: null, login: "vanphong", name: "Văn phòng" };
    const file = { report: "appendix", format: "docx", termCode: "2015-2020", asOfOn: null, basis: null, hash: "h" };
    await store.transact((tx) => insertExport(tx, actor, { ...file, fileName: "một.docx" }, at));
    await store.transact((tx) =>
      insertExport(tx, actor, { ...file, fileName: "hai.docx" }, "2018-07-03T03:00:00.000Z"),
    );
    expect((await listExports(store.db, 5)).map(({ fileName }) => fileName)).toEqual(["hai.docx", "một.docx"]);
  });
});
