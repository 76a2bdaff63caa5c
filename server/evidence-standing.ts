// What of a figure's or an answer's files somebody meets: the same for lists and for downloads.
import { findExplanation, listAnswerTimes } from "@/db/queries/explanations";
import type { EvidenceRow } from "@/db/queries/evidence-files";
import { listMeasures } from "@/db/queries/measures";
import { findUnitSubmission, listRevisions, type SubmissionRow } from "@/db/queries/submissions";
import type { ReadDb } from "@/db/store";
import { decideEvidence, type EvidenceStanding } from "@/domain/evidence";
import { may, mayEverywhere, maySeeCellFigures, type Authorized, type Permission } from "@/domain/permissions";
import { maySeeExplanation, readExplanationContext } from "./explanation-context";

type Reader = Authorized<Permission>;

/** When a report was sent, oldest first (UTC). */
export async function listSendings(db: ReadDb, submission: SubmissionRow | null): Promise<readonly string[]> {
  const revisions = submission ? await listRevisions(db, submission.id) : [];
  return revisions.flatMap(({ sealedAt }) => (sealedAt === null ? [] : [sealedAt])).toReversed();
}

/** Where a file of a unit's report stands for somebody who may see the figure. */
export function standingInReport(reader: Reader, file: EvidenceRow, sentAt: readonly string[]): EvidenceStanding {
  return decideEvidence(file, sentAt, {
    seesDraft: may(reader, "drafts.view", file.unitId, reader.on),
    inspects: mayEverywhere(reader, "audit.view", reader.on),
  });
}

/** Where a file of an answer stands for somebody who may see the question; `answeredAt`: oldest first (UTC). */
export function standingInAnswer(reader: Reader, file: EvidenceRow, answeredAt: readonly string[]): EvidenceStanding {
  return decideEvidence(file, answeredAt, {
    seesDraft: may(reader, "explanations.answer", file.unitId, reader.on),
    inspects: mayEverywhere(reader, "audit.view", reader.on),
  });
}

/** Where a file stands for anybody; what may not be seen at all is hidden. */
export async function readStanding(db: ReadDb, reader: Reader, file: EvidenceRow): Promise<EvidenceStanding> {
  const { unitId, periodId, explanationId } = file;
  if (explanationId !== null) {
    const question = await findExplanation(db, explanationId);
    const isSeen = question && maySeeExplanation(reader, await readExplanationContext(db, question), reader.on);
    if (!isSeen) return "hidden";
    return standingInAnswer(reader, file, await listAnswerTimes(db, explanationId));
  }
  const measure = (await listMeasures(db, file.termId)).find(({ id }) => id === file.measureId);
  const seesFigure = measure && maySeeCellFigures(reader, measure, unitId, reader.on);
  if (!seesFigure || periodId === null || !may(reader, "submissions.view", unitId, reader.on)) return "hidden";
  return standingInReport(reader, file, await listSendings(db, await findUnitSubmission(db, unitId, periodId)));
}
