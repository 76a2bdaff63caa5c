import { describe, expect, it } from "vitest";
import { asCalendarDate as day } from "@/domain/dates";
import { computeDueOn, decideDueOn, isLockedOn, type PeriodException } from "@/domain/deadlines";
import type { Period, PeriodKey } from "@/domain/periods";

const february: Period = {
  ...{ key: "2016-02" as PeriodKey, frequency: "month", yearId: "2016" },
  ...{ startsOn: day("2016-02-01"), endsOn: day("2016-02-29") },
};

const rule = (dueDay: number, monthsAfter: number) => ({ frequency: "month" as const, dueDay, monthsAfter });

describe("when a report is due", () => {
  it.each([
    ["the 25th of its last month without a rule", null, "2016-02-25"],
    ["a day of its last month", rule(20, 0), "2016-02-20"],
    ["the last day of a month that lacks the 31st", rule(31, 0), "2016-02-29"],
    ["a day of a later month, over the year's end", rule(5, 11), "2017-01-05"],
  ])("is %s", (_, given, expected) => {
    expect(computeDueOn(february, given)).toBe(expected);
  });

  it("is moved for one unit before it is moved for all, and the last grant holds", () => {
    const exceptions: PeriodException[] = [
      { unitId: null, kind: "due", untilOn: day("2016-03-01") },
      { unitId: "cb1", kind: "due", untilOn: day("2016-03-02") },
      { unitId: "cb1", kind: "due", untilOn: day("2016-03-05") },
      { unitId: "cb2", kind: "unlock", untilOn: day("2016-03-09") },
    ];
    const dueOn = (unitId: string) => decideDueOn(february, null, exceptions, unitId);
    expect([dueOn("cb1"), dueOn("cb2")]).toEqual(["2016-03-05", "2016-03-01"]);
  });
});

describe("whether a period is locked", () => {
  const today = day("2016-03-10");
  const unlock = (unitId: string | null, until: string): PeriodException => ({
    unitId,
    kind: "unlock",
    untilOn: day(until),
  });
  const lock = (unitId: string | null, until: string): PeriodException => ({
    unitId,
    kind: "lock",
    untilOn: day(until),
  });

  it.each<[string, boolean, PeriodException[], boolean]>([
    ["is open without a lock", false, [], false],
    ["is locked by its lock", true, [], true],
    ["is open again until a day, the day included", true, [unlock("cb1", "2016-03-10")], false],
    ["is locked again the day after", true, [unlock("cb1", "2016-03-09")], true],
    ["is not opened by another unit's exception", true, [unlock("cb2", "2016-03-31")], true],
    ["is locked from the day after a lock's day", false, [lock(null, "2016-03-09")], true],
    ["is open on the lock's day", false, [lock(null, "2016-03-10")], false],
  ])("%s", (_, locked, exceptions, expected) => {
    expect(isLockedOn(locked, exceptions, "cb1", today)).toBe(expected);
  });
});
