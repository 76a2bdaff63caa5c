// A term's results by the two ways that a number goes: from kept totals, as pages read them, and from a bundle's figures.
import { findTermByCode } from "@/db/queries/terms";
import type { Store } from "@/db/store";
import type { MeasureAchievement, TermAchievement } from "@/domain/achievements";
import { bundleToModel } from "@/domain/bundle/model";
import type { Bundle } from "@/domain/bundle/schema";
import { asCalendarDate } from "@/domain/dates";
import { exactText, type Exact } from "@/domain/exact";
import type { Basis } from "@/domain/figures";
import { computeTermFromFigures } from "@/domain/term-achievement";
import { leavesOf, type Trace } from "@/domain/traces";
import { readTermResults } from "@/server/loaders/term-results";

const text = (value: Exact | null) => (value === null ? null : exactText(value));

/** What a number was made of, whatever the units' ids and their order. */
function leavesText(trace: Trace | null) {
  const leaves = trace === null ? [] : leavesOf(trace);
  return leaves.map(({ source, value }) => JSON.stringify([{ ...source, unitId: "" }, text(value)])).sort();
}

/** A result without the ids, which a database makes anew. */
function comparable({ targets, headline, final }: TermAchievement) {
  const ofMeasure = ({ measureId: _, years, traces, ...result }: MeasureAchievement) => ({
    ...result,
    traces: Object.entries(traces).map(([name, trace]) => [name, leavesText(trace as Trace | null)]),
    ...{ actual: text(result.actual), planToDate: text(result.planToDate), required: text(result.required) },
    ...{ achievementPct: text(result.achievementPct), excess: text(result.excess) },
    years: years.map(({ yearId, actual, judged, verdict }) => ({ yearId, actual: text(actual), judged, verdict })),
  });
  return {
    headline,
    final,
    targets: targets.map(({ verdict, pace, measures }) => ({ verdict, pace, measures: measures.map(ofMeasure) })),
  };
}

/** What pages show. */
export async function fromTotals(store: Store, code: string, asOf: string, basis: Basis) {
  const term = (await findTermByCode(store.db, code))!;
  const look = { term, unitId: null, asOf: asCalendarDate(asOf), basis };
  return comparable((await store.read((db) => readTermResults(db, look))).achievement);
}

/** What `calc` prints. */
export function fromFigures(bundle: Bundle, code: string, asOf: string, basis: Basis) {
  const model = bundleToModel(bundle).find(({ term }) => term.id === code)!;
  return comparable(computeTermFromFigures(model, asCalendarDate(asOf), basis));
}
