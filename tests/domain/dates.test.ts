import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  asCalendarDate,
  countMonthsEnded,
  lastDayOfMonth,
  monthsOf,
  readCalendarDate,
} from "@/domain/dates";

const span = (startsOn: string, endsOn: string) => ({
  startsOn: asCalendarDate(startsOn),
  endsOn: asCalendarDate(endsOn),
});

describe("calendar dates", () => {
  test.each(["2024-02-29", "2000-02-29", "2023-12-31", "0001-01-01"])("%s is a day", (text) => {
    expect(readCalendarDate(text)).toBe(text);
  });
  test.each([
    "2023-02-29",
    "1900-02-29",
    "2023-13-01",
    "2023-00-10",
    "2023-04-31",
    "2023-4-3",
    "2023-01-01T00:00",
    "0000-01-01",
    "",
  ])("%j is none", (text) => {
    expect(readCalendarDate(text)).toBeNull();
  });
  test("the day after 28 February 2024 is the 29th, of 2023 the first of March", () => {
    expect([addDays(asCalendarDate("2024-02-28"), 1), addDays(asCalendarDate("2023-02-28"), 1)]).toEqual([
      "2024-02-29",
      "2023-03-01",
    ]);
    expect(addDays(asCalendarDate("2024-01-01"), -1)).toBe("2023-12-31");
  });
  test("months go over the turn of the year both ways", () => {
    expect(addMonths({ year: 2016, month: 11 }, 3)).toEqual({ year: 2017, month: 2 });
    expect(addMonths({ year: 2016, month: 2 }, -3)).toEqual({ year: 2015, month: 11 });
    expect(lastDayOfMonth({ year: 2016, month: 2 })).toBe("2016-02-29");
  });
});

describe("months of a span", () => {
  test("those whose last day lies inside it: 1 January to 15 June has 5", () => {
    expect(monthsOf(span("2020-01-01", "2020-06-15"))).toHaveLength(5);
  });
  test("a month begun before the span still ends in it: 20 June to 31 July has 2", () => {
    expect(monthsOf(span("2020-06-20", "2020-07-31"))).toHaveLength(2);
  });
  test("a span inside a month has none", () => {
    expect(monthsOf(span("2020-06-02", "2020-06-20"))).toEqual([]);
  });
  test("a month has ended on its last day, not the day before", () => {
    const year = span("2020-01-01", "2020-12-31");
    expect([
      countMonthsEnded(year, asCalendarDate("2020-02-28")),
      countMonthsEnded(year, asCalendarDate("2020-02-29")),
    ]).toEqual([1, 2]);
  });
});
