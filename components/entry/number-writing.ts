import { displayEntered, displayValue, localiseDecimal } from "@/domain/display";
import type { FigureValue } from "@/domain/figures";
import { isPercentage, type Measure } from "@/domain/measures";
import { unitValue } from "@/domain/over-units";
import { thousandthsToExact } from "@/domain/thousandths";

/** An entered number, in thousandths, in the page's language: `1.234,5`. */
export function writeEntered(value: number, locale: string): string {
  return localiseDecimal(displayEntered(thousandthsToExact(value)), locale === "en" ? "en" : "vi");
}

/** What a figure comes to, `96,55%`; null where that is the entered number itself or there is none. */
export function writeRate(measure: Measure, value: FigureValue | null, locale: string): string | null {
  if (measure.kind !== "rate" || measure.fixedBase !== null || value === null) return null;
  const rate = unitValue(measure, value);
  if (rate === null) return null;
  const text = localiseDecimal(displayValue(measure, rate, null), locale === "en" ? "en" : "vi");
  return isPercentage(measure) ? `${text}%` : text;
}
