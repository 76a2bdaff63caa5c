import { describe, expect, test } from "vitest";
import { asCalendarDate } from "@/domain/dates";
import { findPeriod, hasPeriodForm, listPeriods, periodOf } from "@/domain/periods";
import type { Term } from "@/domain/terms";
import { termOf } from "./support/build";

const split: Term = {
  ...termOf("2015-07-01", "2017-06-30"),
  years: [
    { id: "N1", startsOn: asCalendarDate("2015-07-01"), endsOn: asCalendarDate("2016-06-30") },
    { id: "N2", startsOn: asCalendarDate("2016-07-01"), endsOn: asCalendarDate("2017-06-30") },
  ],
};

const keys = (term: Term, frequency: Parameters<typeof listPeriods>[1]) =>
  listPeriods(term, frequency).map(({ key }) => key);

describe("periods of a term", () => {
  test("a term from July 2015 to June 2020 has 60 months, 20 quarters, 10 half-years, 6 calendar years", () => {
    const term = termOf("2015-07-01", "2020-06-30");
    const counts = (["month", "quarter", "half", "year", "term"] as const).map((f) => listPeriods(term, f).length);
    expect(counts).toEqual([60, 20, 10, 6, 1]);
    expect(keys(term, "year")).toEqual(["2015", "2016", "2017", "2018", "2019", "2020"]);
  });
  test("calendar ones are the term's when their last day lies inside it", () => {
    const term = termOf("2016-02-15", "2016-08-30");
    expect(keys(term, "month")).toEqual(["2016-02", "2016-03", "2016-04", "2016-05", "2016-06", "2016-07"]);
    expect(keys(term, "quarter")).toEqual(["2016-Q1", "2016-Q2"]);
    expect(keys(term, "half")).toEqual(["2016-H1"]);
  });
  test("a period belongs to the term year that contains its last day", () => {
    const quarters = listPeriods(split, "quarter").map(({ key, yearId }) => `${key} ${yearId}`);
    expect(quarters.slice(3, 5)).toEqual(["2016-Q2 N1", "2016-Q3 N2"]);
  });
  test("yearly ones are the term's years, by their ids", () => {
    expect(keys(split, "year")).toEqual(["N1", "N2"]);
    expect(findPeriod(split, "N2")?.startsOn).toBe("2016-07-01");
  });
  test("a half-year begins on its first month's first day and the term's period belongs to no year", () => {
    expect(findPeriod(split, "2016-H1")).toMatchObject({ startsOn: "2016-01-01", endsOn: "2016-06-30", yearId: "N1" });
    expect(findPeriod(split, "term")).toMatchObject({ startsOn: "2015-07-01", endsOn: "2017-06-30", yearId: null });
    expect(findPeriod(split, "2018-01")).toBeNull();
  });
  test("the period of a day", () => {
    expect(periodOf(split, "quarter", asCalendarDate("2016-05-09"))?.key).toBe("2016-Q2");
    expect(periodOf(split, "quarter", asCalendarDate("2018-05-09"))).toBeNull();
  });
  test("a text has the form of a calendar period, or is `term`", () => {
    const forms = ["2016-03", "2016-Q2", "2016-H1", "term", "2016", "2020-21", "N1"].filter(hasPeriodForm);
    expect(forms).toEqual(["2016-03", "2016-Q2", "2016-H1", "term"]);
  });
});
