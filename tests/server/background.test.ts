import { describe, expect, it, vi } from "vitest";
import { openStore } from "@/db/store";
import { inWorker, type WorkerLimits } from "@/server/background/in-worker";
import { previewBundle } from "@/server/workflows/bundle-files";
import { everything, importer, sampleBundle } from "../support/bundles";
import { countRows, freshSqliteFile, openFreshStore } from "../support/databases";

const bytesOf = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));
const file = bytesOf(everything);
const preview = (limits?: WorkerLimits) =>
  inWorker("bundle.preview", { actor: importer, file: file.slice(), locale: "vi" }, limits);

/** Lets workers open a database of the test's own. */
async function ownDatabase(): Promise<string> {
  const url = `file:${await freshSqliteFile()}`;
  vi.stubEnv("DATABASE_URL", url);
  return url;
}

/** How often the event loop came round while the work went on. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ readonly turns: number; readonly result: T }> {
  let turns = 0;
  let going = true;
  const turn = () => {
    turns += 1;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  const result = await work.finally(() => (going = false));
  return { turns, result };
}

describe("a job in a worker", () => {
  it("answers what the same work answers here, keeps nothing of a preview, and lets the event loop go on", async () => {
    const store = await openStore(await ownDatabase());
    const before = await countRows(store);
    const sample = bytesOf(sampleBundle("2020-2025"));
    const asked = inWorker("bundle.preview", { actor: importer, file: sample.slice(), locale: "vi" });
    const { turns, result } = await turnsDuring(asked);
    expect(result).toEqual(await previewBundle(await openFreshStore("sqlite"), importer, sample, "vi"));
    expect(turns).toBeGreaterThan(100);
    expect(await countRows(store)).toEqual(before);
    await store.close();
  });

  it("writes beside the server's own connections, which see it at once", async () => {
    const store = await openStore(await ownDatabase());
    const seen = await preview();
    if (!seen.ok) throw new Error(JSON.stringify(seen.problems));
    const { hash, confirmName: typedName } = seen;
    const taken = inWorker("bundle.import", { actor: importer, file: file.slice(), hash, typedName });
    await expect(taken).resolves.toEqual({ terms: [{ code: "2015-2020", name: everything.terms[0]!.name }] });
    expect(await store.db.select().from(store.db.tables.terms)).toHaveLength(1);
    await expect(preview()).resolves.toMatchObject({ ok: false, identical: true });
    await store.close();
  });

  it("is refused with the error, values and fields of the work itself", async () => {
    await ownDatabase();
    const confirmed = { hash: "0".repeat(64), typedName: "" };
    const other = inWorker("bundle.import", { actor: importer, file: file.slice(), ...confirmed });
    await expect(other).rejects.toMatchObject({ name: "DomainError", code: "file_changed" });
    const seen = await preview();
    const { hash } = seen as Extract<typeof seen, { ok: true }>;
    const untyped = inWorker("bundle.import", { actor: importer, file: file.slice(), hash, typedName: "khác" });
    await expect(untyped).rejects.toMatchObject({ fields: { typedName: { code: "name_not_typed" } } });
  });

  it("that breaks down ends with its error, and the next one is done", async () => {
    vi.stubEnv("DATABASE_URL", "mysql://nowhere");
    await expect(preview()).rejects.toThrow("DATABASE_URL must begin with file: or postgres://");
    await ownDatabase();
    await expect(preview()).resolves.toMatchObject({ ok: true });
  });

  it.each([
    ["time", { withinMs: 1, megabytes: 512 }],
    ["memory", { withinMs: 60_000, megabytes: 8 }],
  ])("that needs more %s than it is given is stopped", async (_, limits) => {
    await ownDatabase();
    await expect(preview(limits)).rejects.toMatchObject({ code: "too_much_work" });
  });
});
