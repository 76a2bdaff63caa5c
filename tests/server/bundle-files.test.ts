import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listExports } from "@/db/queries/exports";
import type { Store } from "@/db/store";
import { calculateBundle } from "@/domain/bundle/calculate";
import { bundleFileName } from "@/domain/bundle/file-name";
import { readBundleText } from "@/domain/bundle/read";
import { asCalendarDate } from "@/domain/dates";
import { systemActor } from "@/server/system-actor";
import { readOverview } from "@/server/loaders/overview-reading";
import { exportBundleFile, importBundleFile, previewBundle } from "@/server/workflows/bundle-files";
import { BundleRefused, importBundle } from "@/server/workflows/bundles";
import { everything, importer, sampleBundle, validBundle } from "../support/bundles";
import { countRows, engines, openFreshStore } from "../support/databases";

const TODAY = asCalendarDate("2024-01-01");
const exporter = systemActor("bundles.export", TODAY);

const bytesOf = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));

async function previewed(store: Store, json: unknown) {
  const preview = await previewBundle(store, importer, bytesOf(json), "vi");
  if (!preview.ok) throw new Error(JSON.stringify(preview.problems));
  return preview;
}

async function overviewOf(store: Store, term: string) {
  return store.read((db) => readOverview(db, { query: { term }, today: TODAY, locale: "vi" }, false));
}

describe.each(engines)("a bundle file on %s", (engine) => {
  it("is previewed without a row being kept, and shows the overview that stands there afterwards", async () => {
    const store = await openFreshStore(engine);
    const sample = sampleBundle("2020-2025");
    const before = await countRows(store);
    const preview = await previewed(store, sample);
    expect(await countRows(store)).toEqual(before);
    const [term] = preview.terms;
    const { hash, confirmName } = preview;
    await importBundleFile(store, importer, bytesOf(sample), { hash, typedName: confirmName });
    expect(term?.results).toEqual(await overviewOf(store, "2020-2025"));
    expect(term?.results?.targets).toHaveLength(term?.counts.targets ?? -1);
  });

  it("counts what it brings: figures by state, units that are here already, what of the organisation is filled in", async () => {
    const store = await openFreshStore(engine);
    const first = await previewed(store, everything);
    expect(first.units).toEqual({ added: everything.units.length, same: 0 });
    expect(first.organisation).toContainEqual({ field: "name", value: "Đảng bộ Ban Quản lý" });
    const { figures } = first.terms[0]!;
    const told = figures.accepted + figures.submitted + figures.returned + figures.draft;
    expect(told).toBe(everything.terms[0]!.figures.length);
    expect(figures).toMatchObject({ submitted: 2, returned: 1, draft: 1 });
    await importBundle(store, importer, validBundle(everything));
    const next = { id: "2020-2025", name: "Nhiệm kỳ 2020 - 2025", startsOn: "2020-07-01", endsOn: "2025-06-30" };
    const second = await previewed(store, { ...everything, terms: [{ ...next, targets: [] }] });
    expect([second.units, second.organisation]).toEqual([{ added: 0, same: everything.units.length }, []]);
  });

  it("that is here already differs in nothing; a changed one is refused at its path", async () => {
    const store = await openFreshStore(engine);
    await importBundle(store, importer, validBundle(everything));
    const again = await previewBundle(store, importer, bytesOf(everything), "vi");
    expect(again).toMatchObject({ ok: false, identical: true });
    const other = structuredClone(everything) as { units: { to?: string }[]; terms: { name: string }[] };
    other.terms[0]!.name = "Nhiệm kỳ khác";
    expect(await previewBundle(store, importer, bytesOf(other), "vi")).toMatchObject({ ok: false, identical: false });
    other.units[3]!.to = "2018-07-31";
    expect(await previewBundle(store, importer, bytesOf(other), "vi")).toMatchObject({
      problems: [
        { path: "units.3.to", code: "unit_differs" },
        { path: "terms.0.id", code: "term_exists" },
      ],
    });
  });

  it("is refused when it is another than the previewed one, or the name is not typed as it stands", async () => {
    const store = await openFreshStore(engine);
    const { hash, confirmName } = await previewed(store, everything);
    const before = await countRows(store);
    const take = (json: unknown, typedName: string) =>
      importBundleFile(store, importer, bytesOf(json), { hash, typedName });
    await expect(take({ ...everything, "x-note": 1 }, confirmName)).rejects.toMatchObject({ code: "file_changed" });
    await expect(take(everything, `${confirmName}x`)).rejects.toMatchObject({
      code: "name_not_typed",
      fields: { typedName: { code: "name_not_typed" } },
    });
    expect(await countRows(store)).toEqual(before);
    expect(await take(everything, `  ${confirmName.normalize("NFD")} `)).toEqual({
      terms: [{ code: "2015-2020", name: everything.terms[0]!.name }],
    });
    await expect(take(everything, confirmName)).rejects.toBeInstanceOf(BundleRefused);
  });

  it("leaves with its hash in the export log and the audit log, reads back and calculates the same", async () => {
    const store = await openFreshStore(engine);
    const [old, running] = [sampleBundle("2015-2020"), sampleBundle("2020-2025")];
    for (const sample of [old, running]) await importBundle(store, importer, sample);
    const { fileName, text } = await exportBundleFile(store, exporter, ["2020-2025"]);
    expect(fileName).toBe("tien-do-2020-2025_2024-01-01.json");
    const reading = readBundleText(text);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const asOf = asCalendarDate("2023-06-30");
    for (const basis of ["accepted", "provisional"] as const) {
      expect(calculateBundle(reading.bundle, asOf, basis)).toEqual(calculateBundle(running, asOf, basis));
    }
    const [logged] = await listExports(store.db, 1);
    expect(logged).toMatchObject({ report: "bundle", format: "json", fileName, termCode: "2020-2025" });
    const { auditLog } = store.db.tables;
    const [audited] = await store.db.select().from(auditLog).where(eq(auditLog.action, "bundle.exported"));
    expect(JSON.parse(audited?.after ?? "null")).toEqual({ terms: ["2020-2025"], fileName, hash: logged?.hash });
    const all = await exportBundleFile(store, exporter, []);
    expect(all.fileName).toBe("tien-do-2015-2020_2020-2025_2024-01-01.json");
    await expect(exportBundleFile(store, exporter, ["2030"])).rejects.toMatchObject({ code: "not_found" });
  });

  it("of a draft says that the term is not closed, so it comes in as a running one", async () => {
    const store = await openFreshStore(engine);
    await importBundle(store, importer, validBundle(everything));
    const { terms } = store.db.tables;
    await store.transact((tx) => tx.update(terms).set({ draft: true, closed: false }));
    const { text } = await exportBundleFile(store, exporter, []);
    const second = await openFreshStore(engine);
    await importBundle(second, importer, validBundle(JSON.parse(text)));
    expect(await second.db.select().from(second.db.tables.terms)).toMatchObject([{ draft: false, closed: false }]);
  });
});

describe("the name of an exported file", () => {
  it.each([
    [["2020-2025"], "tien-do-2020-2025_2026-11-25.json"],
    [["a/b", "Đảng bộ"], "tien-do-a-b_Dang-bo_2026-11-25.json"],
    [["1", "2", "3", "4"], "tien-do-4-nhiem-ky_2026-11-25.json"],
    [[], "tien-do-don-vi_2026-11-25.json"],
  ])("of terms %j is %s", (codes, name) => {
    expect(bundleFileName(codes, asCalendarDate("2026-11-25"))).toBe(name);
  });
});
