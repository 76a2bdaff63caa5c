import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, asCalendarDate, monthsOf, type CalendarDate, type DateSpan } from "@/domain/dates";
import { checkYears, fitYears, joinYears, moveYearEnd, proposeYears, splitYear } from "@/domain/reporting-years";
import type { ReportingYear } from "@/domain/terms";

const span = (startsOn: string, endsOn: string): DateSpan => ({
  startsOn: asCalendarDate(startsOn),
  endsOn: asCalendarDate(endsOn),
});
const told = (years: readonly ReportingYear[]) =>
  years.map(({ id, startsOn, endsOn }) => `${id} ${startsOn} ${endsOn}`);

const spans = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 4_300 }))
  .map(([first, length]) => {
    const startsOn = addDays("1990-01-01" as CalendarDate, first);
    return { startsOn, endsOn: addDays(startsOn, length) };
  });
const proposals = fc.constantFrom("calendar" as const, "twelve_months" as const);

describe("reporting years", () => {
  test("July 2015 to June 2020 has 6 calendar years, the first and last of 6 months", () => {
    expect(told(proposeYears(span("2015-07-01", "2020-06-30"), "calendar"))).toEqual([
      "2015 2015-07-01 2015-12-31",
      "2016 2016-01-01 2016-12-31",
      "2017 2017-01-01 2017-12-31",
      "2018 2018-01-01 2018-12-31",
      "2019 2019-01-01 2019-12-31",
      "2020 2020-01-01 2020-06-30",
    ]);
  });

  test("July 2015 to June 2020 has 5 years of 12 months from its first day", () => {
    expect(told(proposeYears(span("2015-07-01", "2020-06-30"), "twelve_months"))).toEqual([
      "2015 2015-07-01 2016-06-30",
      "2016 2016-07-01 2017-06-30",
      "2017 2017-07-01 2018-06-30",
      "2018 2018-07-01 2019-06-30",
      "2019 2019-07-01 2020-06-30",
    ]);
  });

  test("12 days left over in June 2020 are no year of their own: they belong to the year before", () => {
    const years = proposeYears(span("2015-06-15", "2020-06-26"), "twelve_months");
    expect(told(years).at(-1)).toBe("2019 2019-06-15 2020-06-26");
    expect(years).toHaveLength(5);
  });

  test("from 29 February the years begin on the 28th where there is no 29th", () => {
    expect(told(proposeYears(span("2024-02-29", "2026-02-27"), "twelve_months"))).toEqual([
      "2024 2024-02-29 2025-02-27",
      "2025 2025-02-28 2026-02-27",
    ]);
  });

  test("proposed years make up any term without gaps or overlaps, and each has an end of a month", () => {
    fc.assert(
      fc.property(spans, proposals, (term, proposal) => {
        const years = proposeYears(term, proposal);
        expect(checkYears(years, term)).toEqual({});
        const isShort = monthsOf(term).length === 0;
        expect(isShort || years.every((year) => monthsOf(year).length > 0)).toBe(true);
      }),
    );
  });

  test("splitting, joining and moving ends keep any term whole", () => {
    const step = fc.record({ kind: fc.constantFrom("split", "join", "move"), at: fc.nat(20), days: fc.nat(400) });
    fc.assert(
      fc.property(spans, proposals, fc.array(step, { maxLength: 8 }), (term, proposal, steps) => {
        const years = steps.reduce<readonly ReportingYear[]>(
          (laid, { kind, at, days }) => {
            const index = at % laid.length;
            if (kind === "split") return splitYear(laid, index);
            if (kind === "join") return joinYears(laid, index);
            const [year, next] = [laid[index], laid[index + 1]];
            const end = year && addDays(year.startsOn, days);
            return next && end && end < next.endsOn ? moveYearEnd(laid, index, end) : laid;
          },
          proposeYears(term, proposal),
        );
        expect(checkYears(years, term)).toEqual({});
      }),
    );
  });

  test("a year is split at the turn of the calendar year inside it, and the new one takes a free code", () => {
    const years = proposeYears(span("2015-07-01", "2017-06-30"), "twelve_months");
    expect(told(splitYear(years, 0))).toEqual([
      "2015 2015-07-01 2015-12-31",
      "2016b 2016-01-01 2016-06-30",
      "2016 2016-07-01 2017-06-30",
    ]);
  });

  test("two joined years keep the first one's code", () => {
    const years = proposeYears(span("2020-07-01", "2022-12-31"), "calendar");
    expect(told(joinYears(years, 0))).toEqual(["2020 2020-07-01 2021-12-31", "2022 2022-01-01 2022-12-31"]);
  });

  test("years fitted to a shorter term are cut, and those outside it left out", () => {
    const years = proposeYears(span("2015-07-01", "2020-06-30"), "calendar");
    expect(told(fitYears(years, span("2015-10-01", "2018-06-30")))).toEqual([
      "2015 2015-10-01 2015-12-31",
      "2016 2016-01-01 2016-12-31",
      "2017 2017-01-01 2017-12-31",
      "2018 2018-01-01 2018-06-30",
    ]);
  });

  test("years fitted to any other term make it up whole", () => {
    fc.assert(
      fc.property(spans, spans, (before, after) => {
        expect(checkYears(fitYears(proposeYears(before, "calendar"), after), after)).toEqual({});
      }),
    );
  });

  test("a gap, an overlap, a day outside the term, a reserved code and one given twice are told at their fields", () => {
    const term = span("2016-01-01", "2018-12-31");
    const years = [
      { id: "2016", ...span("2016-01-01", "2016-11-30") },
      { id: "2016-Q1", ...span("2017-01-01", "2017-12-31") },
      { id: "2016", ...span("2017-12-01", "2019-01-31") },
    ];
    expect(Object.entries(checkYears(years, term)).map(([field, { code }]) => `${field} ${code}`)).toEqual([
      "years.1.code year_code_reserved",
      "years.1.startsOn years_gap",
      "years.2.code code_taken",
      "years.2.startsOn years_overlap",
      "years.2.endsOn years_leave_term",
    ]);
  });
});
