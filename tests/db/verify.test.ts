import { and, eq, isNotNull, sql } from "drizzle-orm";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { appendAudit } from "@/db/queries/audit";
import { openStore, type Db, type Store } from "@/db/store";
import { verifyDatabase, type Finding } from "@/db/verify";
import { importBundle } from "@/server/workflows/bundles";
import { everything, importer, validBundle } from "../support/bundles";
import { engines, freshSqliteFile, openFreshStore } from "../support/databases";

const at = "2024-01-01T00:00:00.000Z";
const actor = { id: null, login: "system", name: "Hệ thống" };

async function fillStore(store: Store): Promise<Store> {
  await importBundle(store, importer, validBundle(everything));
  await store.transact(async (tx) => {
    for (const id of ["a", "b", "c"]) {
      await appendAudit(tx, {
        actor,
        at,
        action: "account.signed_in",
        subject: { type: "account", id },
        before: null,
        after: { id },
      });
    }
  });
  return store;
}

async function findingsOf(store: Store): Promise<readonly Finding[]> {
  return (await store.read(verifyDatabase)).findings;
}

const place = { term: "2015-2020", measure: "m1", period: "2016-03", unit: "cb1", basis: "accepted" };

/** The one total of Chi bộ 1 for attendance in March 2016 on accepted figures: 27 of 28. */
async function whereMarch(tx: Db) {
  const { totals, measures, periods, units } = tx.tables;
  const [measure] = await tx.select().from(measures).where(eq(measures.code, "m1"));
  const [period] = await tx
    .select()
    .from(periods)
    .where(eq(periods.key, "2016-03" as never));
  const [unit] = await tx.select().from(units).where(eq(units.code, "cb1"));
  return and(
    eq(totals.measureId, measure!.id),
    eq(totals.periodId, period!.id),
    eq(totals.scope, unit!.id),
    eq(totals.basis, "accepted"),
  );
}

describe.each(engines)("verify on %s", (engine) => {
  it("finds nothing wrong with a database that nobody tampered with", async () => {
    const store = await fillStore(await openFreshStore(engine));
    const verification = await store.read(verifyDatabase);
    expect(verification.findings).toEqual([]);
    expect(verification.auditRows).toBe(4);
    expect(verification.totals).toBeGreaterThan(100);
  });

  it("finds a total that was changed", async () => {
    const store = await fillStore(await openFreshStore(engine));
    await store.transact(async (tx) => {
      await tx
        .update(tx.tables.totals)
        .set({ value: "100" })
        .where(await whereMarch(tx));
    });
    expect(await findingsOf(store)).toEqual([
      { type: "total_differs", place, field: "value", kept: "100", computed: "675/7" },
    ]);
  });

  it("finds a total that is missing, and one that has no ground", async () => {
    const store = await fillStore(await openFreshStore(engine));
    await store.transact(async (tx) => {
      const { totals, units } = tx.tables;
      const [total] = await tx
        .select()
        .from(totals)
        .where(await whereMarch(tx));
      const [founded] = await tx.select().from(units).where(eq(units.code, "cb3"));
      await tx.delete(totals).where(await whereMarch(tx));
      await tx.insert(totals).values({ ...total!, scope: founded!.id, unitId: founded!.id });
    });
    expect(await findingsOf(store)).toEqual([
      { type: "total_missing", place },
      { type: "total_unfounded", place: { ...place, unit: "cb3" } },
    ]);
  });

  it("finds a head that does not stand where the chain ends", async () => {
    const store = await fillStore(await openFreshStore(engine));
    await store.transact((tx) => tx.update(tx.tables.auditHead).set({ seq: 3 }));
    expect(await findingsOf(store)).toEqual([{ type: "audit_head_differs", seq: 4, headSeq: 3 }]);
    await store.transact((tx) => tx.delete(tx.tables.auditHead));
    expect(await findingsOf(store)).toEqual([{ type: "audit_head_missing" }]);
  });

  it("finds a figure that was changed behind its totals", async () => {
    const store = await fillStore(await openFreshStore(engine));
    await store.transact(async (tx) => {
      const { totals } = tx.tables;
      await tx
        .update(totals)
        .set({ sumN: sql`${totals.sumN} + 1` })
        .where(and(await whereMarch(tx), isNotNull(totals.sumN)));
    });
    expect(await findingsOf(store)).toEqual([
      { type: "total_differs", place, field: "sumN", kept: "27001", computed: "27000" },
    ]);
  });
});

describe("verify of an audit log that was tampered with behind the triggers", () => {
  /** Opens the file with another program, takes the triggers away and changes what they guard. */
  async function tamperedStore(statement: string): Promise<Store> {
    const file = await freshSqliteFile();
    const store = await fillStore(await openStore(`file:${file}`));
    await store.close();
    const client = new Database(file);
    client.exec("DROP TRIGGER audit_log_keeps; DROP TRIGGER audit_log_stays");
    client.exec(statement);
    client.close();
    const reopened = await openStore(`file:${file}`);
    onTestFinished(() => reopened.close());
    return reopened;
  }

  it.each<[string, string, Finding[]]>([
    ["a changed text", `update audit_log set after = '{"id":"x"}' where seq = 2`, [{ type: "audit_changed", seq: 2 }]],
    ["a changed name", "update audit_log set actor_login = 'ai' where seq = 3", [{ type: "audit_changed", seq: 3 }]],
    [
      "a changed time",
      "update audit_log set at = '2025-01-01T00:00:00.000Z' where seq = 3",
      [{ type: "audit_changed", seq: 3 }],
    ],
    ["a row taken out", "delete from audit_log where seq = 2", [{ type: "audit_missing", seq: 2 }]],
    [
      "the last row taken away",
      "delete from audit_log where seq = 4",
      [{ type: "audit_head_differs", seq: 3, headSeq: 4 }],
    ],
    ["everything taken away", "delete from audit_log", [{ type: "audit_head_differs", seq: 0, headSeq: 4 }]],
  ])("finds %s", async (_, statement, findings) => {
    expect(await findingsOf(await tamperedStore(statement))).toEqual(findings);
  });

  it("finds a row that was replaced together with its own hash", async () => {
    const donor = await tamperedStore("update audit_log set after = null where seq = -1");
    const [row] = await donor.db.select().from(donor.db.tables.auditLog).where(eq(donor.db.tables.auditLog.seq, 2));
    const { hashRecord } = await import("@/db/queries/audit");
    const forged = hashRecord(row!.prevHash, { ...row!, after: null });
    const store = await tamperedStore(`update audit_log set after = null, hash = '${forged}' where seq = 2`);
    const findings = await findingsOf(store);
    expect(findings).toContainEqual({ type: "audit_unchained", seq: 3 });
  });
});
