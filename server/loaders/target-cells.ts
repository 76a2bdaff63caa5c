// Each cell's part in a measure, in the official order and never ranked.
import { maySeeCellFigures } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import type { CalendarDate } from "@/domain/dates";
import { isPercentage, isPooledRate, type Measure } from "@/domain/measures";
import { countingTotals, type MeasureInput } from "@/domain/over-time";
import { greatestOf, sideOf, toExact, type Exact } from "@/domain/exact";
import { exactPlan, isPair, lowerBound, type ExactPlan } from "@/domain/plans";
import { unitVersionAt, type Unit } from "@/domain/units";
import type { Drawing } from "./drawings";
import { actualText, sumText, type Wording } from "./figure-texts";
import { drawValue } from "./measure-drawings";
import { isProvisional } from "./provisional";
import type { TargetCellView } from "./targets";
import type { MeasureResult } from "./term-results";

/** A cell with its own result for the measure; `unitCode` is what addresses and files name it by. */
export interface CellResult {
  readonly unit: Unit;
  readonly unitCode: string;
  readonly result: MeasureResult;
}

/** Who looks at cells, and in which language. */
export interface Looking {
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly wording: Wording;
}

/** n and d of a pooled rate over the periods that count: `3.406/3.502`; null for anything else. */
export function partsText(measure: Measure, input: MeasureInput, wording: Wording): string | null {
  if (!isPooledRate(measure) || measure.fixedBase !== null) return null;
  const totals = countingTotals(input).map(({ total }) => total);
  const add = (key: "sumN" | "sumD") => totals.reduce((whole, total) => whole + (total[key] ?? 0), 0);
  return add("sumD") === 0 ? null : `${sumText(add("sumN"), wording)}/${sumText(add("sumD"), wording)}`;
}

/** Percentages and levels of a cell stand against the measure's plan; counts of a cell have no plan of their own. */
export function comparablePlan({ measure, achievement }: MeasureResult): ExactPlan | null {
  const { kind } = measure;
  const isComparable = kind === "level" || isPercentage(measure);
  return isComparable && achievement.plan !== null ? exactPlan(achievement.plan) : null;
}

function positionOf(actual: Exact | null, plan: ExactPlan | null): TargetCellView["position"] {
  if (actual === null || plan === null) return null;
  const side = sideOf(actual, lowerBound(plan));
  if (isPair(plan) && side > 0 && actual.lte(plan[1])) return "at";
  return side === 0 ? "at" : side > 0 ? "above" : "below";
}

function newestPeriodOf(input: MeasureInput): string | null {
  return countingTotals(input).findLast(({ total }) => total.received > 0)?.period.key ?? null;
}

function drawCell({ measure, achievement }: MeasureResult, plan: ExactPlan | null, most: Exact): Drawing | null {
  if (plan !== null) return drawValue(measure, achievement.actual, plan, null);
  if (measure.kind !== "count" || achievement.actual === null) return null;
  const drawing = drawValue(measure, achievement.actual, most, null);
  return drawing && { ...drawing, plan: null };
}

function greatestActual(cells: readonly CellResult[]): Exact {
  const one = toExact(1); // bars of cells that brought nothing, or less, still have a length to stand on
  return greatestOf([one, ...cells.flatMap(({ result }) => result.achievement.actual ?? [])]) ?? one;
}

/** The cells of a measure; the figures of a sensitive one are withheld from those who may not see them. */
export function buildCellViews(cells: readonly CellResult[], looking: Looking): readonly TargetCellView[] {
  const most = greatestActual(cells);
  return cells.map((cell) => buildCellView(cell, most, looking));
}

function buildCellView(cell: CellResult, most: Exact, { actor, today, wording }: Looking): TargetCellView {
  const { unit, unitCode, result } = cell;
  const { measure, achievement, input } = result;
  const shared = {
    unitCode,
    unitName: unitVersionAt(unit, input.asOf).name,
    endedOn: unit.to !== null && unit.to < input.asOf ? unit.to : null,
    received: achievement.received,
    expected: achievement.expected,
  };
  if (!maySeeCellFigures(actor, measure, unit.id, today)) {
    return {
      ...shared,
      actual: null,
      parts: null,
      position: null,
      drawing: null,
      provisional: false,
      newestPeriod: null,
      withheld: true,
    };
  }
  const plan = comparablePlan(result);
  return {
    ...shared,
    actual: actualText(measure, achievement, wording),
    parts: partsText(measure, input, wording),
    position: positionOf(achievement.actual, plan),
    drawing: drawCell(result, plan, most),
    provisional: result.provisional && isProvisional(input, result.accepted),
    newestPeriod: newestPeriodOf(input),
    withheld: false,
  };
}
