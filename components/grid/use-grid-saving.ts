"use client"; // saving is a conversation: send, be answered, look again at what somebody else changed

import { useState } from "react";
import { fetchStored } from "@/components/entry/report-client";
import { newRequestId } from "@/components/entry/request-id";
import { cellsOfTyped } from "@/domain/cell-texts";
import type { Failure, FieldError } from "@/domain/errors";
import type { FigureBatch } from "@/domain/inputs/figure-batches";
import { EMPTY_FIGURE } from "@/domain/typed-figures";
import type { GridClosure, GridView } from "@/server/loaders/entry-grid-views";
import type { StoredReport } from "@/server/loaders/report-views";
import { sendBatch, type SavedReport } from "./batch-client";
import type { GridLine } from "./grid-lines";
import type { GridSheet, ReportNews } from "./use-grid-sheet";

export type SavingStatus =
  | { readonly type: "idle" | "saving" | "unanswered" }
  | { readonly type: "saved"; readonly drafts: number; readonly submitted: number }
  | { readonly type: "refused"; readonly failure: Failure }
  /** Nothing was saved: reports were changed or closed by somebody else, and the grid has learned how they stand. */
  | { readonly type: "overtaken"; readonly count: number };

/** A request that was not answered is sent again as the same one, unless something else was typed meanwhile. */
interface Unanswered {
  readonly requestId: string;
  readonly content: string;
}

/** Saves the changed reports, and with `submitComplete` submits those that are complete. */
export function useGridSaving(view: GridView, sheet: GridSheet) {
  const [status, setStatus] = useState<SavingStatus>({ type: "idle" });
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  const save = async (submitComplete: boolean) => {
    const sent = sheet.lines.filter((line) => isSent(line, submitComplete));
    if (sent.length === 0) return;
    const content = { accountId: view.accountId, submitComplete, reports: sent.map(reportOf) };
    const asText = JSON.stringify(content);
    const requestId = unanswered?.content === asText ? unanswered.requestId : newRequestId();
    setStatus({ type: "saving" });
    const answer = await sendBatch({ requestId, ...content }).catch(() => null);
    setUnanswered(answer === null ? { requestId, content: asText } : null);
    if (answer === null) return setStatus({ type: "unanswered" });
    if (answer.ok) {
      sheet.learn(newsOfSaved(sent, answer.data));
      const submitted = answer.data.filter(({ state }) => state === "submitted").length;
      return setStatus({ type: "saved", submitted, drafts: answer.data.length - submitted });
    }
    const refused = sent.filter((_line, index) => answer.fieldErrors[`reports.${index}`]);
    if (refused.length === 0) return setStatus({ type: "refused", failure: answer });
    const reasons = new Map(sent.map((line, index) => [line.index, answer.fieldErrors[`reports.${index}`]]));
    sheet.learn(await lookAgain(view, refused, reasons));
    setStatus({ type: "overtaken", count: refused.length });
  };

  return { status, save };
}

/** Changed ones; where complete reports are to be submitted, drafts that were complete before as well. */
function isSent(line: GridLine, submitComplete: boolean): boolean {
  if (line.report.closure !== null) return false;
  return Object.keys(line.changed).length > 0 || (submitComplete && isReadyLine(line));
}

/** Whether a report could be submitted: every figure is entered, readable, and explained where it has to be. */
export function isReadyLine({ figures }: GridLine): boolean {
  return [...figures.values()].every(
    ({ reading, noteReason }) => reading.value !== null && reading.problems.length === 0 && noteReason === null,
  );
}

function reportOf({ report, changed }: GridLine): FigureBatch["reports"][number] {
  return { unitId: report.unitId, periodId: report.periodId, version: report.version, figures: changed };
}

function newsOfSaved(sent: readonly GridLine[], saved: readonly SavedReport[]): ReadonlyMap<number, ReportNews> {
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
async function lookAgain(
  view: GridView,
  refused: readonly GridLine[],
  reasons: ReadonlyMap<number, FieldError | undefined>,
): Promise<ReadonlyMap<number, ReportNews>> {
  const news = new Map<number, ReportNews>();
  for (const line of refused) {
    const { unitId, periodId } = line.report;
    const answer = await fetchStored({ accountId: view.accountId, unitId, periodId }).catch(() => null);
    if (answer?.ok) news.set(line.index, newsOfStored(view, line, answer.data));
    else if (reasons.get(line.index)?.code !== "stale_version") {
      news.set(line.index, { cells: line.report.cells, closure: "locked" });
    }
  }
  return news;
}

function newsOfStored(view: GridView, line: GridLine, stored: StoredReport): ReportNews {
  const cells = view.measures
    .filter(({ measure }) => line.cells[measure.id])
    .map(({ measure }) => [
      measure.id,
      cellsOfTyped(measure.kind, stored.figures[measure.id] ?? EMPTY_FIGURE, view.words.own),
    ]);
  return {
    ...{ version: stored.version, standing: stored.standing, closure: closureOf(stored) },
    cells: Object.fromEntries(cells) as ReportNews["cells"],
    overtakenBy: { name: stored.savedBy, at: stored.savedAt },
  };
}

function closureOf({ editable, standing }: StoredReport): GridClosure | null {
  if (editable) return null;
  return standing === "submitted" || standing === "accepted" ? standing : "locked";
}
