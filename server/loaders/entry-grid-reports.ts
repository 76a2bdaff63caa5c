// The rows of the entry grid: one report each, with the texts of its cells and whether it can be entered.
import type { CountingFigure } from "@/db/queries/figures";
import { cellsOfTyped, NO_CELLS, type CellTexts } from "@/domain/cell-texts";
import { may, maySeeCellFigures, type Authorized } from "@/domain/permissions";
import { isEditable } from "@/domain/submissions";
import { typedFigureOf } from "@/domain/typed-figures";
import { unitVersionAt } from "@/domain/units";
import { checkFactsOf } from "../report-context";
import { cellWords } from "../uploads/file-words";
import type { StoredForms } from "../uploads/stored-forms";
import type { GridClosure, GridReport, GridView } from "./entry-grid-views";
import type { Wording } from "./figure-texts";
import { periodText, periodTitle } from "./period-texts";
import { standingOf } from "./report-heads";
import type { ListedReport } from "./report-lists";
import { planTexts } from "./report-measures";

/** What stands in the cells: the forms of those who enter them, and for everybody else what was sent. */
export interface GridFigures {
  readonly forms: StoredForms;
  readonly sent: readonly CountingFigure[];
}

interface Looking {
  readonly actor: Authorized<"submissions.view">;
  readonly by: GridView["by"];
  readonly wording: Wording;
}

/** The rows in the order of the reports. */
export function buildGridReports(
  reports: readonly ListedReport[],
  figures: GridFigures,
  looking: Looking,
): readonly GridReport[] {
  const sent = new Map(figures.sent.map((figure) => [keyOf(figure.unitId, figure.periodId, figure.measureId), figure]));
  return reports.map((report) => buildGridReport(report, figures.forms, sent, looking));
}

function keyOf(unitId: string, periodId: string, measureId: string): string {
  return [unitId, periodId, measureId].join(" ");
}

function buildGridReport(
  report: ListedReport,
  forms: StoredForms,
  sent: ReadonlyMap<string, CountingFigure>,
  { actor, by, wording }: Looking,
): GridReport {
  const { term, unit, period, submission, measures } = report;
  const unitName = unitVersionAt(unit, period.endsOn).name;
  const isOwn = may(actor, "drafts.view", unit.id, actor.on);
  const words = cellWords(wording.locale);
  const cellsOf = (measure: ListedReport["measures"][number]): CellTexts => {
    if (isOwn) return cellsOfTyped(measure.kind, forms(report, measure.id), words);
    const figure = sent.get(keyOf(unit.id, period.id, measure.id));
    if (!figure || !maySeeCellFigures(actor, measure, unit.id, actor.on)) return NO_CELLS;
    return cellsOfTyped(measure.kind, typedFigureOf(figure.value, figure.note), words);
  };
  const { year, settings } = factsOf(report);
  return {
    ...{ unitId: unit.id, periodId: period.id, version: submission?.version ?? 0 },
    name: by === "period" ? unitName : periodText(period, wording),
    title: `${unitName}, ${periodTitle(period, wording)}`,
    address: `/entry/${encodeURIComponent(unit.code)}/${encodeURIComponent(period.key)}?term=${encodeURIComponent(term.code)}`,
    ...{ standing: standingOf(submission), closure: closureOf(report, isOwn) },
    cells: Object.fromEntries(measures.map((measure) => [measure.id, cellsOf(measure)])),
    facts: { year, settings, history: [] },
    accepted: isOwn ? Object.fromEntries(report.corrected) : {},
    plans: Object.fromEntries(measures.map((measure) => [measure.id, planTexts(measure, period, wording).planText])),
  };
}

function factsOf(report: ListedReport): Pick<GridReport["facts"], "year" | "settings"> {
  const [measure] = report.measures;
  if (!measure) throw new Error("a report of the grid asks for nothing");
  return checkFactsOf(report, measure, []);
}

function closureOf({ submission, locked }: ListedReport, isOwn: boolean): GridClosure | null {
  if (!isOwn) return "other_unit";
  if (isEditable(submission, locked)) return null;
  const state = submission?.state;
  return state === "submitted" || state === "accepted" ? state : "locked";
}
