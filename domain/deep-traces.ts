// From kept totals down to what the units entered: the same steps that a total is made in, laid open.
import { fixedBaseStep, poolOf, shareOfUnits, valueOverUnits } from "./over-units";
import { listPeriods, type Period } from "./periods";
import { exactPlan, lowerBound, plansInForce } from "./plans";
import type { CalendarDate } from "./dates";
import type { Term } from "./terms";
import { countingFigures, type TotalsInput } from "./totals";
import { deepen, type FigurePart, type Trace } from "./traces";

/** One part of a period's total from the figures that enter it; null where nothing makes it up (CALCULATION.md §2). */
export function tracePeriodPart(
  input: TotalsInput,
  period: Period,
  part: FigurePart,
  asOf: CalendarDate,
): Trace | null {
  const { measure } = input;
  const figures = countingFigures(input, period);
  const base = fixedBaseStep(measure, period.yearId);
  if (part === "n") return poolOf(measure, figures, base).n;
  if (part === "d") return poolOf(measure, figures, base).d;
  if (part === "value") return valueOverUnits(measure, figures, base);
  const { plan } = plansInForce(measure, asOf);
  if (plan === null) return null;
  const [atLeast, rated] = shareOfUnits(figures, lowerBound(exactPlan(plan))).from;
  return (part === "at_least" ? atLeast : rated) ?? null;
}

/**
 * A result's trace with every kept total replaced by the figures behind it. `input` holds the figures of the measure
 * on the basis and below the unit that the result is of; `asOf` is the day that it was looked at.
 */
export function traceToFigures(trace: Trace, input: TotalsInput, term: Term, asOf: CalendarDate): Trace {
  const periods = new Map(listPeriods(term, input.measure.frequency).map((period) => [period.key, period]));
  return deepen(trace, ({ source }) => {
    const period = source.type === "period" ? periods.get(source.period) : undefined;
    if (source.type !== "period" || period === undefined) return null;
    return tracePeriodPart(input, period, source.part, asOf);
  });
}
