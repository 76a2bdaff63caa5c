import { describe, expect, it } from "vitest";
import { appendAudit, findAuditHead, listAudit, listAuditChain } from "@/db/queries/audit";
import type { Db } from "@/db/store";
import { canonicalText, EMPTY_CHAIN } from "@/domain/audit";
import { engines, openFreshStore } from "../support/databases";

const at = "2024-03-01T08:00:00.000Z";

async function signIn(tx: Db, login: string) {
  const actor = { id: login, login, name: login };
  await appendAudit(tx, {
    actor,
    at,
    action: "account.signed_in",
    subject: { type: "account", id: login },
    before: null,
    after: null,
  });
}

describe.each(engines)("audit log on %s", (engine) => {
  it("chains rows by number and hash, also of 50 deeds at once", async () => {
    const store = await openFreshStore(engine);
    await Promise.all(Array.from({ length: 50 }, (_, index) => store.transact((tx) => signIn(tx, `a${index}`))));
    const chain = await listAuditChain(store.db, 0, 100);
    expect(chain.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(chain.map(({ prevHash }) => prevHash)).toEqual([EMPTY_CHAIN, ...chain.slice(0, -1).map(({ hash }) => hash)]);
    expect(await findAuditHead(store.db)).toEqual({ seq: 50, hash: chain.at(-1)?.hash });
  });

  it("keeps nothing of a deed that failed", async () => {
    const store = await openFreshStore(engine);
    const failing = store.transact(async (tx) => {
      await signIn(tx, "a");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await listAuditChain(store.db, 0, 10)).toEqual([]);
    expect(await findAuditHead(store.db)).toEqual({ seq: 0, hash: EMPTY_CHAIN });
  });

  it("keeps states as canonical text, and finds rows by subject, actor, action and page", async () => {
    const store = await openFreshStore(engine);
    await store.transact(async (tx) => {
      await signIn(tx, "a");
      await signIn(tx, "b");
      await appendAudit(tx, {
        ...{ actor: { id: "b", login: "b", name: "Bí thư" }, at },
        action: "submission.accepted",
        subject: { type: "submission", id: "s1" },
        before: { state: "submitted", note: "Du\u031B\u0323 tính" },
        after: { version: 2, state: "accepted", note: undefined },
      });
    });
    const [newest] = await listAudit(store.db, {}, 1);
    expect(newest).toMatchObject({
      seq: 3,
      before: '{"note":"D\u1EF1 tính","state":"submitted"}',
      after: '{"state":"accepted","version":2}',
    });
    const seqs = async (filter: Parameters<typeof listAudit>[1]) =>
      (await listAudit(store.db, filter, 9)).map(({ seq }) => seq);
    expect(await seqs({ subject: { type: "submission", id: "s1" } })).toEqual([3]);
    expect(await seqs({ actorId: "b" })).toEqual([3, 2]);
    expect(await seqs({ actions: ["account.signed_in"] })).toEqual([2, 1]);
    expect(await seqs({ beforeSeq: 2 })).toEqual([1]);
  });

  it("refuses to change or forget a row", async () => {
    const store = await openFreshStore(engine);
    await store.transact((tx) => signIn(tx, "a"));
    await expect(store.transact((tx) => tx.update(tx.tables.auditLog).set({ action: "x" }))).rejects.toThrow();
    await expect(store.transact((tx) => tx.delete(tx.tables.auditLog))).rejects.toThrow();
    expect(await listAuditChain(store.db, 0, 10)).toHaveLength(1);
  });
});

describe("canonicalText", () => {
  it("is the same whatever order keys and whatever form letters come in", () => {
    expect(canonicalText({ b: [1, { d: null, c: "Đảng ủy".normalize("NFD") }], a: undefined })).toBe(
      canonicalText({ b: [1, { c: "Đảng ủy".normalize("NFC"), d: null }] }),
    );
  });
});
