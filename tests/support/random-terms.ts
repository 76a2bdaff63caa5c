// Random terms, and what `calc` says of them when they are exported: by another way than the screens and previews.
import fc from "fast-check";
import { loadBundle } from "@/db/bundles/load-bundle";
import type { Store } from "@/db/store";
import { calculateBundle } from "@/domain/bundle/calculate";
import type { CalendarDate } from "@/domain/dates";
import type { Effect } from "@/domain/effects";
import type { Basis } from "@/domain/figures";
import { validBundle } from "./bundles";

/** One measure each. */
export const METHODS = [
  { kind: "count", overUnits: "sum", overTime: "sum", rule: "at_least" },
  { kind: "rate", overUnits: "sum", overTime: "sum", rule: "at_least" },
  { kind: "rate", overUnits: "sum", overTime: "mean_years", rule: "at_most" },
  { kind: "rate", overUnits: "mean", overTime: "each_year", rule: "at_least" },
  { kind: "level", overUnits: "share", overTime: "latest", rule: "at_least" },
  { kind: "rate", overUnits: "sum", overTime: "sum", rule: "at_least", fixedBase: { term: "500" } },
] as const;

/** A promised value with at most one decimal. */
export const randomPlan = fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toString());

/** Figures of two cells over three years, and plans. */
export const randomTerm = fc.record({
  figures: fc.uniqueArray(
    fc.record({
      measure: fc.integer({ min: 0, max: METHODS.length - 1 }),
      unit: fc.constantFrom("c1", "c2"),
      year: fc.constantFrom("2021", "2022", "2023"),
      d: fc.integer({ min: 1, max: 40 }),
      part: fc.integer({ min: 0, max: 4 }),
      status: fc.constantFrom("accepted", "submitted"),
    }),
    { selector: ({ unit, year, measure }) => `${unit} ${year} ${measure}`, maxLength: 18 },
  ),
  plans: fc.array(randomPlan, { minLength: METHODS.length, maxLength: METHODS.length }),
});

export type RandomTerm = typeof randomTerm extends fc.Arbitrary<infer T> ? T : never;

/** The term as a bundle: four years, a target and a measure for each method. */
export function bundleOf({ figures, plans }: RandomTerm) {
  const measures = METHODS.map((method, index) => {
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
          const method = METHODS[measure]!;
          const value = {
            count: { n: `${part}` },
            rate: { n: `${Math.floor((d * part) / 4)}`, ...("fixedBase" in method ? {} : { d: `${d}` }) },
            level: { level: Math.max(part, 1) },
          };
          return {
            measure: `m${measure}`,
            unit,
            period: year,
            status: status.get(`${unit} ${year}`),
            ...value[method.kind],
          };
        }),
      },
    ],
  });
}

export type Told = ReadonlyMap<string, string | null>;

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
export async function calculated(store: Store, days: readonly CalendarDate[]): Promise<Told> {
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

/** What differs between two readings, a line each, in a fixed order. */
export function differences(before: Told, after: Told): string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const value = (told: Told, key: string) => told.get(key) ?? null;
  return keys
    .filter((key) => value(before, key) !== value(after, key))
    .map((key) => `${key}: ${value(before, key)} > ${value(after, key)}`)
    .sort();
}

/** The effects of a preview as the same lines. */
export function toldEffects(effects: readonly Effect[]): string[] {
  return effects
    .map(({ on, basis, target, measure, year, field, before, after }) => {
      const place = [on, basis, target.code, measure?.code ?? "-", year ?? "-", field].join(" ");
      return `${place}: ${before} > ${after}`;
    })
    .sort();
}
