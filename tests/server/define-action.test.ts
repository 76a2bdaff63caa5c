import * as z from "zod";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DomainError } from "@/domain/errors";
import { lineOfText } from "@/domain/inputs/text";
import { defineAction, definePublicAction, forForm } from "@/server/define-action";
import { log } from "@/server/log";
import { addAccount, officeHolding } from "../support/accounts";
import { openFreshStore } from "../support/databases";
import { nextCache, receive, receiveFrom } from "../support/request";

vi.mock("next/headers", async () => (await import("../support/request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/request")).nextCache);

beforeEach(() => {
  vi.clearAllMocks();
});

const work = vi.fn(
  (context: { readonly actor: { readonly login: string }; readonly input: { readonly name: string } }) =>
    Promise.resolve(`${context.actor.login} named ${context.input.name}`),
);

const rename = defineAction({
  permission: "terms.configure",
  input: z.object({ name: lineOfText(5), count: z.coerce.number().int().optional() }),
  run: work,
});

const inspector = { ...officeHolding, role: "inspector" } as const;

async function storeWithPeople() {
  const store = await openFreshStore("sqlite");
  await addAccount(store, "anna");
  await addAccount(store, "kiem.tra", [inspector]);
  return store;
}

function failure(code: string, rest: object = {}) {
  return { ok: false, code, values: {}, fieldErrors: {}, ...rest };
}

describe("defineAction", () => {
  it("does the work for somebody who may, and has every page loaded again", async () => {
    await receiveFrom(await storeWithPeople(), "anna");
    expect(await rename({ name: " Năm\u0302 " })).toEqual({ ok: true, data: "anna named Năm̂" });
    expect(nextCache.revalidatePath).toHaveBeenCalledWith("/", "layout");
  });

  it("answers session_expired without a session, before it looks at the input", async () => {
    receive(await openFreshStore("sqlite"));
    expect(await rename({ name: "" })).toEqual(failure("session_expired"));
    expect(work).not.toHaveBeenCalled();
  });

  it("answers session_expired with a cookie that was made up or changed", async () => {
    const store = await storeWithPeople();
    receive(store, { cookie: "tien-do.session_token=abc.def" });
    expect(await rename({ name: "Mới" })).toEqual(failure("session_expired"));
    const [account] = await store.db.select().from(store.db.tables.users);
    await store.transact(async (tx) => {
      const times = {
        expiresAt: "2999-01-01T00:00:00.000Z",
        createdAt: "2026-01-01T00:00:00.000Z",
        updatedAt: "2026-01-01T00:00:00.000Z",
      };
      await tx.insert(tx.tables.sessions).values({ id: "s", token: "known", userId: account?.id ?? "", ...times });
    });
    receive(store, { cookie: "tien-do.session_token=known.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D" });
    expect(await rename({ name: "Mới" })).toEqual(failure("session_expired"));
  });

  it("answers session_expired after the idle time, and ends the session", async () => {
    const store = await storeWithPeople();
    await receiveFrom(store, "anna");
    await store.transact(async (tx) => {
      await tx.update(tx.tables.sessions).set({ expiresAt: "2026-01-01T00:00:00.000Z" });
    });
    expect(await rename({ name: "Mới" })).toEqual(failure("session_expired"));
    expect(await store.db.select().from(store.db.tables.sessions)).toEqual([]);
  });

  it("answers forbidden to a role that may not, and to one that has ended in the meantime", async () => {
    const store = await storeWithPeople();
    await receiveFrom(store, "kiem.tra");
    expect(await rename({ name: "Mới" })).toEqual(failure("forbidden"));
    await receiveFrom(store, "anna");
    await store.transact(async (tx) => {
      await tx.update(tx.tables.roleHoldings).set({ toOn: "2026-01-02" as never });
    });
    expect(await rename({ name: "Mới" })).toEqual(failure("forbidden"));
    expect(work).not.toHaveBeenCalled();
  });

  it("lets a suspended account do nothing, though its session is open", async () => {
    const store = await storeWithPeople();
    await receiveFrom(store, "anna");
    await store.transact(async (tx) => {
      await tx.update(tx.tables.users).set({ banned: true });
    });
    expect(await rename({ name: "Mới" })).toEqual(failure("session_expired"));
  });

  it("lets an account whose password was set by somebody else do nothing but change it", async () => {
    const store = await storeWithPeople();
    await receiveFrom(store, "anna");
    await store.transact(async (tx) => {
      await tx.update(tx.tables.users).set({ mustChangePassword: true });
    });
    expect(await rename({ name: "Mới" })).toEqual(failure("password_change_required"));
    const own = defineAction({ permission: "account.own", input: z.object({}), run: () => "done" });
    expect(await own({})).toEqual({ ok: true, data: "done" });
  });

  it("answers bad input by field, with the limits of the rule", async () => {
    await receiveFrom(await storeWithPeople(), "anna");
    const fieldErrors = {
      name: { code: "too_long", values: { maximum: 5 } },
      count: { code: "invalid_input", values: {} },
    };
    expect(await rename({ name: "quá dài", count: "x" })).toEqual(failure("invalid_input", { fieldErrors }));
    expect(await rename("no object" as never)).toMatchObject({ ok: false, code: "invalid_input" });
    expect(work).not.toHaveBeenCalled();
  });

  it("passes an expected failure on as its code", async () => {
    await receiveFrom(await storeWithPeople(), "anna");
    work.mockRejectedValueOnce(new DomainError("period_locked", { period: "2026-02" }));
    expect(await rename({ name: "Mới" })).toEqual(failure("period_locked", { values: { period: "2026-02" } }));
    expect(nextCache.revalidatePath).not.toHaveBeenCalled();
  });

  it("logs an unexpected failure and shows nothing of it but the id of its line", async () => {
    await receiveFrom(await storeWithPeople(), "anna");
    const error = vi.spyOn(log(), "error");
    work.mockRejectedValueOnce(new Error("secret of the database"));
    const answer = await rename({ name: "Mới" });
    expect(answer).toEqual(failure("unexpected", { values: { id: expect.stringMatching(/^[2-9A-Z]{8}$/) as string } }));
    expect(error).toHaveBeenCalledOnce();
    expect(error.mock.calls[0]?.[0]).toMatchObject({ id: answer.ok ? "" : answer.values.id });
    expect(JSON.stringify(answer)).not.toContain("secret");
  });
});

describe("definePublicAction and forForm", () => {
  it("needs no session and reads a form's named fields", async () => {
    receive(await openFreshStore("sqlite"));
    const greet = forForm(
      definePublicAction({ input: z.object({ name: lineOfText(20) }), run: ({ input }) => `Chào ${input.name}` }),
    );
    const form = new FormData();
    form.set("name", "Bình");
    form.set("$ACTION_ID", "what Next.js adds");
    expect(await greet(null, form)).toEqual({ ok: true, data: "Chào Bình" });
  });
});
