import { describe, expect, it } from "vitest";
import { listTerms } from "@/db/queries/terms";
import { readRemembered } from "@/server/remembered";
import { recordAudit } from "@/server/workflows/audit";
import { systemActor } from "@/server/system-actor";
import { engines, openFreshStore } from "../support/databases";
import { DAY } from "../support/accounts";

describe.each(engines)("views that are remembered on %s", (engine) => {
  async function open() {
    const store = await openFreshStore(engine);
    let reads = 0;
    const ask = (key: string) =>
      readRemembered(store, key, async (db) => {
        reads += 1;
        return (await listTerms(db)).length;
      });
    const write = () =>
      store.transact((tx) =>
        recordAudit(tx, systemActor("terms.configure", DAY), {
          ...{ action: "term.changed", before: null, after: null },
          subject: { type: "term", id: "t" },
        }),
      );
    return { store, ask, write, reads: () => reads };
  }

  it("are read once while nothing is written", async () => {
    const { ask, reads } = await open();
    await ask("a");
    await ask("a");
    expect(reads()).toBe(1);
  });

  it("are read anew after a write, and for another key", async () => {
    const { ask, write, reads } = await open();
    await ask("a");
    await write();
    await ask("a");
    expect(reads()).toBe(2);
    await ask("b");
    expect(reads()).toBe(3);
  });

  it("are never those of another database", async () => {
    const [first, second] = [await open(), await open()];
    await first.ask("a");
    await second.ask("a");
    expect([first.reads(), second.reads()]).toEqual([1, 1]);
  });

  it("are let go of, the longest unasked first, when there are many", async () => {
    const { ask, reads } = await open();
    await ask("first");
    for (let index = 0; index < 60; index += 1) await ask(`other ${index}`);
    const before = reads();
    await ask("first");
    expect(reads()).toBe(before + 1);
  });
});
