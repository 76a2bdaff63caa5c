// The account library and the store's transactions, on both engines: its writes join what runs, or queue up.
import { describe, expect, it } from "vitest";
import { findAccountByLogin, hasOfficeAccount } from "@/db/queries/accounts";
import type { Store } from "@/db/store";
import { authOf } from "@/server/auth/auth";
import { signIn } from "@/server/auth/sign-in";
import { addAccount, PASSWORD } from "../support/accounts";
import { engines, openFreshStore } from "../support/databases";

function createUser(store: Store, login: string) {
  return authOf(store).api.createUser({
    body: { email: `${login}@local.invalid`, name: login, password: PASSWORD, data: { username: login } },
  });
}

async function countRows(store: Store): Promise<Record<string, number>> {
  const { users, accounts, sessions } = store.db.tables;
  const [people, passwords, open] = await Promise.all([
    store.db.select().from(users),
    store.db.select().from(accounts),
    store.db.select().from(sessions),
  ]);
  return { users: people.length, accounts: passwords.length, sessions: open.length };
}

describe.each(engines)("the account library on %s", (engine) => {
  it("leaves nothing when the transaction that it joined throws", async () => {
    const store = await openFreshStore(engine);
    const failing = store.transact(async () => {
      await createUser(store, "anna");
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await countRows(store)).toEqual({ users: 0, accounts: 0, sessions: 0 });
    await createUser(store, "anna");
    expect(await countRows(store)).toEqual({ users: 1, accounts: 1, sessions: 0 });
  });

  it("reads inside a transaction what was written there before", async () => {
    const store = await openFreshStore(engine);
    await store.transact(async (tx) => {
      await createUser(store, "anna");
      expect(await findAccountByLogin(tx, "anna")).toMatchObject({ login: "anna", displayName: "anna" });
      await expect(createUser(store, "anna")).rejects.toThrow();
    });
    expect(await countRows(store)).toMatchObject({ users: 1 });
  });

  it("keeps all of an account or none: a role that the database refuses takes the account with it", async () => {
    const store = await openFreshStore(engine);
    const secretaryOfNothing = { role: "secretary", unitId: "no such unit", from: "2026-01-01", to: null } as const;
    await expect(addAccount(store, "anna", [secretaryOfNothing])).rejects.toThrow();
    expect(await countRows(store)).toEqual({ users: 0, accounts: 0, sessions: 0 });
    expect(await hasOfficeAccount(store.db)).toBe(false);
  });

  it("writes sessions while other transactions are open, without blocking or losing any", async () => {
    const store = await openFreshStore(engine);
    await addAccount(store, "anna");
    const slow = store.transact(async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.insert(tx.tables.organisations).values({ id: "o", name: "Đảng bộ" });
    });
    const signIns = Array.from({ length: 4 }, () => signIn(store, { login: "anna", password: PASSWORD }, new Date()));
    await Promise.all([slow, ...signIns]);
    expect(await countRows(store)).toEqual({ users: 1, accounts: 1, sessions: 4 });
  });

  it("keeps only the hash of a password, and a session's token in its cookie", async () => {
    const store = await openFreshStore(engine);
    await addAccount(store, "anna");
    const [account] = await store.db.select().from(store.db.tables.accounts);
    expect(account?.password).toMatch(/^\$argon2id\$/);
    const cookies = (await signIn(store, { login: "anna", password: PASSWORD }, new Date())).getSetCookie();
    const [session] = await store.db.select().from(store.db.tables.sessions);
    expect(cookies).toHaveLength(1);
    expect(decodeURIComponent(cookies[0] ?? "")).toContain(`tien-do.session_token=${session?.token}.`);
  });
});
