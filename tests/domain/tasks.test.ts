import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "@/domain/dates";
import {
  handTaskOver,
  carryTasks,
  countTaskStates,
  lastReportedState,
  lastUpdateAt,
  moveInOrder,
  nextCode,
  taskStateAt,
  type EarlierGroup,
  type TaskStanding,
} from "@/domain/tasks";

const day = (text: string) => text as CalendarDate;
const task: TaskStanding = {
  dueOn: day("2023-05-31"),
  state: "done",
  updates: [
    { on: day("2022-03-31"), state: "in_progress" },
    { on: day("2023-08-15"), state: "done" },
  ],
};

describe("a task's state on a day", () => {
  it("is not started before its first update, whatever it came to be later", () => {
    expect(taskStateAt(task, day("2022-03-30"))).toBe("not_started");
  });
  it("is that of the last update on or before the day", () => {
    expect(taskStateAt(task, day("2022-03-31"))).toBe("in_progress");
    expect(taskStateAt(task, day("2023-08-15"))).toBe("done");
  });
  it("is not changed by an update that names none", () => {
    const told: TaskStanding = {
      ...task,
      dueOn: null,
      updates: [...task.updates, { on: day("2022-06-01"), state: null }],
    };
    expect(taskStateAt(told, day("2022-07-01"))).toBe("in_progress");
  });
  it("is late from the day after its due day until it is done", () => {
    expect(taskStateAt(task, day("2023-05-31"))).toBe("in_progress");
    expect(taskStateAt(task, day("2023-06-01"))).toBe("late");
    expect(taskStateAt(task, day("2023-08-14"))).toBe("late");
  });
  it("is never late once stopped", () => {
    const stopped: TaskStanding = { ...task, updates: [{ on: day("2022-01-01"), state: "stopped" }] };
    expect(taskStateAt(stopped, day("2024-01-01"))).toBe("stopped");
  });
  it("is the stored one where nothing was ever reported", () => {
    expect(taskStateAt({ ...task, dueOn: null, updates: [] }, day("2022-01-01"))).toBe("done");
    expect(taskStateAt({ dueOn: null, state: null, updates: [] }, day("2022-01-01"))).toBe("not_started");
  });
});

describe("the last update until a day", () => {
  it("is the later of two on one day", () => {
    const updates = [
      { on: day("2023-01-01"), state: "in_progress", text: "a" },
      { on: day("2023-01-01"), state: "done", text: "b" },
    ] as const;
    expect(lastUpdateAt(updates, day("2023-01-01"))?.text).toBe("b");
    expect(lastUpdateAt(updates, day("2022-12-31"))).toBeNull();
  });
});

describe("the state that is kept with a task", () => {
  it("is that of the latest day, not of what was written last: done on 1/6 stays when 1/5 is told afterwards", () => {
    const updates = [
      { on: day("2023-06-01"), state: "done" },
      { on: day("2023-05-01"), state: "in_progress" },
      { on: day("2023-07-01"), state: null },
    ] as const;
    expect(lastReportedState(updates)).toBe("done");
    expect(lastReportedState([{ on: day("2023-05-01"), state: null }])).toBeNull();
  });
});

describe("the tasks of a term by state", () => {
  it("2 done, 1 late and 1 in progress are told in the order done, in progress, late", () => {
    expect(countTaskStates(["late", "done", "in_progress", "done"])).toEqual([
      { state: "done", count: 2 },
      { state: "in_progress", count: 1 },
      { state: "late", count: 1 },
    ]);
  });
});

describe("an order", () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });
  it("moves one up by changing places with the one before it, and the first not at all", () => {
    expect(moveInOrder(["a", "b", "c"], "b", "up")).toEqual(["b", "a", "c"]);
    expect(moveInOrder(["a", "b", "c"], "b", "down")).toEqual(["a", "c", "b"]);
    expect(moveInOrder(["a", "b", "c"], "a", "up")).toEqual(["a", "b", "c"]);
    expect(moveInOrder(["a", "b", "c"], "x", "down")).toEqual(["a", "b", "c"]);
  });
  it("keeps every member, and down after up is the order before", () => {
    fc.assert(
      fc.property(ids, fc.nat(), (list, place) => {
        const id = list[place % list.length]!;
        const up = moveInOrder(list, id, "up");
        expect([...up].sort()).toEqual([...list].sort());
        if (list[0] !== id) expect(moveInOrder(up, id, "down")).toEqual(list);
      }),
    );
  });
});

describe("a new code", () => {
  it("is one above the highest in use, whatever else there is: g1, g3 and x9 give g4", () => {
    expect(nextCode("g", ["g1", "g3", "x9", "g2.7"])).toBe("g4");
    expect(nextCode("g3.", ["g3.1", "g2.7"])).toBe("g3.2");
    expect(nextCode("g", [])).toBe("g1");
  });
});

describe("what the next term takes over at 30/6/2025", () => {
  const asOf = day("2025-06-30");
  const taskWith = (code: string, standing: Partial<TaskStanding>): EarlierGroup["tasks"][number] => ({
    ...{ code, name: `Nhiệm vụ ${code}`, leadUnitId: "u1", supportingUnitIds: ["u2"], targetIds: ["t1"] },
    ...{ dueOn: null, expectedResult: "100%", state: null, updates: [] },
    ...standing,
  });
  const groups: readonly EarlierGroup[] = [
    {
      ...{ code: "g1", position: 1, name: "Tư tưởng" },
      tasks: [
        taskWith("a", {}),
        taskWith("b", { state: "done", updates: [{ on: asOf, state: "done" }] }),
        taskWith("c", { updates: [{ on: day("2024-01-01"), state: "stopped" }] }),
        taskWith("d", { dueOn: day("2024-12-31"), updates: [{ on: day("2024-01-01"), state: "in_progress" }] }),
        taskWith("e", { dueOn: day("2026-12-31"), updates: [{ on: day("2025-07-01"), state: "done" }] }),
      ],
    },
    { code: "g2", position: 2, name: "Kiểm tra", tasks: [] },
  ];
  const [first, second] = carryTasks(groups, asOf, { startsOn: day("2025-07-01"), units: [] });
  const taken = (code: string) => first?.tasks.find((task) => task.code === code);

  it("is every group in its order, an empty one too, and of 5 tasks the 3 that are neither done nor stopped", () => {
    expect([first?.name, second?.name]).toEqual(["Tư tưởng", "Kiểm tra"]);
    expect(first?.tasks.map(({ code }) => code)).toEqual(["a", "d", "e"]);
    expect(second?.tasks).toEqual([]);
  });
  it("keeps what the task is, without anything that was reported of it", () => {
    expect(taken("a")).toEqual({
      ...{ code: "a", name: "Nhiệm vụ a", leadUnitId: "u1", supportingUnitIds: ["u2"], targetIds: ["t1"] },
      ...{ dueOn: null, expectedResult: "100%", state: null },
    });
  });
  it("leaves out a due day that has passed, so that nothing begins late; begun work stays begun", () => {
    expect(taken("d")).toMatchObject({ dueOn: null, state: "in_progress" });
    expect(taskStateAt({ ...taken("d")!, updates: [] }, day("2025-07-01"))).toBe("in_progress");
  });
  it("leaves out units that are dissolved before the next term begins: the lead u1 on 30/6, but not u2 on 1/7", () => {
    const unit = (id: string, to: string) => ({
      ...{ id, kind: "cell" as const, from: day("2015-01-01"), to: day(to) },
      versions: [{ from: day("2015-01-01"), name: id, parentId: null, position: 1 }],
    });
    const units = [unit("u1", "2025-06-30"), unit("u2", "2025-07-01")];
    const [group] = carryTasks(groups, asOf, { startsOn: day("2025-07-01"), units });
    expect(group?.tasks[0]).toMatchObject({ leadUnitId: null, supportingUnitIds: ["u2"] });
  });
  it("keeps a due day that is still to come", () => {
    expect(taken("e")).toMatchObject({ dueOn: "2026-12-31", state: null });
  });
});

describe("tasks of units that end", () => {
  const ended = new Set(["u1", "u2"]);
  it("go to the one that takes over, once, and who leads does not support as well", () => {
    const support = (leadUnitId: string | null, supportingUnitIds: string[]) =>
      handTaskOver({ leadUnitId, supportingUnitIds }, ended, "u3");
    expect(support("u1", ["u2", "u4"])).toEqual({ leadUnitId: "u3", supportingUnitIds: ["u4"] });
    expect(support("u4", ["u1", "u5", "u2"])).toEqual({ leadUnitId: "u4", supportingUnitIds: ["u3", "u5"] });
    expect(support(null, ["u4"])).toEqual({ leadUnitId: null, supportingUnitIds: ["u4"] });
  });
});
