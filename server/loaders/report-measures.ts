// The measures of a report with their past and plan, as texts.
import { listCountingFigures, listRevisionFigures, type CountingFigure, type StoredFigure } from "@/db/queries/figures";
import type { StoredMeasure } from "@/db/queries/measures";
import { listTargets, type StoredTarget } from "@/db/queries/targets";
import type { ReadDb } from "@/db/store";
import type { FigureValue } from "@/domain/figures";
import { isSummingCount } from "@/domain/measures";
import { fixedBaseOf } from "@/domain/over-units";
import { planOfPeriod } from "@/domain/period-plans";
import { listPeriods, type Period } from "@/domain/periods";
import { exactPlan, isPair } from "@/domain/plans";
import { addThousandths } from "@/domain/thousandths";
import { typedFigureOf, type TypedFigure } from "@/domain/typed-figures";
import { checkFactsOf, type ReportContext } from "../report-context";
import { planBoundText, type Wording } from "./figure-texts";
import { earlierFigures, pastFigures, pastView } from "./report-past";
import type { ReportMeasure } from "./report-views";
import { displayEntered, localiseDecimal } from "@/domain/display";

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

/** What the unit reported of a measure for the periods before, oldest first. */
export function earlierOf(
  { term, period }: Pick<ReportContext, "term" | "period">,
  measure: StoredMeasure,
  counting: readonly CountingFigure[],
): readonly CountingFigure[] {
  const earlier = listPeriods(term, measure.frequency).filter(({ endsOn }) => endsOn < period.endsOn);
  const keys = new Set(earlier.map(({ key }) => key));
  return counting.filter((figure) => figure.measureId === measure.id && keys.has(figure.period));
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

const valueOf = ({ value }: CountingFigure): FigureValue => value;

function buildRow(
  context: ReportContext,
  target: StoredTarget,
  measure: StoredMeasure,
  { counting, accepted }: Past,
  wording: Wording,
): ReportRow {
  const { term, period } = context;
  const periods = listPeriods(term, measure.frequency);
  const current = counting.find((figure) => figure.period === period.key);
  const previousPeriod = periods[periods.findIndex(({ key }) => key === period.key) - 1];
  const previous = counting.find((figure) => figure.period === previousPeriod?.key);
  const earlier = earlierOf(context, measure, counting);
  const { measure: _, ...facts } = checkFactsOf(context, measure, earlier.map(valueOf));
  const base = measure.fixedBase === null ? null : fixedBaseOf(measure.fixedBase, period.yearId);
  return {
    measure,
    ...{ code: measure.code, name: measure.name, targetPosition: target.position, unitLabel: measure.unitLabel },
    targetName: target.name === measure.name ? null : target.name,
    ...{ nLabel: measure.nLabel, dLabel: measure.dLabel },
    ...planTexts(measure, period, wording),
    past: [
      ...accepted.map((figure) => pastView("accepted", measure, { ...figure, state: "accepted" }, wording)),
      ...pastFigures(measure, periods, period, counting, wording),
    ],
    previousValue: previous?.value ?? null,
    previousTyped: previous ? repeatedTexts(previous) : null,
    earlier: earlierFigures(measure, periods, earlier, wording),
    facts,
    countedBefore: isSummingCount(measure) ? sumOfCounts(earlier) : null,
    fixedBase: base === null ? null : localiseDecimal(displayEntered(base), wording.locale),
    illustrative: current?.illustrative ?? false,
  };
}

/** What "as last period" fills in: the value; the note belongs to its period, but for why there was nothing to report. */
function repeatedTexts({ value, note }: CountingFigure): TypedFigure {
  return { ...typedFigureOf(value, value.type === "not_applicable" ? note : null), evidence: "" };
}

function sumOfCounts(figures: readonly CountingFigure[]): number {
  return figures.reduce((sum, { value }) => addThousandths(sum, value.type === "number" ? (value.n ?? 0) : 0), 0);
}

/** The plan of a period as it is written beside its figure. */
export function planTexts(
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
