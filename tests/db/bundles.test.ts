import { describe, expect, it } from "vitest";
import { exportBundle, importBundle, BundleRefused } from "@/server/workflows/bundles";
import { canonicalBundle, writeBundle } from "@/domain/bundle/write";
import type { Bundle } from "@/domain/bundle/schema";
import { countRows, engines, openFreshStore } from "../support/databases";
import { everything, importer, sampleBundle, validBundle } from "../support/bundles";

type Change = (bundle: Bundle) => void;

function changed(change: Change): Bundle {
  const bundle = structuredClone(everything);
  change(bundle as Bundle);
  return validBundle(bundle);
}

/** The same organisation and units with a term of its own. */
function nextTerm(change: Change = () => undefined): Bundle {
  return changed((bundle) => {
    bundle.terms = [
      { id: "2020-2025", name: "Nhiệm kỳ 2020 - 2025", startsOn: "2020-07-01", endsOn: "2025-06-30", targets: [] },
    ];
    change(bundle);
  });
}

describe.each(engines)("bundles on %s", (engine) => {
  it("go in and come out the same", async () => {
    const store = await openFreshStore(engine);
    const bundle = validBundle(everything);
    await importBundle(store, importer, bundle);
    const exported = await exportBundle(store);
    expect(exported).toEqual(canonicalBundle(bundle));
    expect(writeBundle(exported)).toBe(writeBundle(bundle));
  });

  it("come out of a second database as of the first, with corrections, events, plan changes and updates", async () => {
    const [first, second] = [await openFreshStore(engine), await openFreshStore(engine)];
    await importBundle(first, importer, validBundle(everything));
    const exported = writeBundle(await exportBundle(first));
    await importBundle(second, importer, validBundle(JSON.parse(exported)));
    expect(writeBundle(await exportBundle(second))).toBe(exported);
  });

  it("that ship go in together and come out the same", async () => {
    const store = await openFreshStore(engine);
    const samples = [sampleBundle("2015-2020"), sampleBundle("2020-2025")];
    for (const sample of samples) await importBundle(store, importer, sample);
    for (const sample of samples) {
      const codes = sample.terms.map(({ id }) => id);
      expect((await exportBundle(store, codes)).terms).toEqual(canonicalBundle(sample).terms);
    }
  });

  it("share units that say the same, and bring a further term", async () => {
    const store = await openFreshStore(engine);
    await importBundle(store, importer, validBundle(everything));
    await importBundle(store, importer, nextTerm());
    expect((await exportBundle(store)).terms.map(({ id }) => id)).toEqual(["2015-2020", "2020-2025"]);
    expect((await exportBundle(store, ["2020-2025"])).terms).toHaveLength(1);
  });

  it.each<[string, Bundle, object]>([
    ["a term that is there", validBundle(everything), { path: "terms.0.id", code: "term_exists" }],
    [
      "an organisation of another name",
      nextTerm((bundle) => (bundle.organisation = { name: "Đảng bộ khác" })),
      { path: "organisation.name", code: "organisation_differs" },
    ],
    [
      "a unit that ended on another day",
      nextTerm((bundle) => (bundle.units[3]!.to = "2018-07-31")),
      {
        path: "units.3.to",
        code: "unit_differs",
        values: { id: "cb2", field: "to", stored: "2018-06-30", value: "2018-07-31" },
      },
    ],
    [
      "a unit of another name",
      nextTerm((bundle) => (bundle.units[2]!.name = "Chi bộ I")),
      {
        path: "units.2.versions",
        code: "unit_differs",
        values: {
          id: "cb1",
          field: "versions",
          stored: "2015-01-01, Chi bộ 1, k1, 3",
          value: "2015-01-01, Chi bộ I, k1, 3",
        },
      },
    ],
    [
      "an event of another decision",
      nextTerm((bundle) => (bundle.unitEvents![0]!.decision = "13-QĐ/ĐU")),
      { path: "unitEvents.0.decision", code: "event_differs" },
    ],
  ])("refuse %s, naming the difference, and store nothing", async (_, bundle, problem) => {
    const store = await openFreshStore(engine);
    await importBundle(store, importer, validBundle(everything));
    const before = await countRows(store);
    const refusal = await importBundle(store, importer, bundle).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(BundleRefused);
    expect((refusal as BundleRefused).problems).toEqual([expect.objectContaining(problem)]);
    expect(await countRows(store)).toEqual(before);
  });

  it("refuse a unit and an event that differ in several fields, telling each of them", async () => {
    const store = await openFreshStore(engine);
    await importBundle(store, importer, validBundle(everything));
    const other = nextTerm(({ units, unitEvents }) => {
      Object.assign(units[3]!, { to: "2018-07-31", name: "Chi bộ II" });
      Object.assign(unitEvents![0]!, { decision: "13-QĐ/ĐU", into: ["cb1"] });
    });
    const refusal = await importBundle(store, importer, other).catch((error: unknown) => error);
    expect((refusal as BundleRefused).problems.map(({ path, code }) => [path, code])).toEqual([
      ["units.3.to", "unit_differs"],
      ["units.3.versions", "unit_differs"],
      ["unitEvents.0.decision", "event_differs"],
      ["unitEvents.0.into", "event_differs"],
    ]);
  });

  it("refuse figures of one report in two states", async () => {
    const store = await openFreshStore(engine);
    const bundle = changed(({ terms }) => (terms[0]!.figures![1]!.status = "draft"));
    const refusal = await importBundle(store, importer, bundle).catch((error: unknown) => error);
    expect((refusal as BundleRefused).problems).toEqual([
      { path: "terms.0.figures.1.status", code: "mixed_statuses", values: { stored: "accepted", value: "draft" } },
    ]);
  });
});

describe("text of a bundle", () => {
  it("is stored in NFC", async () => {
    const store = await openFreshStore("sqlite");
    const decomposed = changed(({ units }) => (units[0]!.name = "Đảng ủy".normalize("NFD")));
    await importBundle(store, importer, decomposed);
    expect((await exportBundle(store)).units[0]?.name).toBe("Đảng ủy".normalize("NFC"));
  });
});
