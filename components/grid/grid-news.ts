// What the grid learns of its reports: how they stand after saving, and what somebody else made of them.
import { fetchStored } from "@/components/entry/report-client";
import { cellsOfTyped, NO_CELLS } from "@/domain/cell-texts";
import type { FieldError } from "@/domain/errors";
import type { SheetRow } from "@/domain/grid-sheets";
import { EMPTY_FIGURE } from "@/domain/typed-figures";
import type { GridClosure, GridView } from "@/server/loaders/entry-grid-views";
import type { StoredReport } from "@/server/loaders/report-views";
import type { SavedReport } from "./batch-client";
import { sameCells, type GridLine, type HeldReport } from "./grid-lines";

/** What is known of a report after it was saved, here or by somebody else. */
export type ReportNews = Partial<Omit<HeldReport, "cells">> & { readonly cells: SheetRow };

/** What is known of reports that were just saved as they stand here. */
export function newsOfSaved(sent: readonly GridLine[], saved: readonly SavedReport[]): ReadonlyMap<number, ReportNews> {
  return new Map(
    sent.map((line, index): [number, ReportNews] => {
      const { version = line.report.version, state = "draft" } = saved[index] ?? {};
      const kept = line.report.standing === "returned" || line.report.standing === "correcting";
      const standing = state === "submitted" ? "submitted" : kept ? line.report.standing : "draft";
      const closure = state === "submitted" ? ("submitted" as const) : null;
      return [line.index, { version, standing, closure, cells: line.cells, overtakenBy: null }];
    }),
  );
}

/** What the refused reports hold now. A report that cannot be looked at stays as it is known here. */
export async function lookAgain(
  view: GridView,
  refused: readonly GridLine[],
  reasons: ReadonlyMap<number, FieldError | undefined>,
): Promise<ReadonlyMap<number, ReportNews>> {
  const news = await fetchNews(view, refused);
  const closed = refused.filter(({ index }) => !news.has(index) && reasons.get(index)?.code !== "stale_version");
  return new Map([
    ...news,
    ...closed.map(({ index, report }) => [index, { cells: report.cells, closure: "locked" as const }] as const),
  ]);
}

/** What reports hold now, and who saved it; those of which the server does not tell are left out. */
export async function fetchNews(view: GridView, lines: readonly GridLine[]): Promise<ReadonlyMap<number, ReportNews>> {
  const news = new Map<number, ReportNews>();
  for (const line of lines) {
    const { unitId, periodId } = line.report;
    const answer = await fetchStored({ accountId: view.accountId, unitId, periodId }).catch(() => null);
    if (answer?.ok) news.set(line.index, newsOfStored(view, line, answer.data));
  }
  return news;
}

function newsOfStored(view: GridView, line: GridLine, stored: StoredReport): ReportNews {
  const asked = view.measures.filter(({ measure }) => line.cells[measure.id]);
  const cells: SheetRow = Object.fromEntries(
    asked.map(({ measure }) => [
      measure.id,
      cellsOfTyped(measure.kind, stored.figures[measure.id] ?? EMPTY_FIGURE, view.words.own),
    ]),
  );
  return {
    ...{ version: stored.version, standing: stored.standing, closure: closureOf(stored) },
    cells,
    overtakenBy: isOverlapping(view, line, cells) ? { name: stored.savedBy, at: stored.savedAt } : null,
  };
}

/** Whether somebody else changed a figure that was typed over here: who changed another one is in nobody's way. */
function isOverlapping(view: GridView, { report, changed }: GridLine, stored: SheetRow): boolean {
  const isSame = sameCells(view);
  const isChanged = (id: string) => !isSame(id, report.cells[id] ?? NO_CELLS, stored[id] ?? NO_CELLS);
  return report.overtakenBy !== null || Object.keys(changed).some(isChanged);
}

function closureOf({ editable, standing }: StoredReport): GridClosure | null {
  if (editable) return null;
  return standing === "submitted" || standing === "accepted" ? standing : "locked";
}
