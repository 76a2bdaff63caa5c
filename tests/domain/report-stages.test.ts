import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "@/domain/dates";
import {
  computeTimeliness,
  daysLate,
  decideReportStage,
  REPORT_STAGES,
  type AskedReport,
  type ReportRecord,
} from "@/domain/report-stages";

const day = (text: string) => text as CalendarDate;
const DUE = day("2023-06-25");

function report(record: Partial<ReportRecord> | null): AskedReport {
  const begun: ReportRecord = {
    ...{ state: "draft", isAccepted: false, submittedOn: null, decidedOn: null, isNotApplicable: false },
    ...record,
  };
  return { dueOn: DUE, record: record === null ? null : begun };
}

const sent = { state: "submitted", submittedOn: day("2023-06-24") } as const;
const accepted = {
  state: "accepted",
  isAccepted: true,
  submittedOn: day("2023-06-24"),
  decidedOn: day("2023-06-28"),
} as const;

describe("where a report stands on a day", () => {
  it.each([
    ["not due 6 days before its day, where units are reminded 5 days before", null, "2023-06-19", "not_due"],
    ["due 5 days before", null, "2023-06-20", "due"],
    ["due on its day", null, "2023-06-25", "due"],
    ["overdue the day after", null, "2023-06-26", "overdue"],
    ["overdue while it is a draft", {}, "2023-06-26", "overdue"],
    ["overdue after it was withdrawn", { state: "draft", submittedOn: null }, "2023-06-26", "overdue"],
    ["due on the day before it was sent", sent, "2023-06-23", "due"],
    ["submitted on the day on which it was sent", sent, "2023-06-24", "submitted"],
    [
      "submitted, although late: that is told once it is accepted",
      { ...sent, submittedOn: day("2023-06-27") },
      "2023-06-27",
      "submitted",
    ],
    ["submitted on the day before it was accepted", accepted, "2023-06-27", "submitted"],
    ["accepted from the day of the decision", accepted, "2023-06-28", "accepted"],
    ["accepted when no day is known", { ...accepted, submittedOn: null, decidedOn: null }, "2023-06-01", "accepted"],
    ["late when it was sent 2 days after", { ...accepted, submittedOn: day("2023-06-27") }, "2023-06-30", "late"],
    [
      "returned from the day of the decision",
      { ...sent, state: "returned", decidedOn: day("2023-06-28") },
      "2023-06-28",
      "returned",
    ],
    [
      "submitted before it was returned",
      { ...sent, state: "returned", decidedOn: day("2023-06-28") },
      "2023-06-27",
      "submitted",
    ],
    ["not applicable when every figure is", { ...accepted, isNotApplicable: true }, "2023-06-28", "not_applicable"],
    ["accepted while a correction is prepared", { ...accepted, state: "draft" }, "2023-06-30", "accepted"],
    [
      "accepted while a correction waits",
      { ...accepted, state: "submitted", decidedOn: null },
      "2023-06-30",
      "accepted",
    ],
  ] as const)("is %s", (_, record, asOf, stage) => {
    expect(decideReportStage(report(record), day(asOf), 5)).toBe(stage);
  });

  it("is always one that has a word, and late exactly when days are counted", () => {
    const anyDay = fc.integer({ min: -40, max: 40 }).map((days) => addDays(DUE, days));
    const record = fc.record({
      state: fc.constantFrom("draft", "submitted", "returned", "accepted"),
      isAccepted: fc.boolean(),
      submittedOn: fc.option(anyDay),
      decidedOn: fc.option(anyDay),
      isNotApplicable: fc.boolean(),
    }) satisfies fc.Arbitrary<ReportRecord>;
    fc.assert(
      fc.property(record, anyDay, (begun, asOf) => {
        const asked = { dueOn: DUE, record: begun };
        const stage = decideReportStage(asked, asOf, 5);
        expect(REPORT_STAGES).toContain(stage);
        if (stage === "late") expect(daysLate(asked, asOf)).toBeGreaterThan(0);
        if (stage === "accepted") expect(daysLate(asked, asOf)).toBe(0);
        if (stage === "overdue") expect(asOf > DUE).toBe(true);
      }),
    );
  });
});

describe("how punctual a unit was", () => {
  it("2 of 4: one in time, one on its day, one late, one missing; what is not due yet is left out", () => {
    const reports = [
      report(accepted),
      report({ ...accepted, submittedOn: DUE }),
      report({ ...accepted, submittedOn: day("2023-06-26") }),
      report(null),
      { ...report(null), dueOn: day("2023-07-25") },
    ];
    expect(computeTimeliness(reports, day("2023-06-30"))).toEqual({ inTime: 2, due: 4 });
  });

  it("a report sent after the day that is looked at was not there yet: 0 of 1", () => {
    expect(computeTimeliness([report({ ...sent, submittedOn: day("2023-06-29") })], day("2023-06-28"))).toEqual({
      inTime: 0,
      due: 1,
    });
  });
});
