// The eight targets of 2015-2020. Results and verdicts of the first six were published, their plans were not: every
// plan is an assumption but the 5 of the admissions, which follows from "12, 240 %". The last two are inferred.
import type { BundleTarget } from "@/domain/bundle/measure-schema";
import { cellTargets } from "./targets-cells";
import { committeeTargets } from "./targets-committee";

/** In the order of the resolution. */
export const firstTargets: readonly BundleTarget[] = [
  cellTargets.study,
  committeeTargets.topics,
  cellTargets.staffRating,
  cellTargets.attendance,
  cellTargets.memberRating,
  cellTargets.admissions,
  committeeTargets.politicalTasks,
  committeeTargets.massMobilisation,
];
