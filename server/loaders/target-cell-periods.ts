// The cells' figures period by period, on one scale: small paths and a table in shades. Never ranked.
import { datePartsOf } from "@/domain/dates";
import { maySeeCellFigures } from "@/domain/permissions";
import type { Period } from "@/domain/periods";
import { lowerBound } from "@/domain/plans";
import { listUnitPeriods, type UnitPeriod, type UnitPeriodState } from "@/domain/unit-periods";
import { unitVersionAt } from "@/domain/units";
import { halfOf, quarterOf } from "@/reports/build/period-text";
import { buildAxis, type Axis } from "./axes";
import { valueText } from "./figure-texts";
import { placeOn } from "./measure-drawings";
import { periodText } from "./period-texts";
import { provisionalPeriods } from "./provisional";
import { comparablePlan, type CellResult, type Looking } from "./target-cells";

/** A cell's figure of one period. */
export interface CellPeriodView {
  readonly state: UnitPeriodState;
  readonly text: string | null;
  /** On the scale that all cells share: a height, and one of four shades; null without a value. */
  readonly y: number | null;
  readonly shade: Shade | null;
  readonly provisional: boolean;
}

export type Shade = 0 | 1 | 2 | 3;

export interface CellCourseView {
  readonly unitCode: string;
  readonly unitName: string;
  /** In the order of the periods; empty where the figures are withheld. */
  readonly periods: readonly CellPeriodView[];
  readonly withheld: boolean;
}

export interface CellPeriodsView {
  /** `short` stands under its year: `6`, `II`. */
  readonly periods: readonly { readonly text: string; readonly short: string }[];
  readonly years: readonly { readonly label: string; readonly periods: number }[];
  /** Periods that are left out at the beginning because there are so many cells. */
  readonly omitted: number;
  readonly cells: readonly CellCourseView[];
  /** The ends of the scale: `88%` and `100%`. */
  readonly from: string;
  readonly to: string;
  /** The plan on the scale; null where a cell has none of its own. */
  readonly planY: number | null;
}

/** More squares than this are no overview; the newest periods are kept, a year of them at least. */
const MOST_SQUARES = 1500;
const LEAST_PERIODS = 12;

interface Builder extends Looking {
  readonly axis: Axis;
  readonly kept: number;
}

function shortText({ frequency, endsOn, key }: Period): string {
  const { month } = datePartsOf(endsOn);
  switch (frequency) {
    case "month":
      return String(month);
    case "quarter":
      return quarterOf(month);
    case "half":
      return String(halfOf(month));
    default:
      return key;
  }
}

function groupByYear(periods: readonly Period[]): CellPeriodsView["years"] {
  const ids = [...new Set(periods.map(({ yearId }) => yearId ?? ""))];
  return ids.map((id) => ({ label: id, periods: periods.filter(({ yearId }) => (yearId ?? "") === id).length }));
}

const SHADES = 4;

function shadeAt(fraction: number): Shade {
  return Math.min(SHADES - 1, Math.floor(fraction * SHADES)) as Shade;
}

function buildCell({ unit, unitCode, result }: CellResult, builder: Builder): CellCourseView {
  const { measure, input, accepted } = result;
  const shared = { unitCode, unitName: unitVersionAt(unit, input.asOf).name };
  if (!maySeeCellFigures(builder.actor, measure, unit.id, builder.today)) {
    return { ...shared, periods: [], withheld: true };
  }
  const unaccepted = provisionalPeriods(input, accepted);
  const periods = listUnitPeriods(input).slice(-builder.kept);
  const build = ({ period, state, value }: UnitPeriod): CellPeriodView => {
    const y = value && placeOn(builder.axis.scale, value).at;
    return {
      ...{ state, y, shade: y === null ? null : shadeAt(y), provisional: unaccepted.has(period.key) },
      text: value && valueText(measure, value, null, builder.wording),
    };
  };
  return { ...shared, periods: periods.map(build), withheld: false };
}

/** The cells of a measure over its ended periods; null for a judgement, and before a period has ended. */
export function buildCellPeriods(cells: readonly CellResult[], looking: Looking): CellPeriodsView | null {
  const [first] = cells;
  if (first === undefined || first.result.measure.kind === "judged") return null;
  const { measure, input } = first.result;
  const ended = listUnitPeriods(input).map(({ period }) => period);
  if (ended.length === 0) return null;
  const kept = Math.max(LEAST_PERIODS, Math.floor(MOST_SQUARES / cells.length));
  const periods = ended.slice(-kept);
  const plan = comparablePlan(first.result);
  const axis = buildAxis(measure, seenValues(cells, looking), plan, looking.wording);
  const endText = (tick: Axis["ticks"][number] | undefined) => tick?.label ?? "";
  return {
    periods: periods.map((period) => ({ text: periodText(period, looking.wording), short: shortText(period) })),
    years: groupByYear(periods),
    omitted: ended.length - periods.length,
    cells: cells.map((cell) => buildCell(cell, { ...looking, axis, kept })),
    ...{ from: endText(axis.ticks[0]), to: endText(axis.ticks.at(-1)) },
    planY: plan === null ? null : placeOn(axis.scale, lowerBound(plan)).at,
  };
}

/** What is withheld has no say in the scale either. */
function seenValues(cells: readonly CellResult[], { actor, today }: Looking) {
  return cells
    .filter(({ unit, result }) => maySeeCellFigures(actor, result.measure, unit.id, today))
    .flatMap(({ result }) => listUnitPeriods(result.input).flatMap(({ value }) => value ?? []));
}
