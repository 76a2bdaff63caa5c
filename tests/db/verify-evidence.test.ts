import { mkdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { evidencePath, hashContent, keepContent, listContent, readContent } from "@/db/evidence-folder";
import { insertEvidence } from "@/db/queries/evidence-files";
import { verifyEvidence } from "@/db/verify-evidence";
import { importBundle } from "@/server/workflows/bundles";
import { everything, importer, validBundle } from "../support/bundles";
import { engines, openFreshStore, temporaryFolder } from "../support/databases";
import { pdf } from "../support/evidence";

const NOW = Date.parse("2026-03-10T02:00:00.000Z");
const at = "2026-03-01T02:00:00.000Z";

/** Somebody's content in a folder, written long ago. */
async function keepOld(folder: string, bytes: Uint8Array): Promise<string> {
  const hash = await keepContent(folder, bytes);
  await utimes(join(folder, evidencePath(hash)), new Date(at), new Date(at));
  return hash;
}

it("content lies under its hash, for its owner alone, whole or not at all", async () => {
  const folder = join(await temporaryFolder(), "evidence");
  const bytes = pdf();
  const hash = await keepContent(folder, bytes);
  expect(await keepContent(folder, bytes)).toBe(hash);
  const place = join(folder, hash.slice(0, 2), hash);
  expect((await listContent(folder)).map(({ path }) => path)).toEqual([`${hash.slice(0, 2)}/${hash}`]);
  expect([
    ((await stat(place)).mode & 0o777).toString(8),
    ((await stat(dirname(place))).mode & 0o777).toString(8),
  ]).toEqual(["600", "700"]);
  expect(await readContent(folder, hash)).toEqual(Buffer.from(bytes));
});

it("content that cannot be written leaves nothing behind", async () => {
  const folder = await temporaryFolder();
  const hash = hashContent(pdf());
  await mkdir(join(folder, evidencePath(hash)), { recursive: true }); // something else stands in its place
  await expect(keepContent(folder, pdf())).rejects.toThrow();
  expect(await listContent(folder)).toEqual([]);
});

it.each(engines)("verify on %s names what is missing, damaged and nobody's, and nothing else", async (engine) => {
  const store = await openFreshStore(engine);
  await importBundle(store, importer, validBundle(everything));
  const folder = join(await temporaryFolder(), "evidence");
  expect(await verifyEvidence(store.db, folder, NOW)).toEqual({ files: 0, findings: [] });

  const { units, periods, measures } = store.db.tables;
  const [measure] = await store.db.select().from(measures).where(eq(measures.code, "m1"));
  const [unit] = await store.db.select().from(units).where(eq(units.code, "cb1"));
  const [period] = await store.db.select().from(periods).where(eq(periods.termId, measure!.termId));
  const subject = {
    termId: measure!.termId,
    unitId: unit!.id,
    measureId: measure!.id,
    periodId: period!.id,
    explanationId: null,
  };
  const attach = async (name: string, bytes: Uint8Array) => {
    const hash = await keepOld(folder, bytes);
    const file = { name, mediaType: "application/pdf", size: bytes.byteLength, hash };
    await store.transact((tx) => insertEvidence(tx, { ...subject, ...file }, { by: null, at }));
    return hash;
  };
  await attach("còn nguyên.pdf", pdf("một"));
  await attach("tên khác.pdf", pdf("một"));
  const damaged = await attach("hỏng.pdf", pdf("hai"));
  const missing = await attach("mất.pdf", pdf("ba"));
  expect(await verifyEvidence(store.db, folder, NOW)).toEqual({ files: 3, findings: [] });

  await writeFile(join(folder, evidencePath(damaged)), pdf("hay"));
  await rm(join(folder, evidencePath(missing)));
  const orphan = await keepOld(folder, pdf("bốn"));
  await keepContent(folder, pdf("năm")); // just now: its row may be on the way
  expect((await verifyEvidence(store.db, folder, Date.now())).findings).toEqual([
    { type: "evidence_damaged", path: evidencePath(damaged), name: "hỏng.pdf" },
    { type: "evidence_missing", path: evidencePath(missing), name: "mất.pdf" },
    { type: "evidence_orphan", path: evidencePath(orphan), name: "" },
  ]);
});
