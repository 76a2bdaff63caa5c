// The measures of a report with their past and plan, as texts.
import { listCountingFigures, listRevisionFigures, type CountingFigure, type StoredFigure } from "@/db/queries/figures";
import type { StoredMeasure } from "@/db/queries/measures";
import { listTargets, type StoredTarget } from "@/db/queries/targets";
import type { ReadDb } from "@/db/store";
import { datePartsOf } from "@/domain/dates";
import { planOfPeriod } from "@/domain/entry-advice";
import type { FigureValue } from "@/domain/figures";
import { isSummingCount, type Measure } from "@/domain/measures";
import { fixedBaseOf, unitValue } from "@/domain/over-units";
import { listPeriods, type Period } from "@/domain/periods";
import { exactPlan, isPair } from "@/domain/plans";
import { addThousandths } from "@/domain/thousandths";
import type { ReportContext } from "../report-context";
import { judgementText, planBoundText, sumText, valueText, type Wording } from "./figure-texts";
import type { PastFigure, ReportMeasure } from "./report-views";
import { displayEntered, localiseDecimal } from "@/domain/display";

/** A figure as one text: `96,55%`, `1`, a level's or judgement's word; null where it has no value. */
export function figureValueText(measure: Measure, value: FigureValue, wording: Wording): string | null {
  if (value.type === "judged") return judgementText(value.judged, wording);
  const own = unitValue(measure, value);
  if (own === null) return null;
  // With a fixed base a unit's own part is a number; only all units together are a rate.
  if (measure.fixedBase !== null) return localiseDecimal(displayEntered(own), wording.locale);
  return valueText(measure, own, null, wording);
}

/** `28/29`: n and d of a rate as they were entered; null for other kinds. */
export function figurePartsText(value: FigureValue, wording: Wording): string | null {
  if (value.type !== "number" || value.n === null || value.d === null) return null;
  return `${sumText(value.n, wording)}/${sumText(value.d, wording)}`;
}

/** What a report's figures are compared with. */
export interface Past {
  /** The unit's figures over its term, submitted ones too. */
  readonly counting: readonly CountingFigure[];
  /** The accepted ones that a correction would replace; empty where nothing is corrected. */
  readonly accepted: readonly StoredFigure[];
}

/** Reads what a report's figures are compared with. */
export async function readPast(db: ReadDb, { term, unit, measures, submission }: ReportContext): Promise<Past> {
  const filter = { termId: term.id, unitIds: [unit.id], measureIds: measures.map(({ id }) => id) };
  const acceptedRevisionId = submission?.state === "accepted" ? null : (submission?.acceptedRevisionId ?? null);
  return {
    counting: await listCountingFigures(db, filter, "provisional"),
    accepted: acceptedRevisionId === null ? [] : await listRevisionFigures(db, acceptedRevisionId),
  };
}

/** A row with what differences are computed from. */
export interface ReportRow extends ReportMeasure {
  readonly measure: StoredMeasure;
  /** What was reported for the period before. */
  readonly previousValue: FigureValue | null;
}

/** The rows of a report, in the order of the targets. */
export async function buildReportMeasures(
  db: ReadDb,
  context: ReportContext,
  past: Past,
  wording: Wording,
): Promise<readonly ReportRow[]> {
  const due = new Set(context.measures.map(({ id }) => id));
  const targets = await listTargets(db, context.term.id);
  return targets.flatMap((target) =>
    target.measures
      .filter(({ id }) => due.has(id))
      .map((measure) => buildRow(context, target, measure, pastOf(past, measure), wording)),
  );
}

function pastOf({ counting, accepted }: Past, measure: StoredMeasure): Past {
  const isOf = ({ measureId }: { readonly measureId: string }) => measureId === measure.id;
  return { counting: counting.filter(isOf), accepted: accepted.filter(isOf) };
}

function buildRow(
  { term, period }: ReportContext,
  target: StoredTarget,
  measure: StoredMeasure,
  { counting, accepted }: Past,
  wording: Wording,
): ReportRow {
  const periods = listPeriods(term, measure.frequency);
  const current = counting.find((figure) => figure.period === period.key);
  const previous = periods[periods.findIndex(({ key }) => key === period.key) - 1];
  const earlier = new Set(periods.filter(({ endsOn }) => endsOn < period.endsOn).map(({ key }) => key));
  const base = measure.fixedBase === null ? null : fixedBaseOf(measure.fixedBase, period.yearId);
  return {
    measure,
    ...{ name: measure.name, targetPosition: target.position, unitLabel: measure.unitLabel },
    targetName: target.name === measure.name ? null : target.name,
    ...{ nLabel: measure.nLabel, dLabel: measure.dLabel },
    plan: planOfPeriod(measure, period.yearId),
    ...planTexts(measure, period, wording),
    past: [
      ...accepted.map((figure) => pastView("accepted", measure, { ...figure, state: "accepted" }, wording)),
      ...pastFigures(measure, periods, period, counting, wording),
    ],
    previousValue: counting.find((figure) => figure.period === previous?.key)?.value ?? null,
    countedBefore: isSummingCount(measure)
      ? sumOfCounts(counting.filter((figure) => earlier.has(figure.period)))
      : null,
    fixedBase: base === null ? null : localiseDecimal(displayEntered(base), wording.locale),
    illustrative: current?.illustrative ?? false,
  };
}

function sumOfCounts(figures: readonly CountingFigure[]): number {
  return figures.reduce((sum, { value }) => addThousandths(sum, value.type === "number" ? (value.n ?? 0) : 0), 0);
}

function planTexts(
  measure: StoredMeasure,
  { yearId, frequency }: Period,
  wording: Wording,
): Pick<ReportMeasure, "planText" | "planSpan"> {
  const plan = planOfPeriod(measure, yearId);
  if (plan === null || measure.rule === "judged") return { planText: null, planSpan: null };
  const bounds = exactPlan(plan);
  const [lower, upper] = isPair(bounds) ? bounds : [bounds, bounds];
  const texts = { plan: planBoundText(measure, lower, wording), upper: planBoundText(measure, upper, wording) };
  const rule = measure.overUnits === "share" ? "at_least" : measure.rule;
  const ofYear = measure.overTime === "each_year" || (yearId !== null && measure.plans.yearPlans[yearId] !== undefined);
  const isLonger = measure.kind === "count" && frequency !== (ofYear ? "year" : "term");
  if (!isLonger) return { planText: wording.t(`measures.plan.${rule}`, texts), planSpan: null };
  // `8/nhiệm kỳ`: what is promised for a longer time is named without its rule where that is the usual one.
  const planText = rule === "at_least" ? texts.plan : wording.t(`measures.plan.${rule}`, texts);
  return { planText, planSpan: ofYear ? "year" : "term" };
}

function pastFigures(
  measure: StoredMeasure,
  periods: readonly Period[],
  period: Period,
  past: readonly CountingFigure[],
  wording: Wording,
): readonly PastFigure[] {
  const index = periods.findIndex(({ key }) => key === period.key);
  const { year, month } = datePartsOf(period.endsOn);
  const yearAgo = periods.find(({ endsOn }) => {
    const ended = datePartsOf(endsOn);
    return ended.year === year - 1 && ended.month === month;
  });
  const pastFigure = (type: PastFigure["type"], of: Period | undefined): PastFigure[] => {
    if (of === undefined) return [];
    return [
      pastView(
        type,
        measure,
        past.find((figure) => figure.period === of.key),
        wording,
      ),
    ];
  };
  const isYearly = measure.frequency === "year" || measure.frequency === "term";
  return [...pastFigure("previous", periods[index - 1]), ...(isYearly ? [] : pastFigure("sameLastYear", yearAgo))];
}

/** One figure of the past as it is shown beside the fields. */
export function pastView(
  type: PastFigure["type"],
  measure: StoredMeasure,
  figure: Pick<CountingFigure, "value" | "state"> | undefined,
  wording: Wording,
): PastFigure {
  return {
    type,
    value: figure ? figureValueText(measure, figure.value, wording) : null,
    notApplicable: figure?.value.type === "not_applicable",
    provisional: figure?.state === "submitted",
  };
}
