// A report as it is read: what was sent, what stands beside it, and how it came to be.
import { listAccounts } from "@/db/queries/accounts";
import { listFigureHistory, listRevisionFigures, type StoredFigure } from "@/db/queries/figures";
import { listRevisions, type RevisionRow } from "@/db/queries/submissions";
import type { ReadDb } from "@/db/store";
import { COMPARISON_DECIMALS, displayEntered, displayGuarded, localiseDecimal } from "@/domain/display";
import { prepareChecks, warnAbout } from "@/domain/entry-checks";
import { ZERO } from "@/domain/exact";
import { isSameValue, type FigureValue } from "@/domain/figures";
import type { Measure } from "@/domain/measures";
import { unitValue } from "@/domain/over-units";
import { may, type Authorized, type Permission } from "@/domain/permissions";
import type { ReportContext } from "../report-context";
import { typedNoteOf } from "../typed-texts";
import { readReportEvidence } from "./evidence-files";
import type { Wording } from "./figure-texts";
import { readReportExplanations } from "./report-explanations";
import { buildReportHead } from "./report-heads";
import { buildReportMeasures, readPast, type ReportRow } from "./report-measures";
import { figurePartsText, figureValueText } from "./report-past";
import type { ReportedFigure, ReportView, RevisionView } from "./report-views";

interface ReadRevision extends RevisionRow {
  readonly figures: readonly StoredFigure[];
}

/** A report with its history. A draft is shown to those alone who may see the unit's drafts; others see what was sent. */
export async function buildReportView(
  db: ReadDb,
  actor: Authorized<Permission>,
  context: ReportContext,
  wording: Wording,
): Promise<ReportView> {
  const { submission, unit } = context;
  const seesDrafts = may(actor, "drafts.view", unit.id, actor.on);
  const stored = submission ? await listRevisions(db, submission.id) : [];
  const revisions: ReadRevision[] = [];
  for (const revision of stored) {
    if (revision.sealedAt === null && !seesDrafts && revision.id !== submission?.acceptedRevisionId) continue;
    revisions.push({ ...revision, figures: await listRevisionFigures(db, revision.id) });
  }
  const rows = await buildReportMeasures(db, context, await readPast(db, context), wording);
  const measures: ReportView["measures"][number][] = [];
  const evidenceOf = await readReportEvidence(db, actor, context);
  for (const row of rows) {
    const figure = await readFigure(db, row, revisions[0], wording);
    measures.push({ ...row, evidence: evidenceOf(row.measure.id), figure });
  }
  const isRunning = context.term.state === "running";
  return {
    ...buildReportHead(context, actor.on, wording),
    measures,
    revisions: await buildHistory(db, revisions, rows, wording),
    mayCorrect: submission?.state === "accepted" && isRunning && may(actor, "submissions.correct", unit.id, actor.on),
    mayWithdraw:
      submission?.state === "submitted" &&
      isRunning &&
      (!context.locked || submission.acceptedRevisionId !== null) &&
      may(actor, "submissions.withdraw", unit.id, actor.on),
    ...(await readReportExplanations(db, actor, context, wording)),
  };
}

async function readFigure(
  db: ReadDb,
  { measure, facts, previousValue }: ReportRow,
  revision: ReadRevision | undefined,
  wording: Wording,
): Promise<ReportedFigure> {
  const figure = revision?.figures.find(({ measureId }) => measureId === measure.id);
  const whyMissing = revision && !figure ? typedNoteOf(revision, measure.id) : null;
  const value = figure?.value ?? null;
  return {
    value: value && figureValueText(measure, value, wording),
    parts: value && figurePartsText(value, wording),
    notApplicable: value?.type === "not_applicable",
    note: figure?.note ?? whyMissing,
    evidence: value?.type === "judged" ? value.evidence : null,
    warnings: warnAbout(prepareChecks({ measure, ...facts }), value),
    replaced: figure ? await readReplaced(db, measure, figure, wording) : [],
    difference: value && previousValue && differenceOf(measure, value, previousValue, wording),
  };
}

async function readReplaced(
  db: ReadDb,
  measure: Measure,
  figure: StoredFigure,
  wording: Wording,
): Promise<ReportedFigure["replaced"]> {
  const earlier = await listFigureHistory(db, figure);
  return earlier.map(({ at, value, reason }) => ({ text: valueOrWord(measure, value, wording), on: at, reason }));
}

/** How far a figure is from the period before, for numbers; null where nothing changed. */
function differenceOf(
  measure: Measure,
  value: FigureValue,
  previous: FigureValue,
  { locale }: Wording,
): ReportedFigure["difference"] {
  if (measure.kind === "level" || measure.kind === "judged") return null;
  const [now, before] = [unitValue(measure, value), unitValue(measure, previous)];
  if (now === null || before === null || now.equals(before)) return null;
  const isRate = measure.kind !== "count" && measure.fixedBase === null;
  const size = now.sub(before).abs();
  const text = isRate ? displayGuarded(size, COMPARISON_DECIMALS, [ZERO]) : displayEntered(size);
  return {
    text: localiseDecimal(text, locale),
    unit: isRate ? "points" : "own",
    direction: now.gt(before) ? "up" : "down",
  };
}

async function buildHistory(
  db: ReadDb,
  revisions: readonly ReadRevision[],
  rows: readonly ReportRow[],
  wording: Wording,
): Promise<RevisionView[]> {
  const names = new Map((await listAccounts(db)).map(({ id, displayName }) => [id, displayName]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return revisions.map((revision, index) => ({
    number: revision.number,
    ...{ sealedAt: revision.sealedAt, sealedBy: nameOf(revision.sealedBy) },
    ...{ decision: revision.decision, decidedAt: revision.decidedAt, decidedBy: nameOf(revision.decidedBy) },
    note: revision.note,
    changes: changesOf(revision, revisions[index + 1], rows, wording),
  }));
}

function changesOf(
  { figures }: ReadRevision,
  before: ReadRevision | undefined,
  rows: readonly ReportRow[],
  wording: Wording,
): RevisionView["changes"] {
  if (before === undefined) return [];
  return rows.flatMap(({ measure, name }) => {
    const [was, is] = [before.figures, figures].map((list) => list.find(({ measureId }) => measureId === measure.id));
    if (was && is ? isSameValue(was.value, is.value) : was === is) return [];
    return [{ name, before: changeText(measure, was, wording), after: changeText(measure, is, wording) }];
  });
}

function changeText(measure: Measure, figure: StoredFigure | undefined, wording: Wording): string {
  return figure ? valueOrWord(measure, figure.value, wording) : "-";
}

function valueOrWord(measure: Measure, value: FigureValue, wording: Wording): string {
  if (value.type === "not_applicable") return wording.t("review.notApplicable");
  return figurePartsText(value, wording) ?? figureValueText(measure, value, wording) ?? "-";
}
