// The figure that a question is about, as it stands now.
import { listCountingFigures } from "@/db/queries/figures";
import type { ReadDb } from "@/db/store";
import type { ExplanationContext } from "../explanation-context";
import type { ThreadView } from "./explanation-views";
import type { Wording } from "./figure-texts";
import { figurePartsText, figureValueText } from "./report-past";

/** The figure of a question that may be seen, as it was sent last; null where the question is about none, or none was sent. */
export async function readExplainedFigure(
  db: ReadDb,
  { term, unit, measure, period }: ExplanationContext,
  wording: Wording,
): Promise<ThreadView["figure"]> {
  if (period === null || measure === null) return null;
  const filter = { termId: term.id, unitIds: [unit.id], measureIds: [measure.id], periodIds: [period.id] };
  const [sent] = await listCountingFigures(db, filter, "provisional");
  if (sent === undefined) return null;
  if (sent.value.type === "not_applicable") {
    return { value: wording.t("review.notApplicable"), parts: null, provisional: sent.state === "submitted" };
  }
  const value = figureValueText(measure, sent.value, wording);
  const parts = figurePartsText(sent.value, wording);
  return value === null ? null : { value, parts, provisional: sent.state === "submitted" };
}
