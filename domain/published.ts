import type { MeasureAchievement } from "./achievements";
import { displayActual } from "./display";
import { roundHalfAway, toExact } from "./exact";
import type { Judgement } from "./figures";
import type { Measure } from "./measures";

/** What was once announced of a measure: a decimal text with a point, and a verdict. */
export interface Published {
  readonly value: string | null;
  readonly verdict: Judgement | null;
}

/** What of an announcement the figures do not give again; a part that agrees, or that was not announced, is null. */
export interface PublishedMismatch {
  readonly value: string | null;
  readonly verdict: Judgement | null;
}

function decimalsOf(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}

function differs(measure: Measure, result: MeasureAchievement, published: string): boolean {
  if (result.actual === null) return true;
  if (displayActual(measure, result) === published) return false;
  return !roundHalfAway(result.actual, decimalsOf(published)).equals(toExact(published));
}

/**
 * Compares an announcement with the result of an ended term (DOMAIN.md "How results are written"): a value is the same
 * when the computed one, rounded to its decimals, gives it again. Null when nothing disagrees or the term still runs.
 */
export function findPublishedMismatch(
  measure: Measure,
  result: MeasureAchievement,
  published: Published | null,
): PublishedMismatch | null {
  if (published === null || result.verdict === "in_progress") return null;
  const { value, verdict } = published;
  const mismatch = {
    value: value !== null && differs(measure, result, value) ? value : null,
    verdict: verdict !== null && verdict !== result.verdict ? verdict : null,
  };
  return mismatch.value === null && mismatch.verdict === null ? null : mismatch;
}
