import { countingTotals, type MeasureInput } from "@/domain/over-time";
import type { PeriodTotal } from "@/domain/totals";

function isSame(a: PeriodTotal, b: PeriodTotal | undefined): boolean {
  return (
    b !== undefined &&
    a.received === b.received &&
    a.notApplicable === b.notApplicable &&
    a.sumN === b.sumN &&
    a.sumD === b.sumD &&
    a.judged === b.judged &&
    a.levels.every((count, index) => count === b.levels[index]) &&
    (a.value === null ? b.value === null : b.value !== null && a.value.equals(b.value))
  );
}

/** Periods whose totals rest on submitted figures that nobody has accepted yet. */
export function provisionalPeriods(shown: MeasureInput, accepted: MeasureInput): ReadonlySet<string> {
  const counted = new Map(accepted.totals.map((total) => [total.period, total]));
  const moved = countingTotals(shown).filter(({ total }) => !isSame(total, counted.get(total.period)));
  return new Set(moved.map(({ period }) => period.key));
}

/** Whether submitted figures that nobody has accepted yet are part of a result. */
export function isProvisional(shown: MeasureInput, accepted: MeasureInput): boolean {
  return provisionalPeriods(shown, accepted).size > 0;
}
