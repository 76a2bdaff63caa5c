import { describe, expect, it } from "vitest";
import { listAudit } from "@/db/queries/audit";
import type { Store } from "@/db/store";
import { DomainError } from "@/domain/errors";
import { signIn } from "@/server/auth/sign-in";
import { addAccount, PASSWORD } from "../support/accounts";
import { engines, openFreshStore } from "../support/databases";

const NOON = new Date("2026-03-10T05:00:00Z");

function minutesLater(minutes: number): Date {
  return new Date(NOON.getTime() + minutes * 60_000);
}

/** What an attempt comes to: "in", or the code of its refusal with its minutes. */
async function attempt(store: Store, login: string, password: string, at: Date): Promise<string> {
  try {
    await signIn(store, { login, password }, at);
    return "in";
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.code, error.values.minutes].filter(Boolean).join(" ");
  }
}

async function failTimes(store: Store, times: number, login = "anna", at = NOON): Promise<string[]> {
  const answers: string[] = [];
  for (let time = 0; time < times; time += 1) answers.push(await attempt(store, login, "wrong", at));
  return answers;
}

async function actionsOf(store: Store): Promise<string[]> {
  return (await listAudit(store.db, {}, 50)).map(({ action }) => action).reverse();
}

describe.each(engines)("signing in on %s", (engine) => {
  it("locks an account for 15 minutes with the fifth wrong password, also for the right one", async () => {
    const store = await openFreshStore(engine);
    await addAccount(store, "anna");
    expect(await failTimes(store, 5)).toEqual([...Array<string>(4).fill("sign_in_failed"), "account_locked 15"]);
    expect(await attempt(store, "anna", PASSWORD, minutesLater(9))).toBe("account_locked 6");
    expect(await attempt(store, "anna", PASSWORD, minutesLater(15))).toBe("in");
    expect(await actionsOf(store)).toEqual([
      "account.created",
      ...Array<string>(4).fill("account.sign_in_failed"),
      "account.locked",
      "account.signed_in",
    ]);
  });

  it("locks a name that has no account in the same words", async () => {
    const store = await openFreshStore(engine);
    expect(await failTimes(store, 5, "nobody")).toEqual([
      ...Array<string>(4).fill("sign_in_failed"),
      "account_locked 15",
    ]);
  });

  it("locks one account, not the others", async () => {
    const store = await openFreshStore(engine);
    await addAccount(store, "anna");
    await addAccount(store, "binh");
    await failTimes(store, 5);
    expect(await attempt(store, "binh", PASSWORD, NOON)).toBe("in");
  });

  it("lets at most five of the attempts through that are sent at the same time", async () => {
    const store = await openFreshStore(engine);
    await addAccount(store, "anna");
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(store, "anna", "wrong", NOON)));
    expect(answers.filter((answer) => answer === "sign_in_failed").length).toBeLessThanOrEqual(5);
    expect(await attempt(store, "anna", PASSWORD, NOON)).toBe("account_locked 15");
  });
});

describe("signing in", () => {
  it("forgets wrong passwords after the right one", async () => {
    const store = await openFreshStore("sqlite");
    await addAccount(store, "anna");
    await failTimes(store, 4);
    expect(await attempt(store, "anna", PASSWORD, NOON)).toBe("in");
    expect(await failTimes(store, 4)).toEqual(Array<string>(4).fill("sign_in_failed"));
  });

  it("forgets wrong passwords after 15 quiet minutes", async () => {
    const store = await openFreshStore("sqlite");
    await addAccount(store, "anna");
    await failTimes(store, 4);
    expect(await failTimes(store, 1, "anna", minutesLater(15))).toEqual(["sign_in_failed"]);
    expect(await attempt(store, "anna", PASSWORD, minutesLater(16))).toBe("in");
  });

  it("keeps no count of names that no account can have", async () => {
    const store = await openFreshStore("sqlite");
    expect(await failTimes(store, 6, "#first-run")).toEqual(Array<string>(6).fill("sign_in_failed"));
    expect(await store.db.select().from(store.db.tables.loginFailures)).toEqual([]);
  });

  it("drops counts that say nothing any more", async () => {
    const store = await openFreshStore("sqlite");
    await failTimes(store, 1, "somebody");
    await failTimes(store, 1, "else", minutesLater(31));
    const counts = await store.db.select().from(store.db.tables.loginFailures);
    expect(counts.map(({ login }) => login)).toEqual(["else"]);
  });

  it("refuses a suspended account in its own words, and only with the right password", async () => {
    const store = await openFreshStore("sqlite");
    await addAccount(store, "anna");
    await store.transact(async (tx) => {
      await tx.update(tx.tables.users).set({ banned: true });
    });
    expect(await attempt(store, "anna", "wrong", NOON)).toBe("sign_in_failed");
    expect(await attempt(store, "anna", PASSWORD, NOON)).toBe("account_suspended");
    expect(await store.db.select().from(store.db.tables.sessions)).toEqual([]);
  });

  it("takes about as long for an unknown name as for a wrong password", async () => {
    const store = await openFreshStore("sqlite");
    await addAccount(store, "anna");
    const fastestOfThree = async (login: string) => {
      const times: number[] = [];
      for (let time = 0; time < 3; time += 1) {
        const from = performance.now();
        await attempt(store, login, "wrong", NOON);
        times.push(performance.now() - from);
      }
      return Math.min(...times);
    };
    const known = await fastestOfThree("anna");
    const unknown = await fastestOfThree("nobody");
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });
});
