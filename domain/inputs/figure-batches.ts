import * as z from "zod";
import { requestId, sender, typedFigureInput, reportPlace } from "./submissions";
import { rule } from "./text";

/** As many reports as a grid can have: a term of months, or a large organisation's units. */
const MAX_REPORTS = 500;

const changedReport = z.object({
  ...reportPlace,
  figures: z.record(reportPlace.unitId, typedFigureInput),
});

/** A report stands in a batch once. */
function nameOf({ unitId, periodId }: z.output<typeof changedReport>): string {
  return JSON.stringify([unitId, periodId]);
}

/** Several reports that were filled in together: of each the texts that changed, and the version they were typed over. */
export const figureBatchInput = z.object({
  ...sender,
  requestId,
  /** Reports that are complete afterwards are submitted. */
  submitComplete: z.boolean(),
  reports: z
    .array(changedReport)
    .min(1, rule("nothing_entered"))
    .max(MAX_REPORTS, rule("too_long"))
    .refine((reports) => new Set(reports.map(nameOf)).size === reports.length, rule("invalid_input")),
});

export type FigureBatch = z.output<typeof figureBatchInput>;
