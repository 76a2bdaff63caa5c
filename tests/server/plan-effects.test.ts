import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadBundle } from "@/db/bundles/load-bundle";
import type { Store } from "@/db/store";
import { verifyDatabase } from "@/db/verify";
import { calculateBundle } from "@/domain/bundle/calculate";
import { asCalendarDate as day, type CalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";
import { importBundle } from "@/server/workflows/bundles";
import { changePlan } from "@/server/workflows/plans";
import { systemActor } from "@/server/system-actor";
import { importer, validBundle } from "../support/bundles";
import { openFreshStore } from "../support/databases";
import { filledPlan } from "../support/plan-forms";
import { NOW, TODAY } from "../support/reporting";

const office = systemActor("terms.configure", TODAY);

// What a preview tells against what the calculation gives for the exported terms before and after, by another way.

const methods = [
  { kind: "count", overUnits: "sum", overTime: "sum", rule: "at_least" },
  { kind: "rate", overUnits: "sum", overTime: "sum", rule: "at_least" },
  { kind: "rate", overUnits: "sum", overTime: "mean_years", rule: "at_most" },
  { kind: "rate", overUnits: "mean", overTime: "each_year", rule: "at_least" },
  { kind: "level", overUnits: "share", overTime: "latest", rule: "at_least" },
] as const;

const plan = fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toString());

const randomTerm = fc.record({
  figures: fc.uniqueArray(
    fc.record({
      measure: fc.integer({ min: 0, max: methods.length - 1 }),
      unit: fc.constantFrom("c1", "c2"),
      year: fc.constantFrom("2021", "2022", "2023"),
      d: fc.integer({ min: 1, max: 40 }),
      part: fc.integer({ min: 0, max: 4 }),
      status: fc.constantFrom("accepted", "submitted"),
    }),
    { selector: ({ unit, year, measure }) => `${unit} ${year} ${measure}`, maxLength: 18 },
  ),
  plans: fc.array(plan, { minLength: methods.length, maxLength: methods.length }),
  changes: fc.array(
    fc.record({ measure: fc.integer({ min: 0, max: methods.length - 1 }), level: fc.constantFrom("2", "4"), plan }),
    { minLength: 1, maxLength: 2 },
  ),
  fromOn: fc.constantFrom("2022-05-16", "2023-01-01", "2023-06-30"),
});

type RandomTerm = typeof randomTerm extends fc.Arbitrary<infer T> ? T : never;

function bundleOf({ figures, plans }: RandomTerm) {
  const measures = methods.map((method, index) => {
    const promised = method.kind === "level" ? { plan: "3", sharePlan: plans[index] } : { plan: plans[index] };
    return { id: `m${index}`, name: `m${index}`, frequency: "year", ...method, ...promised };
  });
  const status = new Map(figures.map((figure) => [`${figure.unit} ${figure.year}`, figure.status]));
  return validBundle({
    format: "tien-do/bundle@1",
    units: ["c1", "c2"].map((id) => ({ id, kind: "cell", name: id, from: "2020-01-01" })),
    terms: [
      {
        ...{ id: "T", name: "T", startsOn: "2021-01-01", endsOn: "2024-12-31" },
        targets: measures.map((measure, index) => ({
          id: `t${index}`,
          position: index + 1,
          name: "t",
          measures: [measure],
        })),
        figures: figures.map(({ measure, unit, year, d, part }) => {
          const { kind } = methods[measure]!;
          const value = {
            count: { n: `${part}` },
            rate: { n: `${Math.floor((d * part) / 4)}`, d: `${d}` },
            level: { level: Math.max(part, 1) },
          };
          return { measure: `m${measure}`, unit, period: year, status: status.get(`${unit} ${year}`), ...value[kind] };
        }),
      },
    ],
  });
}

type Told = ReadonlyMap<string, string | null>;

const TELLS = {
  verdict: "verdict",
  pace: "pace",
  actual: "actual",
  plan: "plan",
  planToDate: "planToDate",
  achievementPct: "achievementPct",
  excess: "excess",
  required: "required",
} as const;

/** Everything that `calc` says of the exported term, by place. */
async function calculated(store: Store, days: readonly CalendarDate[]): Promise<Told> {
  const bundle = await loadBundle(store.db);
  const told = new Map<string, string | null>();
  for (const on of days) {
    for (const basis of ["accepted", "provisional"] as const satisfies readonly Basis[]) {
      for (const target of calculateBundle(bundle, on, basis).terms[0]?.targets ?? []) {
        const put = (measure: string, year: string, field: string, value: unknown) =>
          told.set(
            [on, basis, target.id, measure, year, field].join(" "),
            Array.isArray(value) ? value.join(" - ") : (value as string | null),
          );
        put("-", "-", "verdict", target.verdict);
        put("-", "-", "pace", target.pace);
        for (const measure of target.measures) {
          for (const [key, field] of Object.entries(TELLS))
            put(measure.id, "-", field, measure[key as keyof typeof TELLS]);
          for (const { id, actual } of measure.years) put(measure.id, id, "year", actual);
          put(measure.id, "-", "reports", `${measure.received}/${measure.expected}`);
        }
      }
    }
  }
  return told;
}

describe("the effects that are shown before a plan is saved", () => {
  it("are the differences of what calc gives for the term exported before and after, of random terms", async () => {
    await fc.assert(
      fc.asyncProperty(randomTerm, async (term) => {
        const store = await openFreshStore("sqlite");
        await importBundle(store, importer, bundleOf(term));
        const days = [...new Set([day(term.fromOn), TODAY])];
        for (const change of term.changes) {
          const rows = await store.db.select().from(store.db.tables.measures);
          const measureId = rows.find(({ code }) => code === `m${change.measure}`)!.id;
          const isShare = methods[change.measure]?.kind === "level";
          const texts = isShare ? { term: change.level, share: change.plan } : { term: change.plan };
          const input = await filledPlan(store, measureId, { ...texts, fromOn: term.fromOn });
          const before = await calculated(store, days);
          const preview = await changePlan(store, office, { ...input, mode: "preview" }, NOW);
          expect(await calculated(store, days)).toEqual(before);
          const saved = await changePlan(store, office, input, NOW);
          expect(saved.effects).toEqual(preview.effects);
          const after = await calculated(store, days);
          const keys = [...new Set([...before.keys(), ...after.keys()])];
          const expected = keys
            .filter((key) => (before.get(key) ?? null) !== (after.get(key) ?? null))
            .map((key) => `${key}: ${before.get(key) ?? null} > ${after.get(key) ?? null}`);
          const shown = preview.effects.map(
            (effect) =>
              `${[effect.on, effect.basis, effect.target.code, effect.measure?.code ?? "-", effect.year ?? "-", effect.field].join(" ")}: ${effect.before} > ${effect.after}`,
          );
          expect(shown.sort()).toEqual(expected.sort());
        }
        expect((await store.read(verifyDatabase)).findings).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
