import { describe, expect, it } from "vitest";
import { asCalendarDate as day } from "@/domain/dates";
import {
  computeDueOn,
  decideDueOn,
  decidePeriodStanding,
  decideReportDueOn,
  isLockedOn,
  type BegunReport,
  type PeriodException,
} from "@/domain/deadlines";
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

describe("so many days after the period", () => {
  const after = (daysAfter: number) => ({ frequency: "month" as const, daysAfter });
  it.each([
    ["20 days after 29 February are 20 March", february, after(20), "2016-03-20"],
    ["0 days are its last day", february, after(0), "2016-02-29"],
    [
      "20 days after 31 December are in the next year",
      { ...february, endsOn: day("2016-12-31") },
      after(20),
      "2017-01-20",
    ],
  ])("%s", (_, period, given, expected) => {
    expect(computeDueOn(period, given)).toBe(expected);
  });

  it("the 31st is the month's last day, month by month: 29 February, 31 March, 30 April", () => {
    const ends = ["2016-02-29", "2016-03-31", "2016-04-30"];
    expect(ends.map((endsOn) => computeDueOn({ ...february, endsOn: day(endsOn) }, rule(31, 0)))).toEqual(ends);
  });
});

describe("the due day of a report that was begun", () => {
  const moved: PeriodException[] = [{ unitId: "cb1", kind: "due", untilOn: day("2016-03-09") }];
  const report = (state: BegunReport["state"], acceptedRevisionId: string | null = null): BegunReport => ({
    ...{ state, acceptedRevisionId, dueOn: day("2016-02-20") },
  });
  const dueOn = (begun: BegunReport | null, exceptions: readonly PeriodException[]) =>
    decideReportDueOn({ period: february, rule: rule(28, 0), exceptions }, "cb1", begun);

  it.each<[string, BegunReport | null, readonly PeriodException[], string]>([
    ["goes by the rule while nobody has begun", null, [], "2016-02-28"],
    ["stays as it was told when the rule becomes another", report("draft"), [], "2016-02-20"],
    ["moves by an exception while it is awaited", report("draft"), moved, "2016-03-09"],
    ["moves by an exception when it was returned", report("returned"), moved, "2016-03-09"],
    ["stays once it was sent", report("submitted"), moved, "2016-02-20"],
    ["stays while it is corrected", report("draft", "r1"), moved, "2016-02-20"],
  ])("%s", (_, begun, exceptions, expected) => {
    expect(dueOn(begun, exceptions)).toBe(expected);
  });
});

describe("where a period stands", () => {
  const period = { startsOn: february.startsOn, lockedAt: null };
  const locked = { ...period, lockedAt: "2016-03-01T00:00:00.000Z" };
  const exception = (kind: "lock" | "unlock", until: string, unitId: string | null = null) => ({
    ...{ unitId, kind, untilOn: day(until) },
  });

  it.each<[string, typeof period | typeof locked, PeriodException[], string, string, string | null]>([
    ["before its first day", period, [], "2016-01-31", "not_begun", null],
    ["from its first day", period, [], "2016-02-01", "open", null],
    ["once it is locked", locked, [], "2016-03-02", "locked", null],
    [
      "on the last day of an opening",
      locked,
      [exception("unlock", "2016-03-10")],
      "2016-03-10",
      "reopened",
      "2016-03-10",
    ],
    ["the day after", locked, [exception("unlock", "2016-03-10")], "2016-03-11", "locked", null],
    ["on the day of a lock to come", period, [exception("lock", "2016-03-10")], "2016-03-10", "open", "2016-03-10"],
    ["the day after that", period, [exception("lock", "2016-03-10")], "2016-03-11", "locked", null],
    [
      "for all, whatever one unit may",
      locked,
      [exception("unlock", "2016-03-10", "cb1")],
      "2016-03-10",
      "locked",
      null,
    ],
  ])("%s", (_, given, exceptions, today, state, untilOn) => {
    expect(decidePeriodStanding(given, exceptions, null, day(today))).toEqual({ state, untilOn });
  });
});
