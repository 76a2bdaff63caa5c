// What a term still lacks: before it is put into force, and before it is closed.
import type { CalendarDate } from "./dates";
import { listExpectedReports, type ExpectedReport } from "./expected-reports";
import type { SubmissionState } from "./figures";
import type { Measure, Provenance } from "./measures";
import { holdsOn, type RoleHolding } from "./roles";
import type { Target } from "./targets";
import { isTermOver, type Term } from "./terms";
import { appliesTo, cellsBelow, isDissolvedBy, type Unit } from "./units";

/** Targets as far as what they lack is concerned. */
export interface CheckedTarget extends Target {
  readonly code: string;
  readonly measures: readonly (Measure & { readonly id: string; readonly planProvenance: Provenance | null })[];
}

/** What the check list of a draft goes through. */
export interface StartFacts {
  readonly term: Term;
  readonly targets: readonly CheckedTarget[];
  readonly units: readonly Unit[];
  readonly holdings: readonly RoleHolding[];
  /** How many due rules there are. */
  readonly dueRules: number;
  readonly tasks: readonly { readonly id: string; readonly leadUnitId: string | null }[];
}

/** What is missing before a term is put into force; ids in the order of the resolution and of the tree. */
export interface StartGaps {
  readonly noTargets: boolean;
  readonly targetsWithoutMeasure: readonly string[];
  readonly measuresWithoutPlan: readonly string[];
  /** Plans that were carried forward and that nobody has confirmed; a judged measure has none to confirm. */
  readonly assumedPlans: readonly string[];
  readonly noCells: boolean;
  readonly measuresWithoutUnits: readonly string[];
  readonly cellsWithoutSecretary: readonly string[];
  readonly noDueRules: boolean;
  readonly noTasks: boolean;
  /** Tasks that no living unit leads. */
  readonly tasksWithoutLead: readonly string[];
}

/** The check list of a draft on the day that it would be put into force, or begins if that is later. */
export function listStartGaps(facts: StartFacts, today: CalendarDate): StartGaps {
  const { term, targets, units, holdings, tasks } = facts;
  const on = today < term.startsOn ? term.startsOn : today;
  const measures = targets.flatMap((target) => target.measures);
  const cells = cellsBelow(units, null, on);
  const living = new Set<string | null>(units.filter((unit) => !isDissolvedBy(unit, on)).map(({ id }) => id));
  const ids = (found: readonly Measure[]) => found.map(({ id }) => id);
  return {
    noTargets: targets.length === 0,
    targetsWithoutMeasure: targets.filter((target) => target.measures.length === 0).map(({ id }) => id),
    measuresWithoutPlan: ids(measures.filter((measure) => !hasPlan(measure))),
    assumedPlans: ids(measures.filter(({ kind, planProvenance }) => kind !== "judged" && planProvenance === "assumed")),
    noCells: cells.length === 0,
    measuresWithoutUnits: ids(measures.filter((measure) => cells.length > 0 && !hasUnits(measure, units, term))),
    cellsWithoutSecretary: cells.filter(({ id }) => !hasSecretary(id, holdings, on)).map(({ id }) => id),
    noDueRules: facts.dueRules === 0,
    noTasks: tasks.length === 0,
    tasksWithoutLead: tasks.filter(({ leadUnitId }) => !living.has(leadUnitId)).map(({ id }) => id),
  };
}

/** Whether something is promised: a judged measure promises nothing in numbers. */
export function hasPlan({ kind, plans, overUnits }: Measure): boolean {
  const whole = overUnits === "share" ? plans.sharePlan : plans.plan;
  return kind === "judged" || whole !== null || Object.keys(plans.yearPlans).length > 0;
}

function hasUnits(measure: Measure, units: readonly Unit[], { endsOn, startsOn }: Term): boolean {
  return units.some((unit) => appliesTo(measure, unit) && unit.from <= endsOn && (unit.to ?? endsOn) >= startsOn);
}

function hasSecretary(unitId: string, holdings: readonly RoleHolding[], on: CalendarDate): boolean {
  return holdings.some((holding) => holding.role === "secretary" && holding.unitId === unitId && holdsOn(holding, on));
}

/** A report as far as closing is concerned. */
export interface ReportStanding {
  readonly unitId: string;
  readonly period: string;
  readonly state: SubmissionState;
  readonly acceptedRevisionId: string | null;
}

/** What the check list of closing goes through. */
export interface ClosingFacts {
  readonly term: Term;
  readonly targets: readonly CheckedTarget[];
  readonly units: readonly Unit[];
  readonly reports: readonly ReportStanding[];
  /** Targets whose result at the term's end has no data or no plan, by id. */
  readonly targetsWithoutData: readonly string[];
  readonly openExplanations: number;
}

/** The reports of one unit that closing would leave as they are. */
export interface UnitGaps {
  readonly unitId: string;
  /** Never submitted: not begun, a draft, or returned. */
  readonly notReceived: number;
  /** Submitted, and nobody has decided. */
  readonly notAccepted: number;
}

/** What a term lacks when it is closed. */
export interface ClosingGaps {
  /** Its last day has not come yet. */
  readonly notOver: boolean;
  readonly expected: number;
  readonly accepted: number;
  readonly units: readonly UnitGaps[];
  readonly targetsWithoutData: readonly string[];
  readonly openExplanations: number;
}

/** What is missing on a day before a term is closed; reports by unit, in the order in which they are expected. */
export function listClosingGaps(facts: ClosingFacts, today: CalendarDate): ClosingGaps {
  const { term, targets, units, reports, targetsWithoutData, openExplanations } = facts;
  const measures = targets.flatMap((target) => target.measures);
  const expected = listExpectedReports(measures, units, term, term.endsOn);
  const stored = new Map(reports.map((report) => [`${report.unitId} ${report.period}`, report]));
  const open = expected.map((report) => ({ report, gap: gapOf(stored.get(keyOf(report))) }));
  const unitIds = [...new Set(open.filter(({ gap }) => gap !== null).map(({ report }) => report.unit.id))];
  const count = (unitId: string, gap: ReportGap) =>
    open.filter((entry) => entry.report.unit.id === unitId && entry.gap === gap).length;
  return {
    notOver: !isTermOver(term, today),
    expected: expected.length,
    accepted: open.filter(({ gap }) => gap === null).length,
    units: unitIds.map((unitId) => ({
      unitId,
      notReceived: count(unitId, "not_received"),
      notAccepted: count(unitId, "not_accepted"),
    })),
    targetsWithoutData,
    openExplanations,
  };
}

type ReportGap = "not_received" | "not_accepted";

function keyOf({ unit, period }: ExpectedReport): string {
  return `${unit.id} ${period.key}`;
}

/** A correction that is still open leaves the accepted figures in force: that report is not missing. */
function gapOf(report: ReportStanding | undefined): ReportGap | null {
  if (report?.state === "submitted") return "not_accepted";
  return report?.acceptedRevisionId ? null : "not_received";
}

/** Whether closing needs a reason: figures or answers are missing, or the term is not over. */
export function needsClosingReason(gaps: ClosingGaps): boolean {
  return gaps.notOver || gaps.units.length > 0 || gaps.targetsWithoutData.length > 0 || gaps.openExplanations > 0;
}
