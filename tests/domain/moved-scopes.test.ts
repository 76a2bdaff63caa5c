import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scopesAt } from "@/db/total-rows";
import { asCalendarDate as day } from "@/domain/dates";
import { findMovedScopes, findScopesAsked } from "@/domain/moved-scopes";
import { planReorganisation, type FoundedUnit, type Reorganisation } from "@/domain/reorganisations";
import { existsAt, type Unit, type UnitKind } from "@/domain/units";

const unit = (id: string, kind: UnitKind, parentId: string | null, position: number): Unit => ({
  ...{ id, kind, from: day("2020-01-01"), to: null },
  versions: [{ from: day("2020-01-01"), name: id, parentId, position }],
});

/** Two sections, the first with two cells, the second with none, and a cell below the committee itself. */
const tree = [
  unit("db", "committee", null, 0),
  unit("k1", "section", "db", 1),
  unit("k2", "section", "db", 2),
  unit("c1", "cell", "k1", 3),
  unit("c2", "cell", "k1", 4),
  unit("c3", "cell", "db", 5),
];

const on = day("2024-01-01");
const founded: readonly FoundedUnit[] = [{ id: "c9", code: "c9", kind: "cell", name: "c9", parentId: "k2" }];

const events: Readonly<Record<string, Reorganisation>> = {
  found: { kind: "found", on, founded },
  rename: { kind: "rename", on, founded: [], unitId: "c1", name: "Tên mới" },
  move: { kind: "move", on, founded: [], unitId: "c1", parentId: "k2" },
  moveSection: { kind: "move", on, founded: [], unitId: "k1", parentId: "k2" },
  merge: { kind: "merge", on, founded, unitIds: ["c1", "c2"], successorId: null },
  mergeInto: { kind: "merge", on, founded: [], unitIds: ["c1", "c3"], successorId: "c3" },
  split: { kind: "split", on, founded, unitId: "c1", goesOn: true },
  dissolve: { kind: "dissolve", on, founded: [], unitId: "c3" },
};

const moved = (before: readonly Unit[], after: readonly Unit[], date: string) =>
  [...findMovedScopes(before, after, day(date))].map((id) => id ?? "all").sort();

describe("the scopes whose totals an event can move", () => {
  const expected: [string, readonly string[]][] = [
    ["found", ["all", "c9", "db", "k2"]],
    ["rename", []],
    ["move", ["k1", "k2"]],
    ["moveSection", ["k2"]],
    ["merge", ["all", "c1", "c2", "c9", "db", "k1", "k2"]],
    ["mergeInto", ["all", "c1", "db", "k1"]],
    ["split", ["all", "c9", "db", "k2"]],
    ["dissolve", ["all", "c3", "db"]],
  ];

  it.each(expected)("%s: on its day and later %j, the day before none; undoing it the same", (name, scopes) => {
    const after = planReorganisation(tree, events[name]!).tree;
    for (const date of ["2024-01-01", "2031-12-31"]) {
      expect(moved(tree, after, date)).toEqual(scopes);
      expect(moved(after, tree, date)).toEqual(scopes);
    }
    expect([moved(tree, after, "2023-12-31"), moved(after, tree, "2023-12-31")]).toEqual([[], []]);
  });

  it("are all in which the units that live differ, by their standing or their being there", () => {
    const living = (units: readonly Unit[], date: string, scope: string) => {
      const found = scopesAt(units, day(date), [scope])[0]?.members ?? [];
      return found.filter((member) => existsAt(member, day(date))).map(({ id }) => id);
    };
    const anyDate = fc.constantFrom("2019-12-31", "2023-12-31", "2024-01-01", "2024-06-30", "2024-07-01", "2025-06-30");
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(events)),
        fc.constantFrom("c1", "c2", "k1", "c3"),
        anyDate,
        (event, id, date) => {
          const middle = planReorganisation(tree, event).tree;
          const later = day("2024-07-01");
          const after = planReorganisation(middle, {
            kind: "move",
            on: later,
            founded: [],
            unitId: id,
            parentId: "k2",
          }).tree;
          const scopes = moved(tree, after, date);
          for (const scope of ["all", ...after.map((known) => known.id)]) {
            if (!scopes.includes(scope)) expect(living(after, date, scope)).toEqual(living(tree, date, scope));
          }
        },
      ),
    );
  });

  it("a unit that is asked from a day on moves what it stands below from that day on", () => {
    const before = { unitIds: ["c1"], joinedOn: {} };
    const after = { unitIds: ["c1", "c3"], joinedOn: { c3: on } };
    const asked = (date: string) =>
      [...findScopesAsked(tree, before, after, day(date))].map((id) => id ?? "all").sort();
    expect([asked("2023-12-31"), asked("2024-01-01")]).toEqual([[], ["all", "c3", "db"]]);
  });
});
