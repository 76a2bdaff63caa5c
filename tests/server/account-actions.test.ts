// The doors to the accounts: every deed is refused to every role but the office's, and the list says how each stands.
import { describe, expect, it, vi } from "vitest";
import { addDays } from "@/domain/dates";
import * as actions from "@/server/actions/accounts";
import { dayInVietnam } from "@/server/clock";
import { readAccounts } from "@/server/loaders/account-settings";
import { addAccount, DAY, officeHolding, PASSWORD } from "../support/accounts";
import { enter, FIRST, openForm, refusal, secretaryOf, setUp, suspend, YESTERDAY } from "../support/account-settings";
import { engines } from "../support/databases";
import { receive, receiveFrom } from "../support/request";

vi.mock("next/headers", async () => (await import("../support/request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/request")).nextCache);

const change = { mode: "save", base: null, reason: "" } as const;
const deeds: Readonly<Record<string, (accountId: string) => Promise<unknown>>> = {
  open: () => actions.openAccountAction({ login: "moi", displayName: "Mới", holdings: [] }),
  save: (accountId) => actions.saveAccountAction({ ...change, accountId, typed: { displayName: "X", holdings: [] } }),
  suspend: (accountId) =>
    actions.suspendAccountAction({ ...change, accountId, typed: { suspended: true, note: null } }),
  reset: (accountId) => actions.resetPasswordAction({ accountId }),
  end: (accountId) => actions.endSessionsAction({ accountId }),
  unlock: (accountId) => actions.unlockAccountAction({ accountId }),
  handOver: (accountId) =>
    actions.handCellOverAction({
      ...change,
      typed: { unitId: "cb1", giverId: "", takerId: accountId, login: "", displayName: "", on: DAY },
    }),
};

describe("managing accounts", () => {
  it.each(Object.keys(deeds))("%s: is refused to every other role, and to nobody signed in", async (deed) => {
    const { store, officeId } = await setUp("sqlite");
    await addAccount(store, "lanhdao", [{ ...officeHolding, role: "leadership" }]);
    await addAccount(store, "bithu", [secretaryOf("cb1")]);
    await addAccount(store, "kiemtra", [{ ...officeHolding, role: "inspector" }]);
    for (const login of ["lanhdao", "bithu", "kiemtra"]) {
      await receiveFrom(store, login);
      expect(await deeds[deed]?.(officeId)).toMatchObject({ ok: false, code: "forbidden" });
    }
    receive(store);
    expect(await deeds[deed]?.(officeId)).toMatchObject({ ok: false, code: "session_expired" });
  });

  it("hands out no token of a session and no hash of a password", async () => {
    const { store } = await setUp("sqlite");
    const { accountId } = await openForm(store, "an.nguyen");
    await receiveFrom(store, "vanphong");
    const { sessions, accounts } = store.db.tables;
    const secrets = async () => [
      ...(await store.db.select({ secret: sessions.token }).from(sessions)),
      ...(await store.db.select({ secret: accounts.password }).from(accounts)),
    ];
    const answers = [await readAccounts(store.db, DAY), await deeds.reset?.(accountId), await deeds.end?.(accountId)];
    const known = await secrets();
    expect(known.length).toBeGreaterThan(2);
    for (const { secret } of known) expect(JSON.stringify(answers)).not.toContain(secret);
  });
});

describe.each(engines)("the list of accounts on %s", (engine) => {
  it("tells who waits, is suspended, is locked, signed in, and holds nothing today", async () => {
    const { store, office } = await setUp(engine);
    await openForm(store, "moi");
    const former = await addAccount(store, "cu.an", [secretaryOf("cb2", FIRST, YESTERDAY)]);
    await addAccount(store, "ngung");
    const { accounts: before } = await readAccounts(store.db, DAY);
    const idOf = (login: string) => before.find((account) => account.login === login)?.id ?? "";
    await suspend(store, office, idOf("ngung"));
    await enter(store, "cu.an", PASSWORD);
    for (let time = 0; time < 5; time += 1) await refusal(enter(store, "moi", "wrong"));
    const { accounts, cellsWithout } = await readAccounts(store.db, DAY);
    const told = accounts.map(({ login, standing, locked, lastSignIn, openSessions, roles }) => [
      login,
      standing,
      locked,
      lastSignIn !== null,
      openSessions,
      roles.map(({ when }) => when).join(),
    ]);
    expect(told).toEqual([
      ["vanphong", "active", false, false, 0, "now"],
      ["moi", "waiting", true, false, 0, "now"],
      ["cu.an", "active", false, true, 1, "past"],
      ["ngung", "suspended", false, false, 0, "now"],
    ]);
    const day = dayInVietnam(new Date());
    const oneTimeOf = async () =>
      (await readAccounts(store.db, DAY)).accounts.flatMap(({ login, oneTime }) =>
        oneTime ? { login, ...oneTime } : [],
      );
    expect(await oneTimeOf()).toEqual([{ login: "moi", until: addDays(day, 7), isOver: false }]);
    const made = { updatedAt: new Date(Date.now() - 8 * 86_400_000).toISOString() };
    await store.transact((tx) =>
      tx
        .update(tx.tables.accounts)
        .set(made)
        .then(() => undefined),
    );
    expect(await oneTimeOf()).toEqual([{ login: "moi", until: addDays(day, -1), isOver: true }]);
    expect(former).toBe(idOf("cu.an"));
    expect(cellsWithout).toEqual(["cb2"]);
  });
});
