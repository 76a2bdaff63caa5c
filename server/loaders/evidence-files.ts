// The files beside figures and answers, as a page shows them.
import { groupRows } from "@/db/batches";
import { listAccounts } from "@/db/queries/accounts";
import { listAnswerEvidence, listReportEvidence, type EvidenceRow } from "@/db/queries/evidence-files";
import { listAnswerTimes } from "@/db/queries/explanations";
import { readReportingSettings } from "@/db/queries/reporting-settings";
import type { ReadDb } from "@/db/store";
import { evidenceEnding, isEvidenceKind, type EvidenceStanding } from "@/domain/evidence";
import { may, maySeeCellFigures, type Authorized, type Permission } from "@/domain/permissions";
import { isEditable } from "@/domain/submissions";
import { listSendings, standingInAnswer, standingInReport } from "../evidence-standing";
import type { ReportContext } from "../report-context";
import type { EvidenceFileView, EvidenceOwner, EvidenceView } from "./evidence-views";

type Reader = Authorized<Permission>;
type NameOf = (accountId: string | null) => string | null;

/** The files of a report by measure; undefined where there are none and none are taken. */
export type ReportEvidence = (measureId: string) => EvidenceView | undefined;

/** Reads the files of a report for somebody who may see it. */
export async function readReportEvidence(
  db: ReadDb,
  reader: Reader,
  { unit, period, term, measures, submission, locked }: ReportContext,
): Promise<ReportEvidence> {
  const rows = groupRows(await listReportEvidence(db, unit.id, period.id), ({ measureId }) => measureId);
  const sentAt = await listSendings(db, submission);
  const isBegun = term.state === "running" && period.startsOn <= reader.on;
  const isOpen = isBegun && isEditable(submission, locked) && may(reader, "figures.enter", unit.id, reader.on);
  const build = await prepareViews(db, reader);
  return (measureId) => {
    const measure = measures.find(({ id }) => id === measureId);
    if (!measure || !maySeeCellFigures(reader, measure, unit.id, reader.on)) return undefined;
    const owner = { type: "figure" as const, unitId: unit.id, periodId: period.id, measureId };
    return build(owner, rows.get(measureId) ?? [], isOpen, (file) => standingInReport(reader, file, sentAt));
  };
}

/** Reads the files of the answer to a question that the reader may see; `isOpen` where the reader may still answer it. */
export async function readAnswerEvidence(
  db: ReadDb,
  reader: Reader,
  explanationId: string,
  isOpen: boolean,
): Promise<EvidenceView | undefined> {
  const rows = await listAnswerEvidence(db, explanationId);
  const answeredAt = await listAnswerTimes(db, explanationId);
  const build = await prepareViews(db, reader);
  const owner = { type: "answer" as const, explanationId };
  return build(owner, rows, isOpen, (file) => standingInAnswer(reader, file, answeredAt));
}

async function prepareViews(db: ReadDb, reader: Reader) {
  const { takesEvidence, evidenceMegabytes } = await readReportingSettings(db);
  const names = new Map((await listAccounts(db)).map(({ id, displayName }) => [id, displayName]));
  const nameOf: NameOf = (accountId) => names.get(accountId ?? "") ?? null;
  return (
    owner: EvidenceOwner,
    rows: readonly EvidenceRow[],
    isOpen: boolean,
    standingOf: (file: EvidenceRow) => EvidenceStanding,
  ): EvidenceView | undefined => {
    const files = rows.flatMap((row) => fileViews(row, standingOf(row), nameOf));
    const megabytes = takesEvidence && isOpen ? evidenceMegabytes : null;
    if (files.length === 0 && megabytes === null) return undefined;
    return { owner, accountId: reader.accountId ?? "", files, isOpen, megabytes };
  };
}

function fileViews(row: EvidenceRow, standing: EvidenceStanding, nameOf: NameOf): readonly EvidenceFileView[] {
  if (standing === "hidden") return [];
  const view = viewOfEvidence(row, nameOf(row.createdBy));
  if (standing === "attached") return [view];
  return [{ ...view, removedAt: row.removedAt, removedBy: nameOf(row.removedBy) }];
}

/** A file that is attached, as it is shown. */
export function viewOfEvidence(row: EvidenceRow, attachedBy: string | null): EvidenceFileView {
  const { id, name, mediaType, size, createdAt: attachedAt } = row;
  const ending = isEvidenceKind(mediaType) ? evidenceEnding(mediaType) : mediaType;
  return { id, name, ending, size, attachedAt, attachedBy, removedAt: null, removedBy: null };
}
