// A cell that passes from one secretary to the next, on both engines.
import { describe, expect, it } from "vitest";
import { findAccount, findAccountByLogin } from "@/db/queries/accounts";
import { addDays } from "@/domain/dates";
import type { DomainError } from "@/domain/errors";
import type { HandoverState } from "@/domain/inputs/accounts";
import { undoChange } from "@/server/workflows/changes";
import {
  actionsOf,
  enter,
  FIRST,
  handOver,
  holdersOf,
  refusal,
  rolesOf,
  secretaryOf,
  setUp,
  undoer,
  YESTERDAY,
} from "../support/account-settings";
import { addAccount, DAY } from "../support/accounts";
import { engines } from "../support/databases";

describe.each(engines)("handing a cell over on %s", (engine) => {
  it("ends the old role the day before and begins the new one, and both can be taken back", async () => {
    const { store, officeId, office } = await setUp(engine);
    const giver = await addAccount(store, "cu.an", [secretaryOf("cb1")]);
    const taker = await addAccount(store, "moi", [secretaryOf("cb2", FIRST, "2026-12-31")]);
    const { changeId } = await handOver(store, office, { giverId: giver, takerId: taker });
    expect(await rolesOf(store, giver)).toEqual([`secretary cb1 ${FIRST} ${YESTERDAY}`]);
    expect(await rolesOf(store, taker)).toEqual([`secretary cb2 ${FIRST} 2026-12-31`, `secretary cb1 ${DAY} …`]);
    for (const id of [giver, taker]) expect(await actionsOf(store, id)).toContain("account.handed_over");
    await undoChange(store, undoer(officeId), changeId ?? "");
    expect(await rolesOf(store, giver)).toEqual([`secretary cb1 ${FIRST} …`]);
    expect(await rolesOf(store, taker)).toEqual([`secretary cb2 ${FIRST} 2026-12-31`]);
  });

  it("is overtaken by a handover of the same cell alone, with who has it now and by whom, and goes on from there", async () => {
    const { store, office } = await setUp(engine);
    const giver = await addAccount(store, "cu.an", [secretaryOf("cb1")]);
    const [first, second] = [await addAccount(store, "mot"), await addAccount(store, "hai")];
    const known = await holdersOf(store);
    await handOver(store, office, { unitId: "cb2", takerId: second });
    await handOver(store, office, { giverId: giver, takerId: first }, "save", known);
    const late = handOver(store, office, { giverId: giver, takerId: second }, "save", known);
    const error: unknown = await late.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "overtaken", values: { name: "Văn phòng" } });
    const current = JSON.parse(String((error as DomainError).values.current)) as HandoverState;
    expect(current.cb1?.at(-1)).toEqual({ accountId: first, from: DAY, to: null });
    expect((await rolesOf(store, second)).filter((role) => role.includes("cb1"))).toEqual([]);
    const day = addDays(DAY, 30);
    await handOver(store, office, { giverId: first, takerId: second, on: day }, "save", current);
    expect(await rolesOf(store, second)).toContain(`secretary cb1 ${day} …`);
  });

  it("passes a cell to somebody new, who stays without the role when it is taken back", async () => {
    const { store, officeId, office } = await setUp(engine);
    const giver = await addAccount(store, "cu.an", [secretaryOf("cb2")]);
    const person = { unitId: "cb2", giverId: giver, login: "an.nguyen", displayName: "Nguyễn Văn An" };
    expect((await handOver(store, office, person, "preview")).changeId).toBeNull();
    expect(await findAccountByLogin(store.db, "an.nguyen")).toBeNull();
    const { data, changeId } = await handOver(store, office, person);
    await enter(store, "an.nguyen", data.oneTime?.password);
    const takerId = data.oneTime?.accountId ?? "";
    expect(await rolesOf(store, takerId)).toEqual([`secretary cb2 ${DAY} 2026-12-31`]);
    await undoChange(store, undoer(officeId), changeId ?? "");
    expect(await rolesOf(store, takerId)).toEqual([]);
    expect(await rolesOf(store, giver)).toEqual([`secretary cb2 ${FIRST} …`]);
    expect(await findAccount(store.db, takerId)).toMatchObject({ login: "an.nguyen", suspended: false });
  });

  it("is refused from somebody who is not secretary, to oneself, or on a day without the cell", async () => {
    const { store, office } = await setUp(engine);
    const giver = await addAccount(store, "cu.an", [secretaryOf("cb1")]);
    const other = await addAccount(store, "khac", [secretaryOf("cb2")]);
    const refused = (typed: object) => refusal(handOver(store, office, { giverId: giver, takerId: other, ...typed }));
    expect(await refused({ giverId: other, takerId: giver })).toEqual({ on: "not_secretary_then" });
    expect(await refused({ takerId: giver })).toEqual({ takerId: "bad_choice" });
    expect(await refused({ on: "2019-12-31" })).toEqual({ on: "unit_not_there" });
    expect(await refused({ giverId: "nobody" })).toEqual({ giverId: "bad_choice" });
    expect(await rolesOf(store, giver)).toEqual([`secretary cb1 ${FIRST} …`]);
  });
});
