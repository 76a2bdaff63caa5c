// A term's results from its kept totals: what overview, target page and exports are built from.
import { listTargets, type StoredTarget } from "@/db/queries/targets";
import { findLatest } from "@/db/queries/latest-figures";
import type { StoredMeasure } from "@/db/queries/measures";
import type { StoredTerm } from "@/db/queries/terms";
import { listTotals } from "@/db/queries/totals";
import { listUnits, type StoredUnit } from "@/db/queries/units";
import type { ReadDb } from "@/db/handle";
import type { MeasureAchievement, TargetAchievement, TermAchievement } from "@/domain/achievements";
import type { CalendarDate } from "@/domain/dates";
import type { Basis } from "@/domain/figures";
import { NO_LATEST, type LatestByPoint } from "@/domain/latest";
import { computeMeasureAchievement } from "@/domain/measure-achievement";
import type { MeasureInput } from "@/domain/over-time";
import { computeTargetAchievement, computeTermAchievement } from "@/domain/term-achievement";
import type { PeriodTotal } from "@/domain/totals";
import { isProvisional } from "./provisional";

/** A measure's result with all that it was computed from. */
export interface MeasureResult {
  readonly measure: StoredMeasure;
  readonly achievement: MeasureAchievement;
  readonly input: MeasureInput;
  /** With the totals of the accepted basis, to tell what is provisional; the same object when that is the basis. */
  readonly accepted: MeasureInput;
  /** Submitted figures that nobody has accepted yet are part of the result. */
  readonly provisional: boolean;
}

export interface TargetResult {
  readonly target: StoredTarget;
  readonly achievement: TargetAchievement;
  readonly measures: readonly MeasureResult[];
}

export interface TermResults {
  readonly term: StoredTerm;
  readonly units: readonly StoredUnit[];
  readonly targets: readonly TargetResult[];
  readonly achievement: TermAchievement;
}

/** The term as it is looked at: the unit with everything below it (null: all), the day and the basis. */
export interface TermLook {
  readonly term: StoredTerm;
  readonly unitId: string | null;
  readonly asOf: CalendarDate;
  readonly basis: Basis;
}

type Totals = ReadonlyMap<string, readonly PeriodTotal[]>;

/** A measure's totals on the look's basis and on the accepted one. */
export interface MeasureTotals {
  readonly shown: readonly PeriodTotal[];
  readonly accepted: readonly PeriodTotal[];
}

/** A measure's result from its totals and, for `latest`, the last figures on the look's basis. */
export function resultOf(
  measure: StoredMeasure,
  totals: MeasureTotals,
  latest: LatestByPoint,
  { term, asOf, basis }: TermLook,
): MeasureResult {
  const input: MeasureInput = { measure, term, totals: totals.shown, latest, asOf };
  const accepted: MeasureInput = basis === "accepted" ? input : { ...input, totals: totals.accepted };
  const provisional = basis === "provisional" && isProvisional(input, accepted);
  return { measure, achievement: computeMeasureAchievement(input), input, accepted, provisional };
}

/** What the results of a term are computed from on any day: its targets, the tree, and the totals by their basis. */
export interface TermReading {
  readonly targets: readonly StoredTarget[];
  readonly units: readonly StoredUnit[];
  readonly totals: Readonly<Partial<Record<Basis, Totals>>>;
}

/** Reads what results on these bases are computed from; the handle must be a consistent snapshot (`store.read`). */
export async function readTerm(
  db: ReadDb,
  { id: termId }: StoredTerm,
  unitId: string | null,
  bases: readonly Basis[],
): Promise<TermReading> {
  const totals: Partial<Record<Basis, Totals>> = {};
  for (const basis of bases) totals[basis] = await listTotals(db, { termId, unitId, basis });
  return { targets: await listTargets(db, termId), units: await listUnits(db), totals };
}

/** Reads a term's results; the handle must be a consistent snapshot (`store.read`). */
export async function readTermResults(db: ReadDb, look: TermLook): Promise<TermResults> {
  const { term, unitId, basis } = look;
  return termResultsFrom(db, await readTerm(db, term, unitId, [...new Set<Basis>(["accepted", basis])]), look);
}

/** A term's results from what was read of it, which serves any day; the handle must be of the same snapshot. */
export async function termResultsFrom(db: ReadDb, reading: TermReading, look: TermLook): Promise<TermResults> {
  const { term, asOf, basis } = look;
  const { targets, units } = reading;
  const results: TargetResult[] = [];
  for (const target of targets) results.push(await readTargetResult(db, target, reading, look));
  const achievements = results.map(({ achievement }) => achievement);
  return { term, units, targets: results, achievement: computeTermAchievement(term, achievements, asOf, basis) };
}

async function readTargetResult(
  db: ReadDb,
  target: StoredTarget,
  { units, totals }: TermReading,
  look: TermLook,
): Promise<TargetResult> {
  const measures: MeasureResult[] = [];
  for (const measure of target.measures) {
    const ofMeasure = {
      shown: totals[look.basis]?.get(measure.id) ?? [],
      accepted: totals.accepted?.get(measure.id) ?? [],
    };
    const latest = measure.overTime === "latest" ? await findLatest(db, measure, look.term, units, look) : NO_LATEST;
    measures.push(resultOf(measure, ofMeasure, latest, look));
  }
  const achievements = measures.map(({ achievement }) => achievement);
  return { target, achievement: computeTargetAchievement(target.id, achievements), measures };
}
