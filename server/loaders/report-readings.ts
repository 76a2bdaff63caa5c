// A report as it is read: what was sent, what stands beside it, and how it came to be.
import { listAccounts } from "@/db/queries/accounts";
import { listRevisionFigures, type StoredFigure } from "@/db/queries/figures";
import { listRevisions, type RevisionRow } from "@/db/queries/submissions";
import type { ReadDb } from "@/db/store";
import { COMPARISON_DECIMALS, displayEntered, displayGuarded, localiseDecimal } from "@/domain/display";
import { adviseOn } from "@/domain/entry-advice";
import { ZERO } from "@/domain/exact";
import type { FigureValue } from "@/domain/figures";
import type { Measure } from "@/domain/measures";
import { unitValue } from "@/domain/over-units";
import { may, type Authorized, type Permission } from "@/domain/permissions";
import type { ReportContext } from "../report-context";
import { isSameValue } from "../workflows/drafts";
import type { Wording } from "./figure-texts";
import { buildReportHead } from "./report-heads";
import { buildReportMeasures, figurePartsText, figureValueText, readPast, type ReportRow } from "./report-measures";
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
  return {
    ...buildReportHead(context, actor.on, wording),
    measures: rows.map((row) => ({ ...row, figure: readFigure(row, revisions[0]?.figures ?? [], wording) })),
    revisions: await buildHistory(db, revisions, rows, wording),
    mayCorrect:
      submission?.state === "accepted" &&
      context.term.state === "running" &&
      may(actor, "submissions.correct", unit.id, actor.on),
  };
}

function readFigure(row: ReportRow, figures: readonly StoredFigure[], wording: Wording): ReportedFigure {
  const { measure, previousValue } = row;
  const figure = figures.find(({ measureId }) => measureId === measure.id);
  const value = figure?.value ?? null;
  return {
    value: value && figureValueText(measure, value, wording),
    parts: value && figurePartsText(value, wording),
    notApplicable: value?.type === "not_applicable",
    note: figure?.note ?? null,
    evidence: value?.type === "judged" ? value.evidence : null,
    reason: figure?.correction?.reason ?? null,
    advice: adviseOn(measure, value, row.plan),
    difference: value && previousValue && differenceOf(measure, value, previousValue, wording),
  };
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
  if (!figure) return "-";
  if (figure.value.type === "not_applicable") return wording.t("review.notApplicable");
  return figurePartsText(figure.value, wording) ?? figureValueText(measure, figure.value, wording) ?? "-";
}
