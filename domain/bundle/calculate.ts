// The whole calculation of a bundle, from its checked text to the printed result.
import type { CalendarDate } from "../dates";
import type { Basis } from "../figures";
import { computeTermFromFigures } from "../term-achievement";
import { achievementsJson, type AchievementsJson } from "./achievements-json";
import { bundleToModel } from "./model";
import type { Bundle } from "./schema";

/** Every term's result; without `asOf` each term stands at its own last day (CALCULATION.md §7). */
export function calculateBundle(bundle: Bundle, asOf: CalendarDate | null, basis: Basis): AchievementsJson {
  const results = bundleToModel(bundle).map((model) => ({
    targets: model.targets,
    achievement: computeTermFromFigures(model, asOf ?? model.term.endsOn, basis),
  }));
  return achievementsJson(results, asOf, basis);
}
