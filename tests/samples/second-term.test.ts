import { describe, expect, it } from "vitest";
import { calculateBundle } from "@/domain/bundle/calculate";
import { asCalendarDate } from "@/domain/dates";
import { calculateSample, readSample } from "./read-sample";

const MID_TERM = "2023-06-30";

describe("the term 2020-2025 at its mid-term review", () => {
  const accepted = calculateSample("2020-2025", MID_TERM);
  const provisional = calculateSample("2020-2025", MID_TERM, "provisional");

  it("opens there, with every target in progress", () => {
    expect(readSample("2020-2025").term.settings?.viewAsOf).toBe(MID_TERM);
    expect(accepted.headline.inProgress).toBe(8);
  });

  it("five targets are on track, one at risk, one behind, one without data", () => {
    const paces = Object.fromEntries(accepted.targets.map(({ id, pace }) => [id, pace]));
    expect(paces).toEqual({
      t1: "on_track",
      t2: "on_track",
      t3: "on_track",
      t4: "on_track",
      t5: "at_risk",
      t6: "behind",
      t7: "on_track",
      t8: "no_data",
    });
  });

  it("3 admitted of 8, 36 of 60 months gone: plan to date 4.8, and 5 in 24 months are 0.21 a month", () => {
    expect(accepted.measure("m6")).toMatchObject({ actual: "3", plan: "8", planToDate: "4.80", required: "0.21" });
  });

  it("one more admission waits for the office, and 2 more reports of 198", () => {
    expect(accepted.measure("m6")).toMatchObject({ received: 192, expected: 198 });
    expect(provisional.measure("m6")).toMatchObject({ actual: "4", received: 194, expected: 198 });
  });

  it("5,599 of 5,770 present is 97.04 %, so that Chi bộ 1's 28 of 29 would show: 5,627 of 5,799 is 97.03 %", () => {
    const { bundle, term } = readSample("2020-2025");
    term.figures?.push({ measure: "m4", unit: "cb1", period: "2023-06", n: "28", d: "29", status: "accepted" });
    const [after] = calculateBundle(bundle, asCalendarDate(MID_TERM), "accepted").terms;
    const attendance = after?.targets.flatMap(({ measures }) => measures).find(({ id }) => id === "m4");
    expect(accepted.measure("m4")).toMatchObject({ actual: "97.04", exact: "55990/577", received: 192 });
    expect(attendance).toMatchObject({ actual: "97.03", received: 193, expected: 198 });
  });

  it("members' ratings stand at most 2 points below 95, and 96.25 a year makes up for it", () => {
    expect(accepted.measure("m5")).toMatchObject({ actual: "94.17", excess: "-0.83", required: "96.25" });
  });

  it("the plan of attendance was 94 in the first year", () => {
    expect(calculateSample("2020-2025", "2021-06-30").measure("m4").plan).toBe("94");
    expect(accepted.measure("m4").plan).toBe("95");
  });
});

describe("the term 2020-2025 at its end", () => {
  it("8/8: four met, four exceeded", () => {
    const { headline } = calculateSample("2020-2025");
    expect(headline).toEqual({ met: 4, exceeded: 4, notMet: 0, noData: 0, noPlan: 0, inProgress: 0 });
  });
});

describe("what people find at the mid-term review", () => {
  const { submissions, units } = { ...readSample("2020-2025").term, units: readSample("2020-2025").bundle.units };
  const statusOf = (unit: string, period: string) =>
    submissions?.find((report) => report.unit === unit && report.period === period)?.status ?? null;

  it("Chi bộ 1 has not begun its report of June and has begun the one of the quarter", () => {
    expect(statusOf("cb1", "2023-05")).toBe("accepted");
    expect(statusOf("cb1", "2023-06")).toBeNull();
    expect(statusOf("cb1", "2023-Q2")).toBe("draft");
  });

  it("the office has three reports to look at, Chi bộ 3 is two months behind, Chi bộ 5 has one returned", () => {
    const waiting = submissions?.filter(({ status }) => status === "submitted");
    expect(waiting?.map(({ unit, period }) => `${unit} ${period}`)).toEqual(["cb2 2023-06", "cb6 2023-06", "cb2 2023-Q2"]);
    expect([statusOf("cb3", "2023-05"), statusOf("cb3", "2023-06")]).toEqual([null, null]);
    expect(statusOf("cb5", "2023-06")).toBe("returned");
  });

  it("nothing of a period that had ended was sent or decided after the day", () => {
    const due = submissions?.filter(({ dueOn }) => (dueOn ?? "") <= MID_TERM) ?? [];
    const late = due.filter(({ submittedOn, decidedOn }) => [submittedOn, decidedOn].some((on) => (on ?? "") > MID_TERM));
    expect(due.length).toBeGreaterThan(200);
    expect(late).toEqual([]);
  });

  it("one cell was split off, and two merged later", () => {
    const lives = units.map(({ id, from, to }) => [id, from, to]);
    expect(lives).toContainEqual(["cb6", "2022-01-01", null]);
    expect(lives).toContainEqual(["cb7", "2024-01-01", null]);
    expect(lives.filter(([, , to]) => to === "2023-12-31").map(([id]) => id)).toEqual(["cb4", "cb5"]);
  });
});
