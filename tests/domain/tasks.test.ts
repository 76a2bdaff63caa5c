import { describe, expect, it } from "vitest";
import type { CalendarDate } from "@/domain/dates";
import { lastUpdateAt, taskStateAt, type TaskStanding } from "@/domain/tasks";

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
