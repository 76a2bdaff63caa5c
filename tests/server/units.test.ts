import { describe, expect, it } from "vitest";
import { listRoleHoldings } from "@/db/queries/accounts";
import { listAuditChain } from "@/db/queries/audit";
import { listMeasures } from "@/db/queries/measures";
import { findPeriodByKey } from "@/db/queries/periods";
import { listTerms } from "@/db/queries/terms";
import { insertSubmission } from "@/db/queries/submissions";
import { listUnitEvents, listUnits } from "@/db/queries/units";
import type { Store } from "@/db/store";
import { verifyDatabase } from "@/db/verify";
import type { CalendarDate } from "@/domain/dates";
import { DomainError } from "@/domain/errors";
import { may } from "@/domain/permissions";
import { EMPTY_FIGURE } from "@/domain/typed-figures";
import { unitsAt, unitVersionAt } from "@/domain/units";
import { undoChange } from "@/server/workflows/changes";
import { returnSubmission } from "@/server/workflows/reviews";
import { correctSubmission, submitSubmission } from "@/server/workflows/submissions";
import { correctUnitName, reorderUnits } from "@/server/workflows/unit-versions";
import { engines } from "../support/databases";
import {
  NEW_YEAR,
  NOW,
  openReorganising,
  TODAY,
  type EventFields,
  type ReorganisingTest,
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

const refusal = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  const { code, fields } = error as DomainError;
  return [code, ...Object.entries(fields).map(([path, field]) => `${path}: ${field.code}`)].join(", ");
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

const BEFORE = { "2023-10": "- 0/3", "2023-11": "6 3/3", "2023-12": "6 3/3" };
const cb6 = { name: "Chi bộ 6", code: "cb6", parent: "k1" };
const merge: EventFields = { kind: "merge", units: ["cb4", "cb5"], founded: [cb6] };

const draftOf = async ({ store, unitId }: ReorganisingTest, unitCode: string, key: string) => {
  const [term] = await listTerms(store.db);
  const period = (await findPeriodByKey(store.db, term!.id, key))!;
  const id = await unitId(unitCode);
  await store.transact((tx) => insertSubmission(tx, period, id, null, { by: null, at: NOW }));
};

describe.each(engines)("a reorganisation on %s", (engine) => {
  const open = () => openReorganising(engine);

  it("merge: from 1/1/2024 Chi bộ 4 and 5 stop, Chi bộ 6 starts: 3 of 3 expected before, 1 of 2 after", async () => {
    const test = await open();
    const answer = await test.reorganise(merge);
    expect(answer.data).toMatchObject({ stops: ["Chi bộ 4", "Chi bộ 5"], starts: ["Chi bộ 6"], tasks: 1 });
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

  it("a draft must be settled first: listed by the preview, refused by saving, discarded when the cell's name is typed", async () => {
    const test = await open();
    await draftOf(test, "cb4", "2023-10");
    await draftOf(test, "cb5", "2024-01");
    const preview = await test.reorganise(merge, "preview");
    expect(preview.data.openReports.map(({ unitName, kind, period }) => `${unitName} ${period.key} ${kind}`)).toEqual([
      "Chi bộ 4 2023-10 draft",
      "Chi bộ 5 2024-01 draft",
    ]);
    expect(await refusal(test.reorganise(merge))).toBe("drafts_open");
    const wrong = { ...merge, discards: [{ unit: "cb4", name: "Chi bộ 5" }] };
    expect(await refusal(test.reorganise(wrong))).toBe("invalid_input, discards.0.name: name_not_typed");
    const both = [
      { unit: "cb4", name: "Chi bộ 4" },
      { unit: "cb5", name: "Chi bộ 5" },
    ];
    await test.reorganise({ ...merge, discards: both });
    expect([await test.submissionOf("cb4", "2023-10"), await test.submissionOf("cb5", "2024-01")]).toEqual([
      null,
      null,
    ]);
    const log = await listAuditChain(test.store.db, 0, 100);
    expect(log.filter(({ action }) => action === "submission.discarded")).toHaveLength(2);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("a correction that was begun is discarded to what was accepted, and the totals stay", async () => {
    const test = await open();
    const { id: submissionId, version } = (await test.submissionOf("cb4", "2023-12"))!;
    const correction = { requestId: "request-000001", submissionId, version, reason: "Nhập nhầm" };
    await correctSubmission(test.store, test.secretary("submissions.correct"), correction, NOW);
    const preview = await test.reorganise(merge, "preview");
    expect(preview.data.openReports.map(({ kind }) => kind)).toEqual(["correction"]);
    await test.reorganise({ ...merge, discards: [{ unit: "cb4", name: "Chi bộ 4" }] });
    expect(await test.submissionOf("cb4", "2023-12")).toMatchObject({ state: "accepted" });
    expect(await test.admissions()).toMatchObject(BEFORE);
    expect((await test.store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("a report sent for a period that the cell does not live to see waits, and is settled by returning it", async () => {
    const test = await open();
    const { unitId, store } = test;
    const [term] = await listTerms(store.db);
    const periodId = (await findPeriodByKey(store.db, term!.id, "2024-01"))!.id;
    const [measure] = await listMeasures(store.db, term!.id);
    const figures = { [measure!.id]: { ...EMPTY_FIGURE, n: "2" } };
    const form = { requestId: "request-000002", unitId: await unitId("cb4"), periodId, version: 0, figures };
    const { submissionId, version } = await submitSubmission(store, test.secretary("submissions.submit"), form, NOW);
    expect(await refusal(test.reorganise(merge))).toBe("drafts_open");
    const returned = { requestId: "request-000003", submissionId, version, note: "Chi bộ đã hợp nhất" };
    await returnSubmission(store, test.office("submissions.return"), returned, NOW);
    await test.reorganise(merge);
    expect(await test.admissions()).toMatchObject({ ...BEFORE, "2024-01": "1 1/2" });
    expect((await store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("accepted reports of periods that end on the day or later ask for a later day", async () => {
    const test = await open();
    expect(await refusal(test.reorganise({ kind: "dissolve", units: ["cb3"] }))).toBe(
      "invalid_input, on: reports_after_date",
    );
    await test.reorganise({ kind: "dissolve", units: ["cb3"], on: "2024-02-01" });
    expect(await test.admissions()).toMatchObject({ "2024-01": "1 1/3", "2024-02": "- 0/2" });
  });

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
    ["a split into one", { kind: "split", units: ["cb4"], founded: [cb6] }, "founded: split_needs_units"],
  ];

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
