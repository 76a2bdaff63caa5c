import { describe, expect, it } from "vitest";
import { listRoleHoldings } from "@/db/queries/accounts";
import { listUnits } from "@/db/queries/units";
import { addDays, asCalendarDate, type CalendarDate } from "@/domain/dates";
import { authorize, may } from "@/domain/permissions";
import { undoChange } from "@/server/workflows/changes";
import { addAccount } from "../support/accounts";
import { engines } from "../support/databases";
import { cb6, merge, NEW_YEAR, openReorganising, refusal, TODAY, type EventFields } from "../support/reorganising";

const NEW_DAY = asCalendarDate(NEW_YEAR);
const cb7 = { name: "Chi bộ 7", code: "cb7", parent: "k1" };

/** The term with a secretary each of Chi bộ 4 (`four`), of Chi bộ 5 (`five`), and of Chi bộ 4 from 1 February on (`next`). */
async function openWithSecretaries(engine: (typeof engines)[number]) {
  const test = await openReorganising(engine);
  const secretary = async (login: string, unitCode: string, from: string) =>
    addAccount(test.store, login, [{ role: "secretary", unitId: await test.unitId(unitCode), from, to: null }]);
  const ids = {
    four: test.secretaryId,
    five: await secretary("bithu5", "cb5", "2020-01-01"),
    next: await secretary("kenhiem4", "cb4", "2024-02-01"),
  };
  const actorOf = async (login: keyof typeof ids) => {
    const holdings = await listRoleHoldings(test.store.db, ids[login]);
    return { accountId: ids[login], login, displayName: login, holdings };
  };
  const rightsOf = async (login: keyof typeof ids, on: CalendarDate) => {
    const actor = await actorOf(login);
    const units = await listUnits(test.store.db);
    return units.flatMap(({ id, code }) => (may(actor, "figures.enter", id, on) ? [code] : [])).join(" ");
  };
  /** For which cells each may enter figures on a day, by code. */
  const rights = async (on: CalendarDate) => {
    const [four, five, next] = [await rightsOf("four", on), await rightsOf("five", on), await rightsOf("next", on)];
    return { four, five, next };
  };
  return { ...test, ids, actorOf, rights };
}

type Rights = Awaited<ReturnType<Awaited<ReturnType<typeof openWithSecretaries>>["rights"]>>;

/** By event, with whom the office names for what it founds: for which cells each may enter on its day, and `next` later. */
const events: [string, EventFields & { readonly named?: readonly ("four" | "five")[] }, Rights, string][] = [
  ["found", { kind: "found", founded: [cb6], named: ["five"] }, { four: "cb4", five: "cb5 cb6", next: "" }, "cb4"],
  ["rename", { kind: "rename", units: ["cb4"], name: "Chi bộ Mới" }, { four: "cb4", five: "cb5", next: "" }, "cb4"],
  ["move", { kind: "move", units: ["cb4"], parent: "db" }, { four: "cb4", five: "cb5", next: "" }, "cb4"],
  ["merge into a new cell", merge, { four: "", five: "", next: "" }, ""],
  ["merge into a new cell with its secretary", { ...merge, named: ["four"] }, { four: "cb6", five: "", next: "" }, ""],
  [
    "merge into Chi bộ 5",
    { kind: "merge", units: ["cb4", "cb5"], successor: "cb5" },
    { four: "", five: "cb5", next: "" },
    "",
  ],
  [
    "split of a cell that goes on",
    { kind: "split", units: ["cb4"], goesOn: true, founded: [cb6], named: ["four"] },
    { four: "cb4 cb6", five: "cb5", next: "" },
    "cb4",
  ],
  [
    "split of a cell that ends",
    { kind: "split", units: ["cb4"], founded: [cb6, cb7], named: ["four", "five"] },
    { four: "cb6", five: "cb5 cb7", next: "" },
    "",
  ],
  ["dissolve", { kind: "dissolve", units: ["cb4"] }, { four: "", five: "cb5", next: "" }, ""],
];

const before = { four: "cb4", five: "cb5", next: "" };

describe.each(engines)("secretaries' rights follow a reorganisation, on %s", (engine) => {
  it("of every kind: the same until the day before, then over what goes on, and back again when it is undone", async () => {
    // One database for all of them, because undoing has to give every right back.
    const test = await openWithSecretaries(engine);
    for (const [name, event, after, next] of events) {
      const founded = event.founded?.map((unit, index) => {
        const named = event.named?.[index];
        return { ...unit, secretaryIds: named === undefined ? [] : [test.ids[named]] };
      });
      const { changeId } = await test.reorganise({ ...event, ...(founded && { founded }) });
      expect(await test.rights(addDays(NEW_DAY, -1)), name).toEqual(before);
      expect(await test.rights(NEW_DAY), name).toEqual(after);
      expect(await test.rights(TODAY), name).toEqual({ ...after, next });
      await undoChange(test.store, test.office("changes.undo"), changeId ?? "");
      expect(await test.rights(NEW_DAY), `${name}, undone`).toEqual(before);
      expect(await test.rights(TODAY), `${name}, undone`).toEqual({ ...before, next: "cb4" });
    }
  });

  it("a merger names before it is saved whose rights end, and then closes the door to them", async () => {
    const test = await openWithSecretaries(engine);
    const { data } = await test.reorganise(merge, "preview");
    expect(data.holdings.map(({ person, unitName }) => `${person}, ${unitName}`).sort()).toEqual([
      "Tài khoản bithu4, Chi bộ 4",
      "Tài khoản bithu5, Chi bộ 5",
      "Tài khoản kenhiem4, Chi bộ 4",
    ]);
    await test.reorganise(merge);
    const actor = await test.actorOf("four");
    const enter = async (on: CalendarDate) => authorize(actor, "submissions.submit", on);
    expect((await enter(addDays(NEW_DAY, -1))).login).toBe("four");
    expect(await refusal(enter(NEW_DAY))).toBe("forbidden");
  });
});
