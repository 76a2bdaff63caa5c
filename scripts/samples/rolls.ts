import { datePartsOf, type CalendarDate } from "@/domain/dates";

/** Sizes by cell: each from a month (`2015-07`) on, oldest first; 0 from the month after the cell ceased to exist. */
export type Roll = Readonly<Record<string, readonly (readonly [fromMonth: string, size: number])[]>>;

/** A cell and how many people it counts in a month. */
export interface CellSize {
  readonly unit: string;
  readonly size: number;
}

/** The cells that exist on a day, each with its size in that month. */
export function cellSizesAt(roll: Roll, date: CalendarDate): readonly CellSize[] {
  const month = date.slice(0, 7);
  return Object.entries(roll)
    .map(([unit, steps]) => ({ unit, size: steps.findLast(([from]) => from <= month)?.[1] ?? 0 }))
    .filter(({ size }) => size > 0);
}

/** Weights by calendar month, January first, in tenths of an ordinary month: Tết and summer leave keep people away. */
const SEASON = [11, 19, 8, 8, 9, 12, 14, 13, 9, 8, 8, 12];

/** How much likelier than usual people are kept away in the month of a day, in tenths. */
export function seasonAt(date: CalendarDate, peaks: Readonly<Record<string, number>>): number {
  const peak = peaks[date.slice(0, 7)] ?? 10;
  return Math.round(((SEASON[datePartsOf(date).month - 1] ?? 10) * peak) / 10);
}
