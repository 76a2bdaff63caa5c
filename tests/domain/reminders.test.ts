import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "@/domain/dates";
import { daysWaiting, decideDueTurn, isLateTwice, waitsTooLong } from "@/domain/reminders";
import type { AskedReport } from "@/domain/report-stages";

const day = (text: string) => text as CalendarDate;

const report = (dueOn: string, submittedOn: string | null): AskedReport => ({
  dueOn: day(dueOn),
  record: submittedOn
    ? {
        ...{ state: "accepted", isAccepted: true, submittedOn: day(submittedOn) },
        ...{ decidedOn: day(submittedOn), isNotApplicable: false },
      }
    : null,
});

describe("what waits for the office", () => {
  it.each([
    ["2023-06-28", 2, false],
    ["2023-06-27", 3, true],
    [null, 0, false],
  ])("sent %s: %d days on 30 June, too long: %s", (submittedOn, days, tooLong) => {
    const sent = submittedOn === null ? null : day(submittedOn);
    expect(daysWaiting(sent, day("2023-06-30"))).toBe(days);
    expect(waitsTooLong(sent, day("2023-06-30"))).toBe(tooLong);
  });
});

describe("a unit that is late again", () => {
  const today = day("2023-06-30");
  it.each([
    ["late, then missing", [report("2023-05-25", "2023-05-27"), report("2023-06-25", null)], true],
    ["missing twice", [report("2023-05-25", null), report("2023-06-25", null)], true],
    [
      "in any order of the list",
      [report("2023-06-25", null), report("2023-04-25", "2023-04-25"), report("2023-05-25", null)],
      true,
    ],
    ["late once", [report("2023-05-25", "2023-05-25"), report("2023-06-25", null)], false],
    [
      "late before the last two",
      [report("2023-04-25", null), report("2023-05-25", null), report("2023-06-25", "2023-06-20")],
      false,
    ],
    ["one report only", [report("2023-06-25", null)], false],
    ["the second is not due yet", [report("2023-06-25", null), report("2023-07-25", null)], false],
    ["sent after today: not there yet", [report("2023-05-25", null), report("2023-06-25", "2023-07-02")], true],
  ] as const)("%s", (_, reports, late) => {
    expect(isLateTwice(reports, today)).toBe(late);
  });
});

describe("the days on which a unit is reminded", () => {
  it("5 days before, on the day, the day after, and every seventh day from then on", () => {
    const due = day("2023-06-25");
    const turns = Array.from({ length: 30 }, (_, index) => index - 10).flatMap((offset) => {
      const turn = decideDueTurn(due, addDays(due, offset), 5);
      return turn ? [[offset, turn]] : [];
    });
    expect(turns).toEqual([
      [-5, "before"],
      [0, "on_day"],
      [1, "after"],
      [8, "after"],
      [15, "after"],
    ]);
  });
});
