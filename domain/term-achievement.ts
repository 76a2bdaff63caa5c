// From measures to targets to the headline of a term (CALCULATION.md §5 and §6).
import type { Headline, MeasureAchievement, TargetAchievement, TermAchievement } from "./achievements";
import type { CalendarDate } from "./dates";
import type { Basis, Figure } from "./figures";
import { computeLatest, NO_LATEST } from "./latest";
import { computeMeasureAchievement } from "./measure-achievement";
import type { Measure } from "./measures";
import type { MeasureInput } from "./over-time";
import { worstPace } from "./pace";
import type { Target } from "./targets";
import { isTermOver, type Term } from "./terms";
import { computePeriodTotals, type TotalsInput } from "./totals";
import type { Unit } from "./units";
import { weakestVerdict } from "./verdict";

/** Everything a term's result is computed from when no totals are kept: `calc`, imports and tests. */
export interface TermFigures {
  readonly term: Term;
  /** In their order. */
  readonly targets: readonly Target[];
  readonly units: readonly Unit[];
  readonly figures: readonly Figure[];
}

/**
 * A target's result: in progress as soon as one of its measures is, then with its worst pace; else its weakest
 * verdict. One without measures has no plan (CALCULATION.md §5).
 */
export function computeTargetAchievement(targetId: string, measures: readonly MeasureAchievement[]): TargetAchievement {
  const verdicts = measures.map(({ verdict }) => verdict);
  const isRunning = verdicts.includes("in_progress");
  return {
    targetId,
    verdict: isRunning ? "in_progress" : weakestVerdict(verdicts),
    pace: isRunning ? worstPace(measures.map(({ pace }) => pace)) : null,
    measures,
  };
}

/** How many targets have each verdict (CALCULATION.md §6). */
export function computeHeadline(targets: readonly TargetAchievement[]): Headline {
  const count = (verdict: TargetAchievement["verdict"]) =>
    targets.filter((target) => target.verdict === verdict).length;
  return {
    met: count("met"),
    exceeded: count("exceeded"),
    notMet: count("not_met"),
    noData: count("no_data"),
    noPlan: count("no_plan"),
    inProgress: count("in_progress"),
  };
}

/** A term's result from its targets' results. */
export function computeTermAchievement(
  term: Term,
  targets: readonly TargetAchievement[],
  asOf: CalendarDate,
  basis: Basis,
): TermAchievement {
  const headline = computeHeadline(targets);
  return { termId: term.id, asOf, basis, final: isTermOver(term, asOf), headline, targets };
}

/** Both stages for one measure from plain figures: its totals at or below a unit (null: all), ready to be judged. */
export function measureInputFromFigures(totalsInput: TotalsInput, term: Term, asOf: CalendarDate): MeasureInput {
  const { measure } = totalsInput;
  const totals = computePeriodTotals(totalsInput, term);
  const latest = measure.overTime === "latest" ? computeLatest(totalsInput, term, asOf) : NO_LATEST;
  return { measure, term, totals, latest, asOf };
}

function groupByMeasure(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const group = groups.get(figure.measureId);
    if (group === undefined) groups.set(figure.measureId, [figure]);
    else group.push(figure);
  }
  return groups;
}

/** A whole term's result from plain figures, for the organisation as a whole: what `calc` prints. */
export function computeTermFromFigures(model: TermFigures, asOf: CalendarDate, basis: Basis): TermAchievement {
  const { term, units, targets } = model;
  const byMeasure = groupByMeasure(model.figures);
  const ofMeasure = (measure: Measure) => {
    const figures = byMeasure.get(measure.id) ?? [];
    const totalsInput = { measure, units, figures, rootId: null, basis };
    return computeMeasureAchievement(measureInputFromFigures(totalsInput, term, asOf));
  };
  const achievements = targets.map(({ id, measures }) => computeTargetAchievement(id, measures.map(ofMeasure)));
  return computeTermAchievement(term, achievements, asOf, basis);
}
