import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CalendarDate } from "@/domain/dates";
import { clock, fixToday, startOfDay } from "@/server/clock";

const demoDay = "2023-06-30" as CalendarDate;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  fixToday(null);
  vi.useRealTimers();
});

describe("the clock", () => {
  it.each([
    ["2026-03-10T16:59:59.999Z", "2026-03-10"],
    ["2026-03-10T17:00:00.000Z", "2026-03-11"],
  ])("at %s it is %s in Vietnam", (instant, day) => {
    vi.setSystemTime(instant);
    expect(clock.today()).toBe(day);
    expect(clock.now()).toBe(instant);
  });

  it.each([
    ["2026-03-10T01:30:00.000Z", "2023-06-30T01:30:00.000Z"],
    ["2026-03-10T17:00:00.000Z", "2023-06-29T17:00:00.000Z"],
    ["2026-03-10T16:59:59.999Z", "2023-06-30T16:59:59.999Z"],
  ])("stands still on a demo's day: at %s it is %s", (instant, shown) => {
    vi.setSystemTime(instant);
    fixToday(demoDay);
    expect(clock.today()).toBe(demoDay);
    expect(clock.now()).toBe(shown);
    expect(clock.realNow().toISOString()).toBe(instant);
  });

  it("begins a day at midnight in Vietnam", () => {
    expect(startOfDay(demoDay)).toBe("2023-06-29T17:00:00.000Z");
  });
});
