import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findLatest } from "@/db/queries/latest-figures";
import { listTargets } from "@/db/queries/targets";
import { listTerms } from "@/db/queries/terms";
import { listTotals, listUnitTotals, rebuildTotals, recomputeTotals, listTotalRows } from "@/db/queries/totals";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { verifyDatabase } from "@/db/verify";
import { achievementsJson } from "@/domain/bundle/achievements-json";
import { calculateBundle } from "@/domain/bundle/calculate";
import { readBundle } from "@/domain/bundle/read";
import { canonicalBundle } from "@/domain/bundle/write";
import type { CalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";
import { NO_LATEST } from "@/domain/latest";
import { computeMeasureAchievement } from "@/domain/measure-achievement";
import { computeTargetAchievement, computeTermAchievement } from "@/domain/term-achievement";
import { importBundle } from "@/server/workflows/bundles";
import { everything, importer, sampleBundle, validBundle } from "../support/bundles";
import { engines, openFreshStore } from "../support/databases";

/** The results of everything stored, by kept totals instead of figures: as a dashboard computes them. */
async function achievementsFromTotals(db: ReadDb, asOf: CalendarDate | null, basis: Basis) {
  const units = await listUnits(db);
  const results = [];
  for (const term of await listTerms(db)) {
    const day = asOf ?? term.endsOn;
    const totals = await listTotals(db, { termId: term.id, unitId: null, basis });
    const targets = await listTargets(db, term.id);
    const achievements = [];
    for (const target of targets) {
      const measures = [];
      for (const measure of target.measures) {
        const view = { unitId: null, basis, asOf: day };
        const latest = measure.overTime === "latest" ? await findLatest(db, measure, term, units, view) : NO_LATEST;
        const input = { measure, term, totals: totals.get(measure.id) ?? [], latest, asOf: day };
        measures.push(computeMeasureAchievement(input));
      }
      achievements.push(computeTargetAchievement(target.id, measures));
    }
    results.push({ term, targets, achievement: computeTermAchievement(term, achievements, day, basis) });
  }
  const codes = new Map(
    results.flatMap(({ term, targets }) => [
      [term.id, term.code] as const,
      ...targets.flatMap((target) => [
        [target.id, target.code] as const,
        ...target.measures.map((m) => [m.id, m.code] as const),
      ]),
    ]),
  );
  const json = JSON.stringify(achievementsJson(results, asOf, basis));
  return JSON.parse(json.replaceAll(/"id":"([^"]+)"/g, (_, id: string) => `"id":"${codes.get(id) ?? id}"`)) as unknown;
}

interface Case {
  readonly name: string;
  readonly asOf: CalendarDate | null;
  readonly basis: Basis;
  readonly bundle: unknown;
}

const cases = ["shared", "own"].flatMap((folder) =>
  readdirSync(join("tests/cases", folder))
    .filter((file) => file.endsWith(".json"))
    .map((file): [string, Case] => [file, JSON.parse(readFileSync(join("tests/cases", folder, file), "utf8")) as Case]),
);

describe("kept totals give what the figures give", () => {
  it.each(cases)("in the case %s", async (_, { bundle: json, asOf, basis }) => {
    const reading = readBundle(json);
    const store = await openFreshStore("sqlite");
    if (!reading.ok) return;
    const bundle = canonicalBundle(reading.bundle);
    await importBundle(store, importer, bundle);
    expect(await achievementsFromTotals(store.db, asOf ?? null, basis ?? "accepted")).toEqual(
      calculateBundle(bundle, asOf ?? null, basis ?? "accepted"),
    );
  });

  it.each(engines)("in the samples, on %s, in seconds", async (engine) => {
    const store = await openFreshStore(engine);
    for (const term of ["2015-2020", "2020-2025"] as const) await importBundle(store, importer, sampleBundle(term));
    const [past, running] = [sampleBundle("2015-2020"), sampleBundle("2020-2025")];
    const bundle = canonicalBundle({ ...running, terms: [...past.terms, ...running.terms] });
    for (const basis of ["accepted", "provisional"] as const) {
      for (const asOf of [null, "2018-05-31" as CalendarDate, "2023-06-30" as CalendarDate]) {
        expect(await achievementsFromTotals(store.db, asOf, basis)).toEqual(calculateBundle(bundle, asOf, basis));
      }
    }
  });

  it.each(engines)("in a term with everything, on %s, on both bases and at any date", async (engine) => {
    const store = await openFreshStore(engine);
    const bundle = validBundle(everything);
    await importBundle(store, importer, bundle);
    for (const basis of ["accepted", "provisional"] as const) {
      for (const asOf of [
        null,
        "2016-03-31" as CalendarDate,
        "2016-12-31" as CalendarDate,
        "2018-06-30" as CalendarDate,
      ]) {
        expect(await achievementsFromTotals(store.db, asOf, basis)).toEqual(calculateBundle(bundle, asOf, basis));
      }
    }
  });
});

describe.each(engines)("totals on %s", (engine) => {
  it("are the same recomputed piece by piece as rebuilt whole", async () => {
    const store = await openFreshStore(engine);
    await importBundle(store, importer, validBundle(everything));
    const [term] = await listTerms(store.db);
    const termId = term!.id;
    const inOrder = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    const before = inOrder(await listTotalRows(store.db, termId));
    await store.transact(async (tx) => {
      await tx.update(tx.tables.totals).set({ received: 99 });
      for (const { unitId, periodId } of await tx.select().from(tx.tables.submissions)) {
        await recomputeTotals(tx, { termId, unitId, periodId });
      }
    });
    // Periods in which nobody reported were not touched, so they still hold what was written there.
    expect((await store.read(verifyDatabase)).findings.length).toBeGreaterThan(0);
    await store.transact((tx) => rebuildTotals(tx, termId));
    expect(inOrder(await listTotalRows(store.db, termId))).toEqual(before);
    expect((await store.read(verifyDatabase)).findings).toEqual([]);
  });

  it("stand under a unit as the tree was at the period's end: 10/10 in the section, 28/29 pending", async () => {
    const store = await openFreshStore(engine);
    await importBundle(store, importer, validBundle(everything));
    const [term] = await listTerms(store.db);
    const [target] = await listTargets(store.db, term!.id);
    const units = new Map((await listUnits(store.db)).map(({ code, id }) => [code, id]));
    const byUnit = await listUnitTotals(store.db, target!.measures[0]!.id, "accepted");
    const at = (code: string, period: string) => byUnit.get(units.get(code)!)?.find((total) => total.period === period);
    // Chi bộ 2 left the section's place for the committee's only in 2017, so March 2016 is Chi bộ 1 alone there.
    expect(at("k1", "2016-03")).toMatchObject({ sumN: 27_000, sumD: 28_000, received: 1, expected: 1 });
    expect(at("db", "2016-03")).toMatchObject({ received: 1, expected: 2 });
    expect(at("db", "2018-09")).toMatchObject({ sumN: 10_000, sumD: 10_000, received: 1, expected: 2 });
    // A unit that has ceased to exist is expected no more, but what it reported counts.
    expect(at("cb2", "2018-08")).toMatchObject({ sumN: 5_000, sumD: 6_000, received: 0, expected: 0 });
    expect(at("cb1", "2016-04")).toMatchObject({ sumN: null, received: 0, expected: 1 });
    const provisional = await listTotals(store.db, {
      termId: term!.id,
      unitId: units.get("cb1")!,
      basis: "provisional",
    });
    const april = provisional.get(target!.measures[0]!.id)?.find(({ period }) => (period as string) === "2016-04");
    expect(april).toMatchObject({ sumN: 28_000, sumD: 29_000, received: 1, expected: 1 });
  });
});
