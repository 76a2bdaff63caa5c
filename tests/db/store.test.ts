import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { migrate } from "@/db/migrate";
import { openStore, type Db, type ReadDb, type Store } from "@/db/store";
import { StoreMisuse } from "@/db/store/transactions";
import { engines, openFreshStore } from "../support/databases";
import { findPostgres, startPostgres, type PostgresServer } from "../support/postgres";

const postgres = findPostgres();

async function addOrganisation(tx: Db, id: string, name = "0") {
  await tx.insert(tx.tables.organisations).values({ id, name });
}

async function countOf(db: ReadDb, id: string): Promise<number> {
  const { organisations } = db.tables;
  const [row] = await db.select().from(organisations).where(eq(organisations.id, id));
  return Number(row?.name);
}

/** Reads, lets others run, writes: what loses updates without a lock. */
async function increment(tx: Db, id: string) {
  const count = await countOf(tx, id);
  await new Promise((resolve) => setTimeout(resolve, 1));
  const { organisations } = tx.tables;
  await tx
    .update(organisations)
    .set({ name: String(count + 1) })
    .where(eq(organisations.id, id));
}

function describeStore(name: string, open: () => Promise<Store>) {
  describe(`store on ${name}`, () => {
    it("keeps everything that a transaction did, and answers its result", async () => {
      const store = await open();
      const answer = await store.transact(async (tx) => {
        await addOrganisation(tx, "a");
        return "done";
      });
      expect(answer).toBe("done");
      expect(await countOf(store.db, "a")).toBe(0);
    });

    it("keeps nothing of a transaction that throws, and goes on", async () => {
      const store = await open();
      const failing = store.transact(async (tx) => {
        await addOrganisation(tx, "a");
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      expect(await store.db.select().from(store.db.tables.organisations)).toEqual([]);
      await store.transact((tx) => addOrganisation(tx, "a"));
      expect(await store.db.select().from(store.db.tables.organisations)).toHaveLength(1);
    });

    it("keeps nothing of a transaction that the database refuses half-way", async () => {
      const store = await open();
      const failing = store.transact(async (tx) => {
        await addOrganisation(tx, "a");
        await tx.insert(tx.tables.congresses).values({ termId: "nowhere" });
      });
      await expect(failing).rejects.toThrow();
      expect(await store.db.select().from(store.db.tables.organisations)).toEqual([]);
    });

    it("loses none of 100 increments that begin at once", async () => {
      const store = await open();
      await store.transact((tx) => addOrganisation(tx, "a"));
      await Promise.all(Array.from({ length: 100 }, () => store.transact((tx) => increment(tx, "a"))));
      expect(await countOf(store.db, "a")).toBe(100);
    });

    it("shows nothing unfinished to readers outside", async () => {
      const store = await open();
      await store.transact((tx) => addOrganisation(tx, "a", "1"));
      let finish = () => {};
      const mayEnd = new Promise<void>((resolve) => (finish = resolve));
      const written = new Promise<void>((resolve) => {
        void store.transact(async (tx) => {
          await tx.update(tx.tables.organisations).set({ name: "2" });
          resolve();
          await mayEnd;
        });
      });
      await written;
      const seen = countOf(store.db, "a");
      // PGlite has one connection, so its reader waits for the end; a server and SQLite answer meanwhile.
      if (name === "PGlite") finish();
      expect(await seen).toBe(name === "PGlite" ? 2 : 1);
      finish();
    });

    it("refuses to nest, and to use the outer handle inside", async () => {
      const store = await open();
      const nested = store.transact(() => store.transact(async () => undefined));
      await expect(nested).rejects.toThrow(StoreMisuse);
      const outside = store.transact(async () => store.db.select().from(store.db.tables.units));
      await expect(outside).rejects.toThrow(StoreMisuse);
      const reading = store.transact(() => store.read(async () => undefined));
      await expect(reading).rejects.toThrow(StoreMisuse);
    });

    it("refuses a handle after its transaction has ended", async () => {
      const store = await open();
      const escaped = await store.transact(async (tx) => () => tx.select().from(tx.tables.units));
      expect(escaped).toThrow(StoreMisuse);
    });

    it("lets the account library join the running transaction, or makes one for it", async () => {
      const store = await open();
      const failing = store.transact(async (tx) => {
        await addOrganisation(tx, "a");
        await store.joinOrTransact((joined) => addOrganisation(joined, "b"));
        expect(await countOf(store.joinOrRead(), "b")).toBe(0);
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      await store.joinOrTransact((own) => addOrganisation(own, "c"));
      const kept = await store.joinOrRead().select().from(store.db.tables.organisations);
      expect(kept.map(({ id }) => id)).toEqual(["c"]);
    });
  });
}

for (const engine of engines) describeStore(engine === "sqlite" ? "SQLite" : "PGlite", () => openFreshStore(engine));

/** Whatever is written between two reads of a snapshot stays unseen by it. */
async function expectSteadySnapshot(store: Store) {
  await store.transact((tx) => addOrganisation(tx, "a", "1"));
  const [before, after] = await store.read(async (db) => {
    const first = await countOf(db, "a");
    await otherContext(() => store.transact((tx) => increment(tx, "a")));
    return [first, await countOf(db, "a")];
  });
  expect([before, after]).toEqual([1, 1]);
  expect(await countOf(store.db, "a")).toBe(2);
}

function otherContext<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    setImmediate(() => void work().then(resolve, reject));
  });
}

describe("store.read", () => {
  it("is one consistent snapshot on SQLite", async () => expectSteadySnapshot(await openFreshStore("sqlite")));

  it("cannot write on SQLite, whatever it is cast to", async () => {
    const store = await openFreshStore("sqlite");
    await expect(store.read((db) => addOrganisation(db as Db, "a"))).rejects.toThrow();
    await expect(addOrganisation(store.db as Db, "a")).rejects.toThrow();
  });

  it("cannot write on PostgreSQL, whatever it is cast to", async () => {
    const store = await openFreshStore("pg");
    await expect(store.read((db) => addOrganisation(db as Db, "a"))).rejects.toThrow();
  });
});

describe.skipIf(!postgres)(
  `on a real PostgreSQL server${postgres ? "" : " (skipped: no PostgreSQL server programs found)"}`,
  () => {
    let server: PostgresServer | undefined;
    beforeAll(() => void (server = startPostgres(postgres!)));
    afterAll(() => server?.stop());

    async function openReal(): Promise<Store> {
      const url = server!.createDatabase();
      await migrate(url);
      const store = await openStore(url);
      onTestFinished(() => store.close());
      return store;
    }

    describeStore("PostgreSQL", openReal);
    it("reads one consistent snapshot", async () => expectSteadySnapshot(await openReal()));

    it("migrates from several processes' worth of connections at once, each migration once", async () => {
      const url = server!.createDatabase();
      const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
      expect(applied.filter((tags) => tags.length > 0)).toHaveLength(1);
    });
  },
);
