import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, asCalendarDate, type CalendarDate } from "@/domain/dates";
import { listPeriods } from "@/domain/periods";
import { planReorganisation, type FoundedUnit, type Reorganisation } from "@/domain/reorganisations";
import { planUnitOrder } from "@/domain/unit-order";
import { proposeUnitCode } from "@/domain/unit-codes";
import { decideOpenReport, type ReportStanding } from "@/domain/open-reports";
import { endHoldings } from "@/domain/unit-holdings";
import { measureUnitsAt, unitsAt, unitVersionAt, type Unit } from "@/domain/units";
import { committee, measureOf, termOf, unitOf } from "./support/build";

const term = termOf();
const cells = (count: number): Unit[] => Array.from({ length: count }, (_, index) => unitOf(`c${index}`));
const founded = (id: string): FoundedUnit => ({ id, code: id, kind: "cell", name: id, parentId: "db" });

/** What anybody sees of the tree on a day: who exists, names, parents and order. */
const shown = (units: readonly Unit[], day: CalendarDate) =>
  unitsAt(units, day).map((unit) => ({ ...unitVersionAt(unit, day), id: unit.id, from: null }));

const expectedOn = (units: readonly Unit[], day: CalendarDate) => measureUnitsAt(measureOf(), units, day).length;

const days = fc.integer({ min: 1, max: 1_800 }).map((offset) => addDays(asCalendarDate("2016-01-01"), offset));

const events = (on: CalendarDate, units: readonly Unit[]): readonly Reorganisation[] => {
  const ids = units.filter(({ kind }) => kind === "cell").map(({ id }) => id);
  const [first = "", second = ""] = ids;
  return [
    { kind: "found", on, founded: [founded("n1")] },
    { kind: "rename", on, unitId: first, name: "new", founded: [] },
    { kind: "move", on, unitId: first, parentId: null, founded: [] },
    { kind: "merge", on, unitIds: ids, successorId: null, founded: [founded("n1")] },
    { kind: "merge", on, unitIds: [first, second], successorId: second, founded: [] },
    { kind: "split", on, unitId: first, goesOn: true, founded: [founded("n1")] },
    { kind: "split", on, unitId: first, goesOn: false, founded: [founded("n1"), founded("n2")] },
    { kind: "dissolve", on, unitId: first, founded: [] },
  ];
};

describe("an event of the tree", () => {
  test("leaves every period that ended before its day with the same units, names, parents and order", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 2, max: 6 }), (on, count) => {
        const units = [committee, ...cells(count)];
        const ended = listPeriods(term, "month").filter(({ endsOn }) => endsOn < on);
        for (const event of events(on, units)) {
          const { tree } = planReorganisation(units, event);
          for (const { endsOn } of ended) expect(shown(tree, endsOn)).toEqual(shown(units, endsOn));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("merging n cells leaves n expected the day before and 1 on the day", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 2, max: 9 }), (on, count) => {
        const units = [committee, ...cells(count)];
        const unitIds = units.slice(1).map(({ id }) => id);
        const event = { kind: "merge", on, unitIds, successorId: null, founded: [founded("n")] } as const;
        const { tree } = planReorganisation(units, event);
        expect([expectedOn(tree, addDays(on, -1)), expectedOn(tree, on)]).toEqual([count, 1]);
      }),
    );
  });

  test("merging two sections moves the cells below them under the one that they become", () => {
    const sections = ["k1", "k2"].map((id) => unitOf(id, { kind: "section" }));
    const units = [committee, ...sections, unitOf("c1", { parent: "k1" }), unitOf("c2", { parent: "k2" })];
    const on = asCalendarDate("2018-01-01");
    const merged = { ...founded("k3"), kind: "section" } as const;
    const { tree } = planReorganisation(units, {
      ...{ kind: "merge", on, unitIds: ["k1", "k2"], successorId: null, founded: [merged] },
    });
    const parents = (day: string) => tree.slice(3, 5).map((unit) => unitVersionAt(unit, asCalendarDate(day)).parentId);
    expect([parents("2017-12-31"), parents("2018-01-01")]).toEqual([
      ["k1", "k2"],
      ["k3", "k3"],
    ]);
  });
});

test("a new order holds from its day on, whatever it is, and not the day before", () => {
  const units = cells(5).map((unit, position) => ({
    ...unit,
    versions: unit.versions.map((version) => ({ ...version, position })),
  }));
  const ids = units.map(({ id }) => id);
  fc.assert(
    fc.property(days, fc.shuffledSubarray(ids, { minLength: 5 }), (on, wanted) => {
      const placed = planUnitOrder(units, wanted, on);
      const after = units.map((unit) => {
        const own = placed.find(({ unitId }) => unitId === unit.id)?.versions ?? [];
        return { ...unit, versions: [...unit.versions, ...own] };
      });
      const order = (day: CalendarDate) => unitsAt(after, day).map(({ id }) => id);
      expect([order(addDays(on, -1)), order(on)]).toEqual([ids, wanted]);
    }),
  );
});

test.each([
  ["Chi bộ 12", [], "cb12"],
  ["Đảng ủy", [], "du"],
  ["Chi bộ Văn phòng", [], "cbvp"],
  ["Chi bộ 1", ["cb1", "cb1-2"], "cb1-3"],
  ["Nam Em Út", [], "neu"],
  ["Nữ Em Wu", [], "new-2"],
  ["  ", [], ""],
])("the code proposed for %j beside %j is %j", (name, taken, code) => {
  expect(proposeUnitCode(name, taken)).toBe(code);
});

const report = (
  state: ReportStanding["state"],
  endsOn: string,
  more: Partial<ReportStanding> = {},
): ReportStanding => ({
  ...{ state, endsOn: asCalendarDate(endsOn), isAccepted: state === "accepted", isUnsent: state === "draft", ...more },
});

test.each<[string, ReportStanding, string | null]>([
  ["a draft of any period", report("draft", "2024-01-31"), "draft"],
  ["a submitted report", report("submitted", "2023-12-31"), "waiting"],
  ["a returned report of a period before", report("returned", "2023-12-31"), "returned"],
  ["a returned report of a period after, which counts nowhere", report("returned", "2024-01-31"), null],
  ["the same when it is being written again", report("returned", "2024-01-31", { isUnsent: true }), "draft"],
  ["an accepted report of a period before", report("accepted", "2023-12-31"), null],
  ["an accepted report of a period that ends on the day", report("accepted", "2024-01-01"), "counted"],
  ["a correction begun", report("draft", "2023-12-31", { isAccepted: true }), "correction"],
])("before a unit ends on 1/1/2024, %s", (_, standing, kind) => {
  expect(decideOpenReport(standing, asCalendarDate("2024-01-01"))).toBe(kind);
});

test("holdings end with their unit; one that would begin later never does; one that ended stays", () => {
  const held = (id: string, from: string, to: string | null) => ({
    ...{ id, unitId: "c1", from: asCalendarDate(from), to: to === null ? null : asCalendarDate(to) },
  });
  const holdings = [
    held("a", "2020-01-01", null),
    held("b", "2024-02-01", null),
    held("c", "2020-01-01", "2023-12-31"),
  ];
  const { shortened, dropped } = endHoldings(holdings, "c1", asCalendarDate("2023-12-31"));
  expect([shortened.map(({ id }) => id), dropped.map(({ id }) => id)]).toEqual([["a"], ["b"]]);
});
