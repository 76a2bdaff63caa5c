import { describe, expect, it } from "vitest";
import { listAuditChain } from "@/db/queries/audit";
import { typedTask } from "@/domain/inputs/tasks";
import { exportBundle, importBundle } from "@/server/workflows/bundles";
import { moveTaskGroup, groupState, removeTaskGroup, saveTaskGroup } from "@/server/workflows/task-groups";
import { moveTask, removeTask, taskState } from "@/server/workflows/tasks";
import { importer, validBundle } from "../support/bundles";
import { engines, openFreshStore } from "../support/databases";
import { NOW, TODAY } from "../support/reporting";
import { addGroup, addTask, change, day, fieldsOf, openArranged, report, undo } from "../support/tasks";
import { refusal } from "../support/refusal";
import { setTermState } from "../support/term-state";

describe.each(engines)("task groups and tasks on %s", (engine) => {
  const open = () => openArranged(engine);

  it("a new group stands last under the next code, and its undo takes it away", async () => {
    const test = await open();
    const added = await addGroup(test, "Dân vận");
    expect((await test.groups()).map(({ code, position, name }) => `${code} ${position} ${name}`)).toEqual([
      "g1 1 Tư tưởng",
      "g2 2 Kiểm tra",
      "g3 3 Dân vận",
    ]);
    await undo(test, added);
    expect(await test.groups()).toHaveLength(2);
  });

  it("a preview of a new group stores nothing", async () => {
    const test = await open();
    const input = { mode: "preview" as const, termId: test.term.id, groupId: null, base: null, reason: null };
    const preview = await saveTaskGroup(
      test.store,
      test.office("terms.configure"),
      { ...input, typed: { name: "Dân vận" } },
      NOW,
    );
    expect(preview).toMatchObject({ changeId: null, effects: [], data: { code: "g3" } });
    expect(await test.groups()).toHaveLength(2);
  });

  it("a group is renamed, unless somebody renamed it since: the second is told what the first did", async () => {
    const test = await open();
    const { id, name } = await test.group("g2");
    const rename = (to: string) => {
      const input = {
        mode: "save" as const,
        termId: test.term.id,
        groupId: id,
        base: groupState({ name }),
        reason: null,
      };
      return saveTaskGroup(test.store, test.office("terms.configure"), { ...input, typed: { name: to } }, NOW);
    };
    const renamed = await rename("Kiểm tra, giám sát");
    const overtaken = await refusal(rename("Kiểm tra và kỷ luật"));
    expect(overtaken.code).toBe("overtaken");
    expect(overtaken.values).toMatchObject({ current: '{"name":"Kiểm tra, giám sát"}', name: "Tài khoản vanphong" });
    await undo(test, renamed);
    expect((await test.group("g2")).name).toBe("Kiểm tra");
  });

  it("groups change places, the last stays last, and both come back by undo", async () => {
    const test = await open();
    const move = async (code: string, direction: "up" | "down") => {
      const input = { termId: test.term.id, groupId: (await test.group(code)).id, direction };
      return moveTaskGroup(test.store, test.office("terms.configure"), input);
    };
    const moved = await move("g2", "up");
    expect((await test.groups()).map(({ name, position }) => `${position} ${name}`)).toEqual([
      "1 Kiểm tra",
      "2 Tư tưởng",
    ]);
    expect((await move("g1", "down")).changeId).toBeNull();
    await undo(test, moved);
    expect((await test.groups()).map(({ name }) => name)).toEqual(["Tư tưởng", "Kiểm tra"]);
  });

  it("an empty group is removed and those behind move up; one with 2 tasks is not", async () => {
    const test = await open();
    const remove = async (code: string) =>
      removeTaskGroup(test.store, test.office("terms.configure"), {
        termId: test.term.id,
        groupId: (await test.group(code)).id,
      });
    await addGroup(test, "Dân vận");
    const removed = await remove("g2");
    expect((await test.groups()).map(({ name, position }) => `${position} ${name}`)).toEqual([
      "1 Tư tưởng",
      "2 Dân vận",
    ]);
    expect(await refusal(remove("g1"))).toMatchObject({ code: "group_not_empty", values: { count: 2 } });
    await undo(test, removed);
    expect((await test.groups()).map(({ name, position }) => `${position} ${name}`)).toEqual([
      "1 Tư tưởng",
      "2 Kiểm tra",
      "3 Dân vận",
    ]);
  });

  it("a task takes everything that was typed, stands behind the others, and goes out with the bundle", async () => {
    const test = await open();
    const added = await addTask(test, "g1", {
      ...{ name: "  Học tập chuyên đề ", leadUnitId: test.unitId("cb1"), dueOn: "2024-12-31" },
      supportingUnitIds: [test.unitId("cb2"), test.unitId("db")],
      ...{ expectedResult: "100% đảng viên", targetIds: [test.targetId("t2"), test.targetId("t1")] },
    });
    const [group] = (await exportBundle(test.store)).terms[1]!.taskGroups!;
    expect(group?.tasks?.at(-1)).toEqual({
      ...{ id: "g1.3", name: "Học tập chuyên đề", leadUnit: "cb1", supportingUnits: ["cb2", "db"] },
      ...{ dueOn: "2024-12-31", targets: ["t2", "t1"], expectedResult: "100% đảng viên" },
    });
    await undo(test, added);
    expect((await test.group("g1")).tasks).toHaveLength(2);
  });

  it("what was made on screen reads back equal in another installation", async () => {
    const test = await open();
    await addGroup(test, "Dân vận");
    await addTask(test, "g3", {
      name: "Dân vận khéo",
      leadUnitId: test.unitId("cb2"),
      targetIds: [test.targetId("t1")],
    });
    await report(test, test.office, "g3.1", { on: day("2023-06-01"), state: "in_progress", text: "Đã ban hành" });
    await report(test, test.office, "g3.1", { on: day("2023-05-01"), state: null, text: "Chuẩn bị" });
    const exported = await exportBundle(test.store);
    const other = await openFreshStore(engine);
    await importBundle(other, importer, validBundle(JSON.parse(JSON.stringify(exported))));
    expect(await exportBundle(other)).toEqual(exported);
    expect(exported.terms[1]?.taskGroups?.[2]?.tasks?.[0]?.updates?.map(({ on }) => on)).toEqual([
      "2023-05-01",
      "2023-06-01",
    ]);
  });

  it("a task without a name, due after the term or led by a dissolved cell is refused at each field", async () => {
    const test = await open();
    expect(typedTask.safeParse({ name: "  " }).error?.issues.map(({ path }) => path[0])).toContain("name");
    const wrong = { name: "X", dueOn: "2028-01-01", leadUnitId: test.unitId("cb3"), targetIds: ["không có"] };
    expect(await fieldsOf(addTask(test, "g1", wrong))).toEqual({
      ...{ dueOn: "outside_term", leadUnitId: "unit_not_there", targetIds: "bad_choice" },
    });
  });

  it("the unit that leads is not kept as one that supports", async () => {
    const test = await open();
    const cb1 = test.unitId("cb1");
    await addTask(test, "g2", { name: "X", leadUnitId: cb1, supportingUnitIds: [cb1, test.unitId("cb2")] });
    expect((await test.task("g2.1")).supportingUnitIds).toEqual([test.unitId("cb2")]);
  });

  it("a task whose cell was dissolved can be corrected otherwise, and given to another", async () => {
    const test = await open();
    await change(test, "g1.2", { name: "Tên mới" });
    await change(test, "g1.2", { leadUnitId: test.unitId("cb2") });
    expect(await test.task("g1.2")).toMatchObject({ name: "Tên mới", leadUnitId: test.unitId("cb2") });
    expect(await fieldsOf(change(test, "g1.2", { leadUnitId: test.unitId("cb3") }))).toEqual({
      leadUnitId: "unit_not_there",
    });
  });

  it("a changed task moves to the end of its new group, keeps its progress, and comes back by undo", async () => {
    const test = await open();
    await report(test, test.office, "g1.1", { on: day("2023-03-01"), state: "in_progress", text: null });
    await addTask(test, "g2", { name: "Kiểm tra hằng năm" });
    const changed = await change(test, "g1.1", { groupId: (await test.group("g2")).id, supportingUnitIds: [] });
    expect(await test.told()).toEqual(["Tư tưởng: Của chi bộ đã giải thể", "Kiểm tra: Kiểm tra hằng năm, Mở lớp"]);
    expect((await test.task("g1.1")).updates).toHaveLength(1);
    await undo(test, changed);
    expect(await test.told()).toEqual(["Tư tưởng: Mở lớp, Của chi bộ đã giải thể", "Kiểm tra: Kiểm tra hằng năm"]);
    expect((await test.task("g1.1")).supportingUnitIds).toEqual([test.unitId("cb2")]);
  });

  it("two workers change one task: the second is refused with the first's state and nothing is lost", async () => {
    const test = await open();
    const base = taskState(await test.task("g1.1"), (await test.group("g1")).id);
    await change(test, "g1.1", { expectedResult: "03 lớp" }, base);
    const overtaken = await refusal(change(test, "g1.1", { dueOn: "2024-05-31" }, base));
    expect(overtaken.code).toBe("overtaken");
    expect(JSON.parse(overtaken.values.current as string)).toMatchObject({
      expectedResult: "03 lớp",
      dueOn: "2023-05-31",
    });
    expect(await test.task("g1.1")).toMatchObject({ expectedResult: "03 lớp", dueOn: "2023-05-31" });
  });

  it("tasks change places within their group", async () => {
    const test = await open();
    const input = { termId: test.term.id, taskId: (await test.task("g1.1")).id, direction: "down" as const };
    const moved = await moveTask(test.store, test.office("terms.configure"), input);
    expect((await test.told())[0]).toBe("Tư tưởng: Của chi bộ đã giải thể, Mở lớp");
    await undo(test, moved);
    expect((await test.told())[0]).toBe("Tư tưởng: Mở lớp, Của chi bộ đã giải thể");
  });

  it("a task is removed while nothing was reported of it, and comes back whole; afterwards it can only be stopped", async () => {
    const test = await open();
    const { id: taskId } = await test.task("g1.1");
    const before = await test.groups();
    const remove = () => removeTask(test.store, test.office("terms.configure"), { termId: test.term.id, taskId });
    const removed = await remove();
    expect((await test.told())[0]).toBe("Tư tưởng: Của chi bộ đã giải thể");
    await undo(test, removed);
    expect(await test.groups()).toEqual(before);
    await report(test, test.office, "g1.1", { on: day("2023-03-01"), state: null, text: "Đang chuẩn bị" });
    expect(await refusal(remove())).toMatchObject({ code: "task_has_updates", values: { count: 1 } });
  });

  it("a task that progress was reported of since is not taken back", async () => {
    const test = await open();
    const added = await addTask(test, "g2", { name: "Kiểm tra hằng năm" });
    await report(test, test.office, "g2.1", { on: TODAY, state: null, text: "Đã bắt đầu" });
    expect((await refusal(undo(test, added))).code).toBe("still_needed");
  });

  it("a closed term takes no group, no task and no progress", async () => {
    const test = await open();
    await setTermState(test.store, test.term.id, "closed");
    expect((await refusal(addGroup(test, "Dân vận"))).code).toBe("term_closed");
    expect((await refusal(change(test, "g1.1", { name: "X" }))).code).toBe("term_closed");
    const told = report(test, test.office, "g1.1", { on: TODAY, state: "done", text: null });
    expect((await refusal(told)).code).toBe("term_closed");
  });

  it("every deed stands in the log with what it changed", async () => {
    const test = await open();
    await addGroup(test, "Dân vận");
    await addTask(test, "g3", { name: "Dân vận khéo" });
    await report(test, test.office, "g3.1", { on: TODAY, state: "stopped", text: "Trùng với nhiệm vụ khác" });
    const log = (await listAuditChain(test.store.db, 0, 100)).filter(({ actorLogin }) => actorLogin === "vanphong");
    expect(log.map(({ action }) => action)).toEqual(["task.group_changed", "task.created", "task.updated"]);
    expect(log.at(-1)?.after).toContain("Trùng với nhiệm vụ khác");
  });
});
