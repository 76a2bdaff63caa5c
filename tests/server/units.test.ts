import { describe, expect, it } from "vitest";
import { listRoleHoldings } from "@/db/queries/accounts";
import { listAuditChain } from "@/db/queries/audit";
import { listUnitEvents, listUnits } from "@/db/queries/units";
import type { Store } from "@/db/store";
import { verifyDatabase } from "@/db/verify";
import type { CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { may } from "@/domain/permissions";
import { unitsAt, unitVersionAt } from "@/domain/units";
import { undoChange } from "@/server/workflows/changes";
import { correctEventDecision, correctUnitName, reorderUnits } from "@/server/workflows/unit-versions";
import { engines } from "../support/databases";
import {
  BEFORE,
  cb6,
  merge,
  NEW_YEAR,
  openReorganising,
  refusal,
  TODAY,
  type EventFields,
} from "../support/reorganising";

const day = (text: string) => text as CalendarDate;

const treeOn = async (store: Store, on: string) => {
  const units = await listUnits(store.db);
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  return unitsAt(units, day(on)).map((unit) => {
    const { name, parentId } = unitVersionAt(unit, day(on));
    return `${name} < ${parentId === null ? "-" : codes.get(parentId)}`;
  });
};

/** Every row but those that record that something was done. */
const rowsOf = async (store: Store) => {
  const recording = ["auditLog", "auditHead", "changes"];
  const tables = Object.entries(store.db.tables).filter(([name]) => !recording.includes(name));
  const rows: Record<string, string[]> = {};
  for (const [name, table] of tables) {
    rows[name] = (await store.db.select().from(table)).map((row) => JSON.stringify(row)).sort();
  }
  return rows;
};

describe.each(engines)("a reorganisation on %s", (engine) => {
  const open = () => openReorganising(engine);

  it("merge: from 1/1/2024 Chi bộ 4 and 5 stop, Chi bộ 6 starts: 3 of 3 expected before, 1 of 2 after", async () => {
    const test = await open();
    const answer = await test.reorganise(merge);
    expect(answer.data).toMatchObject({
      stops: ["Chi bộ 4", "Chi bộ 5"],
      starts: ["Chi bộ 6"],
      tasks: { led: 1, supported: 2, to: null },
    });
    expect(await test.admissions()).toMatchObject({ ...BEFORE, "2024-01": "1 1/2", "2024-02": "- 0/2" });
    expect(await treeOn(test.store, "2023-12-31")).toEqual([
      ...["Đảng ủy < -", "Khối 1 < db", "Chi bộ 3 < db", "Chi bộ 4 < k1", "Chi bộ 5 < k1"],
    ]);
    expect(await treeOn(test.store, NEW_YEAR)).toEqual([
      "Đảng ủy < -",
      "Khối 1 < db",
      "Chi bộ 3 < db",
      "Chi bộ 6 < k1",
    ]);
    const [event] = await listUnitEvents(test.store.db);
    expect(event).toMatchObject({ code: "merge-2024-01-01-cb6", kind: "merge", decision: "87-QĐ/ĐU" });
  });

  it("merge into one that goes on: 3 expected before, 2 after, and it keeps its own history", async () => {
    const test = await open();
    await test.reorganise({ kind: "merge", units: ["cb4", "cb5"], successor: "cb5", tasksTo: "cb5" });
    expect(await test.admissions()).toMatchObject({ ...BEFORE, "2024-01": "1 1/2" });
    expect(await treeOn(test.store, NEW_YEAR)).toEqual([
      "Đảng ủy < -",
      "Khối 1 < db",
      "Chi bộ 3 < db",
      "Chi bộ 5 < k1",
    ]);
  });

  it("split: 3 expected before, 4 after where the old one goes on, and the measure that names it names the new one", async () => {
    const test = await open();
    await test.reorganise({ kind: "split", units: ["cb4"], goesOn: true, founded: [cb6] });
    expect(await test.admissions()).toMatchObject({ ...BEFORE, "2024-01": "1 1/4" });
    expect(await test.admissions("m2")).toMatchObject({ "2023-12": "- 0/2", "2024-01": "- 0/3" });
  });

  it("rename and move change no total, and show from their day on only", async () => {
    const test = await open();
    const before = await test.admissions();
    await test.reorganise({ kind: "rename", units: ["cb4"], name: "Chi bộ Văn phòng" });
    await test.reorganise({ kind: "move", units: ["cb4"], parent: "db" });
    expect(await test.admissions()).toEqual(before);
    expect((await treeOn(test.store, "2023-12-31"))[3]).toBe("Chi bộ 4 < k1");
    expect((await treeOn(test.store, NEW_YEAR))[3]).toBe("Chi bộ Văn phòng < db");
  });

  it("dissolve: 3 expected before, 2 after; its secretary's rights end the day before", async () => {
    const test = await open();
    await test.reorganise({ kind: "dissolve", units: ["cb4"], tasksTo: "cb3" });
    expect(await test.admissions()).toMatchObject({ ...BEFORE, "2024-01": "1 1/2" });
    const id = await test.unitId("cb4");
    const holdings = await listRoleHoldings(test.store.db, test.secretaryId);
    const actor = { accountId: test.secretaryId, login: "bithu4", displayName: "", holdings };
    expect(may(actor, "figures.enter", id, day("2023-12-31"))).toBe(true);
    expect(may(actor, "figures.enter", id, day(NEW_YEAR))).toBe(false);
  });

  it("the secretary whom the office names holds the new cell from the event's day on", async () => {
    const test = await open();
    await test.reorganise({ ...merge, founded: [{ ...cb6, secretaryIds: [test.secretaryId] }] });
    const holdings = await listRoleHoldings(test.store.db, test.secretaryId);
    const actor = { accountId: test.secretaryId, login: "bithu4", displayName: "", holdings };
    const id = await test.unitId("cb6");
    expect(may(actor, "figures.enter", id, day("2023-12-31"))).toBe(false);
    expect(may(actor, "figures.enter", id, day(NEW_YEAR))).toBe(true);
  });

  it("found at the first set-up and later: a cell is expected from its first day on", async () => {
    const test = await open();
    const founded = [
      { name: "Khối 2", code: "k2", kind: "section" },
      { ...cb6, parent: "new:0" },
    ];
    await test.reorganise({ kind: "found", founded });
    expect(await test.admissions()).toMatchObject({ ...BEFORE, "2024-01": "1 1/4" });
    expect((await treeOn(test.store, NEW_YEAR)).slice(-2)).toEqual(["Khối 2 < db", "Chi bộ 6 < k2"]);
  });

  const events: [string, EventFields][] = [
    ["found", { kind: "found", founded: [cb6] }],
    ["rename", { kind: "rename", units: ["cb4"], name: "Chi bộ Văn phòng" }],
    ["move", { kind: "move", units: ["cb4"], parent: "db" }],
    ["merge", { ...merge, tasksTo: "new:0" }],
    ["split", { kind: "split", units: ["cb4"], founded: [cb6, { name: "Chi bộ 7", code: "cb7" }] }],
    ["dissolve", { kind: "dissolve", units: ["cb4"], tasksTo: "cb3" }],
  ];

  it.each(events)(
    "%s leaves verify clean, its preview equals it and writes nothing, and undoing it restores every row",
    async (_, event) => {
      const test = await open();
      const before = await rowsOf(test.store);
      const preview = await test.reorganise(event, "preview");
      expect(await rowsOf(test.store)).toEqual(before);
      const saved = await test.reorganise(event);
      expect([saved.data, saved.effects]).toEqual([preview.data, preview.effects]);
      expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
      expect(await rowsOf(test.store)).not.toEqual(before);
      await undoChange(test.store, test.office("changes.undo"), saved.changeId!);
      expect(await rowsOf(test.store)).toEqual(before);
      expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
    },
  );

  const refused: [string, EventFields, string][] = [
    ["no decision", { ...merge, decision: null }, "decision: required"],
    ["a day before the unit existed", { kind: "dissolve", units: ["cb4"], on: "2020-01-01" }, "on: unit_not_there"],
    ["a circle of parents", { kind: "move", units: ["db"], parent: "k1" }, "parentId: circle_of_parents"],
    ["a parent that is a cell", { kind: "move", units: ["cb4"], parent: "cb3" }, "parentId: bad_choice"],
    ["a name that is taken", { kind: "rename", units: ["cb4"], name: "chi bộ  5" }, "name: name_taken"],
    ["the same name", { kind: "rename", units: ["cb4"], name: "Chi bộ 4" }, "name: nothing_changed"],
    ["a section with cells below it", { kind: "dissolve", units: ["k1"] }, "unitIds: has_units_below"],
    ["a code that is taken", { kind: "found", founded: [{ ...cb6, code: "cb3" }] }, "founded.0.code: code_taken"],
    ["one unit alone", { ...merge, units: ["cb4"] }, "unitIds: merge_needs_two"],
    ["two kinds", { ...merge, units: ["cb4", "k1"] }, "unitIds: kinds_differ"],
    [
      "a stranger as secretary",
      { ...merge, founded: [{ ...cb6, secretaryIds: ["nobody"] }] },
      "founded.0.secretaryIds: bad_choice",
    ],
    ["a split into one", { kind: "split", units: ["cb4"], founded: [cb6] }, "founded: split_needs_units"],
  ];

  const severalAtOnce: [string, EventFields, string][] = [
    [
      "a merger of two kinds into a taken code, with a name for its drafts that is not the cell's",
      {
        ...merge,
        units: ["cb4", "k1"],
        founded: [{ ...cb6, code: "cb3" }],
        discards: [{ unit: "cb4", name: "Chi bộ 5" }],
      },
      "discards.0.name: name_not_typed, unitIds: kinds_differ, founded.0.code: code_taken",
    ],
    [
      "a split into one, with a taken name and code",
      { kind: "split", units: ["cb4"], founded: [{ ...cb6, name: "Chi bộ 5", code: "cb5" }] },
      "founded: split_needs_units, founded.0.code: code_taken, founded.0.name: name_taken",
    ],
    [
      "a split on a day before the cell was founded, with a taken code",
      { kind: "split", units: ["cb4"], goesOn: true, on: "2019-01-01", founded: [{ ...cb6, code: "cb5" }] },
      "on: unit_not_there, founded.0.code: code_taken",
    ],
  ];

  it.each(severalAtOnce)("refuses %s, all in one answer", async (_, event, at) => {
    const test = await open();
    expect(await refusal(test.reorganise(event))).toBe(`invalid_input, ${at}`);
  });

  it.each(refused)("refuses %s at its field", async (_, event, at) => {
    const test = await open();
    expect(await refusal(test.reorganise(event))).toBe(`invalid_input, ${at}`);
  });

  it("refuses a day before a later event of the same unit, and a day that a closed term covers", async () => {
    const test = await open();
    await test.reorganise({ kind: "rename", units: ["cb4"], name: "Chi bộ Văn phòng", on: "2024-02-01" });
    expect(await refusal(test.reorganise(merge))).toBe("invalid_input, on: later_event");
    await test.store.transact((tx) => tx.update(tx.tables.terms).set({ closed: true }));
    const inClosed: EventFields = { kind: "move", units: ["cb5"], parent: "db", on: "2024-06-30" };
    expect(await refusal(test.reorganise(inClosed))).toBe("invalid_input, on: term_closed");
    await test.reorganise({ ...inClosed, on: "2024-07-01" });
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("a slip in a name is corrected since its first day, and who was overtaken is told", async () => {
    const test = await open();
    const unitId = await test.unitId("cb4");
    const correct = (name: string, base: string) =>
      correctUnitName(test.store, test.office("terms.configure"), {
        ...{ mode: "save", base: { name: base }, reason: null, unitId, from: day("2020-01-01"), typed: { name } },
      });
    await correct("Chi bộ Bốn", "Chi bộ 4");
    expect((await treeOn(test.store, "2023-12-31"))[3]).toBe("Chi bộ Bốn < k1");
    expect(await refusal(correct("Chi bộ 4a", "Chi bộ 4"))).toBe("overtaken");
    expect(await refusal(correct("Chi bộ 5", "Chi bộ Bốn"))).toBe("invalid_input, name: name_taken");
  });

  it("a slip in a decision is corrected, with a base, in the log, and undone; a closed term keeps what it shows", async () => {
    const test = await open();
    await test.reorganise(merge);
    const eventOf = async () => (await listUnitEvents(test.store.db))[0]!;
    const { id: eventId } = await eventOf();
    const correct = (decision: string, base: string) =>
      correctEventDecision(test.store, test.office("terms.configure"), {
        ...{ mode: "save", base: { decision: base }, reason: null, eventId, typed: { decision } },
      });
    const before = await rowsOf(test.store);
    const { changeId } = await correct("78-QĐ/ĐU", "87-QĐ/ĐU");
    expect(await eventOf()).toMatchObject({ decision: "78-QĐ/ĐU", kind: "merge", code: "merge-2024-01-01-cb6" });
    expect((await listAuditChain(test.store.db, 0, 100)).at(-1)?.action).toBe("unit.decision_corrected");
    expect(await refusal(correct("79-QĐ/ĐU", "87-QĐ/ĐU"))).toBe("overtaken");
    await undoChange(test.store, test.office("changes.undo"), changeId!);
    expect(await rowsOf(test.store)).toEqual(before);
    await test.store.transact((tx) => tx.update(tx.tables.terms).set({ closed: true }));
    expect(await refusal(correct("78-QĐ/ĐU", "87-QĐ/ĐU"))).toBe("invalid_input, decision: term_closed");
  });

  it("the official order changes from a day on and is undone row by row", async () => {
    const test = await open();
    const before = await rowsOf(test.store);
    const codes = ["db", "k1", "cb5", "cb4", "cb3"];
    const unitIds = await Promise.all(codes.map(test.unitId));
    const base = { unitIds: await Promise.all(["db", "k1", "cb3", "cb4", "cb5"].map(test.unitId)) };
    const saved = await reorderUnits(test.store, test.office("terms.configure"), {
      ...{ mode: "save", base, reason: null, typed: { from: TODAY, unitIds } },
    });
    const cells = async (on: string) => (await treeOn(test.store, on)).slice(2).map((line) => line.slice(0, 8));
    expect(await cells("2024-02-09")).toEqual(["Chi bộ 3", "Chi bộ 4", "Chi bộ 5"]);
    expect(await cells(TODAY)).toEqual(["Chi bộ 5", "Chi bộ 4", "Chi bộ 3"]);
    await undoChange(test.store, test.office("changes.undo"), saved.changeId!);
    expect(await rowsOf(test.store)).toEqual(before);
  });

  it("only the office gets through the door", async () => {
    const test = await open();
    expect(() => test.secretary("terms.configure")).toThrow(DomainError);
  });
});
