// Everything that became of one figure: each value, by whom, when and why, and the totals that it enters.
import "server-only";
import { notFound } from "next/navigation";
import { listAccounts } from "@/db/queries/accounts";
import { listRevisionFigures, type StoredFigure } from "@/db/queries/figures";
import { findPeriodByKey } from "@/db/queries/periods";
import type { StoredMeasure } from "@/db/queries/measures";
import { listRevisions, type RevisionRow, type SubmissionRow } from "@/db/queries/submissions";
import { listTargets } from "@/db/queries/targets";
import { listTerms } from "@/db/queries/terms";
import { listUnits } from "@/db/queries/units";
import type { ReadDb } from "@/db/store";
import { isPublicStanding, standingOfRevision } from "@/domain/figure-history";
import { isSameValue } from "@/domain/figures";
import { may, maySeeCellFigures, type Authorized, type Permission } from "@/domain/permissions";
import { existsAt, unitVersionAt } from "@/domain/units";
import { readReportContext } from "../report-context";
import { getStore } from "../store";
import { seesDrafts, visibleTerms } from "./asked-view";
import { buildItem, readTermExplanations } from "./explanation-items";
import { readEnteredTotals } from "./figure-totals";
import type { FigureHistoryView, FigureValueView } from "./figure-history-views";
import type { Wording } from "./figure-texts";
import { loadWording } from "./load-wording";
import { periodTitle } from "./period-texts";
import { figurePartsText, figureValueText } from "./report-past";

/** The address of a figure, by codes; without a term the newest that has such a period. */
export interface FigureAddress {
  readonly unitCode: string;
  readonly periodKey: string;
  readonly measureCode: string;
  readonly termCode: string | undefined;
}

/** The history at an address; a figure that this person may not see is not there at all. */
export async function loadFigureHistory(
  actor: Authorized<"figures.view">,
  address: FigureAddress,
): Promise<FigureHistoryView> {
  const wording = await loadWording();
  const view = await (await getStore()).read((db) => readFigureHistory(db, actor, address, wording));
  return view ?? notFound();
}

/** The same from a consistent snapshot, without a request; null where there is nothing to see. */
export async function readFigureHistory(
  db: ReadDb,
  actor: Authorized<"figures.view">,
  address: FigureAddress,
  wording: Wording,
): Promise<FigureHistoryView | null> {
  const found = await findFigure(db, actor, address);
  if (found === null) return null;
  const { term, target, measure, unit, period } = found;
  const { submission } = await readReportContext(db, { unitId: unit.id, periodId: period.id }, actor.on);
  const asked = (await readTermExplanations(db, term, actor, actor.on)).filter(
    ({ context }) =>
      context.unit.id === unit.id && context.measure?.id === measure.id && context.period?.id === period.id,
  );
  return {
    ...{ termCode: term.code, unitCode: unit.code, periodKey: period.key, measureCode: measure.code },
    target: { code: target.code, name: target.name, position: target.position },
    ...{ measureName: measure.name, unitName: unitVersionAt(unit, period.endsOn).name },
    ...{ periodName: periodTitle(period, wording), countsFrom: period.endsOn > actor.on ? period.endsOn : null },
    values: submission ? await readValues(db, actor, { submission, measure }, wording) : [],
    totals: await readEnteredTotals(db, { unit, period, measure }, actor, wording),
    explanations: asked.map((one) => buildItem(one, actor.on, wording)),
    mayOpenReport: may(actor, "submissions.view", unit.id, actor.on),
    mayAsk:
      term.state === "running" &&
      period.startsOn <= actor.on &&
      existsAt(unit, actor.on) &&
      may(actor, "explanations.ask", unit.id, actor.on),
  };
}

async function findFigure(db: ReadDb, actor: Authorized<"figures.view">, address: FigureAddress) {
  const unit = (await listUnits(db)).find(({ code }) => code === address.unitCode);
  const terms = visibleTerms(await listTerms(db), seesDrafts(actor, actor.on)).toReversed();
  for (const term of terms.filter(({ code }) => code === (address.termCode ?? code))) {
    const period = await findPeriodByKey(db, term.id, address.periodKey);
    const targets = await listTargets(db, term.id);
    const target = targets.find(({ measures }) => measures.some(({ code }) => code === address.measureCode));
    const measure = target?.measures.find(({ code }) => code === address.measureCode);
    if (!unit || !period || !target || measure?.frequency !== period.frequency) continue;
    return maySeeCellFigures(actor, measure, unit.id, actor.on) ? { term, target, measure, unit, period } : null;
  }
  return null;
}

interface OneFigure {
  readonly submission: SubmissionRow;
  readonly measure: StoredMeasure;
}

/** Every value, newest first. Drafts are the unit's own; what never counted is for those who may see its reports. */
async function readValues(
  db: ReadDb,
  actor: Authorized<Permission>,
  { submission, measure }: OneFigure,
  wording: Wording,
): Promise<FigureValueView[]> {
  const names = new Map((await listAccounts(db)).map(({ id, displayName }) => [id, displayName]));
  const revisions: { revision: RevisionRow; figure: StoredFigure | null }[] = [];
  for (const revision of await listRevisions(db, submission.id)) {
    const figures = await listRevisionFigures(db, revision.id);
    revisions.push({ revision, figure: figures.find(({ measureId }) => measureId === measure.id) ?? null });
  }
  const seesReports = may(actor, "submissions.view", submission.unitId, actor.on);
  const seesOwn = may(actor, "drafts.view", submission.unitId, actor.on);
  return revisions.flatMap(({ revision, figure }, index) => {
    const standing = standingOfRevision(revision, submission);
    if (standing === "draft" ? !seesOwn : !seesReports && !isPublicStanding(standing)) return [];
    const nameOf = (id: string | null) => (id === null || !seesReports ? null : (names.get(id) ?? null));
    const before = revisions[index + 1]?.figure ?? null;
    const isSame = figure && before ? isSameValue(figure.value, before.value) : figure === before;
    return [
      {
        ...{ number: revision.number, standing, isSame: index + 1 < revisions.length && isSame },
        ...valueTexts(measure, figure, wording),
        note: seesReports ? (figure?.note ?? null) : null,
        reason: isSame ? null : (figure?.correction?.reason ?? revision.reason),
        ...{ at: revision.sealedAt ?? revision.createdAt, by: nameOf(revision.sealedBy ?? revision.createdBy) },
        imported: revision.createdBy === null && revision.sealedBy === null,
        ...{ decision: revision.decision, decidedAt: revision.decidedAt, decidedBy: nameOf(revision.decidedBy) },
        officeNote: seesReports ? revision.note : null,
      },
    ];
  });
}

function valueTexts(measure: StoredMeasure, figure: StoredFigure | null, wording: Wording) {
  const value = figure?.value ?? null;
  return {
    value: value && figureValueText(measure, value, wording),
    parts: value && figurePartsText(value, wording),
    notApplicable: value?.type === "not_applicable",
    estimate: figure?.estimate ?? false,
    evidence: value?.type === "judged" ? value.evidence : null,
  };
}
