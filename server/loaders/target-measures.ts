// One measure on its target's page: trajectory, years, cells, and what the result rests on.
import type { ReadDb } from "@/db/handle";
import { listCountingFigures, type CountingFigure } from "@/db/queries/figures";
import { listUnitTotals } from "@/db/queries/totals";
import { listUnitEvents } from "@/db/queries/units";
import { addDays, type CalendarDate } from "@/domain/dates";
import { displayEntered, localiseDecimal } from "@/domain/display";
import { computeLatest, NO_LATEST } from "@/domain/latest";
import { countingTotals } from "@/domain/over-time";
import { fixedBaseOf } from "@/domain/over-units";
import { findPeriod, hasPeriodEnded } from "@/domain/periods";
import { maySeeCellFigures } from "@/domain/permissions";
import { listPlanChanges } from "@/domain/plan-changes";
import { exactPlan, lowerBound, plansInForce } from "@/domain/plans";
import { findPublishedMismatch } from "@/domain/published";
import type { Actor } from "@/domain/roles";
import { statusOf } from "@/domain/statuses";
import { lastYearBegun } from "@/domain/terms";
import { computeTrajectory, type InputAt } from "@/domain/trajectories";
import { appliesTo, askedFrom, unitVersionAt } from "@/domain/units";
import { earlierPlanText } from "@/reports/build/earlier-plans";
import { actualText, figureText, judgementText, levelWord, type Wording } from "./figure-texts";
import { buildMeasureView } from "./measure-views";
import { readMethodChanges } from "./method-changes";
import { inOfficialOrder, NEWEST_SHOWN } from "./missing-reports";
import type { MissingReports } from "./overview";
import { periodText } from "./period-texts";
import { buildCellPeriods } from "./target-cell-periods";
import { buildCellViews, partsText, type CellResult } from "./target-cells";
import { buildTrajectoryView, placeEvent } from "./target-trajectory";
import { buildWhatIfView } from "./target-what-if";
import { buildYearViews } from "./target-years";
import type { TargetMeasureView } from "./targets";
import { resultOf, type MeasureResult, type TermLook, type TermResults } from "./term-results";
import { unitEventText } from "./unit-event-texts";

/** What every part of a target's page is read with. */
export interface TargetReader {
  readonly db: ReadDb;
  readonly look: TermLook;
  readonly results: TermResults;
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly wording: Wording;
}

type MeasureFigures = readonly CountingFigure[];

/** A measure's result with everything behind it; `whatIf` is the pace that the address asks about. */
export async function readMeasureView(
  reader: TargetReader,
  result: MeasureResult,
  whatIf: string | undefined,
): Promise<TargetMeasureView> {
  const { db, look, wording } = reader;
  const { measure } = result;
  const isReadFromFigures = measure.overTime === "latest" || measure.kind === "judged";
  const filter = { termId: look.term.id, measureIds: [measure.id] };
  const figures = isReadFromFigures ? await listCountingFigures(db, filter, look.basis) : [];
  const cells = await readCells(reader, result, figures);
  const partyCells = cells.filter(({ unit }) => unit.kind === "cell");
  const trajectory = computeTrajectory(result.input, inputAt(reader, result, figures));
  const events = await readEvents(reader, result);
  return {
    ...buildMeasureView(result, wording),
    parts: partsText(measure, result.input, wording),
    nLabel: measure.nLabel,
    dLabel: measure.dLabel,
    fixedBase: fixedBaseText(reader, result),
    fixedBaseKind: measure.fixedBase === null ? null : measure.fixedBase.term === undefined ? "years" : "term",
    shareLevel: shareLevelText(reader, result),
    missing: buildMissing(reader, cells),
    trajectory: buildTrajectoryView(result, trajectory, events, wording),
    whatIf: buildWhatIfView(result, whatIf, wording),
    ...buildYearViews(result, trajectory.years, wording),
    cells: buildCellViews(partyCells, reader),
    cellPeriods: buildCellPeriods(partyCells, reader),
    planChanges: buildPlanChanges(reader, result),
    methodChanges: await readMethodChanges(db, { termId: look.term.id, measureId: measure.id }, wording),
    publishedMismatch: buildMismatch(reader, result),
    evidence: buildEvidence(reader, result, figures),
  };
}

/** The denominator that is not entered: of the term, or of the year last begun. */
function fixedBaseText({ look, wording }: TargetReader, { measure }: MeasureResult): string | null {
  const year = lastYearBegun(look.term, look.asOf);
  const base = measure.fixedBase && fixedBaseOf(measure.fixedBase, year?.id ?? null);
  return base && localiseDecimal(displayEntered(base), wording.locale);
}

function shareLevelText({ look, wording }: TargetReader, { measure }: MeasureResult): string | null {
  const { plan } = plansInForce(measure, look.asOf);
  return measure.overUnits === "share" && plan !== null ? levelWord(lowerBound(exactPlan(plan)), wording) : null;
}

/** The measure as it stood at each earlier date; `latest` is looked up anew, by the figures of that day. */
function inputAt({ look, results }: TargetReader, { input, measure }: MeasureResult, figures: MeasureFigures): InputAt {
  if (measure.overTime !== "latest") return (asOf) => ({ ...input, asOf });
  const source = { measure, units: results.units, figures, rootId: null, basis: look.basis };
  return (asOf) => ({ ...input, asOf, latest: computeLatest(source, look.term, asOf) });
}

/** The units that were asked for the measure until the day looked from, each with its own result. */
async function readCells(
  { db, look, results }: TargetReader,
  { measure }: MeasureResult,
  figures: MeasureFigures,
): Promise<readonly CellResult[]> {
  const { term, asOf } = look;
  const shown = await listUnitTotals(db, measure.id, look.basis);
  const accepted = look.basis === "accepted" ? shown : await listUnitTotals(db, measure.id, "accepted");
  const asked = results.units.filter(
    (unit) =>
      appliesTo(measure, unit) && askedFrom(measure, unit) <= asOf && (unit.to === null || unit.to >= term.startsOn),
  );
  const latestOf = (rootId: string) =>
    computeLatest({ measure, units: results.units, figures, rootId, basis: look.basis }, term, asOf);
  return inOfficialOrder(asked, asOf).map((unit) => ({
    unit,
    unitCode: unit.code,
    result: resultOf(
      measure,
      { shown: shown.get(unit.id) ?? [], accepted: accepted.get(unit.id) ?? [] },
      measure.overTime === "latest" ? latestOf(unit.id) : NO_LATEST,
      look,
    ),
  }));
}

async function readEvents({ db, results, wording }: TargetReader, result: MeasureResult) {
  const reorganisations = (await listUnitEvents(db)).map((event) =>
    placeEvent(result, event.happenedOn, unitEventText(event, results.units, wording)),
  );
  const changes = listPlanChanges(result.measure).map(({ until }) =>
    placeEvent(result, addDays(until, 1), wording.t("targets.planChanged")),
  );
  return [...reorganisations, ...changes].filter((event) => event !== null).sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Ended periods for which a unit brought nothing, by unit. */
function buildMissing({ look, wording }: TargetReader, cells: readonly CellResult[]): readonly MissingReports[] {
  return cells.flatMap(({ unit, unitCode, result }) => {
    const silent = countingTotals(result.input).filter(
      ({ period, total }) => period.endsOn <= look.asOf && total.received < total.expected,
    );
    if (silent.length === 0) return [];
    const newest = silent.slice(-NEWEST_SHOWN).map(({ period }) => periodText(period, wording));
    return [{ unitCode, unitName: unitVersionAt(unit, look.asOf).name, count: silent.length, newest }];
  });
}

/** The plans that were replaced until the day looked from, in the values that changed. */
function buildPlanChanges({ look, wording }: TargetReader, { measure }: MeasureResult) {
  return listPlanChanges(measure)
    .filter(({ until }) => until < look.asOf)
    .map((change) => ({
      ...{ until: change.until, reason: change.reason },
      plan: earlierPlanText(wording, measure, change),
    }));
}

function buildMismatch({ wording }: TargetReader, { measure, achievement }: MeasureResult) {
  const mismatch = findPublishedMismatch(measure, achievement, measure.published);
  if (mismatch === null) return null;
  const { value, verdict } = mismatch;
  const told = [
    value === null ? null : [figureText(measure, value, wording), actualText(measure, achievement, wording) ?? "-"],
    verdict === null ? null : [judgementText(verdict, wording), wording.t(`status.${statusOf(achievement)}`)],
  ].filter((part) => part !== null);
  const side = (index: 0 | 1) => told.map((part) => part[index]).join(", ");
  return { published: side(0), computed: side(1) };
}

/** The judgements that count by the day looked from and that the person may see, newest first, with their evidence. */
function buildEvidence(
  { look, results, wording, actor, today }: TargetReader,
  { measure }: MeasureResult,
  figures: MeasureFigures,
): TargetMeasureView["evidence"] {
  return figures
    .filter(({ unitId }) => maySeeCellFigures(actor, measure, unitId, today))
    .flatMap((figure) => {
      const period = findPeriod(look.term, figure.period);
      const counts = period !== null && (hasPeriodEnded(period, look.asOf) || period.frequency === "term");
      if (!counts || figure.value.type !== "judged") return [];
      const unit = results.units.find(({ id }) => id === figure.unitId);
      const { judged, evidence } = figure.value;
      const word = judgementText(judged, wording);
      return {
        period: periodText(period, wording),
        unitName: unit ? unitVersionAt(unit, period.endsOn).name : "",
        text: evidence === null ? word : `${word}: ${evidence}`,
      };
    })
    .reverse();
}
