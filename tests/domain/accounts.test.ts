import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkHoldings,
  findDayWithoutOffice,
  handOff,
  mergeHolding,
  requireOffice,
  takeOver,
  type AccountRoles,
  type StoredHolding,
  type WantedHolding,
} from "@/domain/accounts";
import { addDays, asCalendarDate, type CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { holdsOn, type RoleHolding } from "@/domain/roles";
import { held } from "../support/accounts";

const day = asCalendarDate;
const TODAY = day("2026-11-25");

function office(from: string, to: string | null = null): RoleHolding {
  return held("office", null, from, to);
}

function account(holdings: readonly RoleHolding[], suspended = false): AccountRoles {
  return { suspended, holdings };
}

/** What is refused: the code, and the fields with theirs. */
function refusal(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const fields = Object.entries(error.fields).map(([field, { code }]) => [field, code]);
    return fields.length > 0 ? Object.fromEntries(fields) : [error.code, error.values.day];
  }
}

describe("the day on which no office is left", () => {
  it("never comes while somebody's role has no end", () => {
    expect(findDayWithoutOffice([account([office("2026-01-01")])], TODAY)).toBeNull();
  });

  it("is the day after the last role of a chain without a gap", () => {
    const chain = [
      account([office("2026-01-01", "2026-12-31")]),
      account([office("2027-01-01", "2027-06-30"), office("2027-06-30", "2027-08-31")]),
    ];
    expect(findDayWithoutOffice(chain, TODAY)).toBe("2027-09-01");
  });

  it("is the first day of a gap, also when somebody follows later for good", () => {
    const gap = [account([office("2026-01-01", "2026-12-30")]), account([office("2027-01-01")])];
    expect(findDayWithoutOffice(gap, TODAY)).toBe("2026-12-31");
  });

  it("does not count suspended accounts nor other roles", () => {
    expect(findDayWithoutOffice([account([office("2026-01-01")], true)], TODAY)).toBe(TODAY);
    expect(findDayWithoutOffice([account([held("leadership", null)])], TODAY)).toBe(TODAY);
  });

  it("is, for any roles and suspensions, the first day found by asking day after day", () => {
    fc.assert(
      fc.property(fc.array(randomAccount, { maxLength: 5 }), (accounts) => {
        const found = findDayWithoutOffice(accounts, TODAY);
        const days = Array.from({ length: HORIZON + 2 }, (_, index) => addDays(TODAY, index));
        const hasOffice = (on: CalendarDate) =>
          accounts.some(
            ({ suspended, holdings }) =>
              !suspended && holdings.some((holding) => holding.role === "office" && holdsOn(holding, on)),
          );
        expect(found).toBe(days.find((on) => !hasOffice(on)) ?? null);
      }),
    );
  });
});

const HORIZON = 40;

const randomHolding = fc
  .record({
    role: fc.constantFrom("office", "office", "office", "inspector"),
    start: fc.integer({ min: -20, max: HORIZON - 10 }),
    length: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 4 }),
  })
  .map(({ role, start, length }) => {
    const from = addDays(TODAY, start);
    return held(role, null, from, length === null ? null : addDays(from, length));
  });

const randomAccount = fc.record({
  suspended: fc.boolean(),
  holdings: fc.array(randomHolding, { maxLength: 4 }),
});

describe("the office that must remain", () => {
  it("refuses a change that leaves a later day without it, and names the day", () => {
    const before = [account([office("2026-01-01")])];
    const after = [account([office("2026-01-01", "2027-03-31")])];
    expect(refusal(() => requireOffice(before, after, TODAY))).toEqual(["office_must_remain", "2027-04-01"]);
  });

  it("passes when somebody else is there from that day on", () => {
    const before = [account([office("2026-01-01")])];
    const after = [account([office("2026-01-01", "2027-03-31")]), account([office("2027-04-01")])];
    expect(refusal(() => requireOffice(before, after, TODAY))).toBeNull();
  });

  it("lets a first step out of a broken state pass, but none deeper into it", () => {
    const broken = [account([office("2026-01-01", "2026-12-31")])];
    const better = [account([office("2026-01-01", "2027-06-30")])];
    expect(refusal(() => requireOffice(broken, better, TODAY))).toBeNull();
    expect(refusal(() => requireOffice(better, broken, TODAY))).toEqual(["office_must_remain", "2027-01-01"]);
  });

  it("holds after any row of changes of which the refused ones are not made", () => {
    const start = [account([office("2020-01-01")])];
    const deed = fc.record({ at: fc.nat({ max: 4 }), becomes: randomAccount });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        let accounts: AccountRoles[] = start;
        for (const { at, becomes } of deeds) {
          const after = accounts.length <= at ? [...accounts, becomes] : accounts.with(at, becomes);
          if (refusal(() => requireOffice(accounts, after, TODAY)) === null) accounts = after;
          expect(findDayWithoutOffice(accounts, TODAY)).toBeNull();
        }
      }),
    );
  });
});

const YESTERDAY = addDays(TODAY, -1);

function stored(id: string, from: string, to: string | null = null, recordedOn = "2026-01-01"): StoredHolding {
  return { ...held("secretary", "cb1", from, to), id, role: "secretary", recordedOn: day(recordedOn) };
}

function wanted(id: string | null, from: string, to: string | null = null, unitId = "cb1"): WantedHolding {
  return { ...held("secretary", unitId, from, to), id, role: "secretary" };
}

describe("the roles of one account", () => {
  it("refuse the same role and unit twice on one day, at the later row", () => {
    const twice = [wanted(null, "2026-01-01", "2026-06-30"), wanted(null, "2026-06-30")];
    expect(refusal(() => checkHoldings([], twice, TODAY))).toEqual({ "holdings.1.from": "holding_overlaps" });
  });

  it("may follow each other day by day, and be several at once for several units", () => {
    const following = [wanted(null, "2026-01-01", "2026-06-30"), wanted(null, "2026-07-01")];
    expect(refusal(() => checkHoldings([], [...following, wanted(null, "2026-01-01", null, "cb2")], TODAY))).toBeNull();
  });

  it("keep on record what was held before today: it is ended, not removed or moved to another unit", () => {
    const record = [stored("h", "2026-01-01")];
    expect(refusal(() => checkHoldings(record, [], TODAY))).toEqual({ holdings: "holding_on_record" });
    expect(refusal(() => checkHoldings(record, [wanted("h", "2026-01-01", null, "cb2")], TODAY))).toEqual({
      "holdings.0.unitId": "holding_on_record",
    });
    expect(refusal(() => checkHoldings(record, [wanted("h", "2026-01-01", YESTERDAY)], TODAY))).toBeNull();
  });

  it("let a wrong first day be put right while the role is held, but not into the future", () => {
    const record = [stored("h", "2026-01-01")];
    expect(refusal(() => checkHoldings(record, [wanted("h", "2025-07-01")], TODAY))).toBeNull();
    expect(refusal(() => checkHoldings(record, [wanted("h", addDays(TODAY, 1))], TODAY))).toEqual({
      "holdings.0.from": "holding_on_record",
    });
  });

  it("change nothing about a role that has ended", () => {
    const record = [stored("h", "2025-01-01", "2025-12-31")];
    expect(refusal(() => checkHoldings(record, [wanted("h", "2025-01-01", "2026-12-31")], TODAY))).toEqual({
      "holdings.0.to": "holding_on_record",
    });
  });

  it("can be corrected in every way on the day on which they were written down, and before they begin", () => {
    expect(refusal(() => checkHoldings([stored("h", "2026-01-01", null, TODAY)], [], TODAY))).toBeNull();
    expect(refusal(() => checkHoldings([stored("h", "2027-01-01")], [], TODAY))).toBeNull();
  });

  it("refuse a row that was not there", () => {
    expect(refusal(() => checkHoldings([], [wanted("h", "2026-01-01")], TODAY))).toEqual({ holdings: "not_found" });
  });
});

describe("handing a cell over", () => {
  const from = (on: string, unitEndsOn: string | null = null) => ({
    unitId: "cb1",
    on: day(on),
    unitEndsOn: unitEndsOn === null ? null : day(unitEndsOn),
  });

  it("ends the old holding on the day before and begins the new one: one secretary on every day", () => {
    const giver = handOff([wanted("h", "2025-01-01")], from("2026-12-01"));
    const taker = takeOver([], from("2026-12-01"));
    expect(giver).toEqual([wanted("h", "2025-01-01", "2026-11-30")]);
    expect(taker).toEqual([wanted(null, "2026-12-01")]);
  });

  it("leaves the giver's other roles and cells alone", () => {
    const other = wanted("o", "2025-01-01", null, "cb2");
    expect(handOff([other, wanted("h", "2025-01-01")], from("2026-12-01"))).toContainEqual(other);
  });

  it.each([
    ["the giver never held the cell", []],
    ["the giver's role had ended", [wanted("h", "2025-01-01", "2026-10-31")]],
    ["the giver begins only on that day", [wanted("h", "2026-12-01")]],
    ["the giver holds it anew later", [wanted("h", "2025-01-01", "2026-11-30"), wanted("n", "2027-01-01")]],
  ])("is refused at the day when %s", (_, holdings) => {
    expect(refusal(() => handOff(holdings, from("2026-12-01")))).toEqual({ on: "not_secretary_then" });
  });

  it("lasts no longer than the cell", () => {
    expect(takeOver([], from("2026-12-01", "2027-12-31"))).toEqual([wanted(null, "2026-12-01", "2027-12-31")]);
  });

  it("goes on with what the taker held until the day before, as one holding", () => {
    const taken = takeOver([wanted("p", "2024-01-01", "2026-11-30")], from("2026-12-01"));
    expect(taken).toEqual([wanted("p", "2024-01-01")]);
  });

  it("merges to holdings that never overlap, and keeps every day that was held", () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 0, max: 15 })))
      .map(([start, length]) => {
        const first = addDays(TODAY, start);
        return wanted(null, first, length === null ? null : addDays(first, length));
      });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const merged = spans.reduce<WantedHolding[]>((holdings, added) => mergeHolding(holdings, added), []);
        expect(refusal(() => checkHoldings([], merged, TODAY))).toBeNull();
        for (let index = 0; index < 90; index += 1) {
          const on = addDays(TODAY, index);
          expect(merged.some((each) => holdsOn(each, on))).toBe(spans.some((each) => holdsOn(each, on)));
        }
      }),
    );
  });
});
