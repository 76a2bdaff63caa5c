import { describe, expect, it } from "vitest";
import { DomainError } from "@/domain/errors";
import { taskStateAt } from "@/domain/tasks";
import { readTask, readTasks } from "@/server/loaders/tasks";
import { carryTasksOver, readCarriable } from "@/server/workflows/carried-tasks";
import { undoChange } from "@/server/workflows/changes";
import { engines } from "../support/databases";
import { NOW, TODAY } from "../support/reporting";
import { addTask, day, fieldsOf, openArranged, report, undo, type TasksTest } from "../support/tasks";
import { refusal } from "../support/refusal";
import { setTermState } from "../support/term-state";

describe.each(engines)("the progress of a task on %s", (engine) => {
  const open = () => openArranged(engine);

  it("is reported by the secretary of the unit that leads, and by the office; not by one that supports", async () => {
    const test = await open();
    const leads = await test.person("bithu1", "secretary", "cb1");
    const supports = await test.person("bithu2", "secretary", "cb2");
    await report(test, leads, "g1.1", { on: TODAY, state: "in_progress", text: "Đã mở 01 lớp" });
    const other = report(test, supports, "g1.1", { on: TODAY, state: "done", text: null });
    expect((await refusal(other)).code).toBe("forbidden");
    await report(test, test.office, "g1.1", { on: TODAY, state: "done", text: null });
    expect((await test.task("g1.1")).updates.map(({ state }) => state)).toEqual(["in_progress", "done"]);
  });

  it("is nobody's but the office's where no unit leads", async () => {
    const test = await open();
    await addTask(test, "g2", { name: "Chưa giao" });
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const told = report(test, secretary, "g2.1", { on: TODAY, state: "done", text: null });
    expect((await refusal(told)).code).toBe("forbidden");
    await report(test, test.office, "g2.1", { on: TODAY, state: "done", text: null });
  });

  it("leadership and inspection report none, and a secretary arranges no tasks", async () => {
    const test = await open();
    const leader = await test.person("lanhdao", "leadership");
    const inspector = await test.person("kiemtra", "inspector");
    const secretary = await test.person("bithu1", "secretary", "cb1");
    expect(() => leader("tasks.update")).toThrow(DomainError);
    expect(() => inspector("tasks.update")).toThrow(DomainError);
    expect(() => secretary("terms.configure")).toThrow(DomainError);
  });

  it("due 31/5, it is late on 30/6 until it is done that day, and on 31/5 it still was not late", async () => {
    const test = await open();
    expect(taskStateAt(await test.task("g1.1"), TODAY)).toBe("late");
    await report(test, test.office, "g1.1", { on: TODAY, state: "done", text: null });
    const task = await test.task("g1.1");
    expect(taskStateAt(task, TODAY)).toBe("done");
    expect(taskStateAt(task, day("2023-06-29"))).toBe("late");
    expect(taskStateAt(task, day("2023-05-31"))).toBe("not_started");
  });

  it("stops with a reason only, tells something, and is of a day of the term that has come", async () => {
    const test = await open();
    const told = (typed: Parameters<typeof report>[3]) => fieldsOf(report(test, test.office, "g1.1", typed));
    expect(await told({ on: TODAY, state: "stopped", text: null })).toEqual({ text: "reason_required" });
    expect(await told({ on: TODAY, state: null, text: null })).toEqual({ text: "progress_says_nothing" });
    expect(await told({ on: TODAY, state: "not_started", text: null })).toEqual({ text: "progress_says_nothing" });
    expect(await told({ on: day("2023-07-01"), state: "done", text: null })).toEqual({ on: "day_in_future" });
    expect(await told({ on: day("2022-12-31"), state: "done", text: null })).toEqual({ on: "outside_term" });
    await report(test, test.office, "g1.1", { on: TODAY, state: "stopped", text: "Đã giao cho đơn vị khác" });
  });

  it("of an earlier day leaves the later state: done on 1/6, in progress on 1/5 told afterwards, is still done", async () => {
    const test = await open();
    await report(test, test.office, "g1.1", { on: day("2023-06-01"), state: "done", text: null });
    await report(test, test.office, "g1.1", { on: day("2023-05-01"), state: "in_progress", text: null });
    const task = await test.task("g1.1");
    expect(task.state).toBe("done");
    expect(taskStateAt(task, day("2023-05-01"))).toBe("in_progress");
  });

  it("is taken back by the secretary who reported it, not by another", async () => {
    const test = await open();
    const secretary = await test.person("bithu1", "secretary", "cb1");
    const other = await test.person("bithu2", "secretary", "cb2");
    const told = await report(test, secretary, "g1.1", { on: TODAY, state: "done", text: null });
    const foreign = undoChange(test.store, other("changes.undo"), told.changeId!);
    expect((await refusal(foreign)).code).toBe("forbidden");
    await undoChange(test.store, secretary("changes.undo"), told.changeId!);
    expect(await test.task("g1.1")).toMatchObject({ state: null, updates: [] });
  });

  it("waits until the term is started", async () => {
    const test = await open();
    await setTermState(test.store, test.term.id, "draft");
    const told = report(test, test.office, "g1.1", { on: TODAY, state: "done", text: null });
    expect((await refusal(told)).code).toBe("term_not_started");
  });
});

describe.each(engines)("tasks of the term before on %s", (engine) => {
  const open = () => openArranged(engine);

  it("2 unfinished tasks of the term before are taken over: beside a group of the same name, and with a new one", async () => {
    const test = await open();
    const carriable = await readCarriable(test.store.db, test.term, TODAY);
    expect(carriable?.groups.map(({ tasks }) => tasks.map(({ code }) => code))).toEqual([["g1.1"], ["g9.1"]]);
    const input = { termId: test.term.id, codes: ["g1.1", "g9.1", "g1.2"] };
    const carried = await carryTasksOver(test.store, test.office("terms.configure"), input, NOW);
    expect(carried.data.count).toBe(2);
    expect(await test.told()).toEqual([
      "Tư tưởng: Mở lớp, Của chi bộ đã giải thể, Học tập nghị quyết",
      "Kiểm tra: ",
      "Dân vận: Dân vận khéo",
    ]);
    // t2 has no follower; the due day had passed; work begun stays begun.
    expect(await test.task("g1.3")).toMatchObject({ targetIds: [test.targetId("t1")], dueOn: null, updates: [] });
    expect(await test.task("g3.1")).toMatchObject({ state: "in_progress" });
    expect((await readCarriable(test.store.db, test.term, TODAY))?.groups).toEqual([]);
    await undo(test, carried);
    expect(await test.told()).toHaveLength(2);
  });
});

describe.each(engines)("the pages of tasks on %s", (engine) => {
  const open = () => openArranged(engine);
  const seenBy = (who: Awaited<ReturnType<TasksTest["person"]>>) => ({
    ...{ actor: who("tasks.view"), query: { term: "2023-2027" }, today: TODAY },
  });

  it("give the form of progress to the office and the lead unit's secretary, on a page of today", async () => {
    const test = await open();
    const formOf = async (looking: Parameters<typeof readTask>[2]) =>
      (await readTask(test.store.db, "g1.1", looking))?.form;
    const leads = await test.person("bithu1", "secretary", "cb1");
    const supports = await test.person("bithu2", "secretary", "cb2");
    expect(await formOf(seenBy(leads))).toMatchObject({ lastDay: TODAY, state: "not_started" });
    expect(await formOf(seenBy(test.office))).not.toBeNull();
    expect(await formOf(seenBy(supports))).toBeNull();
    expect(await formOf(seenBy(await test.person("lanhdao", "leadership")))).toBeNull();
    expect(await formOf({ ...seenBy(test.office), query: { term: "2023-2027", asOf: "2023-05-31" } })).toBeNull();
  });

  it("show of an earlier day what had been reported by then, newest first, and count what came later", async () => {
    const test = await open();
    await report(test, test.office, "g1.1", { on: day("2023-05-01"), state: "in_progress", text: "Mở lớp 1" });
    await report(test, test.office, "g1.1", { on: day("2023-03-01"), state: null, text: "Chuẩn bị" });
    await report(test, test.office, "g1.1", { on: day("2023-06-01"), state: "done", text: null });
    const query = { term: "2023-2027", asOf: "2023-05-31" };
    const page = await readTask(test.store.db, "g1.1", { ...seenBy(test.office), query });
    expect(page?.updates.map(({ text, by }) => `${text} ${by}`)).toEqual([
      "Mở lớp 1 Tài khoản vanphong",
      "Chuẩn bị Tài khoản vanphong",
    ]);
    expect(page).toMatchObject({ later: 1, state: "in_progress", supporting: [{ name: "Chi bộ 2", endedOn: null }] });
    expect(page?.isLatest).toBe(false);
    expect((await readTask(test.store.db, "g1.1", seenBy(test.office)))?.isLatest).toBe(true);
  });

  it("name a lead unit that was dissolved with its last day, in its own time without", async () => {
    const test = await open();
    const leadAt = async (asOf: string) => {
      const query = { term: "2023-2027", asOf };
      return (await readTask(test.store.db, "g1.2", { ...seenBy(test.office), query }))?.lead;
    };
    expect(await leadAt("2023-06-30")).toEqual({ name: "Chi bộ 3", endedOn: "2023-05-31" });
    expect(await leadAt("2023-05-31")).toEqual({ name: "Chi bộ 3", endedOn: null });
  });

  it("show a draft's tasks to the office only", async () => {
    const test = await open();
    await setTermState(test.store, test.term.id, "draft");
    const secretary = await test.person("bithu1", "secretary", "cb1");
    expect((await readTasks(test.store.db, seenBy(test.office)))?.termName).toBe("Nhiệm kỳ 2023 - 2027");
    expect((await readTasks(test.store.db, seenBy(secretary)))?.termName).toBe("Nhiệm kỳ 2018 - 2022");
  });
});
